"""A line for searching the evidence, filters, and what was found with its surroundings."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.own import article_mark
from app.domain.steps import Step
from app.domain.vocabulary import EvidenceKind
from app.queries.search.evidence import FoundEvidence
from app.queries.search.filters import EvidenceFilter, FilterChoices, State, filter_choices
from app.queries.search.hits import EvidenceHit
from app.views.desk import Desk
from app.views.search.searching import WindowSearch
from app.views.widgets.basic import GAP, ElidedLabel
from app.views.widgets.choice import Choice
from app.views.widgets.filter_line import FilterLine
from app.views.widgets.hits import HitsList
from app.views.widgets.latest import Latest


class SearchPanel(QWidget):
    """`opened` carries the id of the dossier that was double-clicked or chosen with Enter,
    `current_changed` that of the one that has the focus, "" for none.
    """

    opened = Signal(str)
    current_changed = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._search = WindowSearch.of(desk)
        self.line = FilterLine(self.tr("Search titles, numbers, notes and the text of the files"))
        text = desk.text
        self.article: Choice[int | None] = Choice([(None, self.tr("All articles"))])
        self.kind: Choice[EvidenceKind | None] = Choice(
            [(None, self.tr("All kinds")), *((kind, text(f"kind.{kind}")) for kind in EvidenceKind)]
        )
        self.year: Choice[int | None] = Choice([(None, self.tr("All years"))])
        self.unit: Choice[str] = Choice([("", self.tr("All units"))])
        self.state: Choice[State | None] = Choice(
            [
                (None, self.tr("All states")),
                *((state, text(f"search.state.{state}")) for state in State),
            ]
        )
        self.list: HitsList[EvidenceHit] = HitsList(
            self.tr("Evidence found"),
            lambda hit: f"{hit.number} · {hit.file}" if hit.file else hit.number,
        )
        self.hits = self.list.hits
        self.count = ElidedLabel("muted")
        self._finding: Latest[FoundEvidence] = Latest(
            self, desk.runner, self._show, desk.problem.emit
        )
        self._choosing: Latest[FilterChoices] = Latest(
            self, desk.runner, self._show_choices, desk.problem.emit
        )
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(GAP)
        for choice, name, characters in (
            (self.article, self.tr("Article"), 8),
            (self.kind, self.tr("Kind"), 8),
            (self.year, self.tr("Year formed"), 8),
            (self.unit, self.tr("Responsible unit"), 10),
            (self.state, self.tr("State"), 8),
        ):
            choice.describe(name, characters)
            filters.addWidget(choice)
        filters.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.line)
        layout.addLayout(filters)
        layout.addWidget(self.count)
        layout.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _: self._find())
        self.line.down.connect(self.list.enter)
        self.line.returnPressed.connect(self.list.enter)
        for choice in (self.article, self.kind, self.year, self.unit, self.state):
            choice.currentIndexChanged.connect(lambda _: self._find())
        self.list.activated.connect(self._on_activated)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._search.changed.connect(self.refresh)
        self._search.progress.connect(self._on_step)

    @property
    def busy(self) -> bool:
        """Whether a search is under way."""
        return self._finding.busy or self._choosing.busy

    def refresh(self) -> None:
        """Search anew, and offer the articles, years and units that there are now."""
        workbook = self._desk.workbook
        self._choosing.request(lambda: filter_choices(workbook))
        self._find()

    def wanted(self) -> EvidenceFilter:
        """What the lists choose."""
        kind, year, state = self.kind.value(), self.year.value(), self.state.value()
        return EvidenceFilter(
            article=self.article.value(),
            kinds=frozenset() if kind is None else frozenset({kind}),
            formed_from=None if year is None else date(year, 1, 1),
            formed_to=None if year is None else date(year, 12, 31),
            unit=self.unit.value(),
            states=frozenset() if state is None else frozenset({state}),
        )

    def clear(self) -> None:
        """Let everything through again."""
        self.line.clear()
        for choice in (self.article, self.kind, self.year, self.unit, self.state):
            choice.setCurrentIndex(0)

    # -- searching

    def _find(self) -> None:
        find = self._search.evidence.find
        self._finding.request(partial(find, self.line.text(), self._desk.today(), self.wanted()))

    def _show(self, found: FoundEvidence) -> None:
        self.hits.set_hits(found.hits)
        if not found.total:
            self.count.setText(self.tr("Nothing was found. Try a shorter word."))
        elif found.total > len(found.hits):
            self.count.setText(
                self.tr("The first {0} of {1} found").format(len(found.hits), found.total)
            )
        else:
            self.count.setText(self.tr("{0} found").format(found.total))

    def _on_step(self, step: Step) -> None:
        self.count.setText(
            self.tr("Reading the files: {0} of {1}").format(step.done + 1, step.total)
        )

    def _show_choices(self, found: FilterChoices) -> None:
        article = self.tr("Article {0}")
        self.article.set_options(
            [
                (None, self.tr("All articles")),
                *((number, article.format(article_mark(number))) for number in found.articles),
            ]
        )
        self.year.set_options(
            [(None, self.tr("All years")), *((year, str(year)) for year in found.years)]
        )
        self.unit.set_options([("", self.tr("All units")), *((unit, unit) for unit in found.units)])

    # -- going about

    def _on_activated(self, index: QModelIndex) -> None:
        hit = index.data(Qt.ItemDataRole.UserRole)
        if hit is not None:
            self.opened.emit(hit.id)

    def _on_current(self, index: QModelIndex) -> None:
        hit = index.data(Qt.ItemDataRole.UserRole)
        self.current_changed.emit(hit.id if hit is not None else "")
