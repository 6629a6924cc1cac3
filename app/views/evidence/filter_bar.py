"""What narrows the list of dossiers: words, article, kind, state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.own import OWN_ARTICLE
from app.domain.vocabulary import EvidenceKind
from app.queries.catalogue import ArticleInfo
from app.queries.evidence_order import Narrowing
from app.views.desk import Desk
from app.views.evidence.state import state_names
from app.views.widgets.basic import GAP
from app.views.widgets.choice import Choice
from app.views.widgets.filter_line import FilterLine


class FilterBar(QWidget):
    """`changed` says that one of the lists was used; words come from `line` itself."""

    changed = Signal()

    def __init__(
        self, desk: Desk, articles: Sequence[ArticleInfo], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.line = FilterLine(self.tr("Filter by words, numbers and file names"))
        self.article: Choice[int] = Choice(
            [
                (0, self.tr("All articles")),
                *(
                    (
                        item.number,
                        self.tr("Article {0}: {1}").format(
                            item.number, item.heading.in_(desk.language)
                        ),
                    )
                    for item in articles
                ),
                # Offered also while there are none: they may be added at any time.
                (OWN_ARTICLE, desk.text("own.heading")),
            ]
        )
        self.kind: Choice[EvidenceKind | None] = Choice(
            [
                (None, self.tr("All kinds")),
                *((kind, desk.text(f"kind.{kind}")) for kind in EvidenceKind),
            ]
        )
        self.state: Choice[str] = Choice(list(state_names().items()))
        self._build()
        for choice in (self.article, self.kind, self.state):
            choice.currentIndexChanged.connect(lambda _: self.changed.emit())

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.line, 1)
        for choice, name, characters in (
            (self.article, self.tr("Article"), 10),
            (self.kind, self.tr("Kind"), 8),
            (self.state, self.tr("State"), 8),
        ):
            choice.describe(name, characters)
            row.addWidget(choice)

    def narrowing(self) -> Narrowing:
        """What the lists choose."""
        return Narrowing(self.article.value(), self.kind.value(), self.state.value())

    def clear(self) -> None:
        """Let everything through again."""
        self.line.clear()
        self.article.setCurrentIndex(0)
        self.kind.setCurrentIndex(0)
        self.state.setCurrentIndex(0)
