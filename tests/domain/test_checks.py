"""Each rule both ways: it finds what it is for, and keeps silent otherwise."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.domain.checks import (
    EvidenceFacts,
    Facts,
    Finding,
    IndicatorFacts,
    Place,
    ProfileFacts,
    ResponseFacts,
    run_checks,
)
from app.domain.indicators import Goal, Point
from app.domain.vocabulary import Direction, Period, Progress, Severity

TODAY = date(2026, 1, 5)
PROFILE = ProfileFacts(date(2023, 3, 27), date(2026, 3, 26), ())
GOOD = ResponseFacts("N29-1.01", Progress.DONE, 3, "", "做了。", date(2025, 12, 31), 1)
FILED = EvidenceFacts("e", "1.01-01", date(2026, 1, 5), 1, 1)
DONE, UNDER_WAY, OPEN, OUT = (
    Progress.DONE,
    Progress.IN_PROGRESS,
    Progress.NOT_STARTED,
    Progress.NOT_APPLICABLE,
)


def found(
    *responses: ResponseFacts,
    profile: ProfileFacts = PROFILE,
    evidence: tuple[EvidenceFacts, ...] = (),
) -> list[Finding]:
    return run_checks(Facts(TODAY, profile, responses, evidence))


def codes(*responses: ResponseFacts) -> set[str]:
    return {finding.code for finding in found(*responses)}


def test_good_work_has_no_findings() -> None:
    assert found(GOOD, evidence=(FILED,)) == []


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("achieved-without-evidence", replace(GOOD, evidence_count=0), GOOD),
        (
            "achieved-without-evidence",
            replace(GOOD, progress=UNDER_WAY, level=3, evidence_count=0),
            replace(GOOD, progress=UNDER_WAY, level=2, evidence_count=0),
        ),
        (
            "achieved-without-evidence",
            replace(GOOD, level=None, evidence_count=0),
            replace(GOOD, level=None),
        ),
        (
            "not-applicable-without-reason",
            replace(GOOD, progress=OUT, reason=""),
            replace(GOOD, progress=OUT, reason="无海岸线。"),
        ),
        (
            "rating-without-narrative",
            replace(GOOD, level=0, narrative=""),
            replace(GOOD, level=None, narrative=""),
        ),
        ("done-without-rating", replace(GOOD, level=None), replace(GOOD, level=0)),
        (
            "rated-but-not-started",
            replace(GOOD, progress=OPEN, level=1),
            replace(GOOD, progress=OPEN, level=0),
        ),
        (
            "not-answered",
            replace(GOOD, progress=OPEN, level=None, narrative=""),
            replace(GOOD, progress=OPEN, level=None, narrative="筹备。"),
        ),
        (
            "due-passed",
            replace(GOOD, progress=UNDER_WAY, due=date(2026, 1, 4)),
            replace(GOOD, progress=UNDER_WAY, due=TODAY),
        ),
        (
            "due-passed",
            replace(GOOD, progress=OPEN, due=date(2025, 1, 1)),
            replace(GOOD, progress=DONE, due=date(2025, 1, 1)),
        ),
    ],
)
def test_rules_on_answers(code: str, bad: ResponseFacts, good: ResponseFacts) -> None:
    assert code in codes(bad)
    assert code not in codes(good)


def test_what_does_not_apply_is_asked_for_nothing_but_a_reason() -> None:
    bare = ResponseFacts("N29-1.01", OUT, 4, "", "", date(2020, 1, 1), 0)
    assert codes(bare) == {"not-applicable-without-reason"}
    assert codes(replace(bare, reason="无")) == set()


@pytest.mark.parametrize(
    ("code", "bad", "good"),
    [
        ("evidence-without-file", replace(FILED, file_count=0), FILED),
        ("file-missing", replace(FILED, missing_files=("甲.pdf",)), FILED),
        ("file-altered", replace(FILED, altered_files=("甲.pdf",)), FILED),
        ("evidence-expired", replace(FILED, valid_until=date(2026, 1, 4)), FILED),
        ("evidence-unlinked", replace(FILED, link_count=0), FILED),
    ],
)
def test_rules_on_evidence(code: str, bad: EvidenceFacts, good: EvidenceFacts) -> None:
    (finding,) = found(GOOD, evidence=(bad,))
    assert (finding.code, finding.label) == (code, "1.01-01")
    assert (finding.place.kind, finding.place.id) == ("evidence", "e")
    assert found(GOOD, evidence=(good, replace(good, valid_until=None))) == []


@pytest.mark.parametrize(
    ("code", "end"),
    [("period-reversed", date(2023, 3, 26)), ("pilot-too-long", date(2026, 3, 27))],
)
def test_rules_on_the_period(code: str, end: date) -> None:
    (finding,) = found(GOOD, profile=replace(PROFILE, end=end))
    assert (finding.code, finding.place) == (code, Place("profile", field="end"))
    assert finding.severity is Severity.ERROR
    assert found(GOOD, profile=replace(PROFILE, end=date(2023, 3, 27))) == []
    assert found(GOOD, profile=replace(PROFILE, end=None)) == []


def test_every_missing_field_of_the_profile_is_named() -> None:
    findings = found(GOOD, profile=replace(PROFILE, missing=("name", "lead_unit")))
    assert [(each.code, each.place.field) for each in findings] == [
        ("profile-incomplete", "name"),
        ("profile-incomplete", "lead_unit"),
    ]


def test_every_bad_file_is_named() -> None:
    bad = replace(FILED, missing_files=("甲.pdf", "乙.pdf"), altered_files=("丙.pdf",))
    assert [each.params["name"] for each in found(evidence=(bad,))] == [
        "甲.pdf",
        "乙.pdf",
        "丙.pdf",
    ]


def test_the_gravest_come_first_and_then_the_order_of_the_document() -> None:
    open_one = ResponseFacts("N29-1.02", OPEN, None, "", "", None, 0)
    bare = replace(GOOD, requirement_id="N29-1.03", evidence_count=0, narrative="")
    findings = found(open_one, bare, evidence=(replace(FILED, file_count=0, link_count=0),))
    assert [(each.severity, each.code) for each in findings] == [
        (Severity.ERROR, "achieved-without-evidence"),
        (Severity.ERROR, "evidence-without-file"),
        (Severity.WARNING, "rating-without-narrative"),
        (Severity.HINT, "not-answered"),
        (Severity.HINT, "evidence-unlinked"),
    ]


INDICATOR = IndicatorFacts(
    "i",
    "IND-OUT-1",
    Period.YEAR,
    True,
    Point(date(2025, 12, 31), 51),
    (Goal(50, 2025, Direction.AT_LEAST, strict=True),),
    own=True,
)


def of_indicator(**changes: Any) -> list[Finding]:
    facts = Facts(TODAY, PROFILE, (), (), (replace(INDICATOR, **changes),))
    return run_checks(facts)


def test_a_sound_indicator_is_not_spoken_of() -> None:
    assert of_indicator() == []


@pytest.mark.parametrize(
    ("changes", "code", "severity", "field"),
    [
        ({"last": None}, "no-reading", Severity.HINT, "readings"),
        (
            {"last": Point(date(2024, 11, 1), 60)},
            "reading-stale",
            Severity.WARNING,
            "readings",
        ),
        (
            {"last": Point(date(2025, 12, 31), 50)},
            "target-missed",
            Severity.WARNING,
            "targets",
        ),
        (
            {"last": Point(date(2025, 12, 31), 50), "own": False},
            "others-target-not-met",
            Severity.HINT,
            "targets",
        ),
        ({"verified": False}, "indicator-unverified", Severity.HINT, "verified"),
    ],
)
def test_findings_of_indicators(
    changes: dict[str, Any], code: str, severity: Severity, field: str
) -> None:
    (finding,) = of_indicator(**changes)
    assert (finding.code, finding.severity, finding.label) == (code, severity, "IND-OUT-1")
    assert finding.place == Place("indicator", "i", field)


@pytest.mark.parametrize("year", [None, 2026])
def test_a_target_is_not_missed_before_its_year_is_over(year: int | None) -> None:
    goals = (Goal(90, year, Direction.AT_LEAST, strict=False),)
    assert of_indicator(goals=goals) == []
