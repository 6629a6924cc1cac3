"""Exports the report: every file is written under a temporary name, checked, and then renamed."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from app import texts
from app.domain.steps import Step, Steps, scaled
from app.domain.vocabulary import Language
from app.errors import UserError
from app.reports.assemble import assemble
from app.reports.model import Report
from app.reports.outcome import (
    ExportedFile,
    ExportRequest,
    ExportResult,
    FontUse,
    Format,
    MissingCharacter,
)
from app.store.problems import environment
from app.store.vault import sync_folder
from app.store.workbook import Workbook

# Steps of one file: writing it, then checking it.
_WRITING, _CHECKING = 900, 100
# What Windows does not allow in file names.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\s]+')

Result = TypeVar("Result")


@dataclass(slots=True)
class Draft:
    """A file under its temporary name, and the name it is to have."""

    temporary: Path
    target: Path
    format: Format
    language: Language


@dataclass(slots=True)
class FontNotes:
    uses: dict[FontUse, None] = field(default_factory=dict)
    missing: dict[str, dict[str, None]] = field(default_factory=dict)

    def add(self, uses: Iterable[FontUse], missing: Iterable[MissingCharacter]) -> None:
        self.uses.update(dict.fromkeys(uses))
        for one in missing:
            self.missing.setdefault(one.character, {}).update(dict.fromkeys(one.places))


def export(workbook: Workbook, request: ExportRequest, today: date) -> Steps[ExportResult]:
    """Write the report of the present state or a snapshot in every format and language asked for.

    Files of the same name are replaced, all at the end; closing the generator before leaves
    nothing behind. Raises UserError `export.nothing`, `export.folder-is-file`,
    `export.target-is-folder`, `export.target-open`, `snapshot.…`;
    EnvironmentProblem `export.damaged`, `disk.…`.
    """
    if not request.languages or not request.formats:
        raise UserError("export.nothing")
    if request.folder.exists() and not request.folder.is_dir():
        raise UserError("export.folder-is-file", path=str(request.folder))
    notes = FontNotes()
    with environment(request.folder), ExitStack() as cleaning:
        request.folder.mkdir(parents=True, exist_ok=True)
        drafts: list[Draft] = []
        total = len(request.languages) * len(request.formats)
        for language in request.languages:
            report = assemble(workbook, request.stage, language, today, request.source)
            for format_ in request.formats:
                draft = _draft(request.folder, report, format_)
                cleaning.callback(draft.temporary.unlink, missing_ok=True)
                drafts.append(draft)
                yield from written(draft, report, notes, len(drafts) - 1, total)
        files = tuple(_keep(draft) for draft in drafts)
        sync_folder(request.folder)
    missing = (MissingCharacter(one, tuple(places)) for one, places in notes.missing.items())
    return ExportResult(files, tuple(notes.uses), tuple(missing))


def _draft(folder: Path, report: Report, format_: Format) -> Draft:
    target = folder / file_name(report, format_)
    if target.is_dir():
        raise UserError("export.target-is-folder", name=target.name)
    temporary = folder / f".{uuid4().hex}.{format_}"
    return Draft(temporary, target, format_, report.language)


def file_name(report: Report, format_: Format) -> str:
    """浙江省_中期自评报告_20260105.pdf; safe on Windows and on sticks."""
    name = texts.text(
        "report.file-name",
        report.language,
        region=report.region,
        stage=report.stage_label,
        day=f"{report.made_on:%Y%m%d}",
    )
    return f"{_FORBIDDEN.sub('_', name)}.{format_}"


def written(draft: Draft, report: Report, notes: FontNotes, done: int, total: int) -> Steps[None]:
    """Write a file under its temporary name, make it durable, and check it."""
    start, whole = done * (_WRITING + _CHECKING), total * (_WRITING + _CHECKING)
    label, span = draft.target.name, (start, start + _WRITING, whole)
    yield Step(start, whole, label)
    if draft.format == "pdf":
        from app.reports import verify
        from app.reports.fonts import font_set
        from app.reports.pdf.document import footer, write_pdf

        fonts = font_set(report.language)
        pages = yield from scaled(write_pdf(report, draft.temporary, fonts), *span, label)
        notes.add(fonts.uses, fonts.missing)
        sync_file(draft.temporary)
        yield Step(start + _WRITING, whole, label)
        verify.check_pdf(draft.temporary, report.cover.title, pages, footer(report))
    elif draft.format == "docx":
        from app.reports.docx.check import check_docx
        from app.reports.docx.document import write_docx
        from app.reports.fonts import font_set

        drawn = font_set(report.language)
        held = yield from scaled(write_docx(report, draft.temporary, drawn), *span, label)
        sync_file(draft.temporary)
        yield Step(start + _WRITING, whole, label)
        check_docx(draft.temporary, held)
    else:
        from app.reports import verify
        from app.reports.xlsx.document import write_xlsx

        rows = yield from scaled(write_xlsx(report, draft.temporary), *span, label)
        sync_file(draft.temporary)
        yield Step(start + _WRITING, whole, label)
        verify.check_xlsx(draft.temporary, rows)
    yield Step(start + _WRITING + _CHECKING, whole, label)


def sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _keep(draft: Draft) -> ExportedFile:
    try:
        draft.temporary.replace(draft.target)
    except PermissionError as error:
        # Windows does not let a file be replaced that a reader has open.
        raise UserError("export.target-open", name=draft.target.name) from error
    size = draft.target.stat().st_size
    return ExportedFile(draft.target, draft.format, draft.language, size)
