"""Where the pilot stands: figures, progress and score, what to do next."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.domain.changes import Changes
from app.domain.dates import format_date
from app.domain.numbers import format_points
from app.domain.regions import region_name
from app.domain.vocabulary import Pace, Progress
from app.errors import WorkbookError
from app.queries.overview import ArticleStatus, Overview, evidence_count, overview
from app.views.desk import Desk
from app.views.overview.articles_table import ArticlesTable
from app.views.overview.change_chart import ChangeChart, ChangePoints
from app.views.overview.figures import Figure, Figures
from app.views.overview.legend import Legend
from app.views.overview.steps_list import StepsList
from app.views.page import Page
from app.views.widgets.basic import WIDE, card, label
from app.views.widgets.latest import Latest

if TYPE_CHECKING:
    from app.views.overview.outlook import Outlook

# From this width on, table and chart stand side by side.
_WIDE_ENOUGH = 960
# Check and chart start after the whole window has been painted, so that it can be used at once.
AFTER_PAINT_MS = 50


class OverviewPage(Page):
    """Numbers are there at the first paint; findings and chart follow from beside."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._days = Figure(self.tr("Days left"))
        self._score = Figure(self.tr("Score"))
        self._done = Figure(self.tr("Requirements done"))
        self._evidence = Figure(self.tr("Evidence"))
        self._indicators = Figure(self.tr("Indicators reached"))
        self._findings = Figure(self.tr("Findings"))
        self._subtitle = label("", "muted", wrap=True)
        self.table = ArticlesTable(desk)
        self.chart = ChangeChart(desk)
        self.steps = StepsList(desk)
        self._sections = QGridLayout()
        self._painted = False
        self._after_paint = QTimer(self, interval=AFTER_PAINT_MS, singleShot=True)
        self._outlook: Latest[Outlook] = Latest(
            self, desk.runner, self._show_outlook, self._on_failed
        )
        self._build()
        self._connect()

    # -- building

    def _build(self) -> None:
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(WIDE)
        head = QVBoxLayout()
        head.setSpacing(4)
        head.addWidget(label(self.tr("Overview"), "page-title"))
        head.addWidget(self._subtitle)
        layout.addLayout(head)
        layout.addWidget(
            Figures(
                [
                    self._days,
                    self._score,
                    self._done,
                    self._evidence,
                    self._indicators,
                    self._findings,
                ]
            )
        )
        self._sections.setSpacing(WIDE)
        self._articles_card = self._articles()
        self._chart_card = self._chart()
        self._steps_card = self._steps()
        self._arrange(True)
        layout.addLayout(self._sections)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _articles(self) -> QFrame:
        frame, layout = card()
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Articles of the Notice"), "section-title"))
        head.addStretch(1)
        head.addWidget(Legend(self.desk))
        layout.addLayout(head)
        layout.addWidget(self.table)
        note = self.tr("Score of 100 points: {0}").format(self.desk.text("mark.unofficial"))
        layout.addWidget(label(note, "muted", wrap=True))
        layout.addStretch(1)
        return frame

    def _chart(self) -> QFrame:
        frame, layout = card()
        head = QHBoxLayout()
        head.addWidget(label(self.tr("The four changes"), "section-title"))
        head.addStretch(1)
        head.addWidget(label(self.desk.text("mark.unofficial"), "muted"))
        layout.addLayout(head)
        layout.addWidget(self.chart, 1)
        return frame

    def _steps(self) -> QFrame:
        frame, layout = card()
        layout.addWidget(label(self.tr("What to do next"), "section-title"))
        layout.addWidget(self.steps)
        return frame

    def _arrange(self, wide: bool) -> None:
        """Steps and chart beside the table, or all below each other."""
        grid = self._sections
        cards = (self._articles_card, self._steps_card, self._chart_card)
        for frame in cards:
            grid.removeWidget(frame)
        if wide:
            grid.addWidget(self._articles_card, 0, 0, 2, 1)
            grid.addWidget(self._steps_card, 0, 1)
            grid.addWidget(self._chart_card, 1, 1)
        else:
            for row, frame in enumerate(cards):
                grid.addWidget(frame, row, 0, 1, 2)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        self._wide = wide

    def _connect(self) -> None:
        for figure, page in (
            (self._days, "profile"),
            (self._score, "reports"),
            (self._done, "requirements"),
            (self._evidence, "evidence"),
            (self._indicators, "indicators"),
            (self._findings, "checks"),
        ):
            figure.opened.connect(lambda page=page: self.desk.page_wanted.emit(page))
        self.table.opened.connect(self._open_article)
        self._after_paint.timeout.connect(self._look_ahead)
        self._subtitle.installEventFilter(self)

    # -- showing

    def refresh(self, changes: Changes | None = None) -> None:
        state = overview(self.desk.workbook, self.desk.today())
        self._state = state
        self._show_subtitle(state)
        self._show_days(state)
        self._show_counts(state)
        self.table.show_articles(state.articles)
        self.chart.show_contents(
            tuple(
                ChangePoints(self.desk.text(f"change.{change}"), part.points)
                for change, part in state.changes
            )
        )
        if self._painted:
            self._look_ahead()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The check of thousands of files must not hold up the first paint."""
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            self._after_paint.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE_ENOUGH
        if wide != self._wide:
            self._arrange(wide)

    def _show_subtitle(self, state: Overview) -> None:
        pilot = state.profile
        parts = (
            pilot.name,
            region_name(pilot.region).in_(self.desk.language),
            pilot.lead_unit,
            self.tr("{0} stage").format(self.desk.text(f"stage.{pilot.stage}")),
        )
        self._subtitle.setText(" · ".join(part for part in parts if part))

    def _show_days(self, state: Overview) -> None:
        end = state.profile.end
        if end is None or state.days_left is None:
            self._days.show_figure("—", self.tr("No pilot period set"))
            return
        day = format_date(end, self.desk.language)
        if state.days_left < 0:
            self._days.show_figure(self.tr("Over"), self.tr("since {0}").format(day))
        else:
            self._days.show_figure(str(state.days_left), self.tr("until {0}").format(day))

    def _show_counts(self, state: Overview) -> None:
        score, counts = state.score, state.score.tally
        mark = self.desk.text("mark.unofficial")
        grade = score.grade.in_(self.desk.language) if score.grade else "—"
        points = "—" if score.points is None else format_points(score.points)
        self._score.show_figure(points, self.tr("Grade: {0}\n({1})").format(grade, mark))
        self._done.show_figure(
            f"{counts.done} / {counts.applicable}",
            self.tr("{0} in progress, {1} rated").format(
                counts.started - counts.done, counts.rated
            ),
        )
        number = evidence_count(self.desk.workbook)
        note = self.tr("Dossiers in the register") if number else self.tr("None entered yet")
        self._evidence.show_figure(str(number), note)

    def _look_ahead(self) -> None:
        workbook, today, state = self.desk.workbook, self.desk.today(), self._state

        def work() -> Outlook:
            from app.views.overview.outlook import look_ahead

            return look_ahead(workbook, state, today)

        self._outlook.request(work)

    def _show_paces(self, paces: Counter[Pace]) -> None:
        if not paces:
            self._indicators.show_figure("—", self.tr("No indicators yet"))
            return
        missing = paces[Pace.NO_READING]
        # What has no value can't be said to be missed.
        measured = paces.total() - missing
        if not measured:
            self._indicators.show_figure("—", self.tr("No values yet"))
            return
        note = self.tr("{0} on track, {1} behind").format(paces[Pace.ON_TRACK], paces[Pace.BEHIND])
        if missing:
            note = self.tr("{0}, {1} without a value").format(note, missing)
        self._indicators.show_figure(f"{paces[Pace.REACHED]} / {measured}", note)

    def _show_outlook(self, outlook: Outlook) -> None:
        self._show_paces(outlook.paces)
        note = self.tr("{0} must be fixed").format(outlook.grave)
        if not outlook.findings:
            note = self.tr("Nothing was found")
        self._findings.show_figure(str(outlook.findings), note)
        self.steps.show_steps(outlook.steps)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, WorkbookError):
            self._findings.show_figure("—", self.desk.sentence(error))
        else:
            self.desk.problem.emit(error)

    def _open_article(self, status: ArticleStatus) -> None:
        """Go to the first requirement of an article that is still to be done."""
        from app.domain.checks import Place

        rows = [row for row in self._state.answers if row.article == status.info.number]
        unfinished = (Progress.NOT_STARTED, Progress.IN_PROGRESS)
        row = next((row for row in rows if row.progress in unfinished), rows[0])
        self.desk.show_place(Place("requirement", row.requirement_id))
