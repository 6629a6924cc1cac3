"""Writes the report as an Excel file, a sheet for each of its parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from openpyxl import Workbook

from app.domain.numbers import format_points, format_size
from app.domain.own import OWN_MARK
from app.domain.report_sections import Section
from app.domain.steps import Step, Steps
from app.reports.blocks import as_lines
from app.reports.model import (
    ArticleEntry,
    EvidenceEntry,
    IndicatorEntry,
    Report,
)
from app.reports.xlsx.charts import ChartSheet
from app.reports.xlsx.fitting import Line, Value
from app.reports.xlsx.ids import write_ids
from app.reports.xlsx.maker import SheetMaker
from app.reports.xlsx.order import sheets
from app.reports.xlsx.region import RegionSheets
from app.reports.xlsx.scores import ScoreSheet
from app.reports.xlsx.sheet import Column
from app.reports.xlsx.writing import writing

# Hexadecimal digits of the SHA-256 that are given.
_DIGITS = 16
# Makes a sheet, and gives its name and the number of its rows.
_Make: TypeAlias = Callable[[], tuple[str, int]]
_CREATOR = "Four Changes Workbook"


def write_xlsx(report: Report, path: Path) -> Steps[dict[str, int]]:
    """Write the file and return the number of rows of each sheet; steps count sheets.

    Sheets follow the sections of the report, behind those that are always there.

    Raises OSError where the disk gives way.
    """
    writer = _Writer(report)
    region = RegionSheets(report, writer.book)
    charts = ChartSheet(report, writer.book)
    makers: dict[str, _Make] = {
        "overview": writer.overview,
        "scores": ScoreSheet(report, writer.book).scores,
        "indicators": writer.indicators,
        "register": writer.register,
        "problems": writer.problems,
        **({"charts": charts.charts} if charts.any else {}),
        **({"practices": region.practices} if report.practices else {}),
        **({"standards": region.standards} if report.standards else {}),
        **({"plan": region.plan} if report.plan else {}),
        **({"comparison": region.comparison} if report.comparison else {}),
        **({"retired": region.retired} if report.retired else {}),
    }
    tables: tuple[_Make, ...] = (
        *(makers[key] for key in sheets(report) if key in makers),
        partial(write_ids, report, writer.book),
    )
    rows: dict[str, int] = {}
    with writing(writer.book):
        for done, table in enumerate(tables, 1):
            name, count = table()
            rows[name] = count
            yield Step(done, len(tables) + 1, name)
        writer.book.save(path)
    return rows


class _Writer(SheetMaker):
    def __init__(self, report: Report) -> None:
        super().__init__(report, Workbook(write_only=True))
        properties = self.book.properties
        properties.title = f"{report.region} {report.title}"
        properties.creator = report.lead_unit or report.pilot_name or _CREATOR
        properties.subject = report.document_title
        properties.language = "zh-CN" if report.language == "zh" else "en"

    def overview(self) -> tuple[str, int]:
        """Profile, counts, what the report rests on, and a line for each article."""
        report = self.report
        name, sheet = self._sheet(
            "overview",
            (
                self._column("no", 7, centered=True),
                self._column("part", 18, centered=True),
                self._column("item", 36),
                self._column("content", 70),
                # The date of filling in stands above it on one line.
                self._column("remark", 28),
            ),
            report.source_note,
            report.scheme_note,
        )
        lines = [
            *((self._t("profile"), line.label, line.value) for line in report.profile),
            *((self._t("overview"), line.label, line.value) for line in report.summary),
            *(
                (self._article_name(one), one.heading, self._article_line(one))
                for one in report.articles
            ),
            *(
                (self._article_name(one), self._t("introduction"), one.introduction)
                for one in report.articles
            ),
            *self._own_lines(),
            (self._t("notes"), self._t("basis"), self._basis()),
            (self._t("notes"), self._t("column.stage"), report.stage_label),
            (self._t("notes"), self._t("scheme"), report.scheme_name),
            (self._t("notes"), self._t("catalogue"), report.catalogue),
            (self._t("notes"), self._t("mark"), report.data_mark),
            *self._written_lines(),
        ]
        for number, line in enumerate(lines, 1):
            sheet.write((number, *line, ""))
        return name, sheet.close()

    def _own_lines(self) -> list[tuple[str, str, str]]:
        own = self.report.own
        if own is None:
            return []
        label = self._t("introduction")
        return [(OWN_MARK, own.heading, own.line), (OWN_MARK, label, own.note)]

    def _written_lines(self) -> list[tuple[str, str, str]]:
        """The cover, what the sections say, and the verification code of the snapshot."""
        report = self.report
        cover, facts, written = self._t("cover"), self._t("facts"), self._t("written")
        lines = [(cover, line.label, line.value) for line in report.cover.lines]
        for section in report.sections:
            lines.append((section.heading, facts, "\n".join(section.facts) or "—"))
            if section.text:
                lines.append((section.heading, written, as_lines(section.text)))
        if (seal := report.verification) is not None:
            note = self._t(
                "verification.note", snapshot=seal.snapshot, title=seal.title, day=seal.taken_on
            )
            lines.append((self._t("notes"), self._t("verification"), f"{note}\n{seal.sha256}"))
        return lines

    def _basis(self) -> str:
        return self._t(
            "basis.text", title=self.report.document_title, number=self.report.document_number
        )

    def _article_line(self, article: ArticleEntry) -> str:
        counts = article.tally
        points = "—" if article.points is None else format_points(article.points)
        return self._t(
            "article.line",
            weight=f"{article.weight:g}",
            total=counts.total,
            applicable=counts.applicable,
            started=counts.started,
            done=counts.done,
            rated=counts.rated,
            points=points,
        )

    def indicators(self) -> tuple[str, int]:
        """What was to be reached and what has been, one row for each indicator."""
        name, sheet = self._sheet(
            "indicators",
            (
                self._column("no", 6, centered=True),
                self._measure("code", 12, centered=True),
                self._measure("title", 28),
                self._own("meaning", 38),
                self._measure("data", 28),
                self._own("baseline", 22, centered=True),
                self._measure("target", 40),
                self._measure("attainment", 10, centered=True),
                self._measure("pace", 10, centered=True),
                self._measure("values", 44),
                self._measure("measured", 12, centered=True),
                self._column("remark", 16),
            ),
            self._t("indicators.note"),
        )
        for number, entry in enumerate(self.report.indicators, 1):
            sheet.write(self._indicator_row(entry, number))
        return name, sheet.close()

    def _measure(self, key: str, width: float, centered: bool = False) -> Column:
        return Column(self._t(f"indicators.column.{key}"), width, centered)

    def _indicator_row(self, entry: IndicatorEntry, number: int) -> Sequence[Value]:
        colon, clause = self._t("colon"), self._t("clause")
        values = self._lines(
            (
                clause.join(p for p in (one.value, one.source, one.notes, one.evidence) if p),
                self._targets.get(one.evidence, ""),
            )
            for one in entry.readings
        )
        return (
            number,
            entry.code,
            entry.title,
            entry.meaning,
            entry.source,
            entry.baseline,
            "\n".join(target.origin + colon + target.goal for target in entry.targets),
            "\n".join(target.attainment or "—" for target in entry.targets),
            "\n".join(target.pace for target in entry.targets),
            values,
            "\n".join(entry.requirements),
            "\n".join(entry.remarks),
        )

    def register(self) -> tuple[str, int]:
        """The evidence register."""
        name, sheet = self._sheet(
            "register",
            (
                self._column("no", 6, centered=True),
                self._column("number", 10, centered=True),
                self._column("title", 26),
                self._column("kind", 11, centered=True),
                self._own("document_number", 18),
                self._own("issuing_body", 18),
                self._own("formed_on", 15, centered=True),
                self._own("valid_until", 15, centered=True),
                self._own("files", 36),
                self._column("hash", 19),
                self._column("proofs", 36),
                self._own("confidentiality", 10, centered=True),
                self._column("remark", 16),
            ),
            self._t("register.note.columns"),
        )
        for number, entry in enumerate(self.report.evidence, 1):
            sheet.write(self._evidence_row(entry, number))
        return name, sheet.close()

    def _evidence_row(self, entry: EvidenceEntry, number: int) -> Sequence[Value]:
        # Files that are handed over with the report have a row each, to be led to.
        apart = bool(entry.target)
        return (
            number,
            # The number leads there and not the name, which may take several lines: LibreOffice
            # shows but one line of a link.
            tuple(Line(entry.number, file.target) for file in entry.files)
            if apart
            else entry.number,
            entry.title,
            entry.kind,
            entry.document_number,
            entry.issuing_body,
            entry.formed_on,
            entry.valid_until,
            self._lines(
                (
                    (self._t("file", name=file.name, bytes=format_size(file.size)), "")
                    for file in entry.files
                ),
                apart=apart,
            ),
            self._lines(((file.sha256[:_DIGITS], "") for file in entry.files), apart=apart),
            self._proofs(entry),
            entry.confidentiality,
            entry.notes,
        )

    def _proofs(self, entry: EvidenceEntry) -> str:
        lines = []
        for proof in entry.proofs:
            detail = self._t("clause").join(part for part in (proof.locator, proof.proves) if part)
            lines.append(proof.requirement_id + (self._t("colon") + detail if detail else ""))
        return "\n".join(lines)

    def problems(self) -> tuple[str, int]:
        """Problems and next steps of the answers, then what the check found."""
        name, sheet = self._sheet(
            "problems",
            (
                self._column("no", 6, centered=True),
                self._column("source", 14, centered=True),
                self._column("place", 36),
                self._own("problems", 50),
                self._own("next_steps", 50),
                self._own("unit", 20),
                self._own("due", 15, centered=True),
                self._column("remark", 14),
            ),
        )
        has = self.report.has
        answers = has(Section.PROBLEMS) or has(Section.NEXT_STEPS)
        rows: list[Sequence[Value]] = [
            (
                self._t("source.answer"),
                f"{item.id} {item.title}",
                *map(as_lines, (item.problems, item.next_steps)),
                item.unit,
                item.due,
                "",
            )
            for item in (self.report.requirements if answers else ())
            if item.problems or item.next_steps
        ]
        rows += [
            (self._t("source.check", severity=gap.severity_label), gap.place, gap.sentence)
            + ("",) * 4
            for gap in (self.report.gaps if has(Section.ANNEX_GAPS) else ())
        ]
        for number, row in enumerate(rows, 1):
            sheet.write((number, *row))
        return name, sheet.close()
