"""The body that issued a document, and the document's own number."""

from __future__ import annotations

import re
from itertools import pairwise

from app.domain.document_numbers import find_document_numbers
from app.domain.numerals import SIGNS
from app.domain.proposing.dates import find_dates

_SUFFIXES = (
    "政府|办公厅|办公室|委员会|领导小组|联席会议|局|厅|院|中心|协会|学会|联合会|联盟|商会|公司|集团"
    "|大学|部|委|所|署"
)
_BODY = re.compile(rf"[\u4e00-\u9fff（）()·]{{2,40}}?(?:{_SUFFIXES})")
_HEADING = re.compile(rf"(?P<body>[\u4e00-\u9fff（）() ]{{2,60}}(?:{_SUFFIXES}))\s*文\s*件")
_ABOUT = re.compile(rf"(?P<body>[\u4e00-\u9fff（）() ]{{2,60}}?(?:{_SUFFIXES}))\s*关于")
_PUBLISHED = re.compile(rf"(?P<body>[\u4e00-\u9fff（）() ]{{2,60}}(?:{_SUFFIXES}))\s*发\s*布")
_LABELLED = re.compile(
    r"(?:发布单位|发布机构|发文机关|发文单位|颁发单位|发证机关|主办单位|编制单位)\s*[:：]\s*"
    r"(?P<body>[\u4e00-\u9fff（）()]{2,40})"
)
_MONTH = re.compile(rf"(?:(?:19|20)\d\d|[{SIGNS}]{{4}})\s?年\s?(?:\d{{1,2}}|[{SIGNS}]{{1,2}})\s?月")
_HEAD = 30
# Signs that may stand beside a document's own number in its line: 签发人：某某某.
_BESIDE = 16


def issuing_body(lines: list[str], title: str) -> str:
    """The body: of …文件 at the head, …关于… in the title, …发布, or above the date; else ""."""
    head = lines[:_HEAD]
    for pattern, texts in (
        (_HEADING, head),
        (_ABOUT, [title, *head]),
        (_PUBLISHED, head),
        (_LABELLED, lines),
    ):
        for text in texts:
            match = pattern.match(text)
            if match:
                return _joined(match["body"])
    for above, line in pairwise(lines):
        is_day = find_dates(line) and len(line) <= len("二〇二三年十二月二十七日") + 2
        if (is_day or _MONTH.fullmatch(line)) and _BODY.fullmatch(above.replace(" ", "")):
            return _joined(above)
    return ""


def own_number(stem: str, lines: list[str]) -> str:
    """The document's own number: in the file's name, or alone in a line of its head.

    One inside a sentence is another document's.
    """
    named = find_document_numbers(stem)
    if named:
        return named[0]
    for line in lines[:_HEAD]:
        found = find_document_numbers(line)
        if len(found) == 1 and len(line.replace(" ", "")) <= len(found[0]) + _BESIDE:
            inside = "。" in line or "，" in line or "《" in line
            if not inside:
                return found[0]
    return ""


def _joined(body: str) -> str:
    """Bodies that stand side by side with 、 between them; signs set apart are one name."""
    words = body.split()
    if all(len(word) == 1 for word in words):
        return "".join(words)
    return "、".join(words)
