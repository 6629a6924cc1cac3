"""The kind of evidence, from its title, the file's suffix and its first lines."""

from __future__ import annotations

import re

from app.domain.vocabulary import EvidenceKind

# What documents are called. The last word of a title says what it is: 奖励办法 is a policy.
_WORDS: dict[EvidenceKind, str] = {
    EvidenceKind.POLICY: (
        "通知 意见 办法 细则 规定 条例 决定 批复 公告 通告 通报 请示 函 令 政策 纲要 措施 制度 章程"
    ),
    EvidenceKind.PLAN: "规划 计划 方案 要点 行动 路线图 任务书",
    EvidenceKind.MINUTES: "纪要 会议记录 议程 签到表",
    EvidenceKind.STATISTICS: "统计 汇总表 明细表 台账 一览表 清单 数据 年鉴 名录 目录",
    EvidenceKind.REPORT: "报告 总结 汇报 自评 评估 蓝皮书 白皮书 简报 材料",
    EvidenceKind.CERTIFICATE: "证书 资质 许可证 登记证 批准书 合格证 授权书",
    EvidenceKind.AWARD: "奖 获奖 奖状 表彰 奖牌 获奖证书 荣誉证书 获奖名单",
    EvidenceKind.CONTRACT: "合同 协议 协议书 备忘录 合作意向书 谅解备忘录",
    EvidenceKind.PHOTOGRAPH: "照片 图片 现场图 合影",
    EvidenceKind.MEDIA: "日报 晚报 新闻 报道 新华社 新闻稿 专访",
    EvidenceKind.WEB_PAGE: "网页 网站截图 网页截图",
    EvidenceKind.STANDARD: "国家标准 行业标准 地方标准 团体标准 企业标准 国际标准 标准文本",
}
# In English the word stands before what it is about: Report on the plan, Annual report of 2023.
_ENGLISH: dict[EvidenceKind, str] = {
    EvidenceKind.POLICY: (
        "notice notices circular opinions regulation regulations decision announcement policy rules"
    ),
    EvidenceKind.PLAN: "plan plans programme program roadmap agenda strategy outline",
    EvidenceKind.MINUTES: "minutes",
    EvidenceKind.STATISTICS: "statistics data list register ledger yearbook inventory catalogue",
    EvidenceKind.REPORT: (
        "report reports summary review assessment self-assessment evaluation whitepaper briefing"
    ),
    EvidenceKind.CERTIFICATE: "certificate certificates certification accreditation",
    EvidenceKind.AWARD: "award awards prize prizes commendation",
    EvidenceKind.CONTRACT: "contract contracts agreement memorandum mou",
    EvidenceKind.PHOTOGRAPH: "photo photos photograph photographs",
    EvidenceKind.MEDIA: "news interview press",
    EvidenceKind.WEB_PAGE: "webpage website",
}
_ENGLISH_KINDS = {word: kind for kind, words in _ENGLISH.items() for word in words.split()}
_ENGLISH_WORD = re.compile(r"(?<![a-z\d])[a-z]+(?:-[a-z]+)?(?![a-z\d])")
_ABOUT = re.compile(r"\b(?:of|on|for|about|concerning|regarding|from|at|in|to|with|by)\b")
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split()}
_PATTERN = re.compile("|".join(sorted(_KINDS, key=len, reverse=True)))
_PICTURES = {".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".webp", ".heic"}
_PAGES = {".html", ".htm", ".mht", ".mhtml", ".xhtml"}
_TABLES = {".xlsx", ".xls", ".et", ".csv"}
# The cover of a standard: 中华人民共和国国家标准, and the number of its field.
_COVER = re.compile(
    r"\s*(?:中华人民共和国国家标准|中华人民共和国\S{2,10}行业标准|\S{2,10}省地方标准|\S{2,10}市地方标准"
    r"|团\s*体\s*标\s*准|ICS\s*\d{2}[. ]\d{2,3}.*)\s*"
)
_HEAD = 12


def kind_of(
    title: str, suffix: str, lines: list[str], *, names_standard: bool
) -> EvidenceKind | None:
    """The kind; None where nothing says it. `names_standard`: the title begins with one."""
    if names_standard or any(_COVER.fullmatch(line) for line in lines[:_HEAD]):
        return EvidenceKind.STANDARD
    word = _last(title)
    if suffix.lower() in _PICTURES:
        proof = (EvidenceKind.CERTIFICATE, EvidenceKind.AWARD)
        return word if word in proof else EvidenceKind.PHOTOGRAPH
    if word is not None:
        return word
    if suffix.lower() in _PAGES:
        return EvidenceKind.WEB_PAGE
    return EvidenceKind.STATISTICS if suffix.lower() in _TABLES else None


def kind_of_picture(stem: str, suffix: str) -> EvidenceKind | None:
    """The kind of a picture by its name alone; None for what is no picture."""
    if suffix.lower() not in _PICTURES:
        return None
    return kind_of(stem, suffix, [], names_standard=False)


def _last(title: str) -> EvidenceKind | None:
    words = _PATTERN.findall(title)
    return _KINDS[words[-1]] if words else _english(title.casefold())


def _english(title: str) -> EvidenceKind | None:
    """By the last word that says it of the first part of the title that has one."""
    for part in _ABOUT.split(title):
        words = [word for word in _ENGLISH_WORD.findall(part) if word in _ENGLISH_KINDS]
        if words:
            return _ENGLISH_KINDS[words[-1]]
    return None
