"""The welcome page: new, open, recent, sample workbook."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from app.domain.vocabulary import LANGUAGES
from app.settings import Settings
from app.views.widgets.basic import GAP, WIDE, button, card, label
from app.views.widgets.elided_link import ElidedLink
from app.views.widgets.language_names import LANGUAGE_NAMES

# What the card's contents stand apart from its frame, in pixels.
_MARGIN = 32


class WelcomeWindow(QMainWindow):
    """Shown while no workbook is open."""

    new = Signal()
    open = Signal()
    open_recent = Signal(object)
    sample = Signal()
    restore = Signal()
    language_chosen = Signal(str)
    closed = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        # The ways to the workbooks that were used last.
        self.recent: list[ElidedLink] = []
        self._build()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Four Changes Workbook"))
        frame, layout = card()
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.addWidget(label(self.tr("Four Changes Workbook"), "page-title"))
        layout.addWidget(
            label(
                self.tr(
                    "Go through all 88 requirements of the guiding opinions on the national "
                    "standardization pilot, keep the evidence for each, see what is missing, and "
                    "export the self-assessment report. Everything stays on this machine."
                ),
                "muted",
                wrap=True,
            )
        )
        layout.addSpacing(GAP)
        starts = self._starts()
        # In English the four buttons want more room.
        width = max(640, starts.minimumSizeHint().width() + 2 * _MARGIN)
        frame.setFixedWidth(width)
        layout.addWidget(starts)
        layout.addSpacing(WIDE)
        self._add_recent(layout)
        layout.addLayout(self._languages())
        central = QWidget()
        column = QVBoxLayout(central)
        # Stretches, not an alignment, which would take the height of wrapped text for granted.
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(frame)
        row.addStretch(1)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        self.setCentralWidget(central)
        self.setMinimumSize(width + 2 * WIDE, 520)
        self.resize(1024, 680)

    def _starts(self) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        starts = (
            (self.tr("New workbook…"), "primary", self.new),
            (self.tr("Open workbook…"), "", self.open),
            (self.tr("Sample workbook…"), "", self.sample),
            (self.tr("Restore a backup…"), "", self.restore),
        )
        for title, role, signal in starts:
            start = button(title, "primary" if role else "")
            start.clicked.connect(lambda _=False, signal=signal: signal.emit())
            start.ensurePolished()  # the style sheet makes it wider
            row.addWidget(start)
        row.addStretch(1)
        return line

    def _add_recent(self, layout: QVBoxLayout) -> None:
        recent = self._settings.recent
        layout.addWidget(label(self.tr("Recent workbooks"), "section-title"))
        if not recent:
            layout.addWidget(
                label(
                    self.tr("None yet. Make a new workbook, or look at the sample first."),
                    "muted",
                    wrap=True,
                )
            )
        for folder in recent:
            link = ElidedLink(f"{folder.name}    {folder.parent}")
            link.clicked.connect(lambda _=False, folder=folder: self.open_recent.emit(folder))
            layout.addWidget(link)
            self.recent.append(link)

    def _languages(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for language in LANGUAGES:
            choice = button(LANGUAGE_NAMES[language], "link")
            choice.setEnabled(language != self._settings.language)
            choice.clicked.connect(lambda _=False, it=language: self.language_chosen.emit(it))
            row.addWidget(choice)
        return row

    def retire(self) -> None:
        """Go for good."""
        self.hide()
        self.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()
