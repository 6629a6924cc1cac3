<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;New workbook…</source>
        <translation>新建工作簿(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Open workbook…</source>
        <translation>打开工作簿(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Recent workbooks</source>
        <translation>近期工作簿(&amp;R)</translation>
    </message>
    <message>
        <source>Open &amp;sample workbook…</source>
        <translation>打开样例工作簿(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation>备份(&amp;B)…</translation>
    </message>
    <message>
        <source>Res&amp;tore a backup…</source>
        <translation>恢复备份(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Close workbook</source>
        <translation>关闭工作簿(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Find in the list</source>
        <translation>在列表中筛选(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>查看(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>使用手册(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>&amp;Go to…</source>
        <translation>转到(&amp;G)…</translation>
    </message>
    <message>
        <source>Search the &amp;evidence…</source>
        <translation>查找佐证材料(&amp;E)…</translation>
    </message>
</context>
<context>
    <name>AnswerLayout</name>
    <message>
        <source>Say why this requirement does not apply to the region</source>
        <translation>说明该要求项为何不适用于本地区</translation>
    </message>
    <message>
        <source>What was done, by whom and when, with figures</source>
        <translation>做了什么、由谁做、何时做，附具体数据</translation>
    </message>
</context>
<context>
    <name>ArticlesTable</name>
    <message>
        <source>Article</source>
        <translation>条</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进展</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Progress and score of each article</source>
        <translation>各条的进展和得分</translation>
    </message>
</context>
<context>
    <name>BandsPart</name>
    <message>
        <source>From points</source>
        <translation>分数线</translation>
    </message>
    <message>
        <source>Name (Chinese)</source>
        <translation>名称（中文）</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>名称（英文）</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>&amp;Add a grade</source>
        <translation>增加档次(&amp;A)</translation>
    </message>
    <message>
        <source>Re&amp;move the grade</source>
        <translation>删除档次(&amp;M)</translation>
    </message>
</context>
<context>
    <name>Banners</name>
    <message>
        <source>Sample data: everything in this workbook is invented.</source>
        <translation>样例数据：本工作簿的内容均为虚构。</translation>
    </message>
    <message>
        <source>Read-only: {0} on {1} has this workbook open.</source>
        <translation>只读：{0} 正在 {1} 上使用此工作簿。</translation>
    </message>
    <message>
        <source>Read-only: this disk or folder cannot be written.</source>
        <translation>只读：此磁盘或文件夹无法写入。</translation>
    </message>
</context>
<context>
    <name>BinPage</name>
    <message>
        <source>Filter by number, title, file or person</source>
        <translation>按编号、名称、文件或人员筛选</translation>
    </message>
    <message>
        <source>&amp;Bring back</source>
        <translation>恢复(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Delete for good…</source>
        <translation>永久删除(&amp;D)…</translation>
    </message>
    <message>
        <source>E&amp;mpty the bin…</source>
        <translation>清空回收站(&amp;M)…</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Removed on</source>
        <translation>移除日期</translation>
    </message>
    <message>
        <source>Removed by</source>
        <translation>移除人</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Evidence in the bin</source>
        <translation>回收站中的材料</translation>
    </message>
    <message>
        <source>Removed evidence lies here with its files, links and number. It counts nowhere and is not in the report.</source>
        <translation>移除的材料连同文件、关联和编号保留在这里，不计入统计，也不进入报告。</translation>
    </message>
    <message>
        <source>{0} dossiers, {1}</source>
        <translation>{0} 份，{1}</translation>
    </message>
    <message>
        <source>No evidence in the bin fits the filter.</source>
        <translation>回收站中没有符合筛选条件的材料。</translation>
    </message>
    <message>
        <source>The bin is empty. Evidence that is removed on the page “Evidence” comes here.</source>
        <translation>回收站是空的。在“佐证材料”页面移除的材料会放到这里。</translation>
    </message>
    <message>
        <source>Evidence brought back: {0}.</source>
        <translation>已恢复材料 {0} 份。</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>Delete {0} dossiers with {1} files ({2}) for good?</source>
        <translation>永久删除 {0} 份材料、{1} 个文件（{2}）？</translation>
    </message>
    <message>
        <source>… and {0} more</source>
        <translation>……以及另外 {0} 份</translation>
    </message>
    <message>
        <source>This cannot be undone, and neither can earlier changes to this evidence. Only a backup made before has it still. Files that other evidence has too stay there.</source>
        <translation>此操作不能撤销，对这些材料以前的改动也不能再撤销，只有此前的备份中还有。其他材料也使用的文件会保留。</translation>
    </message>
    <message>
        <source>Deleted for good: {0} files, {1}.</source>
        <translation>已永久删除 {0} 个文件，{1}。</translation>
    </message>
</context>
<context>
    <name>ChangeChart</name>
    <message>
        <source>Score of the four changes</source>
        <translation>四个转变的得分</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>ChecksPage</name>
    <message>
        <source>Filter by requirement, evidence or words of the finding</source>
        <translation>按要求项、佐证材料或问题文字筛选</translation>
    </message>
    <message>
        <source>All severities</source>
        <translation>全部程度</translation>
    </message>
    <message>
        <source>Looking through the workbook…</source>
        <translation>正在查看工作簿…</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>体检</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>程度</translation>
    </message>
    <message>
        <source>Double-click a line, or press Enter, to go to its place.</source>
        <translation>双击一行或按回车键，前往该处。</translation>
    </message>
    <message>
        <source>✓ Nothing was found.</source>
        <translation>✓ 未发现问题。</translation>
    </message>
    <message>
        <source>{0} findings. {1}</source>
        <translation>共 {0} 个问题。{1}</translation>
    </message>
    <message>
        <source>No finding fits the filter. Empty the filter to see all findings.</source>
        <translation>没有符合筛选条件的问题。清空筛选即可查看全部问题。</translation>
    </message>
    <message>
        <source>Nothing was found. The report can be exported on the page “Reports”.</source>
        <translation>未发现问题。可在“报告”页导出报告。</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>e.g. 2026-01-05</source>
        <translation>例如 2026-01-05</translation>
    </message>
    <message>
        <source>Choose a date</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>Not a date; write it as 2026-01-05. Not saved.</source>
        <translation>无法识别为日期，请按 2026-01-05 的格式填写。尚未保存。</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Select a dossier in the list to see and change its details.</source>
        <translation>在列表中选择一份材料，即可查看和修改其内容。</translation>
    </message>
    <message>
        <source>Evidence {0}</source>
        <translation>佐证材料 {0}</translation>
    </message>
    <message>
        <source>Let go to add these files to this dossier.</source>
        <translation>松开即把这些文件作为本材料的附件。</translation>
    </message>
    <message>
        <source>Select a task in the list to see and change its details.</source>
        <translation>请在列表中选择任务，查看和修改内容。</translation>
    </message>
    <message>
        <source>Task {0}</source>
        <translation>任务 {0}</translation>
    </message>
    <message>
        <source>⚠ Overdue by {0} days</source>
        <translation>⚠ 已逾期 {0} 天</translation>
    </message>
    <message>
        <source>What it proves</source>
        <translation>证明对象</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>资料(&amp;D)</translation>
    </message>
    <message>
        <source>Previe&amp;w</source>
        <translation>预览(&amp;W)</translation>
    </message>
</context>
<context>
    <name>DifferenceDialog</name>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>Mistake</source>
        <translation>有误</translation>
    </message>
    <message>
        <source>Import from “{0}”</source>
        <translation>从“{0}”导入</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>What the import would do</source>
        <translation>导入将产生的变化</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Nothing can be taken over until the mistakes are mended in the file.</source>
        <translation>文件中的错误更正之前，不能导入任何内容。</translation>
    </message>
    <message>
        <source>The file holds nothing that is not in the workbook already.</source>
        <translation>文件内容与工作簿一致，没有需要导入的内容。</translation>
    </message>
    <message>
        <source>Nothing has been changed yet. Taking over can be undone as one step.</source>
        <translation>目前尚未作任何修改。导入后可一步撤销。</translation>
    </message>
    <message>
        <source>Columns that are not used: {0}</source>
        <translation>未使用的列：{0}</translation>
    </message>
    <message>
        <source>{0}: {1} → {2}</source>
        <translation>{0}：{1} → {2}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
</context>
<context>
    <name>DossierForm</name>
    <message>
        <source>Classified material must not be entered.</source>
        <translation>请勿录入涉密材料。</translation>
    </message>
</context>
<context>
    <name>EditionChooser</name>
    <message>
        <source>Take over another &amp;catalogue…</source>
        <translation>采用其他版本目录(&amp;C)…</translation>
    </message>
    <message>
        <source>Take over edition {0} of the program…</source>
        <translation>采用软件自带的 {0} 版目录…</translation>
    </message>
    <message>
        <source>Folder of the catalogue</source>
        <translation>目录所在文件夹</translation>
    </message>
</context>
<context>
    <name>EditionDialog</name>
    <message>
        <source>Catalogue: edition {0} → {1}</source>
        <translation>要求项目录：{0} 版 → {1} 版</translation>
    </message>
    <message>
        <source>Edition {0}</source>
        <translation>{0} 版</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>要求项</translation>
    </message>
    <message>
        <source>What reads otherwise</source>
        <translation>表述不同之处</translation>
    </message>
    <message>
        <source>What the edition changes</source>
        <translation>新版目录的变化</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>No answer is lost: answers go with their requirements; where the wording changes they are marked for another look, and what falls away stays readable. Taking over can be undone as one step.</source>
        <translation>自评内容不会丢失：自评随要求项沿用；表述有变化的标记为待核对；删除的要求项及其自评仍可查阅。采用后可一步撤销。</translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message>
        <source>&amp;Add files…</source>
        <translation>添加文件(&amp;A)…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>Let go to take these files and folders in as evidence.</source>
        <translation>松开鼠标，将这些文件和文件夹收入为佐证材料。</translation>
    </message>
    <message>
        <source>Add a folde&amp;r…</source>
        <translation>添加文件夹(&amp;R)…</translation>
    </message>
    <message>
        <source>Move to the &amp;bin…</source>
        <translation>移入回收站(&amp;B)…</translation>
    </message>
</context>
<context>
    <name>EvidenceTab</name>
    <message>
        <source>No evidence yet. Drop files here, add files, or link a dossier.</source>
        <translation>还没有佐证材料。请拖入文件、添加文件，或关联已有材料。</translation>
    </message>
    <message>
        <source>&amp;Add files…</source>
        <translation>添加文件(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Link existing…</source>
        <translation>关联已有材料(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Open file</source>
        <translation>打开附件(&amp;O)</translation>
    </message>
    <message>
        <source>Sho&amp;w dossier</source>
        <translation>查看材料(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Unlink</source>
        <translation>取消关联(&amp;U)</translation>
    </message>
    <message>
        <source>The dossier stays in the workbook</source>
        <translation>材料仍保留在工作簿中</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>预览(&amp;P)</translation>
    </message>
    <message>
        <source>Evidence {0} “{1}”</source>
        <translation>佐证材料 {0}“{1}”</translation>
    </message>
</context>
<context>
    <name>ExcelButton</name>
    <message>
        <source>E&amp;xcel</source>
        <translation>Excel 表格(&amp;X)</translation>
    </message>
    <message>
        <source>Write a &amp;table to fill in…</source>
        <translation>生成空白填报表(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Export the values…</source>
        <translation>导出实际值(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import values…</source>
        <translation>导入实际值(&amp;I)…</translation>
    </message>
    <message>
        <source>Indicator values to fill in</source>
        <translation>指标实际值填报表</translation>
    </message>
    <message>
        <source>Indicator values</source>
        <translation>指标实际值</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Excel files (*.xlsx)</source>
        <translation>Excel 表格 (*.xlsx)</translation>
    </message>
    <message>
        <source>“{0}” was written, rows: {1}.</source>
        <translation>已写出“{0}”，共 {1} 行。</translation>
    </message>
    <message>
        <source>Import values</source>
        <translation>导入实际值</translation>
    </message>
    <message>
        <source>Excel files (*.xlsx);;All files (*)</source>
        <translation>Excel 表格 (*.xlsx);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Save an empty &amp;template…</source>
        <translation>保存空白模板(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Export to Excel…</source>
        <translation>导出到 Excel(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import from Excel…</source>
        <translation>从 Excel 导入(&amp;I)…</translation>
    </message>
    <message>
        <source>{0} template</source>
        <translation>{0}模板</translation>
    </message>
    <message>
        <source>Save an empty template</source>
        <translation>保存空白模板</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>导出到 Excel</translation>
    </message>
    <message>
        <source>Import from Excel</source>
        <translation>从 Excel 导入</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>已写入 {0}</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 文件 (*.xlsx)</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Leave out evidence marked internal</source>
        <translation>不含标为内部资料的材料(&amp;L)</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>&amp;In folder</source>
        <translation>存放到(&amp;I)</translation>
    </message>
    <message>
        <source>It was cancelled; nothing was written.</source>
        <translation>已取消，没有写入任何内容。</translation>
    </message>
</context>
<context>
    <name>FaultsTable</name>
    <message>
        <source>Missing</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Altered</source>
        <translation>已改动</translation>
    </message>
    <message>
        <source>Surplus</source>
        <translation>多余</translation>
    </message>
    <message>
        <source>History broken</source>
        <translation>历史记录不符</translation>
    </message>
    <message>
        <source>Not in the history</source>
        <translation>与历史记录不一致</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>材料</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>校验值</translation>
    </message>
    <message>
        <source>Findings of the verification</source>
        <translation>核验发现</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>Snapshot damaged</source>
        <translation>快照已损坏</translation>
    </message>
</context>
<context>
    <name>FilesPanel</name>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>附件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>SHA-256 (first 16 digits)</source>
        <translation>SHA-256（前16位）</translation>
    </message>
    <message>
        <source>Opens a read-only copy; the evidence itself cannot be changed.</source>
        <translation>打开的是只读副本，材料本身不会被改动。</translation>
    </message>
    <message>
        <source>&amp;Preview</source>
        <translation>预览(&amp;P)</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版次</translation>
    </message>
    <message>
        <source>{0} (earlier)</source>
        <translation>{0}（旧）</translation>
    </message>
    <message>
        <source>Remove fi&amp;le…</source>
        <translation>移除附件(&amp;L)…</translation>
    </message>
    <message>
        <source>Add &amp;to it…</source>
        <translation>添加附件(&amp;T)…</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter by words, numbers and file names</source>
        <translation>按文字、编号和附件名筛选</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>全部各条</translation>
    </message>
    <message>
        <source>Article {0}: {1}</source>
        <translation>第{0}条 {1}</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>条</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Filter by words, unit or requirement</source>
        <translation>按文字、单位或要求项筛选</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>全部年度</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>已逾期</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年度</translation>
    </message>
    <message>
        <source>Responsible unit</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>No unit</source>
        <translation>未填单位</translation>
    </message>
    <message>
        <source>{0} ({1} of {2} done)</source>
        <translation>{0}（完成 {1}/{2}）</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Search all documents</source>
        <translation>在全部文件中检索</translation>
    </message>
    <message>
        <source>Words in Chinese or English, numbers, or the initials of the pinyin</source>
        <translation>可输入中英文字词、编号或拼音首字母</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Entries found</source>
        <translation>检索结果</translation>
    </message>
    <message>
        <source>{0} found</source>
        <translation>找到{0}条</translation>
    </message>
    <message>
        <source>Nothing was found. Try a shorter word.</source>
        <translation>没有找到，请换用较短的字词。</translation>
    </message>
    <message>
        <source>The first {0} found</source>
        <translation>找到的前{0}条</translation>
    </message>
</context>
<context>
    <name>FindingsTable</name>
    <message>
        <source>Severity</source>
        <translation>程度</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Findings of the check</source>
        <translation>体检发现的问题</translation>
    </message>
</context>
<context>
    <name>GeneralTab</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>The new size holds when the program is started again.</source>
        <translation>新的界面缩放在重新启动后生效。</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>外观(&amp;T)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>界面缩放(&amp;Z)</translation>
    </message>
    <message>
        <source>These settings belong to you on this machine, not to the workbook. The size multiplies the scaling of the system.</source>
        <translation>以上设置只对本机当前用户有效，不写入工作簿。界面缩放是在系统缩放的基础上再放大。</translation>
    </message>
</context>
<context>
    <name>Guidance</name>
    <message>
        <source>What good looks like</source>
        <translation>好的做法</translation>
    </message>
    <message>
        <source>Typical evidence</source>
        <translation>常见佐证材料</translation>
    </message>
    <message>
        <source>Usually responsible</source>
        <translation>通常责任单位</translation>
    </message>
    <message>
        <source>About article {0} of the Notice</source>
        <translation>关于《指导意见》第{0}条</translation>
    </message>
</context>
<context>
    <name>GuideDialog</name>
    <message>
        <source>User guide</source>
        <translation>使用手册</translation>
    </message>
</context>
<context>
    <name>HandoverDialog</name>
    <message>
        <source>Hand over the evidence</source>
        <translation>交出佐证材料</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>One archive (zip)</source>
        <translation>一个压缩包</translation>
    </message>
    <message>
        <source>&amp;Hand over</source>
        <translation>交出(&amp;H)</translation>
    </message>
    <message>
        <source>Progress of the hand-over</source>
        <translation>交出进度</translation>
    </message>
    <message>
        <source>A folder for each article and requirement, with a register, checksums and a note on how to check the files without this program. Nothing is overwritten.</source>
        <translation>按条款和要求项分文件夹存放，另有登记表、校验值清单和核对说明，不用本软件也能核对。不覆盖已有内容。</translation>
    </message>
    <message>
        <source>Evidence numbers in the Excel file lead to the files.</source>
        <translation>Excel 文件中的材料编号可以点开文件。</translation>
    </message>
    <message>
        <source>Files that were not handed over</source>
        <translation>未交出的文件</translation>
    </message>
    <message>
        <source>&amp;Make</source>
        <translation>形式(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Stage</source>
        <translation>阶段(&amp;S)</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>Folder for the evidence</source>
        <translation>存放材料的文件夹</translation>
    </message>
    <message>
        <source>✓ Written and read back: {0} ({1})</source>
        <translation>✓ 已写入并核对：{0}（{1}）</translation>
    </message>
    <message>
        <source>✗ Written, but not every file could be handed over: {0} ({1})</source>
        <translation>✗ 已写入，但有文件未能交出：{0}（{1}）</translation>
    </message>
    <message>
        <source>Handed over: {0}; left out: {1}; missing: {2}; altered: {3}.</source>
        <translation>已交出 {0} 个，按要求未交出 {1} 个，缺失 {2} 个，已改动 {3} 个。</translation>
    </message>
    <message>
        <source>The evidence was handed over.</source>
        <translation>佐证材料已交出。</translation>
    </message>
    <message>
        <source>With the &amp;report (PDF, Excel and Word)</source>
        <translation>同时写入自评报告（PDF、Excel、Word）(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Previous</source>
        <translation>上一项</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一项</translation>
    </message>
    <message>
        <source>Next unanswered</source>
        <translation>下一个未填写项</translation>
    </message>
    <message>
        <source>Article {0}: {1}</source>
        <translation>第{0}条 {1}</translation>
    </message>
    <message>
        <source>A paraphrase, not the wording. Source: {0}, article {1}</source>
        <translation>转述，不是原文。依据：{0}第{1}条</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>Filter by date, person or operation</source>
        <translation>按日期、人员或操作筛选</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>栏目数</translation>
    </message>
    <message>
        <source>↶ {0}</source>
        <translation>↶ {0}</translation>
    </message>
    <message>
        <source>Operations, newest first</source>
        <translation>操作记录，最新的在前</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>↶ Undo would take back: {0}</source>
        <translation>↶ 下一次撤销的是：{0}</translation>
    </message>
    <message>
        <source>There is nothing that undo could take back.</source>
        <translation>没有可以撤销的操作。</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0} (the newest {1} are listed)</source>
        <translation>{0}（列出最新的 {1} 条）</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>修改人</translation>
    </message>
    <message>
        <source>The answer has not been changed yet.</source>
        <translation>本项尚未修改过。</translation>
    </message>
    <message>
        <source>Changes of the answer</source>
        <translation>本项的修改记录</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Reading “{0}”…</source>
        <translation>正在读取“{0}”……</translation>
    </message>
    <message>
        <source>Progress of reading the file</source>
        <translation>读取文件的进度</translation>
    </message>
    <message>
        <source>Take all over</source>
        <translation>全部导入</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标名称</translation>
    </message>
    <message>
        <source>Old value</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>New value</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Import values from Excel</source>
        <translation>从 Excel 表格导入实际值</translation>
    </message>
    <message>
        <source>Result for each row</source>
        <translation>每一行的结果</translation>
    </message>
    <message>
        <source>Columns that are not used: {0}</source>
        <translation>未使用的列：{0}</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>{0}. Nothing can be taken over before the mistakes are corrected in the file.</source>
        <translation>{0}。请先在文件中改正错误；改正前不能导入任何内容。</translation>
    </message>
    <message>
        <source>There is nothing in “{0}” that the workbook does not have.</source>
        <translation>“{0}”中没有工作簿所缺的内容。</translation>
    </message>
    <message>
        <source>{0}. Nothing has been changed yet.</source>
        <translation>{0}。尚未作任何修改。</translation>
    </message>
</context>
<context>
    <name>IndicatorChart</name>
    <message>
        <source>Baseline, values and targets over time</source>
        <translation>基线、实际值和目标的走势</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>IndicatorDetails</name>
    <message>
        <source>Values</source>
        <translation>实际值</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Meaning and source</source>
        <translation>口径与来源</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>对应要求项</translation>
    </message>
    <message>
        <source>✓ Verified</source>
        <translation>✓ 已核对</translation>
    </message>
    <message>
        <source>? To be verified</source>
        <translation>？待核对</translation>
    </message>
</context>
<context>
    <name>IndicatorForm</name>
    <message>
        <source>Checked against the document</source>
        <translation>已与文件核对</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标名称</translation>
    </message>
    <message>
        <source>Data source</source>
        <translation>数据来源</translation>
    </message>
</context>
<context>
    <name>IndicatorsPage</name>
    <message>
        <source>Filter by code, name, document or requirement</source>
        <translation>按编码、名称、文件或要求项筛选</translation>
    </message>
    <message>
        <source>Add from &amp;presets…</source>
        <translation>从预设指标添加(&amp;P)…</translation>
    </message>
    <message>
        <source>Add &amp;own…</source>
        <translation>添加自设指标(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>删除(&amp;R)…</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>No indicator matches the filter.</source>
        <translation>没有符合筛选条件的指标。</translation>
    </message>
    <message>
        <source>There are no indicators yet. Add some from the presets of the Outline and other regions, or your own, with the buttons at the top right.</source>
        <translation>还没有指标。请用右上角的按钮从《纲要》和其他地区的预设指标中添加，或者添加自设指标。</translation>
    </message>
    <message>
        <source>Indicator {0} was removed. This can be undone.</source>
        <translation>已删除指标 {0}，可以撤销。</translation>
    </message>
    <message>
        <source>Remove indicator</source>
        <translation>删除指标</translation>
    </message>
    <message>
        <source>Remove indicator {0} “{1}”?</source>
        <translation>要删除指标 {0}“{1}”吗？</translation>
    </message>
    <message>
        <source>Its targets, values and links go with it. Removing can be undone.</source>
        <translation>其目标值、实际值和关联一并删除。删除可以撤销。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>IndicatorsTable</name>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标名称</translation>
    </message>
    <message>
        <source>Last value</source>
        <translation>最近实际值</translation>
    </message>
    <message>
        <source>Attained</source>
        <translation>完成度</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>数据过期</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>待核对</translation>
    </message>
</context>
<context>
    <name>IntakeDialog</name>
    <message>
        <source>Files to be taken in</source>
        <translation>待收入的文件</translation>
    </message>
    <message>
        <source>Filter by words, numbers and file names</source>
        <translation>按文字、编号或文件名筛选</translation>
    </message>
    <message>
        <source>Reading the files…</source>
        <translation>正在读取文件……</translation>
    </message>
    <message>
        <source>Everything proposed can be changed: double-click a cell, or press Enter. Where several rows are selected, kind, body, date, requirement and what to do change in all of them.</source>
        <translation>识别结果均可修改：双击单元格或按回车键。选中多行时，修改其中一行的处理方式、类型、发布单位、形成日期或要求项，其余各行随之修改。</translation>
    </message>
    <message>
        <source>Progress of reading the files</source>
        <translation>读取文件的进度</translation>
    </message>
    <message>
        <source>Take in evidence</source>
        <translation>收入佐证材料</translation>
    </message>
    <message>
        <source>Take in: {0}</source>
        <translation>收入（{0}）</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0} {1}</translation>
    </message>
    <message>
        <source>New edition</source>
        <translation>作为新版次</translation>
    </message>
    <message>
        <source>Cannot be taken: {0}</source>
        <translation>无法收入 {0}</translation>
    </message>
    <message>
        <source>{0} files, nothing has been taken in yet.</source>
        <translation>共 {0} 个文件，尚未收入。</translation>
    </message>
    <message>
        <source>Cancelled; no file was taken in.</source>
        <translation>已取消，没有收入任何文件。</translation>
    </message>
</context>
<context>
    <name>IntakeResults</name>
    <message>
        <source>Files taken in</source>
        <translation>文件收入结果</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Result for each file</source>
        <translation>各文件的结果</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>LevelsPart</name>
    <message>
        <source>Level</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Name (Chinese)</source>
        <translation>名称（中文）</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>名称（英文）</translation>
    </message>
    <message>
        <source>Share of the points, %</source>
        <translation>得分比例（%）</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>等级</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message>
        <source>The documents are being read…</source>
        <translation>正在读取文件……</translation>
    </message>
</context>
<context>
    <name>LinkDetails</name>
    <message>
        <source>e.g. page 3</source>
        <translation>例如 第3页</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Filter by number, title or file name</source>
        <translation>按编号、名称或附件名筛选</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Link evidence with {0}</source>
        <translation>关联佐证材料到 {0}</translation>
    </message>
    <message>
        <source>Several can be selected with Ctrl or Shift.</source>
        <translation>按住 Ctrl 或 Shift 可选择多份。</translation>
    </message>
    <message>
        <source>There is no other evidence in this workbook.</source>
        <translation>工作簿中没有其他佐证材料。</translation>
    </message>
</context>
<context>
    <name>LinkedList</name>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Link…</source>
        <translation>关联…</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>取消关联</translation>
    </message>
</context>
<context>
    <name>LinksPanel</name>
    <message>
        <source>&amp;Link a requirement…</source>
        <translation>关联要求项(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Unlink</source>
        <translation>取消关联(&amp;U)</translation>
    </message>
    <message>
        <source>Evidence {0} is now linked with {1}.</source>
        <translation>佐证材料 {0} 已关联到 {1}。</translation>
    </message>
    <message>
        <source>Evidence {0} is no longer linked with {1}. This can be undone.</source>
        <translation>已取消佐证材料 {0} 与 {1} 的关联。可以撤销。</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>更多关联(&amp;M)</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
    <message>
        <source>Proves</source>
        <translation>证明对象</translation>
    </message>
    <message>
        <source>A value of an indicator…</source>
        <translation>指标实际值…</translation>
    </message>
    <message>
        <source>A task of the annual plan…</source>
        <translation>年度任务…</translation>
    </message>
    <message>
        <source>Link a task</source>
        <translation>关联年度任务</translation>
    </message>
    <message>
        <source>The annual plan has no task yet.</source>
        <translation>年度计划中还没有任务。</translation>
    </message>
    <message>
        <source>Link a value</source>
        <translation>关联指标实际值</translation>
    </message>
    <message>
        <source>No value has been entered yet.</source>
        <translation>还没有填写实际值。</translation>
    </message>
</context>
<context>
    <name>LinksPart</name>
    <message>
        <source>Requirement</source>
        <translation>要求项</translation>
    </message>
    <message>
        <source>Title (paraphrased from the Notice)</source>
        <translation>标题（据《指导意见》概括）</translation>
    </message>
    <message>
        <source>&amp;Go to the requirement</source>
        <translation>前往要求项(&amp;G)</translation>
    </message>
    <message>
        <source>Li&amp;nk…</source>
        <translation>关联(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Unlink</source>
        <translation>取消关联(&amp;U)</translation>
    </message>
    <message>
        <source>Requirements that the indicator measures</source>
        <translation>指标对应的要求项</translation>
    </message>
    <message>
        <source>Double-click a line, or press Enter, to go there.</source>
        <translation>双击一行或者按回车键即可前往。</translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message>
        <source>Show all evidence</source>
        <translation>显示全部佐证材料</translation>
    </message>
    <message>
        <source>There is no evidence yet. Drop files or folders here, paste a picture, or add them with the buttons at the top right. To attach a file to a requirement at once, drop it on that requirement.</source>
        <translation>还没有佐证材料。可将文件或文件夹拖到这里，粘贴图片，或用右上角的按钮添加。要直接关联到某个要求项，请将文件拖到该要求项上。</translation>
    </message>
    <message>
        <source>No evidence matches the filter. The search (Ctrl+Shift+F) also looks into the text of the files, and takes the initials of pinyin.</source>
        <translation>没有符合筛选条件的佐证材料。“查找佐证材料”（Ctrl+Shift+F）还可查找附件正文，并支持拼音首字母。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{0} — Four Changes Workbook</source>
        <translation>{0} — 四个转变试点工作簿</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>有内容未保存</translation>
    </message>
    <message>
        <source>Some of what you typed could not be saved. Close all the same and lose it?</source>
        <translation>有些填写的内容未能保存。仍要关闭并放弃这些内容吗？</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Open workbook</source>
        <translation>打开工作簿</translation>
    </message>
    <message>
        <source>Where to put the sample workbook</source>
        <translation>选择样例工作簿的存放位置</translation>
    </message>
    <message>
        <source>Sample workbook</source>
        <translation>样例工作簿</translation>
    </message>
    <message>
        <source>Making the sample workbook…</source>
        <translation>正在生成样例工作簿…</translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation>备份到</translation>
    </message>
    <message>
        <source>Backup (*.fcbackup)</source>
        <translation>备份文件 (*.fcbackup)</translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation>正在备份…</translation>
    </message>
    <message>
        <source>The backup was written and read back: {0}</source>
        <translation>备份已写入并核对无误：{0}</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>恢复备份</translation>
    </message>
    <message>
        <source>Where to put the restored workbook</source>
        <translation>选择恢复后的存放位置</translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation>正在恢复…</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>An unexpected error occurred. What was saved is safe. Details are in {0}</source>
        <translation>程序遇到意外错误。已保存的内容是安全的。详细信息见 {0}</translation>
    </message>
    <message>
        <source>Four Changes Workbook</source>
        <translation>四个转变试点工作簿</translation>
    </message>
</context>
<context>
    <name>Naming</name>
    <message>
        <source>Clause {0}: {1}</source>
        <translation>第{0}条&#x3000;{1}</translation>
    </message>
    <message>
        <source>Task {0}: {1}</source>
        <translation>第{0}项&#x3000;{1}</translation>
    </message>
    <message>
        <source>Goals for {0}</source>
        <translation>{0}年发展目标</translation>
    </message>
    <message>
        <source>{0}, level {1}</source>
        <translation>{0} · {1}级</translation>
    </message>
</context>
<context>
    <name>NewTaskDialog</name>
    <message>
        <source>New task</source>
        <translation>新增任务</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>NewWorkbookDialog</name>
    <message>
        <source>New workbook</source>
        <translation>新建工作簿</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation>试点地区(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Name of the pilot</source>
        <translation>试点名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>开始日期(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>结束日期(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>存放位置(&amp;P)</translation>
    </message>
    <message>
        <source>A pilot lasts at most three years (article 8 of the Notice). Do not enter classified material.</source>
        <translation>试点期限不超过三年（《指导意见》第八条）。请勿录入涉密材料。</translation>
    </message>
    <message>
        <source>{0} standardization pilot</source>
        <translation>{0}标准化创新发展试点</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>存放位置</translation>
    </message>
    <message>
        <source>The pilot needs a name.</source>
        <translation>请填写试点名称。</translation>
    </message>
    <message>
        <source>Choose a place for the workbook.</source>
        <translation>请选择工作簿的存放位置。</translation>
    </message>
    <message>
        <source>The end is before the start.</source>
        <translation>结束日期早于开始日期。</translation>
    </message>
    <message>
        <source>The period is longer than three years; the check will say so.</source>
        <translation>试点期限超过三年，体检时会提示。</translation>
    </message>
</context>
<context>
    <name>Opener</name>
    <message>
        <source>Opening the file…</source>
        <translation>正在打开附件…</translation>
    </message>
</context>
<context>
    <name>OperationDetails</name>
    <message>
        <source>Field</source>
        <translation>栏目</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>修改后</translation>
    </message>
    <message>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Fields of the operation</source>
        <translation>本次操作涉及的栏目</translation>
    </message>
    <message>
        <source>Select an operation to see every field it changed.</source>
        <translation>选择一次操作，即可查看它改动的每个栏目。</translation>
    </message>
    <message>
        <source>No. {0}: {1}</source>
        <translation>第{0}号：{1}</translation>
    </message>
    <message>
        <source>Of {0} fields the first {1} are listed.</source>
        <translation>共 {0} 个字段，仅列出前 {1} 个。</translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Days left</source>
        <translation>剩余天数</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>自评得分</translation>
    </message>
    <message>
        <source>Requirements done</source>
        <translation>已完成要求项</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>体检问题</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Articles of the Notice</source>
        <translation>《指导意见》各条</translation>
    </message>
    <message>
        <source>The four changes</source>
        <translation>四个转变</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>下一步做什么</translation>
    </message>
    <message>
        <source>Score of 100 points: {0}</source>
        <translation>百分制得分：{0}</translation>
    </message>
    <message>
        <source>{0} stage</source>
        <translation>{0}阶段</translation>
    </message>
    <message>
        <source>No pilot period set</source>
        <translation>未设定试点期限</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>已期满</translation>
    </message>
    <message>
        <source>Grade: {0}
({1})</source>
        <translation>档次：{0}
（{1}）</translation>
    </message>
    <message>
        <source>{0} in progress, {1} rated</source>
        <translation>推进中 {0}，已自评 {1}</translation>
    </message>
    <message>
        <source>Dossiers in the register</source>
        <translation>清单中的材料份数</translation>
    </message>
    <message>
        <source>None entered yet</source>
        <translation>尚未收入</translation>
    </message>
    <message>
        <source>{0} must be fixed</source>
        <translation>其中必须处理 {0} 项</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>未发现问题</translation>
    </message>
    <message>
        <source>since {0}</source>
        <translation>已于{0}期满</translation>
    </message>
    <message>
        <source>until {0}</source>
        <translation>至{0}期满</translation>
    </message>
    <message>
        <source>Indicators reached</source>
        <translation>指标达到</translation>
    </message>
    <message>
        <source>No indicators yet</source>
        <translation>还没有指标</translation>
    </message>
    <message>
        <source>{0} on track, {1} behind</source>
        <translation>进度正常 {0} 项，滞后 {1} 项</translation>
    </message>
    <message>
        <source>No values yet</source>
        <translation>尚无实际值</translation>
    </message>
    <message>
        <source>{0}, {1} without a value</source>
        <translation>{0}，尚无实际值 {1} 项</translation>
    </message>
</context>
<context>
    <name>OwnActions</name>
    <message>
        <source>&amp;Add own requirement…</source>
        <translation>添加地方自设要求(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>修改(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>删除(&amp;R)…</translation>
    </message>
    <message>
        <source>{0} was removed with its answer. This can be undone.</source>
        <translation>{0} 及其自评已删除，可以撤销。</translation>
    </message>
    <message>
        <source>Remove own requirement</source>
        <translation>删除地方自设要求</translation>
    </message>
    <message>
        <source>Remove requirement {0}?</source>
        <translation>删除要求项 {0}？</translation>
    </message>
    <message>
        <source>Its answer and links go with it; the evidence stays. Removing can be undone.</source>
        <translation>其自评和关联将一并删除，佐证材料保留。删除后可以撤销。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>OwnDialog</name>
    <message>
        <source>Change own requirement {0}</source>
        <translation>修改地方自设要求 {0}</translation>
    </message>
    <message>
        <source>Add own requirement</source>
        <translation>添加地方自设要求</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>OwnIndicatorDialog</name>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add an indicator of the region&apos;s own</source>
        <translation>添加自设指标</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标名称</translation>
    </message>
    <message>
        <source>Its code is given by the program. Meaning, targets and values come after.</source>
        <translation>编码由程序给出；口径、目标和实际值随后填写。</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>This page is damaged and cannot be shown.</source>
        <translation>此页已损坏，无法显示。</translation>
    </message>
    <message>
        <source>Previous page</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页</translation>
    </message>
    <message>
        <source>of {0} pages</source>
        <translation>共 {0} 页</translation>
    </message>
    <message>
        <source>Page {0} of “{1}”</source>
        <translation>“{1}”第 {0} 页</translation>
    </message>
    <message>
        <source>Picture “{0}”</source>
        <translation>图片“{0}”</translation>
    </message>
    <message>
        <source>F&amp;it width</source>
        <translation>适合宽度(&amp;I)</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>Go to a requirement, dossier, indicator or page</source>
        <translation>转到要求项、佐证材料、指标或页面</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>没有找到。</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Places found</source>
        <translation>找到的位置</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>&amp;Add task…</source>
        <translation>添加任务(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>删除(&amp;R)…</translation>
    </message>
    <message>
        <source>E&amp;xcel</source>
        <translation>Excel 表格(&amp;X)</translation>
    </message>
    <message>
        <source>Show all tasks</source>
        <translation>显示全部任务</translation>
    </message>
    <message>
        <source>{0} of {1} · {2} done · {3} overdue</source>
        <translation>{0}/{1} 项 · 已完成 {2} · 已逾期 {3}</translation>
    </message>
    <message>
        <source>No task matches the filter.</source>
        <translation>没有符合筛选条件的任务。</translation>
    </message>
    <message>
        <source>There is no task yet. Add one with the button at the top right, or save the Excel template, fill it in and import it.</source>
        <translation>还没有年度任务。可用右上角按钮添加，也可保存 Excel 模板，填写后导入。</translation>
    </message>
    <message>
        <source>Task {0} was removed. This can be undone.</source>
        <translation>任务 {0} 已删除，可以撤销。</translation>
    </message>
    <message>
        <source>Remove a task</source>
        <translation>删除任务</translation>
    </message>
    <message>
        <source>Remove task {0} “{1}”?</source>
        <translation>删除任务 {0}“{1}”？</translation>
    </message>
    <message>
        <source>Its links with requirements go with it. Removing can be undone.</source>
        <translation>与要求项的关联将一并删除。删除后可以撤销。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Annual plan</source>
        <translation>年度计划</translation>
    </message>
</context>
<context>
    <name>PolicyTab</name>
    <message>
        <source>Policy</source>
        <translation>政策依据</translation>
    </message>
    <message>
        <source>The documents are being read…</source>
        <translation>正在读取文件……</translation>
    </message>
</context>
<context>
    <name>PolicyText</name>
    <message>
        <source>Summaries in our own words; the documents themselves are authoritative.</source>
        <translation>摘要由本软件以自己的语言编写，以正式文件为准。</translation>
    </message>
    <message>
        <source>The Outline on the same matter</source>
        <translation>《纲要》同一事项</translation>
    </message>
    <message>
        <source>Clause {0}: {1}</source>
        <translation>第{0}条&#x3000;{1}</translation>
    </message>
    <message>
        <source>No clause of the Outline fits: {0}</source>
        <translation>《纲要》没有对应条款：{0}</translation>
    </message>
    <message>
        <source>The library names no clause of the Outline.</source>
        <translation>政策库中没有对应的《纲要》条款。</translation>
    </message>
    <message>
        <source>The Key Points of 2023 on the same matter</source>
        <translation>2023年工作要点同一事项</translation>
    </message>
    <message>
        <source>Task {0}: {1}</source>
        <translation>第{0}项&#x3000;{1}</translation>
    </message>
    <message>
        <source>The library names no task of the Key Points.</source>
        <translation>政策库中没有对应的工作要点。</translation>
    </message>
    <message>
        <source>Indicators that measure it</source>
        <translation>衡量本要求项的指标</translation>
    </message>
    <message>
        <source>In the library; this workbook has not taken it up.</source>
        <translation>见政策库，本工作簿尚未选用。</translation>
    </message>
    <message>
        <source>No indicator is linked with this requirement.</source>
        <translation>本要求项没有关联指标。</translation>
    </message>
    <message>
        <source>{0} · {1} · {2}</source>
        <translation>{0} · {1} · {2}</translation>
    </message>
    <message>
        <source>Target {0}</source>
        <translation>目标值{0}</translation>
    </message>
    <message>
        <source>No value yet</source>
        <translation>尚无实际值</translation>
    </message>
    <message>
        <source>the value is out of date</source>
        <translation>实际值已过期</translation>
    </message>
    <message>
        <source>Last value {0} ({1})</source>
        <translation>最近实际值{0}（{1}）</translation>
    </message>
</context>
<context>
    <name>PracticeDialog</name>
    <message>
        <source>Practice {0}</source>
        <translation>典型经验 {0}</translation>
    </message>
    <message>
        <source>New practice</source>
        <translation>新增典型经验</translation>
    </message>
</context>
<context>
    <name>PracticesPart</name>
    <message>
        <source>&amp;Add practice…</source>
        <translation>新增经验(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>修改(&amp;E)…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>删除(&amp;M)</translation>
    </message>
    <message>
        <source>Practice {0} was removed. This can be undone.</source>
        <translation>已删除典型经验 {0}，可撤销。</translation>
    </message>
</context>
<context>
    <name>PresetsDialog</name>
    <message>
        <source>Filter by code, name, document or meaning</source>
        <translation>按编码、名称、文件或者口径筛选</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标名称</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Add indicators from presets</source>
        <translation>从预设指标添加</translation>
    </message>
    <message>
        <source>Indicators that can be added</source>
        <translation>可以添加的指标</translation>
    </message>
    <message>
        <source>Several can be selected with Ctrl or Shift.</source>
        <translation>按住 Ctrl 或 Shift 可选择多项。</translation>
    </message>
    <message>
        <source>In the workbook already</source>
        <translation>已在工作簿中</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>待核对</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>File that is shown</source>
        <translation>正在显示的文件</translation>
    </message>
    <message>
        <source>Opens a read-only copy; the evidence itself cannot be changed.</source>
        <translation>打开的是只读副本，佐证材料本身不会被改动。</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>文件的文字</translation>
    </message>
    <message>
        <source>{0} (edition {1})</source>
        <translation>{0}（第{1}版）</translation>
    </message>
    <message>
        <source>This dossier has no file.</source>
        <translation>这份佐证材料还没有附件。</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件……</translation>
    </message>
    <message>
        <source>There is more; open the file to see all of it.</source>
        <translation>后面还有内容，请打开文件查看全部。</translation>
    </message>
    <message>
        <source>Pages of the section</source>
        <translation>本部分页面</translation>
    </message>
    <message>
        <source>The pages are being made…</source>
        <translation>正在生成页面…</translation>
    </message>
    <message>
        <source>Page {0} of {1}</source>
        <translation>第 {0} 页，共 {1} 页</translation>
    </message>
    <message>
        <source>The first {0} of {1} pages of this section, as a draft</source>
        <translation>本部分共 {1} 页，预览前 {0} 页（征求意见稿）</translation>
    </message>
    <message>
        <source>This section takes {0} pages, shown as a draft</source>
        <translation>本部分共 {0} 页（征求意见稿）</translation>
    </message>
</context>
<context>
    <name>ProfilePage</name>
    <message>
        <source>Pilot profile</source>
        <translation>试点概况</translation>
    </message>
    <message>
        <source>Everything is saved as you type. Classified material must not be entered anywhere in this workbook.</source>
        <translation>填写的内容随时自动保存。本工作簿任何一处都不得录入涉密材料。</translation>
    </message>
    <message>
        <source>The pilot</source>
        <translation>试点</translation>
    </message>
    <message>
        <source>Pilot period</source>
        <translation>试点期限</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>e.g. 国标委发〔2022〕29号</source>
        <translation>例如 国标委发〔2022〕29号</translation>
    </message>
    <message>
        <source>{0} (required)</source>
        <translation>{0}（必填）</translation>
    </message>
</context>
<context>
    <name>QAbstractFileIconProvider</name>
    <message>
        <source>Drive</source>
        <translation>磁盘</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>Clear the rating</source>
        <translation>清除等级</translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation>尚未开展工作。</translation>
    </message>
</context>
<context>
    <name>Reader</name>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前进</translation>
    </message>
    <message>
        <source>Go to the answer</source>
        <translation>转到自评</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>正文</translation>
    </message>
</context>
<context>
    <name>ReadingsPart</name>
    <message>
        <source>The value of {0} was removed. This can be undone.</source>
        <translation>已删除 {0} 的实际值，可以撤销。</translation>
    </message>
    <message>
        <source>Values of the indicator</source>
        <translation>指标的实际值</translation>
    </message>
    <message>
        <source>Enter date and value in the last row; each cell saves itself.</source>
        <translation>在最后一行填写日期和实际值；每一格自动保存。</translation>
    </message>
    <message>
        <source>New date…</source>
        <translation>新日期……</translation>
    </message>
    <message>
        <source>Remove &amp;value</source>
        <translation>删除实际值(&amp;V)</translation>
    </message>
</context>
<context>
    <name>ReportChoices</name>
    <message>
        <source>&amp;PDF document</source>
        <translation>PDF 文档(&amp;P)</translation>
    </message>
    <message>
        <source>E&amp;xcel workbook</source>
        <translation>Excel 表格(&amp;X)</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Stage</source>
        <translation>自评阶段(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>报告语言(&amp;L)</translation>
    </message>
    <message>
        <source>Formats</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>F&amp;older</source>
        <translation>文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>报告的存放文件夹</translation>
    </message>
    <message>
        <source>Present state, as a draft</source>
        <translation>当前状态（征求意见稿）</translation>
    </message>
    <message>
        <source>The snapshot before</source>
        <translation>上一个快照</translation>
    </message>
    <message>
        <source>Both languages</source>
        <translation>中文和英文</translation>
    </message>
    <message>
        <source>&amp;Made from</source>
        <translation>数据来源(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Compared with</source>
        <translation>对比对象(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>报告模板(&amp;T)</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>不对比</translation>
    </message>
    <message>
        <source>&amp;Word document</source>
        <translation>Word 文档(&amp;W)</translation>
    </message>
</context>
<context>
    <name>ReportEditorPage</name>
    <message>
        <source>Go to the e&amp;xport</source>
        <translation>去导出(&amp;X)</translation>
    </message>
    <message>
        <source>Language of the text</source>
        <translation>正文语言</translation>
    </message>
    <message>
        <source>Report editor</source>
        <translation>报告编辑</translation>
    </message>
    <message>
        <source>Sections of the report</source>
        <translation>报告各部分</translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <source>Open the check</source>
        <translation>打开体检</translation>
    </message>
    <message>
        <source>Expo&amp;rt</source>
        <translation>导出(&amp;R)</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>The self-assessment report with all answers, scores, the evidence register and the list of gaps. Scores and grades: {0}.</source>
        <translation>自评报告包含全部自评内容、得分、佐证材料清单和问题清单。得分和档次：{0}。</translation>
    </message>
    <message>
        <source>Files of the same name in the folder are replaced.</source>
        <translation>文件夹中的同名文件将被替换。</translation>
    </message>
    <message>
        <source>This is a sample workbook: every page of the report says “Sample data”.</source>
        <translation>这是样例工作簿：报告每一页都标有“样例数据”。</translation>
    </message>
    <message>
        <source>The check has {0} findings, of which {1} must be fixed. The report lists them as gaps.</source>
        <translation>体检发现 {0} 个问题，其中必须处理 {1} 个。报告会将其列入问题清单。</translation>
    </message>
    <message>
        <source>✓ The check has found nothing.</source>
        <translation>✓ 体检未发现问题。</translation>
    </message>
    <message>
        <source>The report was exported.</source>
        <translation>报告已导出。</translation>
    </message>
    <message>
        <source>The export was cancelled; no file was written.</source>
        <translation>已取消导出，未写入任何文件。</translation>
    </message>
    <message>
        <source>H&amp;and over the evidence…</source>
        <translation>交出佐证材料(&amp;A)…</translation>
    </message>
    <message>
        <source>All evidence as a folder or archive by article and requirement, with a register and checksums, to be given to the evaluators.</source>
        <translation>把全部佐证材料按条款和要求项整理成文件夹或压缩包，附登记表和校验值清单，供评估人员使用。</translation>
    </message>
    <message>
        <source>Evidence to hand over</source>
        <translation>交出佐证材料</translation>
    </message>
    <message>
        <source>Make the s&amp;ubmission folder…</source>
        <translation>生成报送文件夹(&amp;U)…</translation>
    </message>
    <message>
        <source>Or everything in one folder: the report as PDF, Excel and Word, the evidence, and a page that shows it all in any browser. It is made of what is chosen above.</source>
        <translation>也可以生成报送文件夹：PDF、Excel、Word 报告，佐证材料，以及任何浏览器都能离线打开的网页，按上面所选内容生成。</translation>
    </message>
</context>
<context>
    <name>RequirementPanel</name>
    <message>
        <source>A&amp;nswer</source>
        <translation>自评(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Guidance</source>
        <translation>评价要点(&amp;G)</translation>
    </message>
    <message>
        <source>Hi&amp;story</source>
        <translation>历史(&amp;S)</translation>
    </message>
    <message>
        <source>Evi&amp;dence ({0})</source>
        <translation>佐证材料 {0} 份(&amp;D)</translation>
    </message>
    <message>
        <source>Polic&amp;y</source>
        <translation>政策依据(&amp;Y)</translation>
    </message>
</context>
<context>
    <name>RequirementTree</name>
    <message>
        <source>Article {0}</source>
        <translation>第{0}条</translation>
    </message>
    <message>
        <source>{0} · Change: {1}</source>
        <translation>{0} · 转变：{1}</translation>
    </message>
    <message>
        <source>{0} of {1} done</source>
        <translation>已完成 {0} / {1}</translation>
    </message>
    <message>
        <source>Level {0}</source>
        <translation>{0}级</translation>
    </message>
    <message>
        <source>Evidence {0}</source>
        <translation>佐证 {0}</translation>
    </message>
</context>
<context>
    <name>RequirementsPage</name>
    <message>
        <source>Drop the files here: they become evidence of this requirement</source>
        <translation>松开即收入，作为本要求项的佐证材料</translation>
    </message>
    <message>
        <source>All requirements are answered.</source>
        <translation>所有要求项均已填写。</translation>
    </message>
</context>
<context>
    <name>ResultCard</name>
    <message>
        <source>✓ Written and read back</source>
        <translation>✓ 已写入并核对无误</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>text (FangSong)</source>
        <translation>正文（仿宋）</translation>
    </message>
    <message>
        <source>second-level headings (KaiTi)</source>
        <translation>二级标题（楷体）</translation>
    </message>
    <message>
        <source>first-level headings (SimHei)</source>
        <translation>一级标题（黑体）</translation>
    </message>
    <message>
        <source>title (XiaoBiaoSong)</source>
        <translation>题名（小标宋）</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>The fonts that official documents are set in were not all found on this computer. Bundled fonts stand in for them:</source>
        <translation>本机未安装全部公文字体，以随附字体代替：</translation>
    </message>
    <message>
        <source>No font has “{0}”; □ stands for it in {1} places, such as: {2}</source>
        <translation>字库中没有“{0}”字，以□代替，共 {1} 处，如：{2}</translation>
    </message>
    <message>
        <source>No font has “{0}”; □ stands for it here: {1}</source>
        <translation>字库中没有“{0}”字，以□代替，位于：{1}</translation>
    </message>
</context>
<context>
    <name>RetiredDialog</name>
    <message>
        <source>Requirement</source>
        <translation>要求项</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Now in</source>
        <translation>现归入</translation>
    </message>
    <message>
        <source>Requirement and answer</source>
        <translation>要求项及自评</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
</context>
<context>
    <name>ReviewNote</name>
    <message>
        <source>Re&amp;viewed</source>
        <translation>已核对(&amp;V)</translation>
    </message>
    <message>
        <source>Answered under edition {0}</source>
        <translation>自评所依据的 {0} 版</translation>
    </message>
    <message>
        <source>Present edition {0}</source>
        <translation>现行 {0} 版</translation>
    </message>
</context>
<context>
    <name>SavedState</name>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>The workbook cannot be reached</source>
        <translation>无法访问工作簿</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation>有内容未保存</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>已保存 {0}</translation>
    </message>
</context>
<context>
    <name>SchemeTab</name>
    <message>
        <source>Article</source>
        <translation>条</translation>
    </message>
    <message>
        <source>Filter articles</source>
        <translation>筛选各条</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>要求项</translation>
    </message>
    <message>
        <source>Filter requirements</source>
        <translation>筛选要求项</translation>
    </message>
    <message>
        <source>&amp;Save the scheme</source>
        <translation>保存方案(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard changes</source>
        <translation>放弃修改(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Reset to the default template</source>
        <translation>恢复默认模板(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Grades</source>
        <translation>档次</translation>
    </message>
    <message>
        <source>Weights of articles</source>
        <translation>各条权重</translation>
    </message>
    <message>
        <source>Weights of requirements</source>
        <translation>要求项权重</translation>
    </message>
    <message>
        <source>A requirement earns the share of its level. Requirements are averaged by weight within their article, and articles by weight in the total of 100 points. What is marked not applicable leaves the denominator: it neither earns points nor costs any.</source>
        <translation>要求项按其自评等级的得分比例计分；条内各要求项、总分内各条均按权重加权平均，满分100分。标为不适用的要求项不计入分母，既不得分也不扣分。</translation>
    </message>
    <message>
        <source>{0} (not saved yet)</source>
        <translation>{0}（尚未保存）</translation>
    </message>
    <message>
        <source>Import a scoring scheme</source>
        <translation>导入评分方案</translation>
    </message>
    <message>
        <source>Export the scoring scheme</source>
        <translation>导出评分方案</translation>
    </message>
    <message>
        <source>Scoring scheme.json</source>
        <translation>评分方案.json</translation>
    </message>
    <message>
        <source>The scheme was written to {0}</source>
        <translation>评分方案已导出到 {0}</translation>
    </message>
    <message>
        <source>Scoring scheme (*.json)</source>
        <translation>评分方案 (*.json)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Search the evidence</source>
        <translation>查找佐证材料</translation>
    </message>
</context>
<context>
    <name>SearchPanel</name>
    <message>
        <source>Search titles, numbers, notes and the text of the files</source>
        <translation>查找名称、编号、备注和文件内文字</translation>
    </message>
    <message>
        <source>All articles</source>
        <translation>全部各条</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>All years</source>
        <translation>全部年度</translation>
    </message>
    <message>
        <source>All units</source>
        <translation>全部单位</translation>
    </message>
    <message>
        <source>All states</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Evidence found</source>
        <translation>找到的佐证材料</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>条</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Year formed</source>
        <translation>形成年份</translation>
    </message>
    <message>
        <source>Responsible unit</source>
        <translation>责任单位</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Nothing was found. Try a shorter word.</source>
        <translation>没有找到，请换用较短的字词。</translation>
    </message>
    <message>
        <source>The first {0} of {1} found</source>
        <translation>显示前 {0} 项，共 {1} 项</translation>
    </message>
    <message>
        <source>{0} found</source>
        <translation>找到{0}条</translation>
    </message>
    <message>
        <source>Reading the files: {0} of {1}</source>
        <translation>正在读取文件：第 {0} 个，共 {1} 个</translation>
    </message>
    <message>
        <source>Article {0}</source>
        <translation>第{0}条</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Language and look</source>
        <translation>语言和外观</translation>
    </message>
    <message>
        <source>Scoring scheme</source>
        <translation>评分方案</translation>
    </message>
    <message>
        <source>This workbook</source>
        <translation>本工作簿</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Related requirements, clauses, key points and indicators ({0})</source>
        <translation>相关要求项、条款、工作要点和指标（{0}）</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
    <message>
        <source>Goals for {0}</source>
        <translation>{0}年发展目标</translation>
    </message>
    <message>
        <source>Targets in figures</source>
        <translation>量化指标</translation>
    </message>
    <message>
        <source>Target in figures</source>
        <translation>量化指标</translation>
    </message>
    <message>
        <source>A paraphrase, not the wording</source>
        <translation>转述，不是原文</translation>
    </message>
    <message>
        <source>Figures as in the document</source>
        <translation>数值与文件一致</translation>
    </message>
    <message>
        <source>To be verified</source>
        <translation>待核对</translation>
    </message>
    <message>
        <source>Present state</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>No clause of the Outline fits</source>
        <translation>《纲要》没有对应条款</translation>
    </message>
    <message>
        <source>What good looks like ({0})</source>
        <translation>评价要点（{0}）</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标值</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>口径</translation>
    </message>
    <message>
        <source>Data source</source>
        <translation>数据来源</translation>
    </message>
    <message>
        <source>In our own words; the documents themselves are authoritative.</source>
        <translation>由本软件以自己的语言编写，以正式文件为准。</translation>
    </message>
</context>
<context>
    <name>Shelves</name>
    <message>
        <source>Article {0}</source>
        <translation>第{0}条</translation>
    </message>
    <message>
        <source>Development goals</source>
        <translation>发展目标</translation>
    </message>
    <message>
        <source>For 2025 and 2035</source>
        <translation>2025年、2035年</translation>
    </message>
    <message>
        <source>Chapter {0}</source>
        <translation>第{0}章</translation>
    </message>
    <message>
        <source>Section {0}</source>
        <translation>第{0}部分</translation>
    </message>
    <message>
        <source>Targets in figures</source>
        <translation>量化指标</translation>
    </message>
    <message>
        <source>Major tasks</source>
        <translation>重点任务</translation>
    </message>
    <message>
        <source>Implements the Outline; not a pilot plan</source>
        <translation>贯彻实施《纲要》，不是试点方案</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Of all documents, and of other pilots</source>
        <translation>各文件及其他试点</translation>
    </message>
    <message>
        <source>working translation</source>
        <translation>工作译名</translation>
    </message>
    <message>
        <source>requirements: {0}</source>
        <translation>相关要求项{0}个</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>[{0}]
{1}</source>
        <translation>【{0}】
{1}</translation>
    </message>
</context>
<context>
    <name>SnapshotsPage</name>
    <message>
        <source>&amp;Take snapshot…</source>
        <translation>生成快照(&amp;T)…</translation>
    </message>
    <message>
        <source>Export a &amp;report of it</source>
        <translation>导出报告(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy the verification code</source>
        <translation>复制验证码(&amp;C)</translation>
    </message>
    <message>
        <source>Present state</source>
        <translation>当前状态</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
    <message>
        <source>There is no snapshot yet. Take one at each stage of the pilot: it freezes answers, indicators and evidence register, reports are made from it, and two of them show what has changed.</source>
        <translation>还没有快照。请在试点的每个阶段生成一个快照：快照冻结自评、指标和佐证材料清单，正式报告由快照生成，两个快照可以逐项对比。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>前</translation>
    </message>
    <message>
        <source>with</source>
        <translation>后</translation>
    </message>
    <message>
        <source>Snapshot {0} was taken.</source>
        <translation>已生成快照 {0}。</translation>
    </message>
    <message>
        <source>The verification code was copied.</source>
        <translation>已复制验证码。</translation>
    </message>
</context>
<context>
    <name>StandardsPage</name>
    <message>
        <source>Filter by number, region or evidence</source>
        <translation>按编号、地区或佐证材料筛选</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>全部层级</translation>
    </message>
    <message>
        <source>All that are named</source>
        <translation>全部提及</translation>
    </message>
    <message>
        <source>&amp;Accept as readings</source>
        <translation>采用为实际值(&amp;A)</translation>
    </message>
    <message>
        <source>E&amp;xport to Excel…</source>
        <translation>导出为 Excel(&amp;X)…</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>标准清单</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Named as</source>
        <translation>提及方式</translation>
    </message>
    <message>
        <source>Standards that the evidence names</source>
        <translation>佐证材料提到的标准</translation>
    </message>
    <message>
        <source>Proposed readings</source>
        <translation>可采用的实际值</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>No evidence names a standard yet. Titles, document numbers, names of files and the text inside them are looked through.</source>
        <translation>佐证材料中还没有提到标准。名称、文号、文件名和文件内文字都会查找。</translation>
    </message>
    <message>
        <source>Export to Excel</source>
        <translation>导出到 Excel</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel 文件 (*.xlsx)</translation>
    </message>
    <message>
        <source>Written to {0}</source>
        <translation>已写入 {0}</translation>
    </message>
    <message>
        <source>files are being read, {0} of {1}</source>
        <translation>正在读取附件正文，{0}/{1}</translation>
    </message>
</context>
<context>
    <name>StepsList</name>
    <message>
        <source>Looking through the workbook…</source>
        <translation>正在查看工作簿…</translation>
    </message>
    <message>
        <source>Nothing is pressing. The report can be exported on the page “Reports”.</source>
        <translation>没有急需处理的事项。可在“报告”页导出报告。</translation>
    </message>
    <message>
        <source>Complete the pilot profile: “{0}” is empty</source>
        <translation>补全试点概况：“{0}”未填写</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>Add evidence to {0}</source>
        <translation>为 {0} 补充佐证材料</translation>
    </message>
    <message>
        <source>Overdue since {0}: {1}</source>
        <translation>{0}到期未完成：{1}</translation>
    </message>
    <message>
        <source>Due on {0}: {1}</source>
        <translation>{0}到期：{1}</translation>
    </message>
    <message>
        <source>Answer next: {0}</source>
        <translation>接下来填写：{0}</translation>
    </message>
    <message>
        <source>Pilot profile</source>
        <translation>试点概况</translation>
    </message>
</context>
<context>
    <name>SubmissionDialog</name>
    <message>
        <source>Make the submission folder</source>
        <translation>生成报送文件夹</translation>
    </message>
    <message>
        <source>Also as one archive (&amp;zip)</source>
        <translation>另外生成一个压缩包(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Make</source>
        <translation>生成(&amp;M)</translation>
    </message>
    <message>
        <source>Progress of the submission folder</source>
        <translation>报送文件夹的生成进度</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>打开网页</translation>
    </message>
    <message>
        <source>Everything that an evaluator needs in one folder: the report as PDF, Excel and Word, the evidence with its register and checksums, and a page that shows it all in any browser without a network. Nothing is overwritten.</source>
        <translation>评估所需内容都在一个文件夹中：PDF、Excel、Word 报告，佐证材料及登记表、校验清单，以及不联网也能浏览全部内容的网页。不覆盖已有文件。</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>生成依据</translation>
    </message>
    <message>
        <source>L&amp;anguage</source>
        <translation>语言(&amp;A)</translation>
    </message>
    <message>
        <source>Folder for the submission</source>
        <translation>存放报送材料的文件夹</translation>
    </message>
    <message>
        <source>✓ Written and read back: {0} ({1})</source>
        <translation>✓ 已写入并核对：{0}（{1}）</translation>
    </message>
    <message>
        <source>✗ Written, but not every file of evidence is in it: {0} ({1})</source>
        <translation>✗ 已写入，但有佐证文件未能放入：{0}（{1}）</translation>
    </message>
    <message>
        <source>Archive: {0} ({1})</source>
        <translation>压缩包：{0}（{1}）</translation>
    </message>
    <message>
        <source>Evidence in it: {0}; left out: {1}; missing: {2}; altered: {3}.</source>
        <translation>已放入 {0} 个佐证文件，按要求未放入 {1} 个，缺失 {2} 个，已改动 {3} 个。</translation>
    </message>
    <message>
        <source>The submission folder was made.</source>
        <translation>报送文件夹已生成。</translation>
    </message>
    <message>
        <source>The report in &amp;both languages</source>
        <translation>报告含中文、英文两种文本(&amp;B)</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Ta&amp;ke over</source>
        <translation>采用(&amp;K)</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>The file says: {0}</source>
        <translation>从文件中识别到：{0}</translation>
    </message>
</context>
<context>
    <name>TakeDialog</name>
    <message>
        <source>Take a snapshot</source>
        <translation>生成快照</translation>
    </message>
    <message>
        <source>Take snapshot</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>The answers, indicators, evidence register and scoring scheme are frozen as they are now. A snapshot can be neither changed nor removed, and undo passes over it.</source>
        <translation>自评、指标、佐证材料清单和评分方案将按当前状态冻结。快照生成后不能修改、删除或撤销。</translation>
    </message>
</context>
<context>
    <name>TargetsPart</name>
    <message>
        <source>Attained</source>
        <translation>完成度</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>The target {0} was removed. This can be undone.</source>
        <translation>已删除目标 {0}，可以撤销。</translation>
    </message>
    <message>
        <source>Targets of the indicator</source>
        <translation>指标的目标值</translation>
    </message>
    <message>
        <source>New year…</source>
        <translation>新年份……</translation>
    </message>
    <message>
        <source>Remove &amp;target</source>
        <translation>删除目标(&amp;T)</translation>
    </message>
    <message>
        <source>{0}, year is over</source>
        <translation>{0}，目标年份已过</translation>
    </message>
    <message>
        <source>Enter year and target in the last row; — as the year where the target has none. ＞50 is not met by 50, ≥50 is. The pilot&apos;s own targets count before those of others.</source>
        <translation>在最后一行填写目标年份和目标值，没有目标年份时年份填“—”。“＞50”恰好50不算达到，“≥50”算达到。本试点的目标优先于其他来源的目标。</translation>
    </message>
    <message>
        <source>No year</source>
        <translation>无年份</translation>
    </message>
</context>
<context>
    <name>TaskLinks</name>
    <message>
        <source>Requirement</source>
        <translation>要求项</translation>
    </message>
    <message>
        <source>&amp;Link a requirement…</source>
        <translation>关联要求项(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Unlink</source>
        <translation>取消关联(&amp;U)</translation>
    </message>
    <message>
        <source>Go to the requirement</source>
        <translation>转到该要求项</translation>
    </message>
    <message>
        <source>Task {0} is now linked with {1}.</source>
        <translation>任务 {0} 已关联 {1}。</translation>
    </message>
    <message>
        <source>Task {0} is no longer linked with {1}. This can be undone.</source>
        <translation>任务 {0} 与 {1} 的关联已取消，可以撤销。</translation>
    </message>
</context>
<context>
    <name>TaskRow</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>TemplateDialog</name>
    <message>
        <source>Report template</source>
        <translation>报告模板</translation>
    </message>
    <message>
        <source>Both languages</source>
        <translation>中文和英文</translation>
    </message>
    <message>
        <source>That of the profile</source>
        <translation>按试点概况</translation>
    </message>
    <message>
        <source>With a &amp;cover</source>
        <translation>有封面(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Add a section</source>
        <translation>增设部分(&amp;A)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Sections of the report</source>
        <translation>报告各部分</translation>
    </message>
    <message>
        <source>Heading, {0}</source>
        <translation>标题（{0}）</translation>
    </message>
    <message>
        <source>Sections, in their order</source>
        <translation>报告各部分及次序</translation>
    </message>
    <message>
        <source>With a page for &amp;seal and date</source>
        <translation>有盖章和日期页(&amp;S)</translation>
    </message>
</context>
<context>
    <name>TemplateMenu</name>
    <message>
        <source>&amp;New…</source>
        <translation>新建(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Edit…</source>
        <translation>修改(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>Import a template</source>
        <translation>导入报告模板</translation>
    </message>
    <message>
        <source>Export the template</source>
        <translation>导出报告模板</translation>
    </message>
    <message>
        <source>The template was exported.</source>
        <translation>已导出报告模板。</translation>
    </message>
    <message>
        <source>Template “{0}” was removed. This can be undone.</source>
        <translation>已删除报告模板“{0}”，可撤销。</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>管理模板</translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>At most {0} characters</source>
        <translation>最多 {0} 字</translation>
    </message>
    <message>
        <source>{0} of {1} characters: too long, not saved</source>
        <translation>{0} / {1} 字：超过上限，未保存</translation>
    </message>
    <message>
        <source>{0} / {1} characters</source>
        <translation>{0} / {1} 字</translation>
    </message>
</context>
<context>
    <name>TreePanel</name>
    <message>
        <source>No requirement matches.</source>
        <translation>没有符合条件的要求项。</translation>
    </message>
    <message>
        <source>All requirements</source>
        <translation>全部要求项</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>Without evidence</source>
        <translation>无佐证材料</translation>
    </message>
    <message>
        <source>Filter by number, words or unit</source>
        <translation>按编号、文字或责任单位筛选</translation>
    </message>
    <message>
        <source>Searches number, title, statement, responsible unit and what was done</source>
        <translation>在编号、名称、要求说明、责任单位和工作情况中查找</translation>
    </message>
    <message>
        <source>Show by state</source>
        <translation>按状态显示</translation>
    </message>
    <message>
        <source>Requirements by article</source>
        <translation>各条要求项</translation>
    </message>
    <message>
        <source>Region&apos;s &amp;own requirements</source>
        <translation>地方自设要求(&amp;O)</translation>
    </message>
    <message>
        <source>Retired requirements…</source>
        <translation>已停用的要求项…</translation>
    </message>
</context>
<context>
    <name>VerificationPage</name>
    <message>
        <source>Verif&amp;y everything</source>
        <translation>全部核验(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Go on where it stopped</source>
        <translation>从中断处继续(&amp;G)</translation>
    </message>
    <message>
        <source>Progress of the verification</source>
        <translation>核验进度</translation>
    </message>
    <message>
        <source>&amp;Repair from a backup or another copy…</source>
        <translation>用备份或另一份副本修复(&amp;R)…</translation>
    </message>
    <message>
        <source>Remove &amp;surplus files</source>
        <translation>删除多余文件(&amp;S)</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Reads every file of evidence again, also in the bin, and compares it with the checksum under which it was taken in; then it recomputes the chain of the history. You can go on working meanwhile. What was read is remembered if you cancel.</source>
        <translation>重新读取全部佐证材料文件（包括回收站中的），与收入时的校验值比较，再重新计算历史记录的校验链。核验时可以继续工作；中途取消的，已读部分会记住。</translation>
    </message>
    <message>
        <source>Nothing has been verified since the workbook was opened.</source>
        <translation>打开工作簿后尚未核验。</translation>
    </message>
    <message>
        <source>✓ All is as it was recorded.</source>
        <translation>✓ 全部与记录一致。</translation>
    </message>
    <message>
        <source>✗ Not all is as it was recorded.</source>
        <translation>✗ 有内容与记录不一致。</translation>
    </message>
    <message>
        <source>Operations: {0}; those that do not fit: {1}.</source>
        <translation>操作记录 {0} 条，不符 {1} 条。</translation>
    </message>
    <message>
        <source>{0} files had been read before and were not touched since.</source>
        <translation>其中 {0} 个文件上次已读取，此后未变。</translation>
    </message>
    <message>
        <source>Surplus: {0} files ({1}) that neither evidence, bin nor history refers to.</source>
        <translation>多余文件 {0} 个（{1}），材料、回收站和历史记录都不引用。</translation>
    </message>
    <message>
        <source>It was cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>A backup of the workbook, or another copy of the file</source>
        <translation>工作簿备份，或该文件的另一份副本</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Files repaired: {0}.</source>
        <translation>已修复 {0} 个文件。</translation>
    </message>
    <message>
        <source>Surplus files removed: {0}, {1}.</source>
        <translation>已删除多余文件 {0} 个，{1}。</translation>
    </message>
    <message>
        <source>Files: {0}; missing: {1}; altered: {2}; unreadable: {3}.</source>
        <translation>附件 {0} 个；缺失 {1} 个；已改动 {2} 个；无法读取 {3} 个。</translation>
    </message>
    <message>
        <source>Unreadable files: look at the medium and the rights to the folder, and verify again.</source>
        <translation>无法读取的附件：请检查存储介质和文件夹权限后重新核验。</translation>
    </message>
    <message>
        <source>History, data and snapshots cannot be repaired: restore a backup made before the damage.</source>
        <translation>历史记录、数据和快照不能逐项修复，请恢复损坏之前的备份。</translation>
    </message>
    <message>
        <source>Look for copies in a &amp;folder…</source>
        <translation>在文件夹中查找副本(&amp;F)…</translation>
    </message>
    <message>
        <source>Missing and altered files: repair them below from a backup of the workbook, from another copy of a file, or from a folder in which copies lie.</source>
        <translation>缺失或已改动的附件：可用下方按钮，从工作簿备份、该文件的另一份副本或存有副本的文件夹修复。</translation>
    </message>
    <message>
        <source>A folder in which copies of the files lie</source>
        <translation>选择存有文件副本的文件夹</translation>
    </message>
</context>
<context>
    <name>VerifyPanel</name>
    <message>
        <source>Verif&amp;y</source>
        <translation>核验(&amp;Y)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Each operation carries the checksum of the one before it, so that no line of the history can be changed or dropped unnoticed. Verifying computes all of them again and reads every file of evidence.</source>
        <translation>每次操作都带有上一次操作的校验值，历史记录一经改动或删除即可发现。核验时逐条重新计算，并逐个读取佐证附件。</translation>
    </message>
    <message>
        <source>Progress of the verification</source>
        <translation>核验进度</translation>
    </message>
    <message>
        <source>Faults found</source>
        <translation>发现的异常</translation>
    </message>
    <message>
        <source>Operations whose checksum does not fit: {0}</source>
        <translation>校验值不符的操作：{0}</translation>
    </message>
    <message>
        <source>✓ All is as it was recorded.</source>
        <translation>✓ 全部与记录一致。</translation>
    </message>
    <message>
        <source>✗ Not all is as it was recorded.</source>
        <translation>✗ 有内容与记录不一致。</translation>
    </message>
    <message>
        <source>Operations checked: {0}; those that do not fit: {1}.</source>
        <translation>已核验操作 {0} 次，不符 {1} 次。</translation>
    </message>
    <message>
        <source>Operations checked: {0}; the chain is unbroken.</source>
        <translation>已核验操作 {0} 次，前后相连，未见异常。</translation>
    </message>
    <message>
        <source>Missing: {0} “{1}”</source>
        <translation>缺失：{0}“{1}”</translation>
    </message>
    <message>
        <source>Altered: {0} “{1}”</source>
        <translation>被改动：{0}“{1}”</translation>
    </message>
    <message>
        <source>The verification was cancelled.</source>
        <translation>已取消核验。</translation>
    </message>
    <message>
        <source>Rows that are not as the history says: {0}</source>
        <translation>与历史记录不一致的数据：{0} 条</translation>
    </message>
    <message>
        <source>Files checked: {0}; missing: {1}; altered: {2}; unreadable: {3}.</source>
        <translation>已核验附件 {0} 个，缺失 {1} 个，被改动 {2} 个，无法读取 {3} 个。</translation>
    </message>
    <message>
        <source>Unreadable: {0} “{1}”</source>
        <translation>无法读取：{0}“{1}”</translation>
    </message>
    <message>
        <source>Snapshots that are not what was frozen: {0}</source>
        <translation>内容与验证码不符的快照：{0}</translation>
    </message>
</context>
<context>
    <name>VerifyRow</name>
    <message>
        <source>The check looks at presence and size of the files. Verifying reads them again and finds every altered byte.</source>
        <translation>体检只查看附件是否存在、大小是否相符。核验会逐个重新读取，任何一个字节被改动都能发现。</translation>
    </message>
    <message>
        <source>Progress of the verification</source>
        <translation>核验进度</translation>
    </message>
    <message>
        <source>✓ {0} files were read again: all are as they were taken in.</source>
        <translation>✓ 已重新读取 {0} 个附件，全部与收入时一致。</translation>
    </message>
    <message>
        <source>✗ The files are intact, but the record of changes is not. See the page “History”.</source>
        <translation>✗ 附件完好，但修改记录与校验值不符。详见“历史”页。</translation>
    </message>
    <message>
        <source>The verification was cancelled.</source>
        <translation>已取消核验。</translation>
    </message>
    <message>
        <source>Ver&amp;ify files</source>
        <translation>核验文件(&amp;I)</translation>
    </message>
    <message>
        <source>✗ {0} files were read again: {1} missing, {2} altered, {3} unreadable.</source>
        <translation>✗ 已重新读取 {0} 个附件，缺失 {1} 个，被改动 {2} 个，无法读取 {3} 个。</translation>
    </message>
    <message>
        <source>Open the verification page</source>
        <translation>打开核验页面</translation>
    </message>
</context>
<context>
    <name>WeightsPart</name>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Part of the sum</source>
        <translation>所占比例</translation>
    </message>
</context>
<context>
    <name>WelcomeWindow</name>
    <message>
        <source>Four Changes Workbook</source>
        <translation>四个转变试点工作簿</translation>
    </message>
    <message>
        <source>Go through all 88 requirements of the guiding opinions on the national standardization pilot, keep the evidence for each, see what is missing, and export the self-assessment report. Everything stays on this machine.</source>
        <translation>逐项对照《指导意见》的88个要求项开展自评，收存佐证材料，查看缺漏，导出自评报告。所有内容只保存在本机。</translation>
    </message>
    <message>
        <source>New workbook…</source>
        <translation>新建工作簿…</translation>
    </message>
    <message>
        <source>Open workbook…</source>
        <translation>打开工作簿…</translation>
    </message>
    <message>
        <source>Sample workbook…</source>
        <translation>样例工作簿…</translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation>恢复备份…</translation>
    </message>
    <message>
        <source>Recent workbooks</source>
        <translation>近期工作簿</translation>
    </message>
    <message>
        <source>None yet. Make a new workbook, or look at the sample first.</source>
        <translation>暂无。可新建工作簿，或先看看样例。</translation>
    </message>
</context>
<context>
    <name>WorkbookTab</name>
    <message>
        <source>&amp;Open the folder</source>
        <translation>打开文件夹(&amp;O)</translation>
    </message>
    <message>
        <source>Open the folder of the &amp;log</source>
        <translation>打开日志文件夹(&amp;L)</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Backups before upgrades</source>
        <translation>升级前备份</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>要求项目录</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>日志文件</translation>
    </message>
    <message>
        <source>To hand the workbook on, close it and copy the whole folder, or use Back up in the File menu. The log holds technical details of errors; it never leaves this machine by itself.</source>
        <translation>移交工作簿时，请先关闭，再拷贝整个文件夹，或使用“文件”菜单中的“备份”。日志只记录错误的技术细节，不会自动发往别处。</translation>
    </message>
    <message>
        <source>{0} ({1}), catalogue {2}, version {3}</source>
        <translation>{0}（{1}），目录 {2}，版本 {3}</translation>
    </message>
    <message>
        <source>{0}: database {1}, evidence {2} in {3} files</source>
        <translation>{0}：数据库 {1}，佐证材料 {2}（{3} 个文件）</translation>
    </message>
    <message>
        <source>program {0}, data schema {1}</source>
        <translation>软件 {0}，数据版本 {1}</translation>
    </message>
</context>
<context>
    <name>WritingPart</name>
    <message>
        <source>&amp;Insert the fact</source>
        <translation>插入正文(&amp;I)</translation>
    </message>
    <message>
        <source>Facts of this section</source>
        <translation>本部分情况综述</translation>
    </message>
    <message>
        <source>Facts, generated from the workbook</source>
        <translation>情况综述（由工作簿数据自动生成，报告中列在正文之前）</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>Four Changes Workbook {0}

For recording and reporting the work of a national standardization innovation and development pilot. It is no official system: requirements are paraphrased from the Notice, and scores follow an editable, unofficial template.

Works without a network; everything stays on this machine. Do not enter classified material.

MIT licence; bundled fonts: Noto Sans SC and Noto Serif SC (OFL), AR PL KaitiM GB (Arphic Public License).</source>
        <translation>四个转变试点工作簿 {0}

用于国家标准化创新发展试点工作的记录和自评。本软件不是官方系统：要求项转述自《指导意见》，分值按可修改的非官方模板计算。

无需网络，所有内容只保存在本机。请勿录入涉密材料。

MIT 许可证；随附字体：Noto Sans SC 和 Noto Serif SC（OFL）、AR PL KaitiM GB（文鼎公众授权书）。</translation>
    </message>
</context>
<context>
    <name>evidence</name>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>All evidence</source>
        <translation>全部材料</translation>
    </message>
    <message>
        <source>Not linked</source>
        <translation>未关联</translation>
    </message>
    <message>
        <source>Without file</source>
        <translation>无附件</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>附件缺失</translation>
    </message>
</context>
<context>
    <name>indicators</name>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>No target has been set.</source>
        <translation>尚未设定目标。</translation>
    </message>
    <message>
        <source>There is no value yet.</source>
        <translation>尚无实际值。</translation>
    </message>
    <message>
        <source>{0} reaches the target {1}.</source>
        <translation>{0}，已达到目标{1}。</translation>
    </message>
    <message>
        <source>{0} does not reach the target {1} yet. Whether it is on track can be said with a baseline before the value, and a year of the target.</source>
        <translation>{0}，尚未达到目标{1}。有早于实际值的基线和目标年份，才能判断进度是否正常。</translation>
    </message>
    <message>
        <source>{0} does not reach the target {1} yet; the straight line from the baseline asks for {2} on that day.</source>
        <translation>{0}，尚未达到目标{1}；按基线至目标的直线，当日应为{2}。</translation>
    </message>
</context>
<context>
    <name>intake</name>
    <message>
        <source>“{0}” was taken in as evidence {1}.</source>
        <translation>“{0}”已收入，编号 {1}。</translation>
    </message>
    <message>
        <source>Cancelled; no file was taken in.</source>
        <translation>已取消，未收入任何文件。</translation>
    </message>
    <message>
        <source>Taking files in…</source>
        <translation>正在收入文件…</translation>
    </message>
    <message>
        <source>Add files as evidence</source>
        <translation>添加文件作为佐证材料</translation>
    </message>
    <message>
        <source>Add a folder as evidence</source>
        <translation>添加文件夹</translation>
    </message>
    <message>
        <source>“{0}” is now in force in evidence {1}.</source>
        <translation>“{0}”已作为佐证材料 {1} 的新版次收入。</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>处理方式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>要求项</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>(none)</source>
        <translation>（不指定）</translation>
    </message>
    <message>
        <source>The same file is evidence {0}.</source>
        <translation>与佐证材料 {0} 的文件相同。</translation>
    </message>
    <message>
        <source>The same file as “{0}”.</source>
        <translation>与“{0}”相同。</translation>
    </message>
    <message>
        <source>A file with this name is in evidence {0}.</source>
        <translation>佐证材料 {0} 中有同名文件，内容不同。</translation>
    </message>
    <message>
        <source>Names {0}</source>
        <translation>提及 {0}</translation>
    </message>
    <message>
        <source>Names {0} and {1} more</source>
        <translation>提及 {0} 等，另有 {1} 项</translation>
    </message>
    <message>
        <source>Take in</source>
        <translation>收入</translation>
    </message>
    <message>
        <source>Link what is there</source>
        <translation>关联已有材料</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>New edition in {0}</source>
        <translation>作为 {0} 的新版次</translation>
    </message>
    <message>
        <source>Another file of this name, with other content.</source>
        <translation>另有同名文件，内容不同；如为新版，请在其中一行改选处理方式。</translation>
    </message>
    <message>
        <source>New edition of its namesake</source>
        <translation>作为同名文件的新版</translation>
    </message>
    <message>
        <source>Cannot be taken</source>
        <translation>无法收入</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Pilot profile</source>
        <translation>试点概况</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>要求项</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>佐证材料</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>体检</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Policy library</source>
        <translation>政策库</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Annual plan</source>
        <translation>年度计划</translation>
    </message>
    <message>
        <source>Standards</source>
        <translation>标准清单</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>核验</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Report editor</source>
        <translation>报告编辑</translation>
    </message>
    <message>
        <source>Snapshots</source>
        <translation>快照</translation>
    </message>
</context>
<context>
    <name>pasting</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
</context>
<context>
    <name>picker</name>
    <message>
        <source>Filter by number or words</source>
        <translation>按编号或文字筛选</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>关联</translation>
    </message>
    <message>
        <source>Link a requirement</source>
        <translation>关联要求项</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>要求项</translation>
    </message>
    <message>
        <source>Article</source>
        <translation>条</translation>
    </message>
    <message>
        <source>Title (paraphrased from the Notice)</source>
        <translation>名称（转述自《指导意见》）</translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation>要求项</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>plan</name>
    <message>
        <source>Overdue · {0}</source>
        <translation>已逾期 · {0}</translation>
    </message>
</context>
<context>
    <name>removing</name>
    <message>
        <source>Evidence moved to the bin: {0}. This can be undone.</source>
        <translation>已将 {0} 份佐证材料移入回收站，可以撤销。</translation>
    </message>
    <message>
        <source>Move evidence to the bin</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>Move evidence {0} “{1}” to the bin?</source>
        <translation>将佐证材料 {0}“{1}”移入回收站？</translation>
    </message>
    <message>
        <source>Move {0} dossiers of evidence to the bin?</source>
        <translation>将 {0} 份佐证材料移入回收站？</translation>
    </message>
    <message>
        <source>Files, links and number stay with it there; the bin and undo bring it back.</source>
        <translation>附件、关联和编号一并保留，可从回收站恢复，也可以撤销。</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>移入回收站</translation>
    </message>
    <message>
        <source>“{0}” was removed from evidence {1}. This can be undone.</source>
        <translation>已从佐证材料 {1} 移除附件“{0}”，可撤销。</translation>
    </message>
    <message>
        <source>Remove file</source>
        <translation>移除附件</translation>
    </message>
    <message>
        <source>Remove “{0}” from evidence {1}?</source>
        <translation>从佐证材料 {1} 移除附件“{0}”？</translation>
    </message>
    <message>
        <source>Edition {0} only</source>
        <translation>只移除第 {0} 版</translation>
    </message>
    <message>
        <source>All {0} editions</source>
        <translation>移除全部 {0} 个版次</translation>
    </message>
    <message>
        <source>Without edition {0}, edition {1} (“{2}”) is in force again.</source>
        <translation>只移除第 {0} 版时，第 {1} 版（“{2}”）重新生效。</translation>
    </message>
    <message>
        <source>The dossier then has no file; its number stays.</source>
        <translation>移除后该材料没有附件，编号保留。</translation>
    </message>
    <message>
        <source>Undo brings the file back, so its bytes stay in the workbook. They go for good when the whole dossier is moved to the bin and the bin is emptied.</source>
        <translation>可用撤销恢复，因此文件仍保留在工作簿中；把整份材料移入回收站并清空后，才永久删除。</translation>
    </message>
</context>
<context>
    <name>snapshots</name>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}（{1}）</translation>
    </message>
</context>
<context>
    <name>standards</name>
    <message>
        <source>Indicator</source>
        <translation>指标名称</translation>
    </message>
    <message>
        <source>Proposed</source>
        <translation>拟采用</translation>
    </message>
    <message>
        <source>Last reading</source>
        <translation>最近实际值</translation>
    </message>
</context>
</TS>
