"""Reads of a filled workbook: what was written is what is read, in the document's order."""

from datetime import date, datetime, timedelta

import pytest

from app.domain.steps import finish
from app.domain.vocabulary import Change, Confidentiality, EvidenceKind, Progress, Severity
from app.errors import UserError
from app.queries.answers import answer, answers
from app.queries.catalogue import articles, document, requirement_texts
from app.queries.checks import check
from app.queries.evidence import evidence, evidence_list, missing_files
from app.queries.history import answer_history, history, last_saved
from app.queries.overview import evidence_count, overview
from app.queries.verification import verify
from app.services.answers import edit_answer
from app.services.evidence import edit_evidence, remove
from app.services.profile import edit_profile
from app.services.workbooks import Workbook

TODAY = date(2026, 1, 5)


def test_answers_in_the_order_of_the_document(filled: Workbook) -> None:
    rows = answers(filled)
    assert [row.requirement_id for row in rows] == sorted(row.requirement_id for row in rows)
    assert [row.requirement_id for row in rows] == [item.id for item in requirement_texts(filled)]
    assert len(rows) == 88
    assert [row.requirement_id for row in rows if row.evidence_count] == ["N29-1.01", "N29-2.07"]
    one = answer(filled, "N29-2.07")
    assert one in rows
    assert (one.due, one.title.en != "", one.article) == (date(2026, 6, 30), True, 2)
    assert one.state.progress is Progress.IN_PROGRESS


def test_the_catalogue_that_the_workbook_carries(filled: Workbook) -> None:
    assert document(filled).issued == "2022-08-22"
    assert [info.change for info in articles(filled)] == [None, *Change, None, None, None]


def test_dossiers_with_files_and_links(filled: Workbook) -> None:
    first, second = evidence_list(filled)
    assert (first.number, first.title, first.kind) == ("1.01-01", "实施方案", EvidenceKind.POLICY)
    assert first.document_number == "浙政办发〔2023〕24号"
    assert first.confidentiality is Confidentiality.NONE
    assert [file.name for file in first.files] == ["实施方案.txt", "会议纪要.txt"]
    assert first.size == sum(file.size for file in first.files) > 0
    assert [(link.requirement_id, link.locator) for link in first.links] == [("N29-1.01", "第3页")]
    assert evidence(filled, first.id) == evidence(filled, "1.01-01") == first
    assert evidence_list(filled, "N29-2.07") == [second]
    assert evidence_list(filled, "N29-8.08") == []
    with pytest.raises(UserError) as caught:
        evidence(filled, "9.99-01")
    assert caught.value.code == "evidence.unknown"


def test_history_is_newest_first_and_tells_who(filled: Workbook) -> None:
    edit_answer(filled, "N29-1.01", level=3)
    rows = history(filled)
    assert [row.seq for row in rows] == list(range(len(rows), 0, -1))
    assert (rows[0].kind, rows[0].fields, rows[-1].kind) == ("answer.edit", 1, "workbook.create")
    assert rows[0].actor
    assert rows[0].at.utcoffset() == timedelta(hours=8)  # the tests' own zone
    assert last_saved(filled) == rows[0].at
    assert datetime.now().astimezone() - rows[0].at < timedelta(minutes=5)
    assert history(filled, limit=2) == rows[:2]


def test_the_history_of_one_answer(filled: Workbook) -> None:
    edit_answer(filled, "N29-1.01", level=3, narrative="改")
    edit_answer(filled, "N29-1.02", level=1)
    rows = answer_history(filled, "N29-1.01")
    assert [(row.field, row.before, row.after) for row in rows if row.field == "level"] == [
        ("level", 4, 3),
        ("level", None, 4),
    ]
    assert answer_history(filled, "N29-8.08") == []


def test_the_overview(filled: Workbook) -> None:
    state = overview(filled, TODAY)
    assert state.days_left == 80
    assert (state.score.tally.total, state.score.tally.applicable) == (88, 87)
    assert (state.score.tally.done, state.score.tally.started, state.score.tally.rated) == (1, 2, 2)
    assert [part.info.number for part in state.articles] == list(range(1, 9))
    assert [change for change, _ in state.changes] == list(Change)
    assert state.articles[0].score.points == pytest.approx(100 / 12)
    assert state.articles[1].score.points == pytest.approx(50 / 10)
    assert state.score.points == pytest.approx((10 * 100 / 12 + 17 * 5) / 100)
    edit_profile(filled, end=None)
    assert overview(filled, TODAY).days_left is None


def test_the_check_goes_by_what_is_on_the_disk(filled: Workbook) -> None:
    def found() -> set[tuple[str, str]]:
        return {
            (each.code, each.label)
            for each in check(filled, TODAY)
            if each.code not in ("not-answered", "no-reading")
        }

    assert found() == set()
    first, second = evidence_list(filled)
    filled.vault.path(first.files[0].sha256).unlink()
    other = filled.vault.path(first.files[1].sha256)
    other.chmod(0o644)
    other.write_text("短")
    edit_evidence(filled, second.id, valid_until=date(2025, 12, 31))
    edit_answer(filled, "N29-1.02", progress=Progress.DONE)
    edit_answer(filled, "N29-3.02", reason="")
    edit_profile(filled, lead_unit="", end=date(2026, 3, 27))
    assert found() == {
        ("file-missing", "1.01-01"),
        ("file-altered", "1.01-01"),
        ("evidence-expired", "2.07-01"),
        ("achieved-without-evidence", "N29-1.02"),
        ("done-without-rating", "N29-1.02"),
        ("not-applicable-without-reason", "N29-3.02"),
        ("profile-incomplete", ""),
        ("pilot-too-long", ""),
    }


def test_an_alteration_of_the_same_size_is_found_by_reading(filled: Workbook) -> None:
    first, _ = evidence_list(filled)
    file = first.files[0]
    bad = filled.vault.path(file.sha256)
    content = bad.read_bytes()
    bad.chmod(0o644)
    bad.write_bytes(content[:-1] + b"!")
    result = finish(verify(filled))
    assert [(row.number, row.name) for row in result.altered] == [("1.01-01", "实施方案.txt")]
    assert not result.ok
    hashes = frozenset(row.sha256 for row in result.altered)
    findings = check(filled, TODAY, hashes)
    assert [f.code for f in findings if f.severity is Severity.ERROR] == ["file-altered"]
    bad.unlink()
    result = finish(verify(filled))
    assert [row.name for row in result.missing] == ["实施方案.txt"]
    assert result.altered == ()


def test_verification_of_sound_work(filled: Workbook) -> None:
    stored = evidence_list(filled)
    remove(filled, [stored[1].id], TODAY)
    steps = verify(filled)
    seen = []
    while True:
        try:
            seen.append(next(steps))
        except StopIteration as stop:
            result = stop.value
            break
    assert result.ok
    # What lies in the bin is looked at too.
    assert (result.checked, len(result.surplus)) == (3, 0)
    size = sum(file.size for row in stored for file in row.files)
    assert (seen[0].done, seen[-1].done, seen[-1].total) == (0, size + 1, size + 1)


def test_reading_changes_nothing(filled: Workbook) -> None:
    before = history(filled)
    for read in (answers, evidence_list, articles, document, requirement_texts):
        read(filled)
    overview(filled, TODAY)
    check(filled, TODAY)
    assert history(filled) == before


def test_what_lies_in_the_bin_is_counted_nowhere(filled: Workbook) -> None:
    dossier = next(row for row in evidence_list(filled) if row.number == "2.07-01")
    filled.vault.path(dossier.files[0].sha256).unlink()
    assert missing_files(filled)
    remove(filled, [dossier.id], TODAY)
    assert [row.number for row in evidence_list(filled)] == ["1.01-01"]
    assert evidence_list(filled, "N29-2.07") == []
    assert evidence_count(filled) == 1
    assert answer(filled, "N29-2.07").evidence_count == 0
    assert missing_files(filled) == frozenset()
    with pytest.raises(UserError, match=r"evidence\.unknown"):
        evidence(filled, dossier.id)
