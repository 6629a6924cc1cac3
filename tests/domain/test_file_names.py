"""Names of files that are handed to others: taken by every system, and never twice the same."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.file_names import (
    NAME_BYTES,
    Names,
    folded,
    link_target,
    safe_name,
    utf16_units,
)

DEVICES = ["CON", "PRN", "AUX", "NUL", "COM1", "LPT9", "COM¹", "CONIN$"]
NASTY = st.text(
    st.sampled_from('ab.CONul ./\\:*?"<>|#%\x00\n\u202e\u200b浙é\u0301İßK😀'), max_size=60
)
ANY = st.one_of(st.text(max_size=400), NASTY, st.sampled_from(DEVICES))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("实施方案.pdf", "实施方案.pdf"),
        ("con.txt", "con_.txt"),
        ("Nul", "Nul_"),
        ("COM1 .tar.gz", "COM1_ .tar.gz"),
        ("LPT¹", "LPT¹_"),
        ("CONTRACT.pdf", "CONTRACT.pdf"),
        ("报告. . ", "报告"),
        ("  标准\t清单\n.xlsx ", "标准 清单.xlsx"),
        ('a/b\\c:d*e?f"g<h>i|j', "a／b＼c：d＊e？f＂g＜h＞i｜j"),
        ("增长50%#2.xlsx", "增长50％＃2.xlsx"),
        ("0 \x1b 0", "0 0"),
        ("图\u202efdp.exe", "图fdp.exe"),
        ("e\u0301.pdf", "\u00e9.pdf"),
        ("...", "_"),
        ("", "_"),
        ("\ud800.pdf", ".pdf"),
        ("\u037e", ";"),
    ],
)
def test_names(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_words_are_not_cut_where_there_is_a_space_before() -> None:
    assert (
        safe_name("1 Leadership, institutions and mechanisms", 28) == "1 Leadership, institutions"
    )
    assert safe_name("1 Leadership, institutions and mechanisms.pdf", 30) == (
        "1 Leadership, institutions.pdf"
    )
    assert safe_name("1 Standardizationwithoutanyspace", 20) == "1 Standardizationwit"


def test_a_long_name_keeps_its_ending() -> None:
    name = safe_name("国" * 200 + ".docx", 40)
    assert name == "国" * 35 + ".docx"
    # 255 bytes is what most file systems of Linux take: 85 Chinese characters.
    assert len(safe_name("国" * 200 + ".docx").encode()) <= NAME_BYTES
    assert safe_name("😀" * 30, 21) == "😀" * 10


@given(ANY, st.integers(0, 300))
def test_every_name_is_taken_everywhere(name: str, units: int) -> None:
    safe = safe_name(name, units)
    assert safe
    assert not re.search(r'[<>:"/\\|?*#%\x00-\x1f\x7f]', safe)
    assert safe == safe.strip(" ").rstrip(". ")
    assert safe == unicodedata.normalize("NFC", safe)
    assert safe.encode().decode() == safe
    assert utf16_units(safe) <= max(units, 16)
    assert len(safe.encode()) <= NAME_BYTES
    assert safe.split(".")[0].rstrip(" ").upper() not in DEVICES
    assert safe_name(safe, units) == safe


@given(st.lists(ANY, max_size=12), st.integers(16, 60))
def test_no_name_is_given_twice(names: list[str], units: int) -> None:
    clerk = Names()
    given_ = [clerk.take("夹", name, units) for name in names]
    assert len({folded(name) for name in given_}) == len(given_)
    assert all(utf16_units(name) <= units for name in given_)
    assert all(safe_name(name) == name for name in given_)


def test_names_that_some_system_takes_for_one() -> None:
    clerk = Names()
    given_ = [clerk.take("", name) for name in ("A.pdf", "a.PDF", "ａ.pdf", "é.txt", "e\u0301.txt")]
    assert given_ == ["A.pdf", "a (2).PDF", "ａ (3).pdf", "é.txt", "é (2).txt"]
    assert clerk.take("other", "a.pdf") == "a.pdf"


@given(st.text())
def test_folding_is_stable(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert folded(text.upper()) == folded(text.upper().lower())


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("二、标准供给/2.07 a.pdf", "二、标准供给/2.07%20a.pdf"),
        ("a#b%c.pdf", "a%23b%25c.pdf"),
        ("[1] {x} `y`^|.pdf", "%5B1%5D%20%7Bx%7D%20%60y%60%5E%7C.pdf"),
    ],
)
def test_addresses(path: str, target: str) -> None:
    assert link_target(path) == target
