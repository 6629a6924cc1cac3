"""The editor of the scoring scheme."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from app import paths, texts
from app.domain.scheme import Scheme, validated
from app.domain.vocabulary import Text
from app.errors import UserError, WorkbookError
from app.queries.answers import answers
from app.queries.catalogue import articles
from app.queries.profile import scheme
from app.services.profile import save_scheme
from app.services.scheme_file import read_scheme, write_scheme
from app.views.desk import Desk
from app.views.settings.draft import WeightRow, band_rows, composed, level_rows
from app.views.settings.parts import BandsPart, LevelsPart, WeightsPart
from app.views.widgets.basic import GAP, WIDE, button, label


class SchemeTab(QWidget):
    """A draft is edited and saved as a whole: half of a change often can't be scored with."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._saved = self._base = self._baseline = scheme(desk.workbook)
        self.name = label("", "section-title", wrap=True)
        self.problem = label("", "error", wrap=True)
        self.levels = LevelsPart()
        self.bands = BandsPart(_in_both("scheme.new-band"))
        self.articles = WeightsPart(self.tr("Article"), self.tr("Filter articles"))
        self.items = WeightsPart(self.tr("Requirement"), self.tr("Filter requirements"))
        self.save_button = button(self.tr("&Save the scheme"), "primary")
        self.discard_button = button(self.tr("&Discard changes"))
        self.reset_button = button(self.tr("&Reset to the default template"))
        self.import_button = button(self.tr("&Import…"))
        self.export_button = button(self.tr("E&xport…"))
        self._build()
        self._connect()
        self.refresh()

    # -- building

    def _build(self) -> None:
        self.parts = QTabWidget()
        self.parts.addTab(self.levels, self.tr("Levels"))
        self.parts.addTab(self.bands, self.tr("Grades"))
        self.parts.addTab(self.articles, self.tr("Weights of articles"))
        self.parts.addTab(self.items, self.tr("Weights of requirements"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, WIDE, 0, 0)
        layout.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.name, 1)
        head.addWidget(self.import_button)
        head.addWidget(self.export_button)
        layout.addLayout(head)
        layout.addWidget(label(self._desk.text("report.scheme-note"), "warning", wrap=True))
        layout.addWidget(label(self._rule(), "muted", wrap=True))
        layout.addWidget(self.parts, 1)
        layout.addWidget(self.problem)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.save_button)
        row.addWidget(self.discard_button)
        row.addStretch(1)
        row.addWidget(self.reset_button)
        layout.addLayout(row)
        if self._desk.read_only:
            for part in self._parts():
                part.set_read_only(True)

    def _rule(self) -> str:
        return self.tr(
            "A requirement earns the share of its level. Requirements are averaged by weight "
            "within their article, and articles by weight in the total of 100 points. What is "
            "marked not applicable leaves the denominator: it neither earns points nor costs any."
        )

    def _connect(self) -> None:
        for part in self._parts():
            part.edited.connect(self._show_state)
        self.save_button.clicked.connect(self.save)
        self.discard_button.clicked.connect(lambda: self._put(self._saved))
        self.reset_button.clicked.connect(lambda: self._put(self._default))
        self.import_button.clicked.connect(self._import)
        self.export_button.clicked.connect(self._export)

    def _parts(self) -> tuple[LevelsPart, BandsPart, WeightsPart, WeightsPart]:
        return self.levels, self.bands, self.articles, self.items

    # -- the draft

    @cached_property
    def _default(self) -> Scheme:
        from app.catalog.load import load_default_scheme  # reads YAML, which opening does without

        return load_default_scheme()

    def refresh(self) -> None:
        """Read the scheme anew; a draft that is being edited stays as it is."""
        keep = bool(self.levels.model.rows) and self.unsaved()
        draft = self.draft() if keep else None
        self._saved = scheme(self._desk.workbook)
        self._load(self._saved)
        self._baseline = self.draft()
        if draft is not None:
            self._load(draft)
        self._show_state()

    def draft(self) -> Scheme:
        """The scheme as the tables show it, named as the user's own unless it is the default."""
        made = composed(
            self._base,
            self.levels.model.rows,
            self.bands.model.rows,
            self.articles.model.rows,
            self.items.model.rows,
        )
        if made == self._base:
            return made
        same = replace(made, name=self._default.name) == self._default
        return replace(made, name=self._default.name if same else _in_both("scheme.own"))

    def unsaved(self) -> bool:
        return self.draft() != self._baseline

    def flush(self) -> None:
        """Save a draft that can be scored with; one that can't stays in the tables."""
        for part in self._parts():
            part.table.commit()
        if self.unsaved() and self.save_button.isEnabled():
            self.save()

    def save(self) -> None:
        draft, workbook = self.draft(), self._desk.workbook

        def saved(_: object) -> None:
            self._saved = draft
            self._baseline = draft
            self._show_state()

        self._desk.write(lambda: save_scheme(workbook, draft), saved, self._refuse)

    def _load(self, content: Scheme) -> None:
        self._base = content
        self.levels.model.set_rows(level_rows(content))
        self.bands.model.set_rows(band_rows(content))
        language = self._desk.language
        self.articles.set_rows(
            [
                WeightRow(
                    str(article.number),
                    0,
                    article.heading.in_(language),
                    content.article_weight(article.number),
                )
                for article in articles(self._desk.workbook)
            ]
        )
        self.items.set_rows(
            [
                WeightRow(
                    row.requirement_id,
                    row.article,
                    row.title.in_(language),
                    content.item_weight(row.requirement_id),
                )
                for row in answers(self._desk.workbook)
            ]
        )

    def _put(self, content: Scheme) -> None:
        """Another scheme as the draft."""
        self._load(content)
        self._show_state()

    # -- showing

    def _show_state(self) -> None:
        """Say whether the draft can be saved, and why not."""
        changed, problem = self.unsaved(), ""
        try:
            validated(self.draft())
        except UserError as error:
            problem = self._desk.sentence(error)
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        shown = self.draft() if changed else self._saved
        name = shown.name.in_(self._desk.language)
        self.name.setText(self.tr("{0} (not saved yet)").format(name) if changed else name)
        writable = not self._desk.read_only
        self.save_button.setEnabled(writable and changed and not problem)
        self.discard_button.setEnabled(changed)
        for extra in (self.reset_button, self.import_button):
            extra.setEnabled(writable)

    def _refuse(self, error: WorkbookError) -> None:
        self.problem.setText(self._desk.sentence(error))
        self.problem.show()

    # -- files

    def _import(self) -> None:
        file, _ = QFileDialog.getOpenFileName(
            self, self.tr("Import a scoring scheme"), str(paths.documents()), self._file_types()
        )
        if not file:
            return
        try:
            self._put(read_scheme(Path(file)))
        except WorkbookError as error:
            self._desk.problem.emit(error)

    def _export(self) -> None:
        file, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Export the scoring scheme"),
            str(paths.documents() / self.tr("Scoring scheme.json")),
            self._file_types(),
        )
        if not file:
            return
        target = Path(file)
        try:
            write_scheme(self.draft(), target if target.suffix else target.with_suffix(".json"))
        except WorkbookError as error:
            self._desk.problem.emit(error)
        else:
            self._desk.message.emit(self.tr("The scheme was written to {0}").format(file))

    def _file_types(self) -> str:
        return self.tr("Scoring scheme (*.json)")


def _in_both(key: str) -> Text:
    return Text(texts.text(key, "zh"), texts.text(key, "en"))
