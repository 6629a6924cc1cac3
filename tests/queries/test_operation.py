from datetime import date

from app.queries.evidence import evidence_list
from app.queries.history import history
from app.queries.operation import operation_fields, operation_number
from app.services.answers import edit_answer
from app.services.evidence import remove
from app.services.evidence_links import link
from app.services.undo import undo, undo_state
from app.services.workbooks import Workbook

TODAY = date(2026, 1, 5)


def test_a_changed_field_before_and_after(workbook: Workbook) -> None:
    edit_answer(workbook, "N29-2.07", unit="商务厅")
    (change,) = operation_fields(workbook, history(workbook)[0].seq, 10)
    assert (change.table, change.subject, change.field) == ("response", "N29-2.07", "unit")
    assert (change.action, change.before, change.after) == ("update", "", "商务厅")


def test_no_more_than_the_limit(workbook: Workbook) -> None:
    first = history(workbook)[-1]
    assert first.kind == "workbook.create"
    assert first.fields > 500
    assert len(operation_fields(workbook, first.seq, 500)) == 500
    assert len(operation_fields(workbook, first.seq, 100_000)) == first.fields


def test_rows_that_are_gone_keep_their_names(filled: Workbook) -> None:
    dossier = evidence_list(filled)[1]
    link(filled, dossier.id, "N29-8.01")
    linked = history(filled)[0].seq
    remove(filled, [dossier.id], TODAY)
    subjects = {change.subject for change in operation_fields(filled, linked, 100)}
    assert subjects == {f"{dossier.number} → N29-8.01"}


def test_the_number_of_what_undo_takes_back(filled: Workbook) -> None:
    edit_answer(filled, "N29-2.07", unit="商务厅")
    newest = history(filled)[0].seq
    last = undo_state(filled).undo
    assert last is not None
    assert operation_number(filled, last.operation_id) == newest
    undo(filled)
    before = undo_state(filled).undo
    assert before is not None
    number = operation_number(filled, before.operation_id)
    assert number is not None
    assert number < newest
    assert operation_number(filled, "no such id") is None
