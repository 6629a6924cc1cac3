"""What the page shows: the library, the Notice as the workbook carries it, and its answers."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.catalog.library import Clause, KeyPoint
from app.catalog.requirement import Requirement
from app.domain.vocabulary import Text
from app.queries.answers import Answer, answers
from app.queries.catalogue import (
    ArticleInfo,
    DocumentInfo,
    articles,
    document,
    requirement_texts,
)
from app.queries.library.content import LibraryContent, library_content
from app.queries.library.entries import NOTICE
from app.queries.library.relations import Relation
from app.services.workbooks import Workbook


@dataclass(frozen=True)
class Contents:
    """`content` holds all that can be found; the rest is what its entries leave out."""

    content: LibraryContent
    notice: DocumentInfo
    articles: tuple[ArticleInfo, ...]
    requirements: dict[str, Requirement]
    answers: dict[str, Answer]

    def relations(self, entry_id: str) -> list[Relation]:
        return self.content.relations(entry_id)

    def note(self, document: str) -> Text | None:
        """What a document says of its summaries; None where we don't have the document."""
        if document == NOTICE:
            return self.notice.note
        known = {one.id: one.note for one in self.content.library.documents}
        return known.get(document)

    @property
    def clauses(self) -> dict[str, Clause]:
        return {clause.id: clause for clause in self.content.library.outline.clauses}

    @property
    def tasks(self) -> dict[str, KeyPoint]:
        """The tasks of the Key Points and of the plans."""
        library = self.content.library
        groups = (library.key_points.tasks, *(plan.tasks for plan in library.plans))
        return {task.id: task for group in groups for task in group}


def load(workbook: Workbook, known: Contents | None = None) -> Contents:
    """Read everything; what is `known` and still the same keeps its index for searching.

    Takes some tenths of a second the first time: to be done beside the window.
    """
    content = library_content(workbook)
    if known is not None and known.content.entries == content.entries:
        content = known.content
    return Contents(
        content,
        document(workbook),
        tuple(articles(workbook)),
        {item.id: item for item in requirement_texts(workbook)},
        _answers(workbook),
    )


def with_answers(contents: Contents, workbook: Workbook) -> Contents:
    """The same documents with the answers as they are now."""
    return replace(contents, answers=_answers(workbook))


def _answers(workbook: Workbook) -> dict[str, Answer]:
    return {answer.requirement_id: answer for answer in answers(workbook)}
