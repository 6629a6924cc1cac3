"""What Outline and Key Points say on a requirement's matter, and the figures that measure it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QUrl
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from app.views import theme
from app.views.desk import Desk
from app.views.requirements.policy_rows import Policy, policy
from app.views.requirements.policy_text import PolicyText
from app.views.widgets.basic import WIDE
from app.views.widgets.latest import Latest


class PolicyTab(QTextBrowser):
    """One text, read beside the window; until it is there, the tab says so."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = ""
        self._found: Policy | None = None
        self._text = PolicyText(desk, self)
        self._latest: Latest[Policy] = Latest(self, desk.runner, self._show, desk.problem.emit)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "page")
        self.document().setDocumentMargin(WIDE)
        self.setAccessibleName(self.tr("Policy"))
        self.anchorClicked.connect(self._open)
        self.setPlainText(self.tr("The documents are being read…"))

    def show_requirement(self, requirement_id: str) -> None:
        self._id = requirement_id
        self.verticalScrollBar().setValue(0)
        self.reload()

    def reload(self) -> None:
        """Read anew: readings may have been entered, or another edition taken over."""
        work = partial(policy, self._desk.workbook, self._id, self._desk.today())
        self._latest.request(work)

    @property
    def busy(self) -> bool:
        return self._latest.busy

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._found is not None:
            self._draw(self._found)

    def _show(self, found: Policy) -> None:
        if found.requirement_id == self._id:
            self._found = found
            self._draw(found)

    def _draw(self, found: Policy) -> None:
        at = self.verticalScrollBar().value()
        self.setHtml(self._text.html(found, theme.colours()))
        self.verticalScrollBar().setValue(at)

    def _open(self, url: QUrl) -> None:
        self._desk.show_place(self._text.places[url.toString()])
