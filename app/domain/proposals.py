"""What can be proposed for a file that is taken in; the person decides."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.limits import SHORT, TITLE
from app.domain.proposing import bodies, dates, folders, kinds, titles
from app.domain.standards.finding import find_standards, leading_standard
from app.domain.standards.number import Standard
from app.domain.vocabulary import EvidenceKind

# Characters of the text that are read: a cover, a head and a signature are within them.
READ = 40_000
# Control and direction characters, marks of byte order, lone surrogates.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069"
    "\ufeff\ufffe\uffff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What name and text of a file propose for its dossier; every field may be empty.

    `document_number` is in its form (机关代字〔2022〕29号); that of a standard is the standard's
    number. `kind` and `formed_on` are None where nothing says them. `standards` are all that
    name and text name, in their order. `requirement_id` is well formed (N29-2.07, X-01), but the
    workbook may not have it.
    """

    title: str = ""
    document_number: str = ""
    issuing_body: str = ""
    formed_on: date | None = None
    kind: EvidenceKind | None = None
    standards: tuple[Standard, ...] = ()
    requirement_id: str = ""


def propose(path_parts: Sequence[str], text: str, own_title: str = "") -> Proposal:
    """What folders, name and text of a file propose.

    `path_parts` are the names from the folder that was dropped down to the file with its suffix,
    ("二、标准供给", "（七）团体标准", "通知.pdf"), or the file's name alone. `text` is what could
    be read of its first pages, lines as they stand there; it may be empty. `own_title` is what the
    document's properties call it.
    """
    parts = [_INVISIBLE.sub("", part) for part in path_parts]
    name = parts[-1] if parts else ""
    stem, suffix = _split(name)
    lines = _lines(text[:READ])
    title = titles.title_of(stem, lines, _INVISIBLE.sub("", own_title))
    in_name = find_standards(stem)
    kind = kinds.kind_of(title, suffix, lines, names_standard=leading_standard(title) is not None)
    number = bodies.own_number(stem, lines)
    if not number and kind is EvidenceKind.STANDARD:
        of_standard = in_name or find_standards("\n".join(lines[:_COVER]))
        number = of_standard[0].designation if of_standard else ""
    return Proposal(
        title=titles.in_folder(title, stem, parts[:-1])[:TITLE].strip(),
        document_number=number[:SHORT],
        issuing_body=bodies.issuing_body(lines, title)[:TITLE],
        formed_on=dates.formed_on(stem, lines),
        kind=kind,
        standards=tuple(dict.fromkeys([*in_name, *find_standards(text)])),
        requirement_id=folders.requirement_id([*parts[:-1], stem]),
    )


# Lines of a standard's cover, with its own number before those it replaces.
_COVER = 12
_LONGEST_SUFFIX = 6


def _split(name: str) -> tuple[str, str]:
    """Stem and suffix; 2.07 团体标准 has none."""
    stem, dot, suffix = name.rpartition(".")
    if not dot or not stem or not suffix.isascii() or not suffix.isalnum():
        return name, ""
    if suffix.isdecimal() or len(suffix) > _LONGEST_SUFFIX:
        return name, ""
    return stem, f".{suffix}"


def _lines(text: str) -> list[str]:
    """The lines that have something in them, without white space around."""
    cleaned = _INVISIBLE.sub("", text)
    return [line for raw in cleaned.splitlines() if (line := " ".join(raw.split()))]
