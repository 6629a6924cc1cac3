"""The documents as a tree: document, chapter or section, clause or task."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject

from app.catalog.library import LibraryDocument, PlanDocument, Wording
from app.domain.dates import format_date
from app.domain.vocabulary import Progress, Text
from app.queries.library.entries import NOTICE, Entry
from app.views.desk import Desk
from app.views.library.contents import Contents
from app.views.library.naming import Naming

INDICATORS = "indicators"


@dataclass(frozen=True)
class Node:
    """A row of the tree. `key` is the id of an entry or document, or the path of a part of one.

    `progress` is that of a requirement.
    """

    key: str
    title: str
    second: str
    children: tuple[Node, ...] = ()
    wording: Wording | None = None
    progress: Progress | None = None

    @property
    def leaves(self) -> int:
        """How many entries there are below."""
        return sum(child.leaves or 1 for child in self.children)


class Shelves(QObject):
    """Makes the tree."""

    def __init__(self, desk: Desk, naming: Naming, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._naming = naming

    def nodes(self, contents: Contents) -> tuple[Node, ...]:
        library = contents.content.library
        documents = (
            self._notice(contents),
            self._outline(contents),
            self._key_points(contents),
            *(self._plan(contents, plan) for plan in library.plans),
        )
        return (*documents, self._indicators(contents))

    def _notice(self, contents: Contents) -> Node:
        notice = contents.notice
        articles = tuple(
            Node(
                f"{NOTICE}/{article.number}",
                self._in(article.heading),
                self.tr("Article {0}").format(article.number),
                self._entries(
                    contents,
                    (
                        row.id
                        for row in contents.requirements.values()
                        if row.article == article.number
                    ),
                ),
            )
            for article in contents.articles
        )
        return Node(NOTICE, self._in(notice.title), notice.number, articles, "official")

    def _outline(self, contents: Contents) -> Node:
        outline = contents.content.library.outline
        goals = Node(
            f"{outline.id}/goals",
            self.tr("Development goals"),
            self.tr("For 2025 and 2035"),
            self._entries(contents, (goal.id for goal in outline.goals)),
        )
        chapters = tuple(
            Node(
                f"{outline.id}/{chapter.number}",
                self._in(chapter.heading),
                self.tr("Chapter {0}").format(chapter.number),
                self._entries(contents, (clause.id for clause in chapter.clauses)),
                chapter.wording,
            )
            for chapter in outline.chapters
        )
        return self._document(outline, self._issued(outline), (goals, *chapters))

    def _key_points(self, contents: Contents) -> Node:
        key_points = contents.content.library.key_points
        sections = tuple(
            Node(
                f"{key_points.id}/{section.number}",
                self._in(section.heading),
                self.tr("Section {0}").format(section.number),
                self._entries(contents, (task.id for task in section.tasks)),
                section.wording,
            )
            for section in key_points.sections
        )
        return self._document(key_points, self._issued(key_points), sections)

    def _plan(self, contents: Contents, plan: PlanDocument) -> Node:
        targets = Node(
            f"{plan.id}/targets",
            self.tr("Targets in figures"),
            "",
            self._entries(contents, (target.id for target in plan.targets)),
        )
        tasks = Node(
            f"{plan.id}/tasks",
            self.tr("Major tasks"),
            "",
            self._entries(contents, (task.id for task in plan.tasks)),
        )
        mark = self.tr("Implements the Outline; not a pilot plan")
        return self._document(plan, mark, (targets, tasks))

    def _indicators(self, contents: Contents) -> Node:
        """By who sets them; those of pilots have no document here."""
        presets = contents.content.library.indicators
        origins = dict.fromkeys(preset.origin for preset in presets)
        groups = tuple(
            Node(
                f"{INDICATORS}/{origin}",
                self._desk.text(f"origin.{origin}"),
                "",
                self._entries(contents, (row.id for row in presets if row.origin == origin)),
            )
            for origin in origins
        )
        title, second = self.tr("Indicators"), self.tr("Of all documents, and of other pilots")
        return Node(INDICATORS, title, second, groups)

    def _document(self, document: LibraryDocument, second: str, parts: tuple[Node, ...]) -> Node:
        return Node(document.id, self._in(document.title), second, parts, document.wording)

    def _issued(self, document: LibraryDocument) -> str:
        issuer = document.issuer.in_(self._desk.language)
        return f"{issuer} · {format_date(document.issued, self._desk.language)}"

    def _entries(self, contents: Contents, ids: Iterable[str]) -> tuple[Node, ...]:
        entries = contents.content.entries
        return tuple(self._entry(contents, entries[id_]) for id_ in ids if id_ in entries)

    def _entry(self, contents: Contents, entry: Entry) -> Node:
        answer = contents.answers.get(entry.id)
        return Node(
            entry.id,
            self._naming.title(contents, entry),
            " · ".join(self._facts(contents, entry)),
            wording=entry.wording,
            progress=answer.progress if answer else None,
        )

    def _facts(self, contents: Contents, entry: Entry) -> Iterator[str]:
        yield entry.id
        if entry.id in contents.answers:
            yield self._naming.state(contents.answers[entry.id])
            return
        references = contents.content.library.references_of.get(entry.id, ())
        count = sum(other in contents.requirements for other, _ in references)
        if count:
            yield self.tr("requirements: {0}").format(count)
        if entry.wording == "working" and entry.kind != "indicator":
            yield self.tr("working translation")

    def _in(self, text: Text) -> str:
        return text.in_(self._desk.language)
