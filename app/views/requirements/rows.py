"""What the page shows: the catalogue, and the answers beside it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from app.catalog.requirement import Requirement
from app.domain.scheme import Scheme
from app.domain.vocabulary import Progress
from app.queries.answers import Answer, answers
from app.queries.catalogue import (
    ArticleInfo,
    DocumentInfo,
    articles,
    document,
    own_article,
    requirement_texts,
)
from app.queries.profile import scheme
from app.services.workbooks import Workbook

# Tables whose rows change what measures a requirement.
INDICATOR_TABLES = ("indicator", "indicator_link", "target", "reading")


class StateFilter(Enum):
    """Which requirements the tree shows."""

    ALL = "all"
    NOT_ANSWERED = "not-answered"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    NOT_APPLICABLE = "not-applicable"
    WITHOUT_EVIDENCE = "without-evidence"
    TO_REVIEW = "to-review"


@dataclass(frozen=True, slots=True)
class ArticleGroup:
    """An article with its requirements in order."""

    info: ArticleInfo
    requirements: tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything the page needs at once; files, links and history are read one at a time."""

    document: DocumentInfo
    groups: tuple[ArticleGroup, ...]
    answers: dict[str, Answer]
    scheme: Scheme

    def group_of(self, requirement_id: str) -> ArticleGroup:
        article = self.answers[requirement_id].article
        return next(group for group in self.groups if group.info.number == article)

    def requirement(self, requirement_id: str) -> Requirement:
        group = self.group_of(requirement_id)
        return next(item for item in group.requirements if item.id == requirement_id)

    @property
    def order(self) -> list[str]:
        """Ids of all requirements in the order of the document."""
        return [item.id for group in self.groups for item in group.requirements]


def load(workbook: Workbook) -> Contents:
    texts = requirement_texts(workbook)
    own = own_article(workbook)
    groups = tuple(
        ArticleGroup(info, tuple(item for item in texts if item.article == info.number))
        for info in (*articles(workbook), *((own,) if own else ()))
    )
    return Contents(document(workbook), groups, _answers(workbook), scheme(workbook))


def reload(contents: Contents, workbook: Workbook) -> Contents:
    """The same catalogue with the answers and the scheme as they are now."""
    return replace(contents, answers=_answers(workbook), scheme=scheme(workbook))


def _answers(workbook: Workbook) -> dict[str, Answer]:
    return {answer.requirement_id: answer for answer in answers(workbook)}


def is_answered(answer: Answer) -> bool:
    """Whether anything has been said of the requirement; the check before submission agrees."""
    return (
        answer.progress is not Progress.NOT_STARTED
        or answer.level is not None
        or bool(answer.narrative)
    )


def in_state(answer: Answer, state: StateFilter) -> bool:
    """Whether the tree shows an answer under this filter."""
    if state is StateFilter.ALL:
        return True
    if state is StateFilter.NOT_ANSWERED:
        return not is_answered(answer)
    if state is StateFilter.TO_REVIEW:
        return answer.review is not None
    if state is StateFilter.WITHOUT_EVIDENCE:
        return not answer.evidence_count and answer.progress is not Progress.NOT_APPLICABLE
    return answer.progress is Progress(state.value)


def progress_count(group: ArticleGroup, of: dict[str, Answer]) -> tuple[int, int]:
    """How many of an article's requirements are done, and how many apply."""
    states = [of[item.id].progress for item in group.requirements]
    applicable = [state for state in states if state is not Progress.NOT_APPLICABLE]
    return sum(state is Progress.DONE for state in applicable), len(applicable)
