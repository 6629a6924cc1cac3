"""What a submission was asked for, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.domain.vocabulary import Language, Stage
from app.reports.handover.model import HandoverResult
from app.reports.outcome import LIVE, Source


@dataclass(frozen=True, slots=True)
class SubmissionRequest:
    """A new folder is made inside `folder`; `archive` asks for one zip of it beside it.

    `stage` is that of a submission of the live state. The folder is in `language`; in the
    languages that are `also` wanted it holds the report as well.
    """

    folder: Path
    stage: Stage
    language: Language
    source: Source = LIVE
    internal: bool = True
    archive: bool = False
    also: tuple[Language, ...] = ()


@dataclass(frozen=True, slots=True)
class SubmissionResult:
    """`content` says what the folder holds; `archive` is the zip of it, `archive_size` in bytes."""

    content: HandoverResult
    archive: Path | None
    archive_size: int
