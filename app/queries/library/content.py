"""The library as a window or command shows it, with the requirements of a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from app.catalog.library import Library
from app.catalog.requirement import Requirement
from app.domain.vocabulary import Text
from app.queries.catalogue import requirement_texts
from app.queries.library.entries import Entry, entries
from app.queries.library.relations import Relation, relations, why_unmatched
from app.queries.library.search import Index
from app.store.workbook import Workbook


@dataclass(frozen=True)
class LibraryContent:
    """`entries` by id, in the order of the documents."""

    library: Library
    entries: dict[str, Entry]

    @cached_property
    def index(self) -> Index:
        """For searching; made at its first use."""
        return Index(self.entries.values())

    def relations(self, entry_id: str) -> list[Relation]:
        return relations(self.library, self.entries, entry_id)

    def why_unmatched(self, requirement_id: str) -> Text | None:
        return why_unmatched(self.library, requirement_id)


def library_content(workbook: Workbook | None = None) -> LibraryContent:
    """The library with the requirements as the workbook carries them, or as the program does.

    The first call reads the catalogue (some tenths of a second); let it run beside the window.
    """
    # Reading YAML is needed for this only: start-up time.
    from app.catalog.load import load_notice
    from app.catalog.load_library import library

    requirements: list[Requirement] = (
        list(load_notice().requirements) if workbook is None else requirement_texts(workbook)
    )
    known = library()
    return LibraryContent(known, {entry.id: entry for entry in entries(requirements, known)})
