"""Indicators, targets and readings: what may be entered, and that all of it can be undone."""

from __future__ import annotations

from datetime import date

import pytest

from app.catalog.load_library import library
from app.domain.steps import finish
from app.domain.vocabulary import LANGUAGES, Direction, Origin, Pace, Period, Text, Unit
from app.errors import UserError
from app.queries.checks import check
from app.queries.evidence import evidence_list
from app.queries.history import history
from app.queries.indicators import IndicatorRow, indicator, indicators, presets
from app.queries.verification import verify
from app.reports.amounts import pace_word
from app.services.evidence import remove as remove_evidence
from app.services.indicators import (
    IndicatorFields,
    add_indicator,
    add_preset,
    edit_indicator,
    link_indicator,
    remove_indicator,
    unlink_indicator,
)
from app.services.measurements import (
    move_reading,
    remove_reading,
    remove_target,
    set_reading,
    set_target,
)
from app.services.undo import redo, undo
from app.services.workbooks import Workbook
from app.texts import operation, sentence
from tests.state import tables

TODAY = date(2025, 7, 1)
SHARE, CYCLE = "IND-OUT-1", "IND-OUT-2"


def row(workbook: Workbook, code: str = SHARE) -> IndicatorRow:
    return indicator(workbook, code, TODAY)


def code_of(work: object, *args: object, **kwargs: object) -> str:
    with pytest.raises(UserError) as caught:
        work(*args, **kwargs)  # type: ignore[operator]
    assert all(sentence(caught.value, language) for language in LANGUAGES)
    return caught.value.code


def test_a_new_workbook_has_the_indicators_of_the_outline(workbook: Workbook) -> None:
    rows = indicators(workbook, TODAY)
    assert [one.code for one in rows] == [f"IND-OUT-{n}" for n in range(1, 5)]
    share = rows[0]
    assert (share.unit, share.direction, share.period) == (
        Unit.PERCENT,
        Direction.AT_LEAST,
        Period.YEAR,
    )
    assert [(one.origin, one.year, one.value, one.strict) for one in share.targets] == [
        (Origin.OUTLINE, 2025, 50, True)
    ]
    assert [link.requirement_id for link in share.requirements] == ["N29-5.08", "N29-5.09"]
    assert all(link.why.zh for link in share.requirements)
    assert finish(verify(workbook)).ok


def test_presets_are_offered_and_taken_once(workbook: Workbook) -> None:
    offered = presets(workbook)
    assert len(offered) == len(library().indicators)
    assert [one.preset.id for one in offered if one.taken] == [f"IND-OUT-{n}" for n in range(1, 5)]
    add_preset(workbook, "IND-SH-1")
    taken = row(workbook, "IND-SH-1")
    assert (taken.origin, taken.clause, taken.targets[0].year) == (Origin.SHANGHAI, "SH-T1", None)
    assert code_of(add_preset, workbook, "IND-SH-1") == "indicator.already-there"
    assert code_of(add_preset, workbook, "IND-XX-1") == "indicator.unknown"
    add_preset(workbook, "IND-HLJ-3")
    assert not row(workbook, "IND-HLJ-3").verified


def test_own_indicators_get_codes_that_are_never_given_again(workbook: Workbook) -> None:
    for _ in range(2):
        add_indicator(workbook, title=Text("省级标准数", "Provincial standards"))
    assert [one.code for one in indicators(workbook, TODAY)][-2:] == ["X-IND-01", "X-IND-02"]
    remove_indicator(workbook, row(workbook, "X-IND-02").id)
    add_indicator(workbook, title=Text("甲", "A"), measure=Unit.MONTHS, frequency=Period.MONTH)
    last = indicators(workbook, TODAY)[-1]
    assert (last.code, last.origin, last.unit, last.period) == (
        "X-IND-03",
        Origin.PILOT,
        Unit.MONTHS,
        Period.MONTH,
    )


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({}, "indicator.title"),
        ({"title": Text("甲", " ")}, "indicator.title"),
        ({"title": Text("字" * 201, "x")}, "field.too-long"),
        ({"title": Text("甲", "A"), "baseline": 5.0}, "indicator.baseline"),
        (
            {
                "title": Text("甲", "A"),
                "measure": Unit.PERCENT,
                "baseline": 101.0,
                "baseline_on": TODAY,
            },
            "indicator.value",
        ),
    ],
)
def test_what_an_indicator_can_not_be(
    workbook: Workbook, fields: IndicatorFields, code: str
) -> None:
    before = tables(workbook)
    assert code_of(add_indicator, workbook, **fields) == code
    assert tables(workbook) == before


def test_only_what_is_given_changes(workbook: Workbook) -> None:
    share = row(workbook)
    edit_indicator(workbook, share.id, meaning=Text("第一行\n第二行", "Two"), verified=False)
    edit_indicator(workbook, share.id, baseline=30, baseline_on=date(2022, 12, 31))
    after = row(workbook)
    assert (after.title, after.source) == (share.title, share.source)
    assert (after.meaning.zh, after.verified) == ("第一行\n第二行", False)
    assert after.baseline is not None
    assert after.baseline.value == 30
    edit_indicator(workbook, share.id, baseline=None)
    assert row(workbook).baseline is None
    assert not edit_indicator(workbook, share.id, verified=False)


def test_the_unit_can_not_change_away_from_the_values(workbook: Workbook) -> None:
    add_indicator(workbook, title=Text("甲", "A"))
    own = row(workbook, "X-IND-01")
    set_reading(workbook, own.id, TODAY, TODAY, value=250)
    found = code_of(edit_indicator, workbook, own.id, measure=Unit.PERCENT)
    assert found == "indicator.value"
    assert row(workbook, "X-IND-01").unit is Unit.NUMBER
    edit_indicator(workbook, own.id, measure=Unit.MONTHS)
    assert row(workbook, "X-IND-01").unit is Unit.MONTHS


def test_targets_by_document_and_year(workbook: Workbook) -> None:
    share = row(workbook)
    set_target(workbook, share.id, Origin.PILOT, 2025, 60)
    set_target(workbook, share.id, Origin.PILOT, 2025, 62, strict=True)
    set_target(workbook, share.id, Origin.PILOT, None, 70)
    set_target(workbook, share.id, Origin.PILOT, None, 71)
    set_target(workbook, share.id, Origin.REGION, 2024, 55)
    found = [(one.origin, one.year, one.value, one.governs) for one in row(workbook).targets]
    assert found == [
        (Origin.OUTLINE, 2025, 50, False),
        (Origin.REGION, 2024, 55, False),
        (Origin.PILOT, None, 71, True),
        (Origin.PILOT, 2025, 62, True),
    ]
    remove_target(workbook, share.id, Origin.PILOT, None)
    remove_target(workbook, share.id, Origin.PILOT, 2025)
    assert [one.governs for one in row(workbook).targets] == [False, True]
    assert not remove_target(workbook, share.id, Origin.PILOT, 2025)


@pytest.mark.parametrize(
    ("year", "value", "code"),
    [(2025, 101, "indicator.value"), (1999, 50, "indicator.year"), (2101, 50, "indicator.year")],
)
def test_targets_that_can_not_be(workbook: Workbook, year: int, value: float, code: str) -> None:
    share = row(workbook)
    assert code_of(set_target, workbook, share.id, Origin.PILOT, year, value) == code


def test_readings_by_day(workbook: Workbook) -> None:
    share = row(workbook)
    set_reading(workbook, share.id, date(2025, 6, 30), TODAY, value=52, source="台账")
    set_reading(workbook, share.id, date(2024, 12, 31), TODAY, value=45)
    set_reading(workbook, share.id, date(2025, 6, 30), TODAY, notes="复核后")
    found = [(one.on.year, one.value, one.source, one.notes) for one in row(workbook).readings]
    assert found == [(2024, 45, "", ""), (2025, 52, "台账", "复核后")]
    last = row(workbook).last
    assert last is not None
    assert last.value == 52
    remove_reading(workbook, share.id, date(2025, 6, 30))
    assert len(row(workbook).readings) == 1
    assert not remove_reading(workbook, share.id, date(2025, 6, 30))


def test_readings_that_can_not_be(workbook: Workbook) -> None:
    share = row(workbook).id
    tomorrow = date(2025, 7, 2)
    assert code_of(set_reading, workbook, share, tomorrow, TODAY, value=5) == "reading.future"
    assert code_of(set_reading, workbook, share, TODAY, TODAY, value=-5) == "indicator.value"
    assert code_of(set_reading, workbook, share, TODAY, TODAY, notes="x") == "reading.no-value"
    assert code_of(set_reading, workbook, "nix", TODAY, TODAY, value=5) == "indicator.unknown"
    nowhere = {"value": 5.0, "evidence_id": "nix"}
    assert code_of(set_reading, workbook, share, TODAY, TODAY, **nowhere) == "evidence.unknown"
    assert row(workbook).readings == ()


def test_how_the_last_reading_stands(workbook: Workbook) -> None:
    share = row(workbook).id
    edit_indicator(workbook, share, baseline=20, baseline_on=date(2022, 12, 31))
    set_reading(workbook, share, date(2024, 6, 30), TODAY, value=50)
    target = row(workbook).targets[0]
    assert (target.met, target.attainment, target.pace) == (False, 1.0, Pace.ON_TRACK)
    assert target.due == pytest.approx(35, abs=0.1)
    set_reading(workbook, share, date(2025, 6, 30), TODAY, value=50.1)
    assert row(workbook).targets[0].pace is Pace.REACHED
    set_reading(workbook, share, date(2025, 6, 30), TODAY, value=30)
    assert row(workbook).targets[0].pace is Pace.BEHIND
    later = indicator(workbook, SHARE, date(2026, 12, 1))
    assert (later.stale, later.targets[0].overdue) == (True, True)


def test_evidence_of_a_reading(filled: Workbook) -> None:
    share, dossier = row(filled).id, evidence_list(filled)[0]
    set_reading(filled, share, TODAY, TODAY, value=40, evidence_id=dossier.id)
    last = row(filled).last
    assert last is not None
    assert last.evidence_number == dossier.number
    remove_evidence(filled, [dossier.id], TODAY)
    last = row(filled).last
    assert last is not None
    assert (last.evidence_id, last.evidence_number) == (None, "")
    undo(filled)
    last = row(filled).last
    assert last is not None
    assert last.evidence_id == dossier.id


def test_what_an_indicator_measures(workbook: Workbook) -> None:
    share = row(workbook).id
    link_indicator(workbook, share, "N29-1.01", Text("理由", "Why"))
    link_indicator(workbook, share, "N29-1.01", Text("另一理由", "Other"))
    assert [one.code for one in indicators(workbook, TODAY, "N29-1.01")] == [SHARE]
    assert row(workbook).requirements[0].why.zh == "另一理由"
    missing = code_of(link_indicator, workbook, share, "N29-9.99", Text("", ""))
    assert missing == "requirement.unknown"
    unlink_indicator(workbook, share, "N29-1.01")
    assert indicators(workbook, TODAY, "N29-1.01") == []


def test_all_of_it_is_undone_redone_verified_and_named(workbook: Workbook) -> None:
    start = tables(workbook)
    share = row(workbook).id
    add_preset(workbook, "IND-CQ-1")
    add_indicator(workbook, title=Text("甲", "A"))
    edit_indicator(workbook, share, title=Text("改名", "Renamed"))
    edit_indicator(workbook, share, baseline=0.1 + 0.2, baseline_on=TODAY)
    set_target(workbook, share, Origin.PILOT, 2025, 100 / 3)
    set_reading(workbook, share, TODAY, TODAY, value=33.3)
    link_indicator(workbook, share, "N29-1.01", Text("理由", "Why"))
    remove_target(workbook, share, Origin.OUTLINE, 2025)
    remove_reading(workbook, share, TODAY)
    unlink_indicator(workbook, share, "N29-1.01")
    remove_indicator(workbook, share)
    end = tables(workbook)
    assert finish(verify(workbook)).ok
    for language in LANGUAGES:
        for line in history(workbook):
            assert operation(line.kind, line.params, language)
    for _ in range(11):
        undo(workbook)
    assert tables(workbook) == start
    for _ in range(11):
        redo(workbook)
    assert tables(workbook) == end
    assert finish(verify(workbook)).ok


def test_a_reading_moves_to_another_day_with_all_it_says(workbook: Workbook) -> None:
    share = indicator(workbook, SHARE, TODAY).id
    first, second, third = date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31)
    set_reading(workbook, share, first, TODAY, value=40, source="台账")
    set_reading(workbook, share, third, TODAY, value=45)
    changes = move_reading(workbook, share, first, second, TODAY)
    moved = indicator(workbook, SHARE, TODAY).readings[0]
    assert (moved.on, moved.value, moved.source) == (second, 40, "台账")
    assert SHARE in operation(changes.kind, dict(changes.params), "zh")
    for on, to, code in (
        (second, third, "reading.day-taken"),
        (first, second, "reading.gone"),
        (second, date(2025, 7, 2), "reading.future"),
    ):
        with pytest.raises(UserError) as caught:
            move_reading(workbook, share, on, to, TODAY)
        assert caught.value.code == code
    undo(workbook)
    assert indicator(workbook, SHARE, TODAY).readings[0].on == first


def test_the_next_target_of_those_that_govern_counts(workbook: Workbook) -> None:
    share = indicator(workbook, SHARE, TODAY).id
    assert indicator(workbook, SHARE, TODAY).pace_on(TODAY) is Pace.NO_READING
    for year, value in ((2024, 40), (2026, 60), (2027, 70)):
        set_target(workbook, share, Origin.PILOT, year, value)
    row = indicator(workbook, SHARE, TODAY)
    for today, year in ((TODAY, 2026), (date(2024, 12, 31), 2024), (date(2030, 1, 1), 2027)):
        target = row.target_for(today)
        assert target is not None
        assert (target.origin, target.year) == (Origin.PILOT, year)


def test_targets_of_others_are_no_failure_of_the_region(workbook: Workbook) -> None:
    later = date(2027, 1, 1)
    codes = {one.code for one in check(workbook, later) if one.place.kind == "indicator"}
    assert codes == {"no-reading"}
    row = indicator(workbook, SHARE, later)
    assert (row.pace_on(later), row.targets[0].overdue) == (Pace.NO_READING, False)
    set_reading(workbook, row.id, date(2026, 12, 31), later, value=40)
    found = [one.code for one in check(workbook, later) if one.place.id == row.id]
    assert found == ["others-target-not-met"]
    set_target(workbook, row.id, Origin.PILOT, 2026, 45)
    found = [one.code for one in check(workbook, later) if one.place.id == row.id]
    assert found == ["target-missed"]
    national, own = indicator(workbook, SHARE, later).targets
    assert [pace_word(one, "zh") for one in (national, own)] == ["仅作对照", "无法判断"]
