"""The policy library: complete, bilingual, without a dangling reference."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from app.catalog.load import load_notice
from app.catalog.load_library import library
from app.domain.indicators import is_met
from app.domain.vocabulary import Direction, Origin, Text, Unit

LIBRARY = library()
HAN = "[\u4e00-\u9fff]"


def texts_of(value: object, place: str = "") -> Iterator[tuple[str, Text]]:
    if isinstance(value, Text):
        yield place, value
    elif isinstance(value, tuple):
        for row in value:
            yield from texts_of(row, place)
    elif is_dataclass(value):
        place = getattr(value, "id", place)
        for field in fields(value):
            yield from texts_of(getattr(value, field.name), place)


def test_the_outline_has_9_chapters_and_35_clauses() -> None:
    assert [len(chapter.clauses) for chapter in LIBRARY.outline.chapters] == [
        2, 3, 5, 5, 6, 3, 5, 4, 2,
    ]  # fmt: skip
    assert [clause.id for clause in LIBRARY.outline.clauses] == [
        f"OUT-{n:02}" for n in range(1, 36)
    ]
    assert [goal.year for goal in LIBRARY.outline.goals] == [2025, 2035]


def test_the_key_points_have_8_sections_and_89_tasks() -> None:
    assert [len(section.tasks) for section in LIBRARY.key_points.sections] == [
        5, 12, 10, 6, 10, 6, 24, 16,
    ]  # fmt: skip
    assert [task.id for task in LIBRARY.key_points.tasks] == [f"KP23-{n:02}" for n in range(1, 90)]


def test_the_plans_have_their_targets_and_tasks() -> None:
    assert [(plan.id, len(plan.targets), len(plan.tasks)) for plan in LIBRARY.plans] == [
        ("shanghai", 9, 8),
        ("chongqing", 8, 8),
    ]
    for plan in LIBRARY.plans:
        assert plan.wording == "working"
        assert "不是试点方案" in plan.note.zh


def test_only_headings_known_to_be_official_are_called_so() -> None:
    for chapter in LIBRARY.outline.chapters:
        official = "official" if chapter.number <= 5 else "working"
        assert {chapter.wording, *(clause.wording for clause in chapter.clauses)} == {official}
    assert {task.wording for task in LIBRARY.key_points.tasks} == {"working"}


@pytest.mark.parametrize(
    ("origin", "targets"),
    [
        (Origin.OUTLINE, [50, 18, 85, 50]),
        (Origin.SHANGHAI, [60, 800, 50, 30, 30, 200, 5, 30, 1000]),
        (Origin.CHONGQING, [10, 500, 500, 10000, 300, 50, 10, 5]),
        (Origin.ZHEJIANG, [60, 15]),
        (Origin.GUANGDONG, [55]),
        (Origin.HEILONGJIANG, [600, 200, 40000]),
    ],
)
def test_the_indicators_have_the_figures_of_their_documents(
    origin: Origin, targets: list[float]
) -> None:
    assert [row.target for row in LIBRARY.indicators if row.origin is origin] == targets


def test_the_outline_is_met_only_by_more_than_50_percent() -> None:
    share, cycle = LIBRARY.indicators[:2]
    assert (share.unit, share.direction, share.year) == (Unit.PERCENT, Direction.AT_LEAST, 2025)
    assert not is_met(share.goal, 50)
    assert (cycle.unit, cycle.direction) == (Unit.MONTHS, Direction.AT_MOST)
    assert is_met(cycle.goal, 18)


def test_indicators_of_other_pilots_are_to_be_verified() -> None:
    unsure = {row.origin for row in LIBRARY.indicators if not row.verified}
    assert unsure == {Origin.ZHEJIANG, Origin.GUANGDONG, Origin.HEILONGJIANG}
    assert all(row.clause or row.plan_target for row in LIBRARY.indicators if row.verified)


def test_everything_is_reachable_both_ways() -> None:
    requirements = [item.id for item in load_notice().requirements]
    unmatched = {row.requirement for row in LIBRARY.unmatched}
    for id_ in requirements:
        others = [other for other, _ in LIBRARY.references_of.get(id_, ())]
        leads_to_clause = any(other.startswith("OUT-") for other in others)
        assert leads_to_clause != (id_ in unmatched)
    for clause in LIBRARY.outline.clauses[2:]:
        assert LIBRARY.references_of[clause.id]
    for task in LIBRARY.key_points.tasks:
        assert LIBRARY.references_of[task.id]
    for preset in LIBRARY.indicators:
        ends = [other for other, _ in LIBRARY.references_of[preset.id]]
        assert any(other in requirements for other in ends)
    for one, pairs in LIBRARY.references_of.items():
        for other, why in pairs:
            assert (one, why) in LIBRARY.references_of[other]


def test_each_reference_says_its_own_reason() -> None:
    reasons = [reference.why.zh for reference in LIBRARY.references]
    assert len(set(reasons)) == len(reasons)


def test_texts_are_in_two_languages_and_in_the_house_style() -> None:
    for place, text in texts_of(LIBRARY):
        assert re.search(HAN, text.zh), place
        assert not re.search(HAN, text.en), place
        bad = re.search(rf"{HAN}[,;:?!()]|[,;:?!()]{HAN}|{HAN}\.({HAN}|$)", text.zh)
        assert not bad, f"{place}: {text.zh}"
        assert not re.search("[０-９Ａ-Ｚａ-ｚ]", text.zh), place
        assert not re.search(rf"{HAN} +{HAN}|  |\t", text.zh.replace("中共中央 国务院", "")), place
        assert not re.search(r"《通知》|本通知|该通知", text.zh), place
