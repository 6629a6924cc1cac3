"""What Outline and Key Points say on a requirement's matter, and the figures that measure it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.checks import Place
from app.queries.library.content import LibraryContent
from app.views.desk import Desk
from app.views.requirements.policy_blocks import PolicyBlocks
from app.views.requirements.policy_rows import Policy, policy
from app.views.widgets.basic import WIDE, label
from app.views.widgets.latest import Latest


class PolicyTab(QScrollArea):
    """Read beside the window; until it is there, the tab says so."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._id = ""
        self._known: LibraryContent | None = None
        self.blocks: PolicyBlocks | None = None
        self._latest: Latest[Policy] = Latest(self, desk.runner, self._show, desk.problem.emit)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Policy"))
        self.setWidget(self._waiting())

    def show_requirement(self, requirement_id: str) -> None:
        self._id = requirement_id
        self.verticalScrollBar().setValue(0)
        self.reload()

    def reload(self) -> None:
        """Read anew: readings may have been entered."""
        work = partial(policy, self._desk.workbook, self._id, self._desk.today(), self._known)
        self._latest.request(work)

    @property
    def busy(self) -> bool:
        return self._latest.busy

    def _show(self, found: Policy) -> None:
        self._known = found.content
        if found.requirement_id != self._id:
            return
        at = self.verticalScrollBar().value()
        self.blocks = PolicyBlocks(self._desk, found)
        self.blocks.opened.connect(self._open)
        self.setWidget(self.blocks)
        self.verticalScrollBar().setValue(at)

    def _open(self, place: Place) -> None:
        self._desk.show_place(place)

    def _waiting(self) -> QWidget:
        waiting = QWidget()
        layout = QVBoxLayout(waiting)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.addWidget(label(self.tr("The documents are being read…"), "muted"))
        layout.addStretch(1)
        return waiting
