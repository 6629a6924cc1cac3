"""What good looks like, typical evidence, and who is usually responsible."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.catalog.requirement import Requirement
from app.queries.catalogue import ArticleInfo, DocumentInfo
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, label


class Guidance(QWidget):
    """Text only; all of it is unofficial and says so."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = desk.language
        self._guidance = _text()
        self._evidence = _text()
        self._department = _text()
        self._article_title = label("", "section-title", wrap=True)
        self._introduction = _text()
        self._note = label("", "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(4)
        self._mark = label(desk.text("mark.unofficial"), "muted")
        layout.addWidget(self._mark)
        self._parts: list[tuple[QLabel, QLabel]] = []
        for title, text in (
            (label(self.tr("What good looks like"), "section-title"), self._guidance),
            (label(self.tr("Typical evidence"), "section-title"), self._evidence),
            (label(self.tr("Usually responsible"), "section-title"), self._department),
            (self._article_title, self._introduction),
        ):
            layout.addSpacing(GAP)
            layout.addWidget(title)
            layout.addWidget(text)
            self._parts.append((title, text))
        layout.addSpacing(GAP)
        layout.addWidget(self._note)
        layout.addStretch(1)

    def show_requirement(
        self, item: Requirement, article: ArticleInfo, document: DocumentInfo
    ) -> None:
        language = self._language
        self._guidance.setText(item.guidance.in_(language))
        self._evidence.setText("\n".join(f"• {kind.in_(language)}" for kind in item.evidence))
        self._department.setText(item.department.in_(language))
        self._article_title.setText(
            article.heading.in_(language)
            if article.own
            else self.tr("About article {0} of the Notice").format(article.number)
        )
        self._introduction.setText(article.introduction.in_(language))
        self._note.setText(document.note.in_(language))
        # The region's own requirements have no guidance, and are no part of the document.
        self._note.setVisible(not article.own)
        self._mark.setVisible(not article.own)
        for title, text in self._parts:
            title.setVisible(bool(text.text()))
            text.setVisible(bool(text.text()))


def _text() -> QLabel:
    widget = label(wrap=True)
    widget.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return widget
