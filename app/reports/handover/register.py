"""The register as rows: what Excel and PDF show of each file that was to be handed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app import texts
from app.domain.file_names import link_target
from app.reports.handover.model import Fate, HandedFile
from app.reports.model import EvidenceEntry, Report


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A file of a dossier, or a dossier without one (`file` is None)."""

    entry: EvidenceEntry
    file: HandedFile | None
    fate: str


@dataclass(frozen=True, slots=True)
class Register:
    """`report` is the one that the evidence belongs to; `notes` say what was not handed over."""

    report: Report
    files: tuple[HandedFile, ...]
    notes: tuple[str, ...]

    def rows(self) -> Iterator[RegisterRow]:
        of_number: dict[str, list[HandedFile]] = {}
        for one in self.files:
            of_number.setdefault(one.number, []).append(one)
        for entry in self.report.evidence:
            files = of_number.get(entry.number, [])
            for file in files:
                yield RegisterRow(entry, file, self.word(f"fate.{file.fate}"))
            if not files:
                yield RegisterRow(entry, None, self.word("fate.no-file"))

    def word(self, key: str, **params: object) -> str:
        return texts.text(f"handover.{key}", self.report.language, **params)


def register(report: Report, files: tuple[HandedFile, ...]) -> Register:
    plain = Register(report, files, ())
    count = {fate: sum(file.fate is fate for file in files) for fate in Fate}
    notes = [
        plain.word(
            "note.counts",
            dossiers=len(report.evidence),
            files=len(files),
            handed=count[Fate.HANDED_OVER],
        ),
        *(
            plain.word(f"note.{fate}", count=count[fate])
            for fate in (Fate.LEFT_OUT, Fate.MISSING, Fate.ALTERED)
            if count[fate]
        ),
        plain.word("note.places", sheet=plain.word("sheet.requirements")),
        plain.word("note.check", readme=f"{plain.word('readme')}.txt"),
    ]
    return Register(report, files, tuple(notes))


def with_targets(report: Report, files: Sequence[HandedFile]) -> Report:
    """The report with the address of each file that was handed over."""
    targets = {(one.number, one.position): link_target(one.path) for one in files if one.path}
    return replace(
        report,
        evidence=tuple(
            replace(
                entry,
                files=tuple(
                    replace(file, target=targets.get((entry.number, position), ""))
                    for position, file in enumerate(entry.files)
                ),
            )
            for entry in report.evidence
        ),
    )
