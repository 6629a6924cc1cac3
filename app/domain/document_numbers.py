"""Numbers of documents (机关代字〔2022〕29号): brought to form and found in running text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_OPEN, _CLOSE = r"[〔﹝\[［(（【]", r"[〕﹞\]］)）】]"
_NUMBER = re.compile(
    rf"(?P<organ>.*?)\s*{_OPEN}\s*(?P<year>\d{{4}})\s*{_CLOSE}\s*0*(?P<no>\d+)\s*号?"
)
# In running text: the signs of the body right before the bracket, and 号 behind the number.
_IN_TEXT = re.compile(
    r"(?P<organ>[\u4e00-\u9fff](?:[ ]?[\u4e00-\u9fff]){1,15})"
    rf"[ ]*{_OPEN}\s*(?P<year>\d{{4}})\s*{_CLOSE}\s*(?:第\s*)?(?P<no>\d{{1,6}})\s*号"
)
# What stands before the signs of the body: a word of the sentence, or the body's own name.
_LEADING = re.compile(
    r".*(?:根据|依据|按照|遵照|印发|转发|下发|发布|出台|制定|参照|落实|执行|贯彻|文号|文件|详见"
    r"|通知|意见|方案|规划|报告|办公厅|办公室|人民政府|委员会|监督管理局|的|为)"
)
_JOINING = re.compile(r"[和及与]")
_BEFORE_JOINING = re.compile(r"[号》）)\d]")
_SHORTEST_ORGAN, _LONGEST_ORGAN = 2, 10
_YEARS = range(1949, 2100)


def normalize_document_number(text: str) -> str:
    """机关代字〔2022〕29号 from looser forms: [], (), 【】, inner spaces, leading zeros.

    The form of GB/T 9704-2012; a text that is no document number comes back only trimmed.
    """
    trimmed = text.strip()
    match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", trimmed))
    if match is None:
        return trimmed
    return _form(match["organ"], match)


def find_document_numbers(text: str) -> tuple[str, ...]:
    """The document numbers that a running text names, in their form, each once, in its order."""
    return tuple(dict.fromkeys(_form(organ, match) for organ, match in _found(text)))


def without_document_numbers(text: str) -> str:
    """The text without the document numbers in it."""
    rest, last = [], 0
    for organ, match in _found(text):
        rest.append(text[last : match.end("organ") - len(organ)])
        last = match.end()
    return "".join([*rest, text[last:]])


def _found(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Signs of the body as they stand in the text, and the match they end in."""
    for match in _IN_TEXT.finditer(text):
        organ = match["organ"]
        if _BEFORE_JOINING.search(text[: match.start()][-1:]) and _JOINING.match(organ):
            organ = organ[1:]  # …1号和国标委发〔2022〕29号
        organ = _LEADING.sub("", organ).lstrip()
        long_enough = _SHORTEST_ORGAN <= len(organ.replace(" ", "")) <= _LONGEST_ORGAN
        if long_enough and int(match["year"]) in _YEARS and int(match["no"]):
            yield organ, match


def _form(organ: str, match: re.Match[str]) -> str:
    signs = re.sub(r"\s+", "", organ)
    return f"{signs}〔{int(match['year'])}〕{int(match['no'])}号"
