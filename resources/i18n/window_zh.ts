<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recent workbooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;sample workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Back up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Res&amp;tore a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Close workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ArticlesTable</name>
    <message>
        <source>Article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress and score of each article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChangeChart</name>
    <message>
        <source>Score of the four changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>e.g. 2026-01-05</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a date; write it as 2026-01-05. Not saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>{0} — Four Changes Workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample data: everything in this workbook is invented.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: {0} on {1} has this workbook open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: this disk or folder cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbook cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not everything is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of what you typed could not be saved. Close all the same and lose it?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>An unexpected error occurred. What was saved is safe. Details are in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four Changes Workbook</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewWorkbookDialog</name>
    <message>
        <source>New workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the pilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pilot lasts at most three years (article 8 of the Notice). Do not enter classified material.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} standardization pilot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pilot needs a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a place for the workbook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The end is before the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The period is longer than three years; the check will say so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message>
        <source>Days left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirements done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Findings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Articles of the Notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The four changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score of 100 points: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pilot period set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pilot ended on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pilot runs until {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grade: {0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} in progress, {1} rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dossiers in the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None entered yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} must be fixed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>Clear the rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has been done yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RequirementTree</name>
    <message>
        <source>Article {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · Change: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Level {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Open workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to put the sample workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the sample workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back up to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backup (*.fcbackup)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backing up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The backup was written and read back: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to put the restored workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StepsList</name>
    <message>
        <source>Looking through the workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is pressing. The report can be exported on the page “Reports”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete the pilot profile: “{0}” is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add evidence to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overdue since {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due on {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer next: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilot profile</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextField</name>
    <message>
        <source>At most {0} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} characters: too long, not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} / {1} characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TreePanel</name>
    <message>
        <source>No requirement matches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All requirements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by number, words or unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searches number, title, statement, responsible unit and what was done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the requirements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show by state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirements by article</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomeWindow</name>
    <message>
        <source>Four Changes Workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go through all 88 requirements of the guiding opinions on the national standardization pilot, keep the evidence for each, see what is missing, and export the self-assessment report. Everything stays on this machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restore a backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent workbooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. Make a new workbook, or look at the sample first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four Changes Workbook {0}

For recording and reporting the work of a national standardization innovation and development pilot. It is no official system: requirements are paraphrased from the Notice, and scores follow an editable, unofficial template.

Works without a network; everything stays on this machine. Do not enter classified material.

MIT licence; bundled fonts: Noto Sans SC and Noto Serif SC (OFL).</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pilot profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requirements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
