"""What the region of the sample measures, adds to the Notice, and plans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.indicators import Point
from app.domain.own import OWN_PREFIX
from app.domain.vocabulary import Direction, Origin, Period, Progress, Text, Unit
from app.sample.reader import Proof, Reader
from app.services.answers import AnswerFields
from app.services.own_requirements import OwnFields
from app.services.plan import TaskFields


@dataclass(frozen=True, slots=True)
class SampleTarget:
    origin: Origin
    year: int | None
    value: float


@dataclass(frozen=True, slots=True)
class SampleReading:
    """`evidence` is the key of a dossier, "" for none."""

    on: date
    value: float
    source: str
    notes: str
    evidence: str


@dataclass(frozen=True, slots=True)
class OwnIndicator:
    """An indicator that the region adds; `measures` are requirements, each with the reason."""

    title: Text
    meaning: Text
    source: Text
    unit: Unit
    direction: Direction
    period: Period
    measures: tuple[tuple[str, Text], ...]


@dataclass(frozen=True, slots=True)
class SampleIndicator:
    """Figures of an indicator: of the catalogue by its id, or of the region's own."""

    subject: str | OwnIndicator
    baseline: Point
    targets: tuple[SampleTarget, ...]
    readings: tuple[SampleReading, ...]


@dataclass(frozen=True, slots=True)
class OwnRequirement:
    """`answer` and `proofs` are to it; a proof names the key of a dossier."""

    fields: OwnFields
    answer: AnswerFields
    proofs: tuple[tuple[str, Proof], ...]


@dataclass(frozen=True, slots=True)
class RegionContent:
    """The region's own requirements stand in the order of their ids, from X-01."""

    indicators: tuple[SampleIndicator, ...]
    own: tuple[OwnRequirement, ...]
    plan: tuple[TaskFields, ...]


def region_content(reader: Reader, data: Mapping[str, Any]) -> RegionContent:
    return RegionContent(
        indicators=tuple(_indicator(reader, row) for row in data["indicators"]),
        own=tuple(_own(reader, number, row) for number, row in enumerate(data["own"], 1)),
        plan=tuple(_task(reader, row) for row in data["plan"]),
    )


def _indicator(reader: Reader, row: Mapping[str, Any]) -> SampleIndicator:
    base = row["baseline"]
    return SampleIndicator(
        subject=row["preset"] if "preset" in row else _own_indicator(row),
        baseline=Point(reader.date(base["day"]), base["value"]),
        targets=tuple(
            SampleTarget(
                Origin(target["origin"]),
                int(reader.fill(target["year"])) if "year" in target else None,
                target["value"],
            )
            for target in row["targets"]
        ),
        readings=tuple(
            SampleReading(
                reader.date(one["day"]),
                one["value"],
                reader.text(one["source"]),
                reader.some(one.get("notes")),
                one.get("evidence", ""),
            )
            for one in row["readings"]
        ),
    )


def _own_indicator(row: Mapping[str, Any]) -> OwnIndicator:
    return OwnIndicator(
        title=Text(**row["title"]),
        meaning=Text(**row["meaning"]),
        source=Text(**row["source"]),
        unit=Unit(row["unit"]),
        direction=Direction(row["direction"]),
        period=Period(row["period"]),
        measures=tuple((one["id"], Text(**one["why"])) for one in row["measures"]),
    )


def _own(reader: Reader, number: int, row: Mapping[str, Any]) -> OwnRequirement:
    fields = OwnFields(
        title=reader.text(row["title"]),
        statement=reader.text(row["statement"]),
        notes=reader.some(row.get("notes")),
    )
    return OwnRequirement(
        fields=fields,
        answer=reader.answer(row["answer"]) if "answer" in row else AnswerFields(),
        proofs=tuple(
            (one["key"], reader.proof(one, f"{OWN_PREFIX}{number:02}"))
            for one in row.get("evidence", ())
        ),
    )


def _task(reader: Reader, row: Mapping[str, Any]) -> TaskFields:
    return TaskFields(
        year=int(reader.fill(row["year"])),
        title=reader.text(row["title"]),
        unit=reader.unit(row),
        due=reader.day(row.get("due")),
        state=Progress(row["state"]),
        notes=reader.some(row.get("notes")),
        requirements=tuple(row["serves"]),
    )
