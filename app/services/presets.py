"""Indicators that the catalogue offers, entered into a workbook."""

from __future__ import annotations

from collections.abc import Collection
from uuid import uuid4

from sqlalchemy.orm import Session

from app.catalog.library import IndicatorPreset, Library
from app.models import Indicator, IndicatorLink, Target


def enter_preset(
    session: Session, library: Library, preset: IndicatorPreset, requirements: Collection[str]
) -> Indicator:
    """The preset as an indicator with its document's target, linked with what it measures.

    `requirements` are those that the workbook has.
    """
    indicator = Indicator(
        id=str(uuid4()),
        code=preset.id,
        origin=preset.origin.value,
        title=preset.name.as_dict(),
        meaning=preset.meaning.as_dict(),
        source=preset.source.as_dict(),
        measure=preset.unit.value,
        direction=preset.direction.value,
        clause=preset.clause or preset.plan_target,
        verified=preset.verified,
    )
    session.add(indicator)
    session.add(
        Target(
            indicator_id=indicator.id,
            origin=preset.origin.value,
            year=preset.year,
            value=preset.target,
            strict=preset.strict,
        )
    )
    for other, why in library.references_of.get(preset.id, ()):
        if other in requirements:
            session.add(
                IndicatorLink(indicator_id=indicator.id, requirement_id=other, why=why.as_dict())
            )
    return indicator
