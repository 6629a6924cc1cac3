"""The one door for writes: everything that goes through is recorded, nothing else goes through."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from app.catalog.load import load_default_scheme
from app.domain.scheme import scheme_as_dict
from app.domain.steps import finish
from app.domain.vocabulary import Progress
from app.errors import EnvironmentProblem
from app.models import Alteration, Evidence, Indicator, Operation, Pilot, Reading, Response
from app.queries.verification import verify
from app.services.answers import edit_answer
from app.services.profile import edit_profile, save_scheme
from app.services.undo import redo, undo
from app.services.workbooks import Workbook, open_workbook
from app.store.lock import current_user
from app.store.recorder import FIRST_HASH
from tests.state import tables, tamper

ITEM = "N29-1.01"


def last_lines(workbook: Workbook) -> dict[tuple[str, str], tuple[Any, Any]]:
    """Action and field of the last operation's alterations, with before and after."""
    with workbook.read() as session:
        seq = session.scalar(select(Operation.seq).order_by(Operation.seq.desc()).limit(1))
        rows = session.scalars(select(Alteration).where(Alteration.operation_seq == seq))
        return {(row.action, row.field): (row.before, row.after) for row in rows}


def count(workbook: Workbook) -> int:
    with workbook.read() as session:
        return len(session.scalars(select(Operation.seq)).all())


def reading(workbook: Workbook, work: Callable[[Session], object]) -> None:
    with workbook.read() as session:
        work(session)
        session.commit()


def writing(workbook: Workbook, work: Callable[[Session], object]) -> None:
    with workbook.write("test") as unit:
        work(unit.session)


def response(session: Session) -> Response:
    return session.scalars(select(Response).where(Response.requirement_id == ITEM)).one()


def test_every_field_is_recorded_before_and_after(workbook: Workbook) -> None:
    changes = edit_answer(workbook, ITEM, progress=Progress.DONE, level=3, due=date(2026, 1, 5))
    assert last_lines(workbook) == {
        ("update", "progress"): ("not-started", "done"),
        ("update", "level"): (None, 3),
        ("update", "due"): (None, "2026-01-05"),
    }
    edit_answer(workbook, ITEM, level=None, due=None, progress=Progress.DONE)
    assert last_lines(workbook) == {
        ("update", "level"): (3, None),
        ("update", "due"): ("2026-01-05", None),
    }
    assert {table for table, _ in changes.rows} == {"response"}


def test_a_new_row_is_recorded_whole_and_so_is_one_that_goes(workbook: Workbook) -> None:
    with workbook.write("test") as unit:
        unit.session.add(Evidence(id="e", number="1.01-01", title="方案"))
    columns = {column.name for column in Evidence.__table__.columns}
    assert last_lines(workbook).keys() == {("insert", name) for name in columns}
    assert last_lines(workbook)["insert", "title"] == (None, "方案")
    with workbook.write("test") as unit:
        unit.session.delete(unit.session.get_one(Evidence, "e"))
    assert last_lines(workbook).keys() == {("delete", name) for name in columns}
    assert last_lines(workbook)["delete", "title"] == ("方案", None)


def test_a_json_column_is_recorded(workbook: Workbook) -> None:
    scheme = load_default_scheme()
    save_scheme(workbook, scheme.with_article_weight(1, 50))
    ((before, after),) = last_lines(workbook).values()
    assert before == scheme_as_dict(scheme)
    assert after["article_weights"]["1"] == 50


def test_an_operation_says_who_when_and_what(workbook: Workbook) -> None:
    changes = edit_profile(workbook, lead_unit="省局")
    with workbook.read() as session:
        first, last = session.scalars(select(Operation).order_by(Operation.seq)).all()
    assert first.previous_hash == FIRST_HASH
    assert last.previous_hash == first.hash
    assert (last.id, last.kind, last.actor) == (
        changes.operation_id,
        "profile.edit",
        current_user(),
    )
    assert last.params == {"fields": ["lead_unit"]}
    assert abs(datetime.now(UTC) - datetime.fromisoformat(last.at)) < timedelta(minutes=5)


def test_nothing_is_written_when_nothing_differs(filled: Workbook) -> None:
    before = count(filled)
    assert not edit_answer(filled, ITEM, level=4, progress=Progress.DONE)
    assert not edit_profile(filled, lead_unit=" 浙江省市场监督管理局\n")
    assert not save_scheme(filled, load_default_scheme())
    with filled.write("test") as unit:
        row = response(unit.session)
        for narrative in ("改了", row.narrative):
            row.narrative = narrative
            unit.session.flush()
        unit.session.add(Evidence(id="e", number="1.01-09", title="x"))
        unit.session.flush()
        unit.session.delete(unit.session.get_one(Evidence, "e"))
    assert not unit.changes
    assert count(filled) == before


def test_a_field_that_is_set_twice_is_one_change_that_can_be_undone(filled: Workbook) -> None:
    start = tables(filled)
    with filled.write("answer.edit", requirement=ITEM, fields=["narrative"]) as unit:
        row = response(unit.session)
        for narrative in ("一", "二"):
            row.narrative = narrative
            unit.session.flush()
        unit.session.add(Evidence(id="e", number="1.01-09", title="一"))
        unit.session.flush()
        unit.session.get_one(Evidence, "e").title = "二"
    lines = last_lines(filled)
    assert lines["update", "narrative"] == ("省委全面深化改革委员会两次研究标准化工作。", "二")
    assert lines["insert", "title"] == (None, "二")
    undo(filled)
    assert tables(filled) == start


RAW = [
    text("UPDATE response SET narrative = 'x'"),
    text("DELETE FROM operation"),
    text("DROP TABLE alteration"),
    update(Response).values(narrative="x"),
    delete(Alteration),
    insert(Evidence).values(id="e", number="1", title="x"),
]


@pytest.mark.parametrize("statement", RAW, ids=str)
def test_no_statement_passes_beside_the_record(filled: Workbook, statement: Any) -> None:
    before = tables(filled), count(filled)
    with pytest.raises(EnvironmentProblem):
        reading(filled, lambda session: session.execute(statement))

    def work(session: Session) -> None:
        response(session).narrative = "x"
        session.flush()
        session.execute(statement)

    with pytest.raises(EnvironmentProblem):
        writing(filled, work)
    assert (tables(filled), count(filled)) == before


def test_no_object_passes_through_a_reading_session(filled: Workbook) -> None:
    before = tables(filled)
    with pytest.raises(EnvironmentProblem):
        reading(filled, lambda session: setattr(response(session), "narrative", "x"))
    pilot = {"id": "p", "region": "33"}
    with pytest.raises(EnvironmentProblem):
        writing(filled, lambda session: session.bulk_insert_mappings(Pilot.__mapper__, [pilot]))
    assert tables(filled) == before


def test_an_error_takes_everything_back(filled: Workbook) -> None:
    before = tables(filled), count(filled)

    def fail(session: Session) -> None:
        response(session).narrative = "x"
        session.flush()
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        writing(filled, fail)
    with pytest.raises(IntegrityError):
        writing(filled, lambda session: setattr(response(session), "progress", "perhaps"))
    assert (tables(filled), count(filled)) == before
    # A flush that failed has not left the door open.
    with pytest.raises(EnvironmentProblem):
        reading(filled, lambda session: session.execute(RAW[0]))
    assert edit_answer(filled, ITEM, narrative="又可以写了")


def test_a_reader_sees_one_state(filled: Workbook) -> None:
    with filled.read() as session:
        before = response(session).narrative
        edit_answer(filled, ITEM, narrative="新的")
        session.expire_all()
        assert response(session).narrative == before
    with filled.read() as session:
        assert response(session).narrative == "新的"


def test_foreign_keys_hold(filled: Workbook) -> None:
    with pytest.raises(IntegrityError):
        writing(filled, lambda session: session.add(Response(requirement_id="N29-9.99")))


LINES = {
    "operation": (
        ("seq", "id", "at", "actor", "kind", "params", "reverts", "previous_hash", "hash"),
        "seq = {n}",
    ),
    "alteration": (
        ("operation_seq", "position", "action", "table_name", "row_id", "field", "before", "after"),
        "rowid = (SELECT rowid FROM alteration ORDER BY rowid DESC LIMIT 1 OFFSET {n})",
    ),
}
NEW_VALUES = {"seq": "99", "operation_seq": "99", "position": "9999", "params": "'{\"x\": 1}'"}


@st.composite
def forgeries(draw: st.DrawFn) -> list[str]:
    table = draw(st.sampled_from(sorted(LINES)))
    columns, place = LINES[table]
    where = place.format(n=draw(st.integers(1, 10)))
    column = draw(st.sampled_from([None, *columns]))
    if column is None:
        return [f"DELETE FROM {table} WHERE {where}"]
    value = NEW_VALUES.get(column, "'\"falsch\"'")
    return [f"UPDATE {table} SET {column} = {value} WHERE {where}"]


@pytest.fixture(scope="module")
def forged(filled_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("forged") / "workbook"
    shutil.copytree(filled_template, folder)
    return folder


@settings(max_examples=60)
@given(statements=forgeries())
def test_no_line_can_be_changed_or_removed_unseen(
    forged: Path, filled_template: Path, statements: list[str]
) -> None:
    for leftover in forged.glob("workbook.sqlite*"):
        leftover.unlink()
    shutil.copyfile(filled_template / "workbook.sqlite", forged / "workbook.sqlite")
    tamper(forged / "workbook.sqlite", *statements)
    workbook = open_workbook(forged)
    try:
        assert not finish(verify(workbook)).ok
    finally:
        workbook.close()


def test_a_record_cut_off_at_its_end_is_noticed(filled_template: Path, forged: Path) -> None:
    shutil.copyfile(filled_template / "workbook.sqlite", forged / "workbook.sqlite")
    tamper(
        forged / "workbook.sqlite",
        "DELETE FROM alteration WHERE operation_seq = (SELECT max(seq) FROM operation)",
        "DELETE FROM operation WHERE seq = (SELECT max(seq) FROM operation)",
    )
    workbook = open_workbook(forged)
    result = finish(verify(workbook))
    workbook.close()
    assert result.broken_operations == ()
    assert [table for table, _ in result.unrecorded] == ["evidence"]
    assert not result.ok


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE response SET narrative = 'x' WHERE requirement_id = 'N29-8.08'",
        "DELETE FROM evidence_link",
        "INSERT INTO evidence SELECT number || 'x', title, kind, document_number, issuing_body,"
        " formed_on, valid_until, confidentiality, notes, 'new', NULL FROM evidence LIMIT 1",
        "UPDATE requirement SET content = '{}' WHERE id = 'N29-8.08'",
    ],
)
def test_a_value_changed_behind_the_record_is_noticed(
    filled_template: Path, tmp_path: Path, statement: str
) -> None:
    shutil.copytree(filled_template, tmp_path / "w")
    tamper(tmp_path / "w" / "workbook.sqlite", statement)
    workbook = open_workbook(tmp_path / "w")
    result = finish(verify(workbook))
    workbook.close()
    assert result.unrecorded
    assert not result.ok


def test_many_rows_at_once_are_recorded_like_any(workbook: Workbook) -> None:
    with workbook.read() as session:
        indicator_id = session.scalars(select(Indicator.id)).first()
    rows = [
        {
            "id": f"r{day}",
            "indicator_id": indicator_id,
            "on": date(2024, 1, day),
            "value": day / 3,
            "source": "",
            "notes": "",
            "evidence_id": None,
        }
        for day in range(1, 29)
    ]
    before = tables(workbook)
    with workbook.write("readings.import", count=len(rows), name="x") as unit:
        unit.insert_many(Reading, rows)
        unit.insert_many(Reading, [])
    assert unit.changes.rows == {("reading", row["id"]) for row in rows}
    after = tables(workbook)
    assert after["reading"] == sorted(rows, key=lambda row: str(row["id"]))
    assert finish(verify(workbook)).ok
    with workbook.read() as session:
        lines = session.scalars(select(Alteration).where(Alteration.row_id == "r3")).all()
    assert {line.action for line in lines} == {"insert"}
    assert {line.before for line in lines} == {None}
    undo(workbook)
    assert tables(workbook) == before
    redo(workbook)
    assert tables(workbook) == after
    with pytest.raises(IntegrityError), workbook.write("readings.import") as unit:
        unit.insert_many(Reading, rows[:1])
    assert tables(workbook) == after
