"""What the right side says of an entry, a document or a part of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.domain.vocabulary import Progress, Text
from app.queries.library.entries import NOTICE, Entry
from app.queries.library.relations import Relation
from app.views.desk import Desk
from app.views.library.contents import Contents
from app.views.library.naming import Naming
from app.views.library.shelves import Node


@dataclass(frozen=True, slots=True)
class Line:
    """A way to another entry: what it is, why it is named here, and its kind or present state."""

    key: str
    title: str
    second: str
    right: str
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """`parts` are pairs of a title, "" for none, and a text; `mark` says whose words these are.

    `place` is where the entry stands, `requirement` its id where it can be answered.
    """

    key: str
    place: str
    heading: str
    mark: str
    parts: tuple[tuple[str, str], ...]
    note: str
    list_title: str
    lines: tuple[Line, ...]
    requirement: str = ""


class Sheets(QObject):
    """Makes the sheets."""

    def __init__(self, desk: Desk, naming: Naming, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._naming = naming

    def sheet(self, contents: Contents, node: Node, path: list[Node]) -> Sheet:
        """`path` are the nodes that `node` stands in."""
        entry = contents.content.entries.get(node.key)
        place = " › ".join(above.title for above in path)
        if entry is None:
            return self._of_part(contents, node, path, place)
        related = tuple(self._related(contents, one) for one in contents.relations(entry.id))
        return Sheet(
            key=entry.id,
            place=place,
            heading=self._heading(contents, entry),
            mark=" · ".join((entry.id, self._mark(contents, entry))),
            parts=tuple(self._parts(contents, entry)),
            note=self._note(contents, path[0].key),
            list_title=self.tr(
                "Related requirements, clauses, key points and indicators ({0})"
            ).format(len(related)),
            lines=related,
            requirement=entry.id if entry.id in contents.answers else "",
        )

    def _of_part(self, contents: Contents, node: Node, path: list[Node], place: str) -> Sheet:
        document = path[0].key if path else node.key
        marks = [node.second] if node.second else []
        if node.wording and document != NOTICE:
            marks.append(self._desk.text(f"wording.{node.wording}"))
        return Sheet(
            key=node.key,
            place=place,
            heading=node.title,
            mark=" · ".join(marks),
            parts=tuple(self._goals(contents, node)),
            note=self._note(contents, document),
            list_title=self.tr("Contents"),
            lines=tuple(
                Line(child.key, child.title, child.second, _count(child), child.progress)
                for child in node.children
            ),
        )

    def _goals(self, contents: Contents, node: Node) -> Iterator[tuple[str, str]]:
        """A document's goals and targets in figures stand on its first sheet."""
        library = contents.content.library
        if node.key == library.outline.id:
            for goal in library.outline.goals:
                yield self.tr("Goals for {0}").format(goal.year), self._in(goal.text)
        for plan in library.plans:
            if node.key == plan.id:
                lines = (f"• {self._in(target.text)}" for target in plan.targets)
                yield self.tr("Targets in figures"), "\n".join(lines)

    def _heading(self, contents: Contents, entry: Entry) -> str:
        if entry.kind == "plan-target":
            return self.tr("Target in figures")
        return self._naming.title(contents, entry)

    def _mark(self, contents: Contents, entry: Entry) -> str:
        if entry.kind == "requirement":
            return self.tr("A paraphrase, not the wording")
        if entry.kind == "indicator":
            preset = contents.content.library.preset(entry.id)
            verified = preset is not None and preset.verified
            return self.tr("Figures as in the document") if verified else self.tr("To be verified")
        return self._desk.text(f"wording.{entry.wording}")

    def _parts(self, contents: Contents, entry: Entry) -> Iterator[tuple[str, str]]:
        requirement = contents.requirements.get(entry.id)
        if requirement is not None:
            yield "", self._in(requirement.statement)
            yield self.tr("Present state"), self._naming.state(contents.answers[entry.id])
            reason = contents.content.why_unmatched(entry.id)
            if reason is not None:
                yield self.tr("No clause of the Outline fits"), self._in(reason)
            guidance = self.tr("What good looks like ({0})").format(
                self._desk.text("mark.unofficial")
            )
            yield guidance, self._in(requirement.guidance)
            return
        preset = contents.content.library.preset(entry.id)
        if preset is None:
            yield "", self._in(entry.body)
            return
        yield self.tr("Target"), self._naming.target(preset)
        yield self.tr("Meaning"), self._in(preset.meaning)
        yield self.tr("Data source"), self._in(preset.source)

    def _related(self, contents: Contents, relation: Relation) -> Line:
        entry = contents.content.entries[relation.id]
        answer = contents.answers.get(relation.id)
        title = f"{relation.id}  {self._naming.title(contents, entry)}"
        if answer is not None:
            state = self._naming.state(answer)
            return Line(relation.id, title, self._in(relation.why), state, answer.progress)
        kind = self._desk.text(f"entry.{relation.kind}")
        return Line(relation.id, title, self._in(relation.why), kind)

    def _note(self, contents: Contents, document: str) -> str:
        """That the document itself is authoritative, in its own note or in general."""
        note = contents.note(document)
        if note is not None:
            return self._in(note)
        return self.tr("In our own words; the documents themselves are authoritative.")

    def _in(self, text: Text) -> str:
        return text.in_(self._desk.language)


def _count(node: Node) -> str:
    return str(node.leaves) if node.children else ""
