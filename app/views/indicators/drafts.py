"""What was typed into a table and is not, or not yet, in the workbook."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

# The key of the empty row at the end, in which something new is entered.
NEW = ""
# Indicator, row, column.
Place: TypeAlias = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Draft:
    """A typed text. `sentence` says why it was not taken, `again` that trying again may help.

    `saved` drafts are in the workbook, and stay until the table shows that.
    """

    text: str
    sentence: str = ""
    again: bool = False
    saved: bool = False


class Drafts:
    """All drafts of a table, also of indicators that are not shown."""

    def __init__(self) -> None:
        self._drafts: dict[Place, Draft] = {}

    def get(self, place: Place) -> Draft | None:
        return self._drafts.get(place)

    def put(self, place: Place, text: str) -> None:
        self._drafts[place] = Draft(text)

    def drop(self, place: Place) -> None:
        self._drafts.pop(place, None)

    def refuse(self, place: Place, text: str, sentence: str, again: bool = False) -> None:
        """Say why `text` was not taken, where it is still what stands there."""
        draft = self._drafts.get(place)
        if draft is not None and draft.text == text:
            self._drafts[place] = replace(draft, sentence=sentence, again=again)

    def mark_saved(self, place: Place, text: str) -> None:
        draft = self._drafts.get(place)
        if draft is not None and draft.text == text:
            self._drafts[place] = replace(draft, sentence="", again=False, saved=True)

    def drop_saved(self) -> None:
        self._drafts = {place: it for place, it in self._drafts.items() if not it.saved}

    def drop_row(self, indicator: str, key: str) -> None:
        self._drafts = {
            place: it for place, it in self._drafts.items() if place[:2] != (indicator, key)
        }

    def drop_indicator(self, indicator: str) -> None:
        self._drafts = {place: it for place, it in self._drafts.items() if place[0] != indicator}

    def of_row(self, indicator: str, key: str) -> dict[str, str]:
        """The typed texts of a row by column."""
        return {
            place[2]: it.text
            for place, it in self._drafts.items()
            if place[:2] == (indicator, key) and not it.saved
        }

    def to_retry(self) -> list[tuple[Place, str]]:
        return [(place, it.text) for place, it in self._drafts.items() if it.again]

    def sentences(self, indicator: str) -> Iterator[str]:
        """Why texts of an indicator were not taken."""
        found = (it.sentence for place, it in self._drafts.items() if place[0] == indicator)
        return (sentence for sentence in found if sentence)

    def any_unsaved(self) -> bool:
        return any(not it.saved for it in self._drafts.values())
