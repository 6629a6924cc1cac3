"""What the region of the sample writes for its report, and where it stood at the start."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.domain.vocabulary import Language, Progress, Stage
from app.sample.reader import Reader
from app.services.answers import edit_answer
from app.services.practices import PracticeFields, add_practice
from app.services.report_texts import set_text
from app.services.snapshots import take_snapshot
from app.store.workbook import Workbook

_TEXTS = ("title", "what", "novelty", "effect", "reach")


@dataclass(frozen=True, slots=True)
class Baseline:
    """Levels by requirement on the day of the first self-assessment."""

    day: date
    title: str
    narrative: str
    levels: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class SamplePractice:
    """`evidence` are keys of dossiers."""

    fields: PracticeFields
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReportContent:
    baseline: Baseline
    practices: tuple[SamplePractice, ...]
    texts: Mapping[str, str]


def report_content(reader: Reader, data: Mapping[str, Any]) -> ReportContent:
    base = data["baseline"]
    return ReportContent(
        baseline=Baseline(
            day=reader.date(base["day"]),
            title=reader.text(base["title"]),
            narrative=reader.text(base["narrative"]),
            levels=base["levels"],
        ),
        practices=tuple(_practice(reader, row) for row in data["practices"]),
        texts={section: reader.text(pair) for section, pair in data["texts"].items()},
    )


def take_baseline(workbook: Workbook, content: Baseline) -> None:
    """Answer as the region did at the start, and freeze it."""
    for requirement_id, level in content.levels.items():
        edit_answer(
            workbook,
            requirement_id,
            progress=Progress.IN_PROGRESS,
            level=level,
            narrative=content.narrative,
        )
    take_snapshot(workbook, Stage.BASELINE, content.day, content.title)


def write_report(
    workbook: Workbook, content: ReportContent, dossiers: Mapping[str, str], language: Language
) -> None:
    """Enter practices and the texts of the sections; `dossiers` are ids by key."""
    for section, text in content.texts.items():
        set_text(workbook, section, language, text)
    for one in content.practices:
        fields = one.fields.copy()
        fields["evidence"] = [dossiers[key] for key in one.evidence]
        add_practice(workbook, **fields)


def _practice(reader: Reader, row: Mapping[str, Any]) -> SamplePractice:
    fields = PracticeFields(requirements=tuple(row["requirements"]))
    for name in _TEXTS:
        fields[name] = reader.text(row[name])  # type: ignore[literal-required]
    return SamplePractice(fields, tuple(row.get("evidence", ())))
