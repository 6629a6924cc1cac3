"""The title of a document, from the file's name or its first lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from app.domain.document_numbers import find_document_numbers, without_document_numbers
from app.domain.numerals import SIGNS
from app.domain.proposing.folders import without_number
from app.domain.standards.finding import leading_standard

# Names that scanners, cameras and programs give say nothing.
_MEANINGLESS = re.compile(
    r"(?:scan|scanned|img|image|dsc|dscn|pic|photo|screenshot|mmexport|wx_?camera|wechat|doc|document"
    r"|untitled|file|new|copy|扫描(?:件|全能王)?|图片|照片|截图|屏幕截图|微信(?:图片|截图|文件)|新建.*|无标题"
    r"|未命名|文档|附件|文件|副本|工作簿|book|演示文稿|资料|材料)?[\s\d_().（）:-]*",
    re.IGNORECASE,
)
_HASH = re.compile(r"[0-9a-f-]{16,}", re.IGNORECASE)
_COPY = re.compile(r"\s*(?:[-—_]\s*副本|[(（]\d{1,2}[)）]|副本\s*\d*)$")
_LIST_NUMBER = re.compile(r"(?:\d{1,3}\s*[、.．_-]|[(（]\d{1,3}[)）]|\d{1,3}\s+)\s*(?=\D)")
_FOLDER_NUMBER = re.compile(
    rf"(?:第[{SIGNS}]+[条章]|[{SIGNS}]+[、.．]|[（(](?:[{SIGNS}]+|\d+)[)）])\s*"
)
_EMPTY_BRACKETS = re.compile(r"[(（]\s*[)）]")
# What documents are called; a title ends with it.
_ENDS = (
    "通知|意见|方案|规划|计划|要点|报告|总结|汇报|纪要|办法|细则|规定|条例|决定|批复|公告|通告|通报|请示|函|"
    "章程|制度|合同|协议|协议书|备忘录|证书|名单|清单|目录|台账|统计表|汇总表|指南|规范|纲要|措施|说明"
)
_TITLE = re.compile(rf"[^。；;!！?？]{{2,}}(?:{_ENDS})(?:[（(][^（）()]{{1,20}}[）)])?")
# What programs call a document that nobody gave a title, in its own properties.
_PROGRAMS = re.compile(
    r"microsoft\s.*|wps\s.*|adobe\s.*|(?:powerpoint|wps)?\s*(?:演示文稿|presentation)\s*\d*|slide\s*\d*"
    r"|幻灯片\s*\d*|标题|题目|title|无题|空白|blank|.*\.[a-z]{2,5}|.*[\\/].*",
    re.IGNORECASE,
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
# Chinese that was read in a wrong encoding.
_GARBLED = re.compile(r"[\x80-\xff\ufffd]{2}")
# 20230501 会议纪要, 会议纪要_2023-05-01; the day is proposed by itself.
_DAY = r"(?:19|20)\d\d(?P<sign{0}>[-._]?)(?:0\d|1[0-2])(?P=sign{0})(?:[0-2]\d|3[01])"
_FIRST_DAY = re.compile(rf"^{_DAY.format(1)}(?!\d)[\s_\-—、.]*(?=\S)")
_LAST_DAY = re.compile(rf"(?<=\S)[\s_\-—、.(（]*(?<!\d){_DAY.format(2)}[)）]?$")
_LONGEST = 120
# Signs up to which a name may be no more than what such documents are called.
_GENERAL = 6
# Lines of the head in which a title is looked for, and how many it may be broken into.
_HEAD, _BROKEN = 30, 4
_SHORTEST = 3
# Signs of a line that is a broken title's.
_GOES_ON = 4
# Whom a letter is to, and the head of a letter.
_NO_TITLE = re.compile(r".*[:：]|.*(?:政府|厅|局|委|会|室|部|院|中心)\s*文\s*件")


def title_of(stem: str, lines: list[str], own: str = "") -> str:
    """The file's name made readable; the title in its first lines where the name says less.

    `own` is what the document's properties call it, for one that has no title in its lines.
    """
    named = readable_name(stem)
    if says_nothing(named):
        return title_in(lines) or sensible(own) or named or stem.strip()
    if len(named) <= _GENERAL:
        # 会议纪要: of which meeting is said inside.
        inside = title_in(lines)
        return inside if named in inside else named
    return named


def in_folder(title: str, stem: str, folders: Sequence[str]) -> str:
    """A title that says nothing is told by the innermost folder that says something.

    IMG_0001 in 现场会 is 现场会（IMG_0001）.
    """
    if not says_nothing(title):
        return title
    names = (readable_name(_FOLDER_NUMBER.sub("", name.strip())) for name in reversed(folders))
    folder = next((name for name in names if not says_nothing(name)), "")
    return f"{folder}（{stem.strip()}）" if folder else title


def sensible(own: str) -> str:
    """What a document's properties call it; "" where that is a program's doing."""
    title = " ".join(own.split())
    bare = _PROGRAMS.fullmatch(title) or says_nothing(title) or len(title) < _SHORTEST
    garbled = _GARBLED.search(title) and not _HAN.search(title)
    return "" if bare or garbled or len(title) > _LONGEST else title


def readable_name(stem: str) -> str:
    """A file's name without suffix, numbers of lists and requirements, day and signs of a copy.

    The number of a standard that it begins with gets its slash: GB_T 1.1-2020 名称.
    """
    name = without_number(stem.strip())
    number = leading_standard(name)
    if number is not None:
        name = f"{number[0].designation} {name[number[1] :]}"
    elif _LIST_NUMBER.match(name):
        name = _LIST_NUMBER.sub("", name, count=1)
    name = _EMPTY_BRACKETS.sub("", without_document_numbers(name))
    name = _COPY.sub("", name)
    name = _LAST_DAY.sub("", _FIRST_DAY.sub("", name, count=1), count=1)
    return " ".join(name.replace("_", " ").split()).strip(" -—")


def says_nothing(name: str) -> bool:
    """Whether a name is a scanner's, a camera's or a program's."""
    return bool(_MEANINGLESS.fullmatch(name) or _HASH.fullmatch(name))


def title_in(lines: list[str]) -> str:
    """The title in the first lines of a document: 关于… before others; "" where none is found."""
    head = lines[:_HEAD]
    titles = []
    for start in range(len(head)):
        for length in range(1, _BROKEN + 1):
            pieces = head[start : start + length]
            if any(_NO_TITLE.fullmatch(piece) or find_document_numbers(piece) for piece in pieces):
                break
            if length > 1 and not _is_long(pieces[0]):
                break
            joined = "".join(pieces)
            if len(joined) > _LONGEST:
                break
            if _TITLE.fullmatch(joined):
                titles.append(joined)
                break
    return next((title for title in titles if "关于" in title), titles[0] if titles else "")


def _is_long(line: str) -> bool:
    """Whether a title may go on in the next line; the name of a sheet, 汇总 or Sheet1, does not."""
    return len(line) >= _GOES_ON and bool(_HAN.search(line))
