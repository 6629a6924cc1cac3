"""What stands in the cells of the intake table, and what may be chosen or typed there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Literal, TypeAlias

from PySide6.QtCore import QCoreApplication

from app.catalog.requirement import Requirement
from app.domain.dates import format_date, parse_date
from app.domain.limits import clean_text
from app.domain.numbers import folded
from app.domain.vocabulary import EvidenceKind
from app.services.intake.item import Choice, Item
from app.views.desk import Desk

Name: TypeAlias = Literal[
    "choice",
    "file",
    "title",
    "kind",
    "document_number",
    "issuing_body",
    "formed_on",
    "requirement_id",
    "remark",
]
# Changed in one cell, they change in all selected rows: nobody sets them file by file.
SHARED: frozenset[Name] = frozenset(
    {"choice", "kind", "issuing_body", "formed_on", "requirement_id"}
)
_TEXTS: frozenset[Name] = frozenset({"title", "document_number", "issuing_body"})
_OF_DOSSIER: frozenset[Name] = _TEXTS | {"kind", "formed_on", "requirement_id"}
# What is as wide as its contents, as nobody writes much there; the others share what is left.
NARROW: frozenset[Name] = frozenset({"choice", "requirement_id", "kind", "formed_on"})
# As many standards are named in a cell.
_FEW = 3
# Average characters of Latin letters that are enough for a column where there is room.
WIDTHS: dict[Name, int] = {
    "choice": 15,
    "file": 20,
    "remark": 28,
    "title": 26,
    "requirement_id": 10,
    "kind": 11,
    "document_number": 20,
    "issuing_body": 18,
    "formed_on": 18,
}


class IntakeColumns:
    """`into_dossier` leaves out what only a new dossier has."""

    def __init__(
        self, desk: Desk, requirements: Sequence[Requirement], *, into_dossier: bool
    ) -> None:
        self._desk = desk
        self._titles: Mapping[str, str] = {
            item.id: item.title.in_(desk.language) for item in requirements
        }
        self.names: tuple[Name, ...] = tuple(
            name for name in WIDTHS if not (into_dossier and name in _OF_DOSSIER)
        )

    def heading(self, name: Name) -> str:
        translate = QCoreApplication.translate
        match name:
            case "choice":
                return translate("intake", "What to do")
            case "file":
                return translate("intake", "File")
            case "requirement_id":
                return translate("intake", "Requirement")
            case "remark":
                return translate("intake", "Remark")
            case _:
                return self._desk.text(f"field.{name}")

    def shown(self, item: Item, name: Name) -> str:
        if item.error is not None and name in _OF_DOSSIER:
            return ""
        match name:
            case "choice":
                return self.choice_name(item, item.choice) if item.choices else self._cannot()
            case "file":
                return item.place[-1]
            case "kind":
                return self._desk.text(f"kind.{item.kind}")
            case "formed_on":
                return format_date(item.formed_on, self._desk.language)
            case "remark":
                return self.remark(item)
            case _:
                return str(getattr(item, name))

    def order(self, item: Item, name: Name) -> str:
        """The text by which a column is sorted; files by their folders first."""
        if name == "file":
            return folded("/".join(item.place))
        if name == "formed_on":
            return item.formed_on.isoformat() if item.formed_on else ""
        return folded(self.shown(item, name))

    def tip(self, item: Item, name: Name) -> str:
        """More than the cell has room for."""
        if name == "file":
            return "/".join(item.place)
        if name == "requirement_id" and item.requirement_id:
            return f"{item.requirement_id} {self._titles.get(item.requirement_id, '')}"
        return self.shown(item, name)

    def options(self, item: Item, name: Name) -> list[tuple[object, str]]:
        """What can be chosen in a cell; empty where one types."""
        match name:
            case "choice":
                return self._choices(item)
            case "kind":
                return [(kind, self._desk.text(f"kind.{kind}")) for kind in EvidenceKind]
            case "requirement_id":
                none = QCoreApplication.translate("intake", "(none)")
                return [
                    ("", none),
                    *((id_, f"{id_} {title}") for id_, title in self._titles.items()),
                ]
            case _:
                return []

    def value(self, item: Item, name: Name) -> object:
        """What an editor starts with."""
        match name:
            case "choice":
                return (item.choice, item.edition_of if item.choice is Choice.EDITION else "")
            case "formed_on":
                return item.formed_on.isoformat() if item.formed_on else ""
            case _:
                return getattr(item, name)

    def editable(self, item: Item, name: Name) -> bool:
        """A dossier that is there keeps what is said of it; its requirement may be chosen."""
        if name == "choice":
            return len(item.choices) > 1
        if item.error is not None or name in ("file", "remark"):
            return False
        if name == "requirement_id":
            return item.choice is not Choice.SKIP
        return item.choice is Choice.TAKE

    def changed(self, item: Item, name: Name, value: Any) -> Item:
        """The item with another value; as it was where it can't have this one.

        Raises UserError `date.unreadable`, `field.too-long`.
        """
        if not self.editable(item, name):
            return item
        if name == "choice":
            return _chosen(item, *value)
        if name == "formed_on":
            day: date | None = parse_date(value) if str(value).strip() else None
            return replace(item, formed_on=day)
        values: dict[str, Any] = {name: value}
        if name in _TEXTS:
            values[name] = clean_text(name, str(value))
        return replace(item, **values)

    def remark(self, item: Item) -> str:
        """Why a file can't be taken or read, or what is there already."""
        translate = QCoreApplication.translate
        if item.error is not None:
            return self._desk.sentence(item.error)
        if item.unread and item.choice is not Choice.SKIP:
            return self._desk.text(f"unread.{item.unread}")
        if item.same:
            return translate("intake", "The same file is evidence {0}.").format(
                self._separator().join(held.number for held in item.same)
            )
        if item.twin:
            return translate("intake", "The same file as “{0}”.").format(item.twin)
        if item.former:
            return translate("intake", "A file with this name is in evidence {0}.").format(
                self._separator().join(held.number for held in item.former)
            )
        if item.namesake:
            return translate("intake", "Another file of this name, with other content.")
        if item.standards:
            return self._named(item.standards)
        return ""

    def _named(self, standards: Sequence[str]) -> str:
        """The standards that a text names, the first of them where they are many."""
        shown = self._separator().join(standards[:_FEW])
        if len(standards) <= _FEW:
            return QCoreApplication.translate("intake", "Names {0}").format(shown)
        return QCoreApplication.translate("intake", "Names {0} and {1} more").format(
            shown, len(standards) - _FEW
        )

    def choice_name(self, item: Item, choice: Choice, edition_of: str = "") -> str:
        translate = QCoreApplication.translate
        match choice:
            case Choice.TAKE:
                return translate("intake", "Take in")
            case Choice.LINK:
                return translate("intake", "Link what is there")
            case Choice.SKIP:
                return translate("intake", "Leave out")
            case Choice.EDITION:
                wanted = edition_of or item.edition_of
                if item.namesake and wanted == item.namesake:
                    return translate("intake", "New edition of its namesake")
                number = next(
                    (held.number for held in item.former if held.attachment_id == wanted), ""
                )
                return translate("intake", "New edition in {0}").format(number)

    def _choices(self, item: Item) -> list[tuple[object, str]]:
        found: list[tuple[object, str]] = []
        for choice in item.choices:
            if choice is Choice.EDITION and item.namesake:
                found.append(
                    ((choice, item.namesake), self.choice_name(item, choice, item.namesake))
                )
            elif choice is Choice.EDITION:
                found += [
                    (
                        (choice, held.attachment_id),
                        self.choice_name(item, choice, held.attachment_id),
                    )
                    for held in item.former
                ]
            else:
                found.append(((choice, ""), self.choice_name(item, choice)))
        return found

    def _cannot(self) -> str:
        return QCoreApplication.translate("intake", "Cannot be taken")

    def _separator(self) -> str:
        return "、" if self._desk.language == "zh" else ", "


def _chosen(item: Item, choice: Choice, edition_of: str) -> Item:
    """Where several rows are changed at once, each takes what it can."""
    if choice not in item.choices:
        return item
    known = {item.namesake, *(one.attachment_id for one in item.former)}
    if choice is Choice.EDITION and edition_of not in known:
        edition_of = item.edition_of
    return replace(item, choice=choice, edition_of=edition_of or item.edition_of)
