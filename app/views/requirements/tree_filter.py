"""Which rows of the tree are shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt

from app.catalog.requirement import Requirement
from app.domain.numbers import folded
from app.domain.vocabulary import Language
from app.queries.answers import Answer
from app.views.requirements.rows import StateFilter, in_state
from app.views.requirements.search import matches, search_text
from app.views.requirements.tree_model import RequirementTree
from app.views.widgets.rows_model import Index


class TreeFilter(QSortFilterProxyModel):
    """Requirements that match all words and the state; an article is there with its first match.

    The requirement in `kept` stays although an answer given just now takes it out of the filter:
    nobody wants the row to go from under their hands.
    """

    def __init__(
        self, tree: RequirementTree, language: Language, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tree = tree
        self._language: Language = language
        self._state = StateFilter.ALL
        self._initials: dict[str, str] = {}
        # Texts that were searched before, with the answer they were made from.
        self._texts: dict[str, tuple[Answer, str]] = {}
        self._kept = ""
        self.words: list[str] = []
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(tree)

    @property
    def active(self) -> bool:
        """Whether anything is filtered out."""
        return bool(self.words) or self._state is not StateFilter.ALL

    def set_text(self, text: str) -> None:
        self.words = folded(text).split()
        self._filter_anew()

    def set_state(self, state: StateFilter) -> None:
        self._state = state
        self._filter_anew()

    def set_initials(self, initials: dict[str, str]) -> None:
        """Pinyin initials of the titles by requirement id."""
        self._initials = initials
        self._filter_anew()

    def keep(self, requirement_id: str) -> None:
        """Don't take this requirement out because its answer changes."""
        if requirement_id != self._kept:
            self._kept = requirement_id
            self.invalidate()

    def accepts(self, requirement: Requirement) -> bool:
        answer = self._tree.answer(requirement.id)
        return in_state(answer, self._state) and (
            not self.words
            or matches(
                self.words,
                self._text(requirement, answer),
                self._initials.get(requirement.id, ""),
            )
        )

    def _text(self, requirement: Requirement, answer: Answer) -> str:
        known = self._texts.get(requirement.id)
        if known is None or known[0] is not answer:
            known = (answer, search_text(requirement, answer, self._language))
            self._texts[requirement.id] = known
        return known[1]

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        item = self._tree.index(source_row, 0, source_parent).data(Qt.ItemDataRole.UserRole)
        return isinstance(item, Requirement) and (item.id == self._kept or self.accepts(item))

    def _filter_anew(self) -> None:
        # What one asks for is shown exactly; only later answers spare the requirement at hand.
        self._kept = ""
        self.invalidate()
