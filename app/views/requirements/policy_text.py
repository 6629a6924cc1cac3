"""The text of the policy tab: what clauses, key points and indicators say, with ways to them."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QObject

from app.domain.checks import Place
from app.domain.dates import format_date
from app.queries.indicators import IndicatorRow, ReadingRow
from app.reports.amounts import amount, goal_with_year
from app.views.desk import Desk
from app.views.requirements.policy_rows import Policy, Saying
from app.views.theme import Colours


class PolicyText(QObject):
    """Writes it as HTML; `places` are where its links lead, by their address."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.places: dict[str, Place] = {}

    def html(self, found: Policy, look: Colours) -> str:
        self.places.clear()
        parts = [
            _muted(
                self.tr("Summaries in our own words; the documents themselves are authoritative."),
                look,
            ),
            *self._outline(found, look),
            *self._key_points(found, look),
            *self._indicators(found, look),
        ]
        return f'<body style="color: {look.text}">{"".join(parts)}</body>'

    def _outline(self, found: Policy, look: Colours) -> Iterator[str]:
        yield _title(self.tr("The Outline on the same matter"))
        for one in found.clauses:
            yield from self._saying(one, self.tr("Clause {0}: {1}"), look)
        if not found.clauses:
            reason = found.unmatched
            yield _line(
                self.tr("No clause of the Outline fits: {0}").format(
                    reason.in_(self._desk.language)
                )
                if reason
                else self.tr("The library names no clause of the Outline.")
            )

    def _key_points(self, found: Policy, look: Colours) -> Iterator[str]:
        yield _title(self.tr("The Key Points of 2023 on the same matter"))
        for one in found.key_points:
            yield from self._saying(one, self.tr("Task {0}: {1}"), look)
        if not found.key_points:
            yield _line(self.tr("The library names no task of the Key Points."))

    def _indicators(self, found: Policy, look: Colours) -> Iterator[str]:
        language = self._desk.language
        yield _title(self.tr("Indicators that measure it"))
        for row in found.indicators:
            yield self._link(row.title.in_(language), Place("indicator", row.id), look)
            yield _line(self._figures(row))
            for one in row.requirements:
                if one.requirement_id == found.requirement_id:
                    yield _muted(one.why.in_(language), look)
        for saying in found.offered:
            yield self._link(saying.entry.heading.in_(language), self._place(saying), look)
            yield _line(self.tr("In the library; this workbook has not taken it up."))
            yield _muted(saying.why.in_(language), look)
        if not found.indicators and not found.offered:
            yield _line(self.tr("No indicator is linked with this requirement."))

    def _saying(self, one: Saying, numbered: str, look: Colours) -> Iterator[str]:
        """Heading as a link, why it is here, what it says, and whose words the heading is in."""
        entry, language = one.entry, self._desk.language
        heading = numbered.format(one.number, entry.heading.in_(language))
        yield self._link(heading, self._place(one), look)
        wording = self._desk.text(f"wording.{entry.wording}")
        why = one.why.in_(language)
        yield _muted(self.tr("{0} · {1} · {2}").format(entry.id, wording, why), look)
        yield _line(entry.body.in_(language))

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
        value = amount(row.unit, last.value, self._desk.language)
        return self.tr("Last value {0} ({1})").format(value, on)

    def _place(self, one: Saying) -> Place:
        return Place("library", one.entry.id)

    def _link(self, text: str, place: Place, look: Colours) -> str:
        address = f"{place.kind}:{place.id}"
        self.places[address] = place
        style = f"color: {look.accent}; text-decoration: none"
        link = f'<a href="{escape(address)}" style="{style}">{escape(text)}</a>'
        return f'<p style="margin: 10px 0 4px 0">{link}</p>'


def _title(text: str) -> str:
    style = "margin: 20px 0 0 0; font-size: 14px; font-weight: 600"
    return f'<p style="{style}">{escape(text)}</p>'


def _line(text: str) -> str:
    return f'<p style="margin: 4px 0 4px 0">{escape(text)}</p>'


def _muted(text: str, look: Colours) -> str:
    return f'<p style="margin: 4px 0 4px 0; color: {look.muted}">{escape(text)}</p>'
