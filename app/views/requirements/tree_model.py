"""The tree of articles and their requirements."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from app.catalog.requirement import Requirement
from app.domain.vocabulary import Progress
from app.queries.answers import Answer
from app.views.desk import Desk
from app.views.requirements.rows import ArticleGroup, Contents, progress_count
from app.views.widgets.progress_icons import progress_icon
from app.views.widgets.rows_model import Index
from app.views.widgets.two_lines import COUNT, HEADING, SECOND_LINE

_NOWHERE = QModelIndex()


class RequirementTree(QAbstractItemModel):
    """Two levels. Qt.UserRole gives the ArticleGroup or the Requirement.

    The internal id of an index is 0 for an article, and the article's row + 1 for a requirement.
    """

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._contents: Contents | None = None
        self._answers: dict[str, Answer] = {}

    # -- contents

    def set_contents(self, contents: Contents) -> None:
        self.beginResetModel()
        self._contents = contents
        self._answers = dict(contents.answers)
        self.endResetModel()

    def update_answers(self, answers: dict[str, Answer]) -> None:
        """Take over new answers; rows that look the same are left alone."""
        old, self._answers = self._answers, answers
        for row, group in enumerate(self._groups):
            changed = [
                position
                for position, item in enumerate(group.requirements)
                if answers[item.id] != old.get(item.id)
            ]
            parent = self.index(row, 0)
            for position in changed:
                index = self.index(position, 0, parent)
                self.dataChanged.emit(index, index)
            if changed:
                self.dataChanged.emit(parent, parent)

    def answer(self, requirement_id: str) -> Answer:
        return self._answers[requirement_id]

    def index_of(self, requirement_id: str) -> QModelIndex:
        """Where a requirement is; an invalid index where it is not."""
        for row, group in enumerate(self._groups):
            for position, item in enumerate(group.requirements):
                if item.id == requirement_id:
                    return self.index(position, 0, self.index(row, 0))
        return QModelIndex()

    @property
    def _groups(self) -> tuple[ArticleGroup, ...]:
        return self._contents.groups if self._contents else ()

    # -- structure

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() == 0:
            return len(self._groups[parent.row()].requirements)
        return 0

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, child: Index = _NOWHERE) -> Any:
        number = child.internalId() if child.isValid() else 0
        return self.createIndex(number - 1, 0, 0) if number else QModelIndex()

    # -- data

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        number = index.internalId()
        if number == 0:
            return self._article_data(self._groups[index.row()], role)
        return self._requirement_data(self._groups[number - 1].requirements[index.row()], role)

    def _article_data(self, group: ArticleGroup, role: int) -> Any:
        info = group.info
        if role == Qt.ItemDataRole.DisplayRole:
            if info.own:
                return info.mark
            article = self.tr("Article {0}").format(info.number)
            if info.change is None:
                return article
            change = self._desk.text(f"change.{info.change}")
            return self.tr("{0} · Change: {1}").format(article, change)
        if role == SECOND_LINE:
            return info.heading.in_(self._desk.language)
        if role == HEADING:
            return True
        if role == COUNT:
            done, applicable = progress_count(group, self._answers)
            return f"{done}/{applicable}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            done, applicable = progress_count(group, self._answers)
            count = self.tr("{0} of {1} done").format(done, applicable)
            return f"{self._article_data(group, Qt.ItemDataRole.DisplayRole)}\n" + (
                f"{info.heading.in_(self._desk.language)}\n{count}"
            )
        return group if role == Qt.ItemDataRole.UserRole else None

    def _requirement_data(self, item: Requirement, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return item.title.in_(self._desk.language)
        if role == SECOND_LINE:
            return self._state_line(self._answers[item.id])
        if role == Qt.ItemDataRole.DecorationRole:
            return progress_icon(self._answers[item.id].progress)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return (
                f"{item.title.in_(self._desk.language)}\n{self._state_line(self._answers[item.id])}"
            )
        return item if role == Qt.ItemDataRole.UserRole else None

    def _state_line(self, answer: Answer) -> str:
        parts = [answer.requirement_id, self._desk.text(f"progress.{answer.progress}")]
        if answer.review is not None:
            parts.append(self._desk.text("field.review"))
        if answer.level is not None and answer.progress is not Progress.NOT_APPLICABLE:
            parts.append(self.tr("Level {0}").format(answer.level))
        if answer.evidence_count:
            parts.append(self.tr("Evidence {0}").format(answer.evidence_count))
        return " · ".join(parts)
