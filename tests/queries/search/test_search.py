from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.domain.steps import finish
from app.domain.vocabulary import EvidenceKind
from app.extraction.text import Extract, Reason
from app.queries.search.evidence import EvidenceSearch, FoundEvidence
from app.queries.search.filters import EvidenceFilter, State
from app.queries.search.index import Entry, TextIndex
from app.services.answers import edit_answer
from app.services.bin import empty
from app.services.evidence import Target, add_files, edit_evidence, remove
from app.services.evidence_links import link, unlink
from app.services.workbooks import Workbook, open_workbook
from app.store.layout import SEARCH
from tests.extraction import making

TODAY = date(2025, 7, 1)


class Shelf:
    """A workbook with a search over it; `add` gives the dossier's number."""

    def __init__(self, workbook: Workbook, folder: Path) -> None:
        self.workbook = workbook
        self.folder = folder
        self.search = EvidenceSearch(workbook)

    def add(self, name: str, text: str, requirement: str = "N29-2.07", **fields: object) -> str:
        file = self.folder / name
        match file.suffix:
            case ".pdf":
                making.pdf(file, text.split("\f"))
            case ".docx":
                making.docx(file, text.splitlines())
            case ".xlsx":
                making.xlsx(file, [[line] for line in text.splitlines()])
            case ".pptx":
                making.pptx(file, [[line] for line in text.splitlines()])
            case _:
                file.write_text(text, encoding="utf-8")
        (result,) = finish(add_files(self.workbook, [file], Target(requirement))).files
        if fields:
            edit_evidence(self.workbook, result.evidence_id, **fields)  # type: ignore[arg-type]
        return result.number

    def read(self) -> None:
        finish(self.search.fill())
        self.search.refresh()

    def find(self, query: str, **only: object) -> FoundEvidence:
        return self.search.find(query, TODAY, EvidenceFilter(**only))  # type: ignore[arg-type]

    def numbers(self, query: str, **only: object) -> list[str]:
        return [hit.number for hit in self.find(query, **only).hits]


@pytest.fixture
def shelf(workbook: Workbook, tmp_path: Path) -> Iterator[Shelf]:
    folder = tmp_path / "files"
    folder.mkdir()
    made = Shelf(workbook, folder)
    yield made
    made.search.close()


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.xlsx", "a.pptx", "a.txt", "a.html"])
def test_a_word_inside_a_file_is_found(shelf: Shelf, name: str) -> None:
    number = shelf.add(name, "联席会议第三次会议\n审议了培优计划")
    shelf.add("b.txt", "别的内容")
    shelf.read()
    found = shelf.find("培优")
    assert [hit.number for hit in found.hits] == [number]
    (hit,) = found.hits
    assert hit.file == name
    (span,) = hit.surroundings.spans
    assert hit.surroundings.text[slice(*span)] == "培优"
    assert "审议了" in hit.surroundings.text


def test_titles_come_before_fields_and_texts(shelf: Shelf) -> None:
    inside = shelf.add("甲.txt", "正文说到氢能。")
    noted = shelf.add("乙.txt", "乙的正文", notes="备注里的氢能")
    named = shelf.add("丙.txt", "丙的正文", title="氢能标准")
    shelf.read()
    found = shelf.find("氢能")
    assert [hit.number for hit in found.hits] == [named, noted, inside]
    assert [hit.file for hit in found.hits] == ["", "", "甲.txt"]
    assert found.hits[0].heading.spans == ((0, 2),)
    assert found.hits[1].surroundings.text == "备注里的氢能"
    assert found.total == 3


@pytest.mark.parametrize(
    "query",
    [
        "浙政办发〔2023〕24号",
        "省政府",
        "通知.txt",
        "第3页",
        "说明了",
        "2.07-01",
        "ｇｂ/ｔ 1.1",
        "GB/T 1.1",
    ],
)
def test_every_field_is_searched(shelf: Shelf, query: str) -> None:
    number = shelf.add(
        "通知.txt",
        "按照ＧＢ／Ｔ　１．１—2020执行",
        title="工作方案",
        document_number="浙政办发〔2023〕24号",
        issuing_body="省政府办公厅",
        notes="说明了一切",
    )
    hit = shelf.search.find("工作方案", TODAY).hits[0]
    unlink(shelf.workbook, hit.id, "N29-2.07")
    link(shelf.workbook, hit.id, "N29-2.07", locator="第3页第2段")
    shelf.add("b.txt", "别的")
    shelf.read()
    assert shelf.numbers(query) == [number]


def test_words_may_stand_in_different_places(shelf: Shelf) -> None:
    number = shelf.add("a.txt", "氢能", title="团体标准")
    shelf.add("b.txt", "风能", title="团体标准")
    shelf.read()
    assert shelf.numbers("团体 氢能") == [number]
    assert shelf.numbers("团体 核能") == []


def test_pinyin_initials(shelf: Shelf) -> None:
    number = shelf.add("a.txt", "x", title="团体标准培优计划")
    shelf.add("b.txt", "y", title="行业标准")
    shelf.read()
    assert shelf.numbers("ttbz") == [number]
    assert len(shelf.numbers("bz")) == 2
    assert shelf.find("pyjh").hits[0].heading.spans == ((4, 8),)


def test_a_word_across_the_end_of_a_line(shelf: Shelf) -> None:
    number = shelf.add("a.pdf", "推进团体标\n准培优")
    shelf.read()
    found = shelf.find("团体标准")
    assert [hit.number for hit in found.hits] == [number]
    assert found.hits[0].surroundings.spans


def test_filters(shelf: Shelf) -> None:
    one = shelf.add("a.txt", "标准", formed_on=date(2023, 3, 27), kind=EvidenceKind.POLICY)
    two = shelf.add("b.txt", "标准二", "N29-3.02", valid_until=date(2025, 6, 30))
    edit_answer(shelf.workbook, "N29-3.02", unit="省市场监督管理局")
    shelf.read()
    assert shelf.numbers("标准", article=3) == [two]
    assert shelf.numbers("", requirement_id="N29-2.07") == [one]
    assert shelf.numbers("标准", kinds=frozenset({EvidenceKind.POLICY})) == [one]
    assert shelf.numbers("", formed_from=date(2023, 1, 1), formed_to=date(2023, 12, 31)) == [one]
    assert shelf.numbers("", formed_from=date(2024, 1, 1)) == []
    assert shelf.numbers("标准", unit="省市场监督管理局") == [two]
    assert shelf.numbers("", states=frozenset({State.EXPIRED})) == [two]
    assert shelf.numbers("") == [one, two]


def test_states(shelf: Shelf) -> None:
    sound = shelf.add("a.txt", "甲")
    altered = shelf.add("b.txt", "乙乙")
    unlinked = shelf.add("c.txt", "丙丙丙")
    shelf.read()
    hits = {hit.number: hit.id for hit in shelf.find("").hits}
    unlink(shelf.workbook, hits[unlinked], "N29-2.07")
    for path in shelf.workbook.vault.folder.rglob("*"):
        if path.is_file() and path.read_text(encoding="utf-8") == "乙乙":
            path.unlink()
    shelf.search.refresh()
    assert shelf.numbers("", states=frozenset({State.ALTERED})) == [altered]
    assert shelf.numbers("", states=frozenset({State.UNLINKED})) == [unlinked]
    assert shelf.numbers("", states=frozenset({State.UNLINKED, State.ALTERED})) == [
        altered,
        unlinked,
    ]
    assert shelf.numbers("", states=frozenset({State.WITHOUT_FILE})) == []
    assert sound not in shelf.numbers("", states=frozenset(State))


def test_a_change_is_found_after_refresh(shelf: Shelf) -> None:
    shelf.add("a.txt", "甲", title="旧名")
    shelf.read()
    (hit,) = shelf.find("旧名").hits
    edit_evidence(shelf.workbook, hit.id, title="新名")
    shelf.search.refresh()
    assert shelf.numbers("旧名") == []
    assert shelf.numbers("新名") == [hit.number]


def test_each_content_is_read_once(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.add("a.txt", "甲")
    shelf.read()
    shelf.add("b.txt", "乙")
    read: list[str] = []
    from app.queries.search import filling

    true = filling.extract

    def counted(path: Path, name: str, limits: object) -> object:
        read.append(name)
        return true(path, name, None)

    monkeypatch.setattr(filling, "extract", counted)
    assert finish(shelf.search.fill()).read == 1
    assert finish(shelf.search.fill()).read == 0
    assert read == ["b.txt"]


def test_filling_can_be_given_up_and_taken_up_again(shelf: Shelf) -> None:
    for number in range(5):
        shelf.add(f"{number}.txt", f"内容{number}")
    work = shelf.search.fill()
    for _ in range(5):
        next(work)
    work.close()
    some = len(shelf.search.index.known())
    assert 0 < some < 5
    assert finish(shelf.search.fill()).read == 5 - some


def test_files_without_text_say_why(shelf: Shelf) -> None:
    file = shelf.folder / "a.pdf"
    making.pdf(file, ["秘密"], password="x")
    finish(add_files(shelf.workbook, [file], Target("N29-2.07")))
    assert finish(shelf.search.fill()).without_text == 1
    assert list(shelf.search.index.reasons().values()) == [Reason.ENCRYPTED]


def test_what_is_removed_leaves_nothing_behind(shelf: Shelf) -> None:
    shelf.add("a.txt", "绝无仅有的词")
    shelf.read()
    (hit,) = shelf.find("绝无仅有").hits
    remove(shelf.workbook, [hit.id], date(2025, 6, 1))
    shelf.search.refresh()
    assert shelf.find("绝无仅有").total == 0
    empty(shelf.workbook, [hit.id])
    shelf.read()
    assert shelf.search.index.known() == frozenset()
    # The next text takes its place in the index.
    shelf.add("b.txt", "别的内容")
    shelf.read()
    assert shelf.search.index.matching("绝无仅有") == frozenset()
    assert len(shelf.search.index.matching("别的")) == 1


def test_standards_inside_are_kept(shelf: Shelf) -> None:
    shelf.add("a.txt", "按照GB/T 1.1—2020和DB33/T 1234-2021执行")
    shelf.read()
    found = [designation for _, designation in shelf.search.index.standards()]
    assert found == ["GB/T 1.1-2020", "DB33/T 1234-2021"]


def test_the_index_is_kept_in_the_workbook(shelf: Shelf) -> None:
    number = shelf.add("a.txt", "内文")
    shelf.read()
    shelf.search.close()
    again = EvidenceSearch(shelf.workbook)
    assert [hit.number for hit in again.find("内文", TODAY).hits] == [number]
    assert again.index.file == shelf.workbook.folder / SEARCH
    again.close()


@pytest.mark.parametrize(
    "harm",
    [
        lambda file: file.unlink(),
        lambda file: file.write_bytes(b"no database at all" * 100),
        lambda file: file.write_bytes(file.read_bytes()[:5000]),
        lambda file: _change(file, "PRAGMA user_version=99"),
        lambda file: _change(file, "DROP TABLE inside"),
    ],
    ids=["deleted", "rubbish", "cut", "other format", "table lost"],
)
def test_a_harmed_index_is_made_anew(shelf: Shelf, harm: Callable[[Path], object]) -> None:
    number = shelf.add("a.txt", "内文")
    shelf.read()
    shelf.search.close()
    harm(shelf.workbook.folder / SEARCH)
    again = EvidenceSearch(shelf.workbook)
    again.find("内文", TODAY)  # may find out only now
    finish(again.fill())
    assert [hit.number for hit in again.find("内文", TODAY).hits] == [number]
    again.close()


def _change(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()


def test_a_workbook_that_cannot_be_written_has_its_index_elsewhere(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = shelf.add("a.txt", "内文")
    monkeypatch.setattr("app.queries.search.place.SEARCH", "workbook.sqlite/search.sqlite")
    search = EvidenceSearch(shelf.workbook)
    finish(search.fill())
    assert search.index.file is not None
    assert shelf.workbook.folder not in search.index.file.parents
    assert [hit.number for hit in search.find("内文", TODAY).hits] == [number]
    search.close()
    monkeypatch.setattr(
        "app.queries.search.place._of_user", lambda folder: folder / "workbook.sqlite/x"
    )
    search = EvidenceSearch(shelf.workbook)
    finish(search.fill())
    assert search.index.file is None
    assert [hit.number for hit in search.find("内文", TODAY).hits] == [number]
    search.close()


def test_two_may_use_one_index(shelf: Shelf) -> None:
    number = shelf.add("a.txt", "内文")
    other = EvidenceSearch(open_workbook(shelf.workbook.folder, read_only=True))
    shelf.read()
    finish(other.fill())
    assert [hit.number for hit in other.find("内文", TODAY).hits] == [number]
    other.close()
    other._workbook.close()


def test_a_closed_index_finds_nothing() -> None:
    index = TextIndex(None)
    index.close()
    assert index.matching("词") == frozenset()
    assert index.text("x") == ""


def test_a_word_is_looked_for_again_when_a_text_has_come() -> None:
    index = TextIndex(None)
    assert index.matching("内文") == frozenset()
    index.put("1", Extract("内文"))
    assert index.matching("内文") == {"1"}
    index.put_entries([(name, Entry.of(Extract("内文"))) for name in ("1", "2", "3")])
    assert index.matching("内文") == index.known() == {"1", "2", "3"}
    index.remove(["1"])
    assert index.matching("内文") == index.known() == {"2", "3"}
    for number in range(40):
        index.matching(f"词{number}")
    assert index.matching("内文") == {"2", "3"}
    index.close()


def test_a_word_of_the_fields_and_one_of_the_text_are_marked_there(shelf: Shelf) -> None:
    number = shelf.add("a.txt", "正文说到氢能", title="团体标准")
    shelf.add("b.txt", "氢能")
    shelf.read()
    (hit,) = shelf.find("团体 氢能 团体").hits
    assert (hit.number, hit.file, hit.heading.spans) == (number, "a.txt", ((0, 2),))
    assert hit.surroundings.spans == ((4, 6),)


def test_words_that_stand_only_in_the_text_of_one_and_the_title_of_another(shelf: Shelf) -> None:
    inside = shelf.add("a.txt", "团体标准说到氢能")
    named = shelf.add("b.txt", "别的", title="氢能团体标准")
    shelf.read()
    assert shelf.numbers("氢能 团体") == [named, inside]


def test_a_file_of_several_dossiers_finds_them_all(shelf: Shelf) -> None:
    one = shelf.add("a.txt", "说到氢能")
    other = shelf.add("b.txt", "别的")
    hit = shelf.find(other).hits[0]
    (file,) = shelf.folder.glob("a.txt")
    finish(add_files(shelf.workbook, [file], Target(evidence_id=hit.id)))
    shelf.read()
    assert shelf.numbers("氢能") == [one, other]
