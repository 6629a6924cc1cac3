"""The workbook that is built, and the gaps that the check is to find in it."""

from collections import Counter
from pathlib import Path

import pytest

from app.domain.steps import finish
from app.errors import UserError
from app.queries.answers import answers
from app.queries.checks import check
from app.queries.evidence import evidence_list
from app.queries.overview import overview
from app.queries.profile import profile
from app.queries.verification import verify
from app.sample.build import build_sample
from app.services.workbooks import Workbook
from tests.sample.conftest import TODAY


def test_it_is_marked_as_a_sample_of_an_invented_region(sample: Workbook) -> None:
    pilot = profile(sample)
    assert (pilot.sample, pilot.region, pilot.contact_phone) == (True, "00", "000-00000000")
    assert "示例" in pilot.lead_unit


def test_it_is_answered_to_different_degrees(sample: Workbook) -> None:
    state = overview(sample, TODAY)
    counts = state.score.tally
    assert (counts.total, counts.applicable) == (88, 85)
    assert 20 < counts.done < counts.started < counts.applicable
    assert {row.level for row in answers(sample)} == {None, 1, 2, 3, 4}
    assert state.score.points is not None
    assert 40 < state.score.points < 90
    assert state.days_left is not None
    assert state.days_left > 0


def test_the_check_finds_each_kind_of_gap(sample: Workbook) -> None:
    found = Counter(finding.code for finding in check(sample, TODAY))
    assert found.pop("not-answered") >= 5
    assert found == {
        "profile-incomplete": 1,
        "achieved-without-evidence": 2,
        "not-applicable-without-reason": 1,
        "due-passed": 2,
        "rating-without-narrative": 1,
        "rated-but-not-started": 1,
        "done-without-rating": 1,
        "evidence-expired": 1,
        "evidence-unlinked": 1,
        "no-reading": 4,
    }


def test_evidence_is_intact_described_and_shared(sample: Workbook) -> None:
    result = finish(verify(sample))
    assert result.ok
    rows = evidence_list(sample)
    assert result.checked == len(rows) == 47
    assert {row.files[0].name.rsplit(".")[-1] for row in rows} == {
        *("pdf", "docx", "xlsx", "png", "txt")
    }
    rules = next(row for row in rows if row.title == "示例省标准化工作联席会议议事规则")
    assert (rules.number, rules.document_number) == ("1.02-01", "示例政办发〔2024〕12号")
    assert [link.requirement_id for link in rules.links] == ["N29-1.02", "N29-1.03"]
    assert all(link.locator and link.proves for row in rows for link in row.links)


def test_an_occupied_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(UserError, match=r"workbook\.exists"):
        build_sample(tmp_path, TODAY, "zh")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
