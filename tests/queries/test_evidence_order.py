"""The ids that the list shows, against the same worked out over all dossiers in Python."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, literal, select, union_all

from app.domain.numbers import folded
from app.domain.steps import finish
from app.domain.vocabulary import EvidenceKind, Text
from app.queries.evidence import EvidenceRow, evidence, evidence_list, missing_files, number_key
from app.queries.evidence_files import missing_after, missing_of
from app.queries.evidence_order import (
    EvidenceOrder,
    Listing,
    Narrowing,
    OrderBy,
    natural_order,
    next_of,
)
from app.queries.indicators import indicator
from app.queries.plan import tasks
from app.sample.build import build_sample
from app.services.evidence import Target, add_files, edit_evidence, remove
from app.services.evidence_links import (
    link,
    link_reading,
    link_task,
    unlink,
    unlink_reading,
    unlink_task,
)
from app.services.indicators import add_indicator
from app.services.measurements import set_reading
from app.services.plan import add_task
from app.services.undo import undo
from app.services.workbooks import Workbook, open_workbook
from app.texts import text
from tests.conftest import copy_of

TODAY = date(2025, 6, 1)
KINDS = {kind: text(f"kind.{kind}", "zh") for kind in EvidenceKind}


@pytest.fixture(scope="module")
def sample_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template") / "sample"
    build_sample(folder, TODAY, "zh").close()
    return folder


@pytest.fixture
def sample(sample_template: Path, tmp_path: Path) -> Iterator[Workbook]:
    opened = open_workbook(copy_of(sample_template, tmp_path / "sample"))
    yield opened
    opened.close()


def found(workbook: Workbook, text: str = "", **narrowing: object) -> list[str]:
    """Numbers of the dossiers that a list shows."""
    wanted = Listing(TODAY, text, Narrowing(**narrowing))  # type: ignore[arg-type]
    return numbers(workbook, EvidenceOrder(workbook, KINDS).find(wanted).ids)


def numbers(workbook: Workbook, ids: tuple[str, ...]) -> list[str]:
    number_of = {row.id: row.number for row in evidence_list(workbook)}
    return [number_of[id_] for id_ in ids]


@given(
    st.lists(
        st.builds(
            "{}-{:02}".format,
            st.one_of(
                st.builds("{}.{:02}".format, st.integers(1, 12), st.integers(1, 20)),
                st.builds("X-{:02}".format, st.integers(1, 120)),
                st.just("0"),
            ),
            st.integers(1, 12_000),
        ),
        min_size=1,
        unique=True,
    )
)
def test_numbers_are_ordered_as_people_count(given_numbers: list[str]) -> None:
    rows = union_all(*(select(literal(number).label("number")) for number in given_numbers))
    column = rows.subquery().c.number
    with create_engine("sqlite://").connect() as connection:
        ordered = connection.scalars(select(column).order_by(*natural_order(column))).all()
    assert ordered == sorted(given_numbers, key=number_key)


KEYS: dict[OrderBy, Callable[[EvidenceRow], object]] = {
    "number": lambda row: number_key(row.number),
    "title": lambda row: folded(row.title),
    "kind": lambda row: folded(KINDS[row.kind]),
    "document_number": lambda row: folded(row.document_number),
    "formed_on": lambda row: str(row.formed_on or ""),
    "valid_until": lambda row: str(row.valid_until or ""),
    "files": lambda row: len(row.files),
    "size": lambda row: row.size,
    "links": lambda row: (len(row.links), [it.requirement_id for it in row.links]),
}


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("by", KEYS)
def test_orders(sample: Workbook, by: OrderBy, descending: bool) -> None:
    rows = evidence_list(sample)
    # So that all columns have something to tell rows apart by.
    edit_evidence(
        sample, rows[3].id, valid_until=TODAY, title="ＡＢ", document_number="甲〔2024〕9号"
    )
    edit_evidence(sample, rows[5].id, valid_until=TODAY, title="ab", kind=EvidenceKind.AWARD)
    unlink(sample, rows[6].id, rows[6].links[0].requirement_id)
    listed = EvidenceOrder(sample, KINDS).find(Listing(TODAY, by=by, descending=descending))
    expected = sorted(evidence_list(sample), key=KEYS[by], reverse=descending)  # type: ignore[type-var,arg-type]
    assert numbers(sample, listed.ids) == [row.number for row in expected]
    assert listed.total == len(rows)


def search(row: EvidenceRow) -> str:
    """All texts of a dossier with its file names and links."""
    links = (
        *((it.requirement_id, it) for it in row.links),
        *((it.code, it) for it in row.readings),
        *((it.code, it) for it in row.tasks),
    )
    return "\n".join(
        (
            *(row.number, row.title, KINDS[row.kind], row.document_number, row.issuing_body),
            row.notes,
            *(file.name for file in (*row.files, *row.earlier)),
            *(f"{code} {it.locator} {it.proves}" for code, it in links),
        )
    )


@pytest.mark.parametrize(
    "typed", ["标准", "ｎ29-2.0", "会议 纪要", "2024 政策", ".PDF", "没有这样的", "X-", "IND"]
)
def test_words_are_looked_for_in_all_texts(sample: Workbook, typed: str) -> None:
    words = folded(typed).split()
    rows = evidence_list(sample)
    expected = [row.number for row in rows if all(it in folded(search(row)) for it in words)]
    assert found(sample, typed) == expected


def test_narrowing(filled: Workbook) -> None:
    first, second = evidence_list(filled)
    assert found(filled, article=2) == [second.number]
    assert found(filled, article=7) == []
    assert found(filled, kind=EvidenceKind.POLICY) == [first.number]
    assert found(filled, unlinked_with="N29-2.07") == [first.number]
    for state in ("unlinked", "without-file", "expired"):
        assert found(filled, state=state) == []
    edit_evidence(filled, first.id, valid_until=TODAY - timedelta(days=1))
    edit_evidence(filled, second.id, valid_until=TODAY)
    unlink(filled, second.id, "N29-2.07")
    assert found(filled, state="expired") == [first.number]
    assert found(filled, state="unlinked") == [second.number]
    assert found(filled, "现场", state="unlinked") == [second.number]
    assert found(filled, "现场", state="expired") == []


def test_states_of_the_sample(sample: Workbook) -> None:
    rows = evidence_list(sample)
    assert found(sample, state="unlinked") == [it.number for it in rows if not it.linked]
    assert found(sample, state="without-file") == [it.number for it in rows if not it.files]


def test_missing_files_are_found_in_pieces(filled: Workbook) -> None:
    first, second = evidence_list(filled)
    hashes = sorted(file.sha256 for row in (first, second) for file in row.files)
    path = filled.vault.path(second.files[0].sha256)
    path.unlink()
    last, missing, pieces = "", set(), []
    while True:
        piece = missing_after(filled, last, limit=2)
        missing |= piece.missing
        last = piece.last
        pieces.append(last)
        if not last:
            break
    assert pieces == [hashes[1], ""]
    assert missing == missing_files(filled) == {second.files[0].sha256}
    gone = frozenset(missing)
    assert missing_of(filled, [], gone) == gone
    assert missing_of(filled, [second.files[0].id], []) == gone
    assert missing_of(filled, [first.files[0].id], []) == frozenset()
    wanted = Listing(TODAY, narrowing=Narrowing(state="file-missing"), missing=gone)
    assert EvidenceOrder(filled, KINDS).find(wanted).ids == (second.id,)


def test_what_was_found_follows_every_change(filled: Workbook, tmp_path: Path) -> None:
    """The texts are read once; afterwards only what the change record names."""
    order = EvidenceOrder(filled, KINDS)
    first, second = evidence_list(filled)

    def now(typed: str) -> list[str]:
        return numbers(filled, order.find(Listing(TODAY, typed)).ids)

    assert now("现场") == ["2.07-01"]
    edit_evidence(filled, second.id, title="查看记录", notes="备忘")
    assert now("备忘") == ["2.07-01"]
    unlink(filled, second.id, "N29-2.07")
    assert now("N29-2.07") == []
    link(filled, first.id, "N29-2.07", locator="第9页")
    assert now("n29-2.07 第9页") == ["1.01-01"]
    file = tmp_path / "附表.txt"
    file.write_text("附表", encoding="utf-8")
    finish(add_files(filled, [file], Target(evidence_id=second.id)))
    assert now("附表.txt") == ["2.07-01"]
    undo(filled)
    assert now("附表.txt") == []
    remove(filled, [second.id], TODAY)
    assert now("备忘") == []
    undo(filled)
    assert now("备忘") == ["2.07-01"]


def test_only_what_changed_is_read_again(filled: Workbook, monkeypatch: pytest.MonkeyPatch) -> None:
    order = EvidenceOrder(filled, KINDS)
    order.find(Listing(TODAY, "现场"))
    put: list[str] = []
    monkeypatch.setattr("app.queries.evidence_words.folded", lambda text: put.append(text) or text)
    first, _ = evidence_list(filled)
    order.find(Listing(TODAY, "现场"))
    assert put == []
    edit_evidence(filled, first.id, notes="备忘")
    order.find(Listing(TODAY, "现场"))
    assert len(put) == 1
    assert "备忘" in put[0]


def test_a_dossier_that_is_watched_is_told_when_it_goes(filled: Workbook) -> None:
    order = EvidenceOrder(filled, KINDS)
    first, second = evidence_list(filled)
    wanted = Listing(TODAY, "现场", watched=first.id)
    assert order.find(wanted).gone == ""
    remove(filled, [first.id], TODAY)
    assert order.find(wanted).gone == first.id
    assert order.find(Listing(TODAY, watched=second.id)).gone == ""


@pytest.mark.parametrize(
    ("by", "start", "expected"),
    [
        ("number", "2.", "2.07-01"),
        ("number", "２.０", "2.07-01"),
        ("title", "实施", "1.01-01"),
        ("kind", "政策", "1.01-01"),
        ("document_number", "浙政办", "1.01-01"),
        ("size", "2", "2.07-01"),
        ("title", "方案", ""),
    ],
)
def test_typed_letters_are_the_beginning_of_a_text(
    filled: Workbook, by: OrderBy, start: str, expected: str
) -> None:
    starting = EvidenceOrder(filled, KINDS).starting(by, start)
    assert [evidence(filled, id_).number for id_ in starting] == ([expected] if expected else [])


def test_the_next_one_is_looked_for_from_a_place_on() -> None:
    ids = ("a", "b", "c")
    assert next_of(ids, frozenset("ac"), 1) == "c"
    assert next_of(ids, frozenset("a"), 1) == "a"
    assert next_of(ids, frozenset("b"), 1) == "b"
    assert next_of(ids, frozenset(), 1) == ""
    assert next_of((), frozenset("a"), 0) == ""


def test_readings_and_tasks_are_found_by_what_is_said_of_them(filled: Workbook) -> None:
    order = EvidenceOrder(filled, KINDS)
    first, second = evidence_list(filled)

    def now(typed: str = "", state: str = "all") -> list[str]:
        wanted = Listing(TODAY, typed, Narrowing(state=state))
        return numbers(filled, order.find(wanted).ids)

    assert now("附表七") == []
    named = Text("团体标准数", "Standards")
    made = add_indicator(filled, title=named, meaning=Text("", ""), source=Text("", ""))
    code = str(made.params["code"])
    measured, day = indicator(filled, code, TODAY).id, date(2025, 3, 31)
    set_reading(filled, measured, day, TODAY, value=4.0)
    reading = indicator(filled, code, TODAY).readings[0]
    add_task(filled, year=2025, title="培优")
    task = tasks(filled)[-1]
    unlink(filled, second.id, "N29-2.07")
    assert now(state="unlinked") == [second.number]
    link_task(filled, second.id, task.id, "附表七", "完成情况")
    assert now(f"{task.code} 附表七 完成") == [second.number]
    assert now(state="unlinked") == []
    unlink_task(filled, second.id, task.id)
    assert now("附表七") == []
    link_reading(filled, second.id, reading.id, "附表八")
    assert now(f"{code} 附表八") == [second.number]
    assert now(state="unlinked") == []
    # The first dossier now supports the reading only because the reading names it.
    unlink_reading(filled, second.id, reading.id)
    set_reading(filled, measured, day, TODAY, evidence_id=first.id)
    assert now(code) == [first.number]
