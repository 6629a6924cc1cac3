"""Reads resources/sample: what the sample workbook says, in one language, for one day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from app import paths
from app.domain.dates import MAX_PILOT_YEARS, add_years
from app.domain.vocabulary import Confidentiality, EvidenceKind, Language
from app.sample.reader import Proof, Reader
from app.sample.region import RegionContent, region_content
from app.sample.report import ReportContent, report_content
from app.services.answers import AnswerFields

_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Series:
    """A named figure in the pilot's first and second year."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SampleEvidence:
    """A dossier with one file; `format` is its suffix, "" where the file is still to come.

    Tables have `rows`, the others `text`. `key` is the name by which the sample speaks of it.
    """

    key: str
    format: str
    title: str
    kind: EvidenceKind
    document_number: str
    issuing_body: str
    formed_on: date
    valid_until: date | None
    confidentiality: Confidentiality
    text: str
    rows: tuple[Series, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class SampleContent:
    """`years` are the calendar years of the figures; `start` and `end` bound the pilot."""

    name: str
    lead_unit: str
    contact_name: str
    contact_phone: str
    contact_email: str
    start: date
    end: date
    years: tuple[int, int]
    answers: Mapping[str, AnswerFields]
    evidence: tuple[SampleEvidence, ...]
    region: RegionContent
    report: ReportContent


def read_content(language: Language, today: date) -> SampleContent:
    """The sample as it is on `today`: the pilot is in its second or third year."""
    reader = _Reader(language, today.year - 2)
    answers = _read("answers.yaml")
    evidence = _read("evidence.yaml")
    pilot = answers["pilot"]
    reader.units = answers["units"]
    start = date(reader.first_year, 3, 1)
    return SampleContent(
        name=reader.text(pilot["name"]),
        lead_unit=reader.text(pilot["lead_unit"]),
        contact_name=reader.text(pilot["contact_name"]),
        contact_phone=pilot["contact_phone"],
        contact_email=pilot["contact_email"],
        start=start,
        end=date.fromordinal(add_years(start, MAX_PILOT_YEARS).toordinal() - 1),
        years=(reader.first_year, reader.first_year + 1),
        answers={id_: reader.answer(row) for id_, row in answers["answers"].items()},
        evidence=tuple(reader.evidence(row) for row in evidence["evidence"]),
        region=region_content(reader, _read("region.yaml")),
        report=report_content(reader, _read("report.yaml")),
    )


def _read(name: str) -> dict[str, Any]:
    file: Path = paths.resources() / "sample" / name
    data: dict[str, Any] = yaml.load(file.read_text(encoding="utf-8"), _Loader)
    return data


class _Reader(Reader):
    """Reads dossiers too."""

    def evidence(self, row: Mapping[str, Any]) -> SampleEvidence:
        return SampleEvidence(
            key=row.get("key", ""),
            format=row.get("format", ""),
            title=self.text(row["title"]),
            kind=EvidenceKind(row["kind"]),
            document_number=self.fill(row.get("number", "")),
            issuing_body=self.text(self.units[row["issuer"]]),
            formed_on=self.date(row["formed"]),
            valid_until=self.day(row.get("valid")),
            confidentiality=Confidentiality(row.get("mark", Confidentiality.NONE)),
            text=self.text(row["text"]) if "text" in row else "",
            rows=tuple(
                Series(self.text(series["name"]), tuple(series["values"]))
                for series in row.get("rows", ())
            ),
            proofs=tuple(self.proof(proof, proof["id"]) for proof in row.get("serves", ())),
        )
