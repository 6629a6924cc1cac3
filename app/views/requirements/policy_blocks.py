"""The text of the policy tab: one block for each clause, key point and indicator."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.domain.checks import Place
from app.domain.dates import format_date
from app.queries.indicators import IndicatorRow, ReadingRow
from app.reports.amounts import amount, goal_with_year
from app.views.desk import Desk
from app.views.requirements.policy_rows import Policy, Saying
from app.views.widgets.basic import GAP, WIDE, Role, label
from app.views.widgets.elided_link import ElidedLink


class PolicyBlocks(QWidget):
    """`opened` carries the Place of a clause, key point or indicator."""

    opened = Signal(object)

    def __init__(self, desk: Desk, found: Policy, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        self._layout.setSpacing(4)
        self._text(
            self.tr("Summaries in our own words; the documents themselves are authoritative."),
            "muted",
        )
        self._outline(found)
        self._key_points(found)
        self._indicators(found)
        self._layout.addStretch(1)

    def _outline(self, found: Policy) -> None:
        self._title(self.tr("The Outline on the same matter"))
        for one in found.clauses:
            self._saying(one, self.tr("Clause {0}: {1}"))
        if not found.clauses:
            reason = found.unmatched
            self._text(
                self.tr("No clause of the Outline fits: {0}").format(
                    reason.in_(self._desk.language)
                )
                if reason
                else self.tr("The library names no clause of the Outline.")
            )

    def _key_points(self, found: Policy) -> None:
        self._title(self.tr("The Key Points of 2023 on the same matter"))
        for one in found.key_points:
            self._saying(one, self.tr("Task {0}: {1}"))
        if not found.key_points:
            self._text(self.tr("The library names no task of the Key Points."))

    def _indicators(self, found: Policy) -> None:
        self._title(self.tr("Indicators that measure it"))
        for row in found.indicators:
            self._link(row.title.in_(self._desk.language), Place("indicator", row.id))
            self._text(self._figures(row))
            why = [
                one.why for one in row.requirements if one.requirement_id == found.requirement_id
            ]
            for one in why:
                self._text(one.in_(self._desk.language), "muted")
        for saying in found.offered:
            self._link(saying.entry.heading.in_(self._desk.language), self._place(saying))
            self._text(self.tr("In the library; this workbook has not taken it up."))
            self._text(saying.why.in_(self._desk.language), "muted")
        if not found.indicators and not found.offered:
            self._text(self.tr("No indicator is linked with this requirement."))

    def _saying(self, one: Saying, numbered: str) -> None:
        """Heading as a link, why it is here, what it says, and whose words the heading is in."""
        entry, language = one.entry, self._desk.language
        self._link(numbered.format(one.number, entry.heading.in_(language)), self._place(one))
        wording = self._desk.text(f"wording.{entry.wording}")
        self._text(
            self.tr("{0} · {1} · {2}").format(entry.id, wording, one.why.in_(language)), "muted"
        )
        self._text(entry.body.in_(language))

    def _figures(self, row: IndicatorRow) -> str:
        """Targets that the region is held to, last reading, and how it stands."""
        parts = [
            self.tr("Target {0}").format(goal_with_year(row, one, self._desk.language))
            for one in row.governing_targets
        ]
        if row.last is None:
            return " · ".join([*parts, self.tr("No value yet")])
        parts.append(self._reading(row, row.last))
        if row.governing_targets:
            parts.append(self._desk.text(f"pace.{row.pace_on(self._desk.today())}"))
        if row.stale:
            parts.append(self.tr("the value is out of date"))
        return " · ".join(parts)

    def _reading(self, row: IndicatorRow, last: ReadingRow) -> str:
        on = format_date(last.on, self._desk.language)
        return self.tr("Last value {0} ({1})").format(
            amount(row.unit, last.value, self._desk.language), on
        )

    # -- parts

    def _place(self, one: Saying) -> Place:
        return Place("library", one.entry.id)

    def _title(self, text: str) -> None:
        self._layout.addSpacing(GAP)
        self._layout.addWidget(label(text, "section-title", wrap=True))

    def _link(self, text: str, place: Place) -> None:
        link = ElidedLink(text)
        link.clicked.connect(lambda: self.opened.emit(place))
        self._layout.addSpacing(4)
        self._layout.addWidget(link)

    def _text(self, text: str, role: Role | None = None) -> None:
        widget: QLabel = label(text, role, wrap=True)
        widget.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._layout.addWidget(widget)
