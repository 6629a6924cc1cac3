"""What a hand-over was asked for, what it holds, and what became of each file."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Literal

from app.domain.vocabulary import Language, Stage
from app.reports.outcome import FontUse, Format, MissingCharacter

Kind = Literal["folder", "zip"]


class Fate(StrEnum):
    """What became of a file: only the first is in the hand-over."""

    HANDED_OVER = "handed-over"
    LEFT_OUT = "left-out"
    MISSING = "missing"
    ALTERED = "altered"


@dataclass(frozen=True, slots=True)
class HandoverRequest:
    """Evidence goes into a new folder or archive inside `folder`.

    `internal`: whether evidence marked internal goes with it. `formats` are those of the report
    that goes with it; with none, the evidence goes alone.
    """

    folder: Path
    kind: Kind
    stage: Stage
    language: Language
    internal: bool = True
    formats: tuple[Format, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """A file of a dossier: `position` among its files from 0, `path` where it is to lie.

    The path is relative, with "/" between folders; "" for what is left out.
    """

    number: str
    position: int
    name: str
    sha256: str
    size: int
    path: str


@dataclass(frozen=True, slots=True)
class HandedFile:
    """What became of a planned file; `path` is "" unless it was handed over."""

    number: str
    position: int
    name: str
    sha256: str
    size: int
    path: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class HandoverResult:
    """`path` is the folder or archive; `size` counts all bytes in it, `documents` are the register,
    the manifest, the note and the reports. Fonts concern the PDF files.
    """

    path: Path
    kind: Kind
    size: int
    files: tuple[HandedFile, ...]
    documents: tuple[str, ...]
    fonts: tuple[FontUse, ...]
    missing_characters: tuple[MissingCharacter, ...]

    @property
    def counts(self) -> dict[Fate, int]:
        found = Counter(file.fate for file in self.files)
        return {fate: found[fate] for fate in Fate}

    @property
    def complete(self) -> bool:
        """Whether everything is there but what was left out on purpose."""
        return not (self.counts[Fate.MISSING] or self.counts[Fate.ALTERED])
