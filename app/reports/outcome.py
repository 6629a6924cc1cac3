"""What an export was asked for and what came of it, without the libraries that do it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.domain.report_template import USUAL_TEMPLATE, ReportTemplate
from app.domain.vocabulary import Language, Stage

Format = Literal["pdf", "xlsx", "docx"]
FORMATS: tuple[Format, ...] = ("pdf", "xlsx", "docx")

# Type of 公文: 仿宋 for the text, 楷体 and 黑体 for headings, 小标宋 for the title.
Role = Literal["body", "subheading", "heading", "title"]
ROLES: tuple[Role, ...] = ("body", "subheading", "heading", "title")


@dataclass(frozen=True, slots=True)
class Source:
    """What a report is made of: a snapshot by its code, or "" for the live state.

    `compare_with` names an earlier snapshot; None takes the last one before, "" compares nothing.
    """

    snapshot: str = ""
    compare_with: str | None = None
    template: ReportTemplate = USUAL_TEMPLATE


LIVE = Source()


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Every format is written in every language, into `folder`, which is made if need be.

    `stage` is that of a report on the live state.
    """

    folder: Path
    stage: Stage
    languages: tuple[Language, ...]
    formats: tuple[Format, ...]
    source: Source = LIVE


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A written and checked file; size in bytes."""

    path: Path
    format: Format
    language: Language
    size: int


@dataclass(frozen=True, slots=True)
class FontUse:
    """Which font file serves a role; `official` is False where the bundled font stands in."""

    role: Role
    file: str
    official: bool


@dataclass(frozen=True, slots=True)
class MissingCharacter:
    """A character no font has, and where it stands in the report."""

    character: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExportResult:
    """`fonts` and `missing` concern the PDF files and are empty without one."""

    files: tuple[ExportedFile, ...]
    fonts: tuple[FontUse, ...]
    missing: tuple[MissingCharacter, ...]
