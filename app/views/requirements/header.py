"""Which requirement is shown, what it says and where it comes from; and the way to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.catalog.requirement import Requirement
from app.queries.catalogue import ArticleInfo, DocumentInfo
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, ElidedLabel, button, label


class Header(QWidget):
    previous = Signal()
    next = Signal()
    next_unanswered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = desk.language
        self._id = label("", "muted")
        self._place = ElidedLabel("muted")
        self._title = label("", "page-title", wrap=True)
        self._statement = label("", wrap=True)
        self._source = label("", "muted", wrap=True)
        self._build()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._id)
        row.addWidget(self._place, 1)
        for text, tip, signal in (
            (self.tr("Previous"), "Alt+Up", self.previous),
            (self.tr("Next"), "Alt+Down", self.next),
            (self.tr("Next unanswered"), "Alt+PgDown", self.next_unanswered),
        ):
            way = button(text, "link")
            way.setToolTip(tip)
            way.clicked.connect(signal)
            row.addWidget(way)
        for widget in (self._title, self._statement):
            widget.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, GAP, WIDE, GAP)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._title)
        layout.addWidget(self._statement)
        layout.addWidget(self._source)

    def show_requirement(
        self, item: Requirement, article: ArticleInfo, document: DocumentInfo
    ) -> None:
        heading = article.heading.in_(self._language)
        self._id.setText(item.id)
        self._title.setText(item.title.in_(self._language))
        self._statement.setText(item.statement.in_(self._language))
        if article.own:
            self._place.setText(heading)
            self._source.setText(article.introduction.in_(self._language))
            self._source.setToolTip("")
            return
        self._place.setText(self.tr("Article {0}: {1}").format(article.number, heading))
        self._source.setText(
            self.tr("A paraphrase, not the wording. Source: {0}, article {1}").format(
                document.number, article.number
            )
        )
        self._source.setToolTip(document.note.in_(self._language))
