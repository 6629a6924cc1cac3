"""The settings page."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout

from app.domain.changes import Changes
from app.views.desk import Desk
from app.views.page import Page
from app.views.settings.general_tab import GeneralTab
from app.views.settings.scheme_tab import SchemeTab
from app.views.settings.workbook_tab import WorkbookTab
from app.views.widgets.basic import GAP, WIDE, label


class SettingsPage(Page):
    """Language and look, the scoring scheme, where the workbook lies."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.general = GeneralTab(desk)
        self.scheme = SchemeTab(desk)
        self.workbook = WorkbookTab(desk)
        self.tabs = QTabWidget()
        self._build()

    def _build(self) -> None:
        self.tabs.addTab(self.general, self.tr("Language and look"))
        self.tabs.addTab(self.scheme, self.tr("Scoring scheme"))
        self.tabs.addTab(self.workbook, self.tr("This workbook"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(GAP)
        layout.addWidget(label(self.tr("Settings"), "page-title"))
        layout.addWidget(self.tabs, 1)

    def refresh(self, changes: Changes | None = None) -> None:
        self.general.refresh()
        if changes is None or changes.touches("scheme"):
            self.scheme.refresh()
        self.workbook.refresh()

    def flush(self) -> None:
        self.scheme.flush()

    def unsaved(self) -> bool:
        return self.scheme.unsaved()
