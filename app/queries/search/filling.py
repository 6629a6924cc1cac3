"""Fills the index from the vault: every file is read once, whatever its names."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from app.domain.steps import Step, Steps, scaled
from app.extraction.reading import extract
from app.extraction.text import Limits, Reason
from app.models import Attachment
from app.queries.search.index import TextIndex
from app.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class Filled:
    """How many files were read, and of them without text."""

    read: int
    without_text: int


def fill(workbook: Workbook, index: TextIndex, limits: Limits | None = None) -> Steps[Filled]:
    """Read the files that the index does not know; steps count files.

    Closing the generator gives up; what was read stays. A file that is missing is tried again the
    next time.
    """
    with workbook.read() as session:
        names = dict(session.execute(select(Attachment.sha256, Attachment.name)).tuples().all())
    known = index.known()
    index.remove(known - names.keys())
    wanted = sorted(names.keys() - known)
    read = without_text = 0
    for done, sha256 in enumerate(wanted):
        yield Step(done, len(wanted), names[sha256])
        pages = extract(workbook.vault.path(sha256), names[sha256], limits)
        found = yield from scaled(pages, done, done, len(wanted), names[sha256])
        if found.reason is Reason.UNREADABLE:
            continue
        index.put(sha256, found)
        read += 1
        without_text += bool(found.reason)
    return Filled(read, without_text)
