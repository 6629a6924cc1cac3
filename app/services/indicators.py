"""Indicators: taking presets over, adding own ones, and saying what requirements they measure."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.domain.changes import Changes
from app.domain.indicators import check_value
from app.domain.limits import clean_text
from app.domain.vocabulary import Direction, Origin, Period, Text, Unit
from app.errors import UserError
from app.models import (
    EvidenceReading,
    Indicator,
    IndicatorLink,
    Reading,
    RequirementRow,
    Target,
    Tracked,
)
from app.services.fields import assign
from app.services.numbering import next_code
from app.services.presets import enter_preset
from app.store.workbook import Workbook

_TEXTS = ("title", "meaning", "source")


class IndicatorFields(TypedDict, total=False):
    """What of an indicator is changed."""

    title: Text
    meaning: Text
    source: Text
    measure: Unit
    direction: Direction
    frequency: Period
    verified: bool
    baseline: float | None
    baseline_on: date | None


def add_preset(workbook: Workbook, preset_id: str) -> Changes:
    """Take an indicator of the catalogue over, with its target and the requirements it measures.

    Raises UserError `indicator.unknown`, `indicator.already-there`.
    """
    from app.catalog.load_library import library

    known = library()
    preset = known.preset(preset_id)
    if preset is None:
        raise UserError("indicator.unknown", indicator=preset_id)
    with workbook.write("indicator.add", code=preset_id) as unit:
        session = unit.session
        if session.scalar(select(Indicator.id).where(Indicator.code == preset_id)):
            raise UserError("indicator.already-there", indicator=preset_id)
        enter_preset(session, known, preset, set(session.scalars(select(RequirementRow.id))))
    return unit.changes


def add_indicator(workbook: Workbook, **fields: Unpack[IndicatorFields]) -> Changes:
    """Add an indicator of the region's own, which needs a title; its code X-IND-… is given once.

    Raises UserError `indicator.title`, `indicator.value`, `indicator.baseline`, `field.too-long`.
    """
    nothing = Text("", "")
    values = _cleaned({"title": nothing, "meaning": nothing, "source": nothing, **fields})
    with workbook.write("indicator.add") as unit:
        code = next_code(unit.session)
        unit.params["code"] = code
        indicator = Indicator(
            id=str(uuid4()),
            code=code,
            origin=Origin.PILOT.value,
            measure=Unit.NUMBER.value,
            direction=Direction.AT_LEAST.value,
            frequency=Period.YEAR.value,
            verified=True,
        )
        assign(indicator, values)
        _check_values(unit.session, indicator)
        unit.session.add(indicator)
    return unit.changes


def edit_indicator(
    workbook: Workbook, indicator_id: str, **fields: Unpack[IndicatorFields]
) -> Changes:
    """Change what is said of an indicator.

    Raises UserError `indicator.unknown`, `indicator.title`, `field.too-long`, `indicator.baseline`
    where a baseline has no day, and `indicator.value` where a value that is there can't be of the
    unit.
    """
    values = _cleaned(dict(fields))
    with workbook.write("indicator.edit") as unit:
        indicator = existing(unit.session, indicator_id)
        unit.params["code"] = indicator.code
        unit.params["fields"] = assign(indicator, values)
        _check_values(unit.session, indicator)
    return unit.changes


def remove_indicator(workbook: Workbook, indicator_id: str) -> Changes:
    """Remove an indicator with targets, readings and links. UserError `indicator.unknown`."""
    with workbook.write("indicator.remove") as unit:
        session = unit.session
        indicator = existing(session, indicator_id)
        unit.params["code"] = indicator.code
        rows: list[Tracked] = []
        for cls in (IndicatorLink, Reading, Target):
            rows += session.scalars(select(cls).where(cls.indicator_id == indicator_id))
        rows += session.scalars(
            select(EvidenceReading)
            .join(Reading, Reading.id == EvidenceReading.reading_id)
            .where(Reading.indicator_id == indicator_id)
        )
        for row in (*rows, indicator):
            session.delete(row)
    return unit.changes


def link_indicator(
    workbook: Workbook, indicator_id: str, requirement_id: str, why: Text
) -> Changes:
    """Say that an indicator measures a requirement, or change why.

    Raises UserError `indicator.unknown`, `requirement.unknown`, `field.too-long`.
    """
    reason = _clean("why", why)
    with workbook.write("indicator.link", requirement=requirement_id) as unit:
        session = unit.session
        unit.params["code"] = existing(session, indicator_id).code
        if session.get(RequirementRow, requirement_id) is None:
            raise UserError("requirement.unknown", requirement=requirement_id)
        found = _link(session, indicator_id, requirement_id)
        if found is None:
            session.add(
                IndicatorLink(indicator_id=indicator_id, requirement_id=requirement_id, why=reason)
            )
        else:
            assign(found, {"why": reason})
    return unit.changes


def unlink_indicator(workbook: Workbook, indicator_id: str, requirement_id: str) -> Changes:
    """Take an indicator away from a requirement; no link is no error."""
    with workbook.write("indicator.unlink", requirement=requirement_id) as unit:
        unit.params["code"] = existing(unit.session, indicator_id).code
        found = _link(unit.session, indicator_id, requirement_id)
        if found is not None:
            unit.session.delete(found)
    return unit.changes


def _cleaned(values: dict[str, object]) -> dict[str, object]:
    for name in _TEXTS:
        text = values.get(name)
        if isinstance(text, Text):
            values[name] = _clean(name, text)
    title = values.get("title")
    if isinstance(title, dict) and not all(title.values()):
        raise UserError("indicator.title")
    return values


def _clean(field: str, text: Text) -> dict[str, str]:
    return {"zh": clean_text(field, text.zh), "en": clean_text(field, text.en)}


def _check_values(session: Session, indicator: Indicator) -> None:
    """The baseline has a day, and every value that there is fits the unit."""
    unit = Unit(indicator.measure)
    if indicator.baseline is not None:
        if indicator.baseline_on is None:
            raise UserError("indicator.baseline")
        indicator.baseline = check_value(unit, indicator.baseline)
    for cls in (Target, Reading):
        for value in session.scalars(select(cls.value).where(cls.indicator_id == indicator.id)):
            check_value(unit, value)


def existing(session: Session, indicator_id: str) -> Indicator:
    """The indicator of an id; UserError `indicator.unknown`."""
    indicator = session.get(Indicator, indicator_id)
    if indicator is None:
        raise UserError("indicator.unknown", indicator=indicator_id)
    return indicator


def _link(session: Session, indicator_id: str, requirement_id: str) -> IndicatorLink | None:
    return session.scalar(
        select(IndicatorLink).where(
            IndicatorLink.indicator_id == indicator_id,
            IndicatorLink.requirement_id == requirement_id,
        )
    )
