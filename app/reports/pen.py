"""What a report is written with: each format has a pen that sets what it is told."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from app.reports.listing import Listing
from app.reports.model import RequirementEntry
from app.reports.styles import PageKind
from app.reports.words import Words


@dataclass(frozen=True, slots=True)
class Part:
    """A text under its label; `number` is its place among several, 0 where it is alone."""

    label: str
    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Links:
    """A label with what it names: words, each with the destination that it leads to."""

    label: str
    targets: tuple[tuple[str, str], ...]


class Pen(Words, ABC):
    """What a report is written with, whatever the format."""

    @abstractmethod
    def page(self, kind: PageKind) -> None: ...

    @abstractmethod
    def turn_to(self, kind: PageKind) -> None: ...

    @abstractmethod
    def section(self, title: str, key: str) -> None: ...

    @abstractmethod
    def part(self, title: str, key: str, running: bool = False) -> None: ...

    @abstractmethod
    def annex(self, title: str, key: str) -> None: ...

    @abstractmethod
    def plain(self, text: str, place: str = "", annex: bool = False) -> None:
        """A generated sentence, in the body or, smaller, in an annex."""

    @abstractmethod
    def note(self, text: str, place: str = "") -> None:
        """A small explanation."""

    @abstractmethod
    def small(self, text: str) -> None:
        """Lines in the type of a list."""

    @abstractmethod
    def signatures(self, text: str) -> None:
        """Where people sign below a table."""

    @abstractmethod
    def table(self, listing: Listing) -> None:
        """A table over the width of the page."""

    @abstractmethod
    def table_title(self, title: str) -> None:
        """What stands over a table and stays with it."""

    @abstractmethod
    def written(self, text: str, place: str) -> None:
        """What people wrote; `place` says where it stands."""

    @abstractmethod
    def listed_item(self, title: str, link: str, text: str) -> None:
        """A numbered text; its name leads to what it speaks of."""

    @abstractmethod
    def requirement(self, item: RequirementEntry, depth: int, bare: bool) -> None:
        """Heading and box of a requirement; `depth` is that of its bookmark.

        A `bare` one has nothing below but that nothing is written.
        """

    @abstractmethod
    def parts(self, level: int, parts: Sequence[Part], links: Sequence[Links], place: str) -> None:
        """Texts with their labels, numbered on a level, and below them what they name."""
