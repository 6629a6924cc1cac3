"""The right side: one requirement with its answer, guidance, policy, evidence and history."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.queries.answers import Answer
from app.views.desk import Desk
from app.views.requirements.answer_form import AnswerForm
from app.views.requirements.drafts import Drafts
from app.views.requirements.guidance import Guidance
from app.views.requirements.header import Header
from app.views.requirements.later import Later
from app.views.requirements.review import ReviewNote
from app.views.requirements.rows import INDICATOR_TABLES, Contents

if TYPE_CHECKING:
    from app.views.requirements.evidence_tab import EvidenceTab
    from app.views.requirements.history_tab import HistoryTab
    from app.views.requirements.policy_tab import PolicyTab

_ANSWER, _GUIDANCE, _POLICY, _EVIDENCE, _HISTORY = range(5)


class RequirementPanel(QWidget):
    """Policy, evidence and history are made and read when their tab is shown."""

    def __init__(self, desk: Desk, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._drafts = drafts
        self._stale: set[int] = set()
        self._contents: Contents | None = None
        self.requirement_id = ""
        self.header = Header(desk)
        self.form = AnswerForm(desk, drafts)
        self.guidance = Guidance(desk)
        self._policy = Later(self._make_policy)
        self._evidence = Later(self._make_evidence)
        self._history = Later(self._make_history)
        self.review = ReviewNote(desk)
        self._answer_area = _scrolling(_stacked(self.review, self.form))
        self.tabs = QTabWidget()
        self._build()
        self.tabs.currentChanged.connect(self._show_tab)

    def _build(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self._answer_area, self.tr("A&nswer"))
        self.tabs.addTab(_scrolling(self.guidance), self.tr("&Guidance"))
        self.tabs.addTab(self._policy, self.tr("Polic&y"))
        self.tabs.addTab(_scrolling(self._evidence), "")
        self.tabs.addTab(self._history, self.tr("Hi&story"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.tabs, 1)

    def show_requirement(self, contents: Contents, requirement_id: str) -> None:
        """Show another requirement; what is typed is handed over before."""
        if requirement_id == self.requirement_id:
            return
        self.flush()
        self._contents, self.requirement_id = contents, requirement_id
        item = contents.requirement(requirement_id)
        answer = contents.answers[requirement_id]
        article = contents.group_of(requirement_id).info
        self.header.show_requirement(item, article, contents.document)
        self.guidance.show_requirement(item, article, contents.document)
        self.review.show_answer(item, answer, contents.document.version)
        self.form.show_requirement(item, answer, contents.scheme)
        self._answer_area.verticalScrollBar().setValue(0)
        self._count_evidence(answer)
        if self._evidence.made:
            self._evidence.made.requirement_id = requirement_id
        self._stale = {_POLICY, _EVIDENCE, _HISTORY}
        self._show_tab(self.tabs.currentIndex())

    def forget(self) -> None:
        """Hand over what is typed; what was shown may be another requirement now, or none."""
        if self.requirement_id:
            self.flush()
            self.requirement_id = ""

    def refresh(self, contents: Contents, changes: Changes | None) -> None:
        """Show what the workbook holds now; what is being typed stays."""
        self._contents = contents
        answer = contents.answers[self.requirement_id]
        item = contents.requirement(self.requirement_id)
        self.review.show_answer(item, answer, contents.document.version)
        self.form.refresh(answer, contents.scheme)
        self._count_evidence(answer)
        if changes is None or changes.touches("evidence", "evidence_link", "attachment"):
            self._reload(_EVIDENCE)
        if changes is None or changes.touches("response"):
            self._reload(_HISTORY)
        if changes is None or changes.touches(*INDICATOR_TABLES, "requirement"):
            self._reload(_POLICY)

    def flush(self) -> None:
        self.form.flush()
        if self._evidence.made:
            self._evidence.made.flush()

    def take_in(self, files: list[Path]) -> None:
        """Take files in as evidence of the requirement that is shown."""
        self.evidence.take_in(files)

    @property
    def evidence(self) -> EvidenceTab:
        return self._evidence.widget()

    @property
    def history(self) -> HistoryTab:
        return self._history.widget()

    @property
    def policy(self) -> PolicyTab:
        return self._policy.widget()

    def _make_policy(self) -> PolicyTab:
        from app.views.requirements.policy_tab import PolicyTab

        return PolicyTab(self._desk)

    def _make_evidence(self) -> EvidenceTab:
        from app.views.requirements.evidence_tab import EvidenceTab

        tab = EvidenceTab(self._desk, self._drafts)
        tab.requirement_id = self.requirement_id
        return tab

    def _make_history(self) -> HistoryTab:
        from app.views.requirements.history_tab import HistoryTab

        return HistoryTab(self._desk)

    def focus_field(self, name: str) -> None:
        """Go to a field of the answer, or to the evidence."""
        if name == "evidence":
            self.tabs.setCurrentIndex(_EVIDENCE)
            self.evidence.focus()
            return
        self.tabs.setCurrentIndex(_ANSWER)
        field = self.form.focus_field(name)
        if field is not None:
            # Once the layout knows where the field is.
            QTimer.singleShot(0, field, lambda: self._answer_area.ensureWidgetVisible(field))

    def _count_evidence(self, answer: Answer) -> None:
        text = self.tr("Evi&dence ({0})").format(answer.evidence_count)
        self.tabs.setTabText(_EVIDENCE, text)

    def _reload(self, tab: int) -> None:
        """Read a tab anew, now or when it is shown."""
        if self.tabs.currentIndex() != tab:
            self._stale.add(tab)
        elif tab == _EVIDENCE:
            self.evidence.reload()
        elif tab == _POLICY:
            self.policy.reload()
        else:
            self.history.reload()

    def _show_tab(self, tab: int) -> None:
        if tab not in self._stale or self._contents is None:
            return
        self._stale.discard(tab)
        if tab == _EVIDENCE:
            self.evidence.show_requirement()
        elif tab == _POLICY:
            self.policy.show_requirement(self.requirement_id)
        elif tab == _HISTORY:
            self.history.show_requirement(self.requirement_id, self._contents.scheme)


def _stacked(*parts: QWidget) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    return holder


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area
