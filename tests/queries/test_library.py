"""Search over the library, and what is related to what."""

import subprocess
import sys
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app.catalog.load_library import library
from app.domain.vocabulary import Language
from app.models import RequirementRow
from app.queries.library.content import LibraryContent, library_content
from app.queries.library.entries import Entry
from app.queries.library.folding import fold, folded, merged
from app.queries.library.search import Hit, Index, Marked
from app.services.workbooks import Workbook


@pytest.fixture(scope="module")
def content() -> LibraryContent:
    return library_content()


def marked(text: Marked) -> set[str]:
    return {text.text[start:end] for start, end in text.spans}


def ids(hits: list[Hit]) -> list[str]:
    return [hit.id for hit in hits]


def test_words_of_two_characters_are_found(content: LibraryContent) -> None:
    hits = content.index.search("政府", "zh")
    assert {"N29-1.10", "OUT-25", "OUT-33"} <= set(ids(hits))
    for hit in hits:
        assert marked(hit.heading) | marked(hit.surroundings) == {"政府"}
    headed = [bool(hit.heading.spans) for hit in hits]
    assert headed == sorted(headed, reverse=True)


def test_every_document_is_searched(content: LibraryContent) -> None:
    documents = {hit.document for hit in content.index.search("标准化", "zh", limit=1000)}
    assert documents == {"notice", "outline", "key-points-2023", "shanghai", "chongqing", ""}
    kinds = {hit.kind for hit in content.index.search("国际标准", "zh", limit=1000)}
    assert kinds >= {"requirement", "goal", "clause", "key-point", "plan-target", "indicator"}


@pytest.mark.parametrize("query", ["KP23-61", "kp23-61", "ＫＰ２３－６１"])
def test_ids_are_found(content: LibraryContent, query: str) -> None:
    assert ids(content.index.search(query, "zh")) == ["KP23-61"]


def test_all_words_must_stand_in_the_entry(content: LibraryContent) -> None:
    both = set(ids(content.index.search("团体标准 培优", "zh")))
    assert both == set(ids(content.index.search("团体标准", "zh"))) & set(
        ids(content.index.search("培优", "zh"))
    )
    assert "N29-2.07" in both
    assert content.index.search("团体标准 没有这样的词", "zh") == []


@pytest.mark.parametrize(
    ("query", "found"),
    [("ttbz", "团体标准"), ("TTBZ", "团体标准"), ("hybz", "行业标准"), ("csj", "长三角")],
)
def test_pinyin_initials_find_words(content: LibraryContent, query: str, found: str) -> None:
    hits = content.index.search(query, "zh")
    pieces = {piece for hit in hits for piece in marked(hit.heading) | marked(hit.surroundings)}
    assert found in pieces


def test_a_sign_with_two_readings_is_found_by_both(content: LibraryContent) -> None:
    for query in ("hybz", "xybz"):
        assert "KP23-58" in ids(content.index.search(query, "zh"))


def test_letters_that_stand_somewhere_are_no_initials(content: LibraryContent) -> None:
    for hit in content.index.search("iso", "zh"):
        assert {piece.lower() for piece in marked(hit.heading) | marked(hit.surroundings)} == {
            "iso"
        }


@pytest.mark.parametrize("language", ["zh", "en"])
def test_english_is_found_whatever_is_read(content: LibraryContent, language: Language) -> None:
    hits = content.index.search("Group STANDARDS", language)
    assert "KP23-63" in ids(hits) or "N29-2.06" in ids(hits)
    assert all(not hit.heading.text or hit.heading.text.isascii() for hit in hits[:3])


@pytest.mark.parametrize("query", ["", "   ", "\u3000"])
def test_nothing_asked_nothing_found(content: LibraryContent, query: str) -> None:
    assert content.index.search(query, "zh") == []


@pytest.mark.parametrize("query", ["[a-z", "(", "\\", "%", "*", "?" * 300, "\x00", "\ud800"])
def test_any_signs_may_be_asked_for(content: LibraryContent, query: str) -> None:
    for hit in content.index.search(query, "zh"):
        assert fold(query) in fold(hit.heading.text + hit.surroundings.text + hit.id)


def test_the_surroundings_lie_around_the_finding(content: LibraryContent) -> None:
    for hit in content.index.search("证券", "zh") + content.index.search("金融", "zh"):
        if not hit.heading.spans:
            assert marked(hit.surroundings) & {"金融", "证券"}
        assert "\n" not in hit.surroundings.text
        assert len(hit.surroundings.text) <= 125


@given(st.text() | st.text("aAß標Å（e\u0301İ", max_size=9))
def test_each_sign_is_folded_by_itself(text: str) -> None:
    assert fold(text) == "".join(unicodedata.normalize("NFKC", one).casefold() for one in text)


@given(st.text("aA１ﬁßＩ标准 Å", max_size=30), st.text("aA１fißＩ标", min_size=1, max_size=3))
def test_spans_are_where_the_folded_word_stands(text: str, word: str) -> None:
    page, wanted = folded(text), folded(word).folded
    for start, end in page.spans(wanted):
        assert wanted in folded(text[start:end]).folded
    assert bool(page.spans(wanted)) == (wanted in page.folded)


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5)), max_size=8))
def test_merged_spans_cover_the_same_and_never_touch(pairs: list[tuple[int, int]]) -> None:
    spans = [(start, start + length) for start, length in pairs]
    result = merged(spans)
    covered = {place for start, end in spans for place in range(start, end)}
    assert covered == {place for start, end in result for place in range(start, end)}
    assert all(one[1] < two[0] for one, two in pairwise(result))


def test_relations_lead_there_and_back(content: LibraryContent) -> None:
    for entry in content.entries.values():
        for relation in content.relations(entry.id):
            assert relation.why.zh
            assert entry.id in [back.id for back in content.relations(relation.id)]


def test_relations_of_one_requirement(content: LibraryContent) -> None:
    kinds = [relation.kind for relation in content.relations("N29-2.07")]
    assert kinds == sorted(kinds, key=["clause", "key-point", "indicator"].index)
    assert set(kinds) == {"clause", "key-point", "indicator"}
    assert content.why_unmatched("N29-2.07") is None
    reason = content.why_unmatched("N29-8.01")
    assert reason is not None
    assert "自愿" in reason.zh


def test_the_workbook_s_own_wording_is_searched(workbook: Workbook) -> None:
    with workbook.write("answer.edit", requirement="N29-1.01", fields=[]) as unit:
        row = unit.session.scalars(
            select(RequirementRow).where(RequirementRow.id == "N29-1.01")
        ).one()
        row.content = {**row.content, "title": {"zh": "本省另行表述甲乙丙", "en": "Own wording"}}
    content = library_content(workbook)
    assert ids(content.index.search("另行表述甲乙丙", "zh")) == ["N29-1.01"]
    assert library_content().index.search("另行表述甲乙丙", "zh") == []


def test_entries_know_where_they_come_from(content: LibraryContent) -> None:
    entries: dict[str, Entry] = content.entries
    assert len(entries) == 88 + 2 + 35 + 89 + 9 + 8 + 16 + len(library().indicators)
    assert entries["OUT-25"].wording == "working"
    assert entries["OUT-03"].wording == "official"
    assert entries["SH-1"].document == "shanghai"


def test_neither_library_nor_pinyin_is_loaded_at_the_start() -> None:
    code = (
        "import sys, app.queries.library.content, app.services.workbooks\n"
        "from app.catalog.load_library import library\n"
        "print(library.cache_info().currsize, 'pypinyin' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout.split() == ["0", "False"]


def test_an_index_of_nothing() -> None:
    assert Index([]).search("ttbz", "zh") == []
