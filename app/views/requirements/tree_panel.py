"""The left side: filter line, choice of state, and the tree."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QMenu, QTreeView, QVBoxLayout, QWidget

from app.catalog.requirement import Requirement
from app.queries.answers import Answer
from app.views.desk import Desk
from app.views.requirements.rows import Contents, StateFilter
from app.views.requirements.search import could_be_pinyin, pinyin_initials
from app.views.requirements.tree_filter import TreeFilter
from app.views.requirements.tree_model import RequirementTree
from app.views.widgets.basic import GAP, button, label
from app.views.widgets.choice import Choice
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.two_lines import TwoLines


class TreePanel(QWidget):
    """`chosen` carries the id of the requirement that the user went to."""

    chosen = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._titles: dict[str, str] = {}
        self._pinyin_asked = False
        self._collapsed: set[int] = set()
        self.model = RequirementTree(desk, self)
        self.shown = TreeFilter(self.model, desk.language, self)
        self.filter = FilterLine(self.tr("Filter by number, words or unit"))
        self.states: Choice[StateFilter] = Choice(self._state_names())
        self.tree = QTreeView()
        self.own = button(self.tr("Region's &own requirements"))
        self.retired = button(self.tr("Retired requirements…"), "link")
        self._nothing = label(self.tr("No requirement matches."), "muted", wrap=True)
        self._build()
        self._connect()

    def _state_names(self) -> list[tuple[StateFilter, str]]:
        return [
            (StateFilter.ALL, self.tr("All requirements")),
            (StateFilter.NOT_ANSWERED, self.tr("Not answered")),
            (StateFilter.IN_PROGRESS, self._desk.text("progress.in-progress")),
            (StateFilter.DONE, self._desk.text("progress.done")),
            (StateFilter.NOT_APPLICABLE, self._desk.text("progress.not-applicable")),
            (StateFilter.WITHOUT_EVIDENCE, self.tr("Without evidence")),
            (StateFilter.TO_REVIEW, self._desk.text("field.review")),
        ]

    def _build(self) -> None:
        self.filter.setToolTip(
            self.tr("Searches number, title, statement, responsible unit and what was done")
        )
        self.states.setAccessibleName(self.tr("Show by state"))
        self.tree.setAccessibleName(self.tr("Requirements by article"))
        self.tree.setModel(self.shown)
        self.tree.setItemDelegate(TwoLines(self.tree))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setIndentation(12)
        self.tree.setExpandsOnDoubleClick(True)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(GAP, GAP, GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.filter)
        layout.addWidget(self.states)
        layout.addWidget(self._nothing)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.retired)
        layout.addWidget(self.own)
        self._nothing.hide()
        self.retired.hide()
        self.setMinimumWidth(200)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._on_filter)
        self.filter.down.connect(self.tree.setFocus)
        self.states.currentIndexChanged.connect(self._on_state)
        self.tree.selectionModel().currentChanged.connect(self._on_current)
        self.tree.collapsed.connect(lambda index: self._on_folded(index, folded=True))
        self.tree.expanded.connect(lambda index: self._on_folded(index, folded=False))

    # -- contents

    def set_menu(self, menu: QMenu) -> None:
        """What can be done with the region's own requirements."""
        self.own.setMenu(menu)

    def set_contents(self, contents: Contents) -> None:
        language = self._desk.language
        self._titles = {
            item.id: item.title.in_(language)
            for group in contents.groups
            for item in group.requirements
        }
        self.model.set_contents(contents)
        self._arrange()

    def update_answers(self, answers: dict[str, Answer]) -> None:
        self.model.update_answers(answers)
        self._show_whether_empty()

    # -- going about

    def select(self, requirement_id: str) -> None:
        """Show a requirement as the current one, if need be by clearing the filters."""
        source = self.model.index_of(requirement_id)
        if not source.isValid():
            return
        if not self.shown.mapFromSource(source).isValid():
            self.filter.clear()
            self.states.setCurrentIndex(0)
        self.shown.keep(requirement_id)
        index = self.shown.mapFromSource(source)
        self.tree.expand(index.parent())
        self.tree.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.tree.scrollTo(index)

    def visible_ids(self) -> list[str]:
        """Ids of the requirements that the filters let through, in order."""
        ids = []
        for row in range(self.shown.rowCount()):
            parent = self.shown.index(row, 0)
            for position in range(self.shown.rowCount(parent)):
                item = self.shown.index(position, 0, parent).data(Qt.ItemDataRole.UserRole)
                ids.append(item.id)
        return ids

    def _on_current(self, index: QModelIndex) -> None:
        item = index.data(Qt.ItemDataRole.UserRole)
        if isinstance(item, Requirement):
            self.chosen.emit(item.id)

    # -- filtering

    def _on_filter(self, text: str) -> None:
        self.shown.set_text(text)
        if could_be_pinyin(self.shown.words):
            self._ask_for_pinyin()
        self._arrange()

    def _on_state(self) -> None:
        self.shown.set_state(self.states.value())
        self._arrange()

    def _ask_for_pinyin(self) -> None:
        """Have the initials made beside the window; they are there a moment later."""
        if self._pinyin_asked or self._desk.language != "zh":
            return
        self._pinyin_asked = True
        titles = dict(self._titles)
        self._desk.runner.compute(
            lambda: pinyin_initials(titles), self._on_pinyin, self._desk.problem.emit
        )

    def _on_pinyin(self, initials: dict[str, str]) -> None:
        self.shown.set_initials(initials)
        self._arrange()

    def _arrange(self) -> None:
        """Open what was open; while something is filtered, everything."""
        self.tree.blockSignals(True)
        for row in range(self.shown.rowCount()):
            index = self.shown.index(row, 0)
            number = index.data(Qt.ItemDataRole.UserRole).info.number
            self.tree.setExpanded(index, self.shown.active or number not in self._collapsed)
        self.tree.blockSignals(False)
        self._show_whether_empty()

    def _on_folded(self, index: QModelIndex, *, folded: bool) -> None:
        if self.shown.active:
            return
        number = index.data(Qt.ItemDataRole.UserRole).info.number
        if folded:
            self._collapsed.add(number)
        else:
            self._collapsed.discard(number)

    def _show_whether_empty(self) -> None:
        self._nothing.setVisible(self.shown.rowCount() == 0)
