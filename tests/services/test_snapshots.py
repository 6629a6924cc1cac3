"""Snapshots: what is frozen stays as it was, is proved by its hash, and can't be taken back."""

import hashlib
import json
from datetime import date

import pytest

from app.domain.steps import finish
from app.domain.vocabulary import Progress, Stage
from app.errors import EnvironmentProblem, UserError
from app.queries.evidence import evidence_list
from app.queries.history import history
from app.queries.snapshots.content import live_content
from app.queries.snapshots.reading import (
    read_snapshot,
    snapshot,
    snapshot_json,
    snapshots,
)
from app.queries.verification import verify
from app.services.answers import edit_answer
from app.services.bin import empty
from app.services.evidence import remove
from app.services.practices import add_practice
from app.services.report_texts import set_text
from app.services.snapshots import take_snapshot
from app.services.undo import redo, undo, undo_state
from app.services.workbooks import Workbook, open_workbook
from tests.state import tables, tamper

TODAY = date(2026, 1, 5)


def test_a_snapshot_holds_all_that_the_workbook_did(filled: Workbook) -> None:
    add_practice(filled, title="培优", requirements=["N29-2.07"], evidence=["2.07-01"])
    set_text(filled, "basics", "zh", "一段\n二段 <b>=1+1")
    meant = live_content(filled, Stage.INTERIM, TODAY)
    changes = take_snapshot(filled, Stage.INTERIM, TODAY, "中期自评")
    assert (changes.kind, changes.params["code"]) == ("snapshot.take", "S-01")
    (row,) = snapshots(filled)
    assert (row.code, row.stage, row.title) == ("S-01", Stage.INTERIM, "中期自评")
    assert (row.taken_on, row.actor) == (TODAY, filled.actor)
    assert read_snapshot(filled, row) == meant
    edit_answer(filled, "N29-2.07", progress=Progress.DONE, narrative="后来写的")
    remove(filled, [one.id for one in evidence_list(filled)], TODAY)
    assert read_snapshot(filled, row) == meant
    assert live_content(filled, Stage.INTERIM, TODAY) != meant


def test_the_verification_code_is_the_hash_of_canonical_json(filled: Workbook) -> None:
    take_snapshot(filled, Stage.BASELINE, TODAY)
    (row,) = snapshots(filled)
    data = snapshot_json(filled, row)
    assert hashlib.sha256(data).hexdigest() == row.sha256
    assert row.size == len(data)
    again = json.dumps(
        json.loads(data), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()
    assert again == data
    assert snapshot(filled, row.sha256) == snapshot(filled, "S-01") == row


def test_undo_passes_over_a_snapshot(filled: Workbook) -> None:
    edit_answer(filled, "N29-1.02", narrative="一")
    take_snapshot(filled, Stage.BASELINE, TODAY)
    taken = snapshots(filled)
    state = undo_state(filled).undo
    assert state is not None
    assert state.kind == "answer.edit"
    undo(filled)
    assert snapshots(filled) == taken
    # Taking one leaves what can be redone.
    take_snapshot(filled, Stage.INTERIM, TODAY)
    redo(filled)
    assert [row.code for row in snapshots(filled)] == ["S-01", "S-02"]
    assert [row.kind for row in history(filled)[:2]] == ["redo", "snapshot.take"]
    assert read_snapshot(filled, snapshots(filled)[0]).answers[1].narrative == "一"
    assert finish(verify(filled)).ok


def test_a_damaged_snapshot_is_never_used(filled: Workbook) -> None:
    take_snapshot(filled, Stage.BASELINE, TODAY)
    folder = filled.folder
    filled.close()
    tamper(
        filled.database,
        "DROP TRIGGER snapshot_content_update",
        "UPDATE snapshot_content SET data = x'789c030000000001'",
    )
    opened = open_workbook(folder)
    (row,) = snapshots(opened)
    with pytest.raises(EnvironmentProblem, match=r"snapshot\.damaged"):
        read_snapshot(opened, row)
    found = finish(verify(opened))
    assert (found.ok, found.damaged_snapshots) == (False, ("S-01",))
    opened.close()


def test_content_that_was_exchanged_is_found(filled: Workbook) -> None:
    """Content that inflates and reads well, but is not what the hash names."""
    take_snapshot(filled, Stage.BASELINE, TODAY)
    edit_answer(filled, "N29-1.02", narrative="换")
    take_snapshot(filled, Stage.BASELINE, TODAY)
    folder = filled.folder
    first, second = snapshots(filled)
    filled.close()
    tamper(
        filled.database,
        "DROP TRIGGER snapshot_content_update",
        f"UPDATE snapshot_content SET data = (SELECT data FROM snapshot_content"
        f" WHERE sha256 = '{second.sha256}') WHERE sha256 = '{first.sha256}'",
    )
    opened = open_workbook(folder)
    with pytest.raises(EnvironmentProblem, match=r"snapshot\.damaged"):
        read_snapshot(opened, first)
    assert read_snapshot(opened, second).answers[1].narrative == "换"
    opened.close()


def test_the_register_stays_when_the_bin_is_emptied(filled: Workbook) -> None:
    take_snapshot(filled, Stage.BASELINE, TODAY)
    ids = [row.id for row in evidence_list(filled)]
    remove(filled, ids, TODAY)
    empty(filled, ids)
    (row,) = snapshots(filled)
    kept = read_snapshot(filled, row).evidence
    assert [(one.number, len(one.files)) for one in kept] == [("1.01-01", 2), ("2.07-01", 1)]
    assert all(len(file.sha256) == 64 for one in kept for file in one.files)


def test_bad_input_leaves_nothing(filled: Workbook) -> None:
    before = tables(filled)
    with pytest.raises(UserError, match=r"field\.too-long"):
        take_snapshot(filled, Stage.FINAL, TODAY, "长" * 201)
    with pytest.raises(UserError, match=r"snapshot\.unknown"):
        snapshot(filled, "S-09")
    assert tables(filled) == before
    folder = filled.folder
    filled.close()
    opened = open_workbook(folder, read_only=True)
    with pytest.raises(UserError, match=r"workbook\.read-only"):
        take_snapshot(opened, Stage.FINAL, TODAY)
    opened.close()
