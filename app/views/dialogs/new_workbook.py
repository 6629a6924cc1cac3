"""Asks what a new workbook needs: region, name, period, place."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from app import paths
from app.domain.dates import MAX_PILOT_YEARS, add_years, exceeds_pilot_period
from app.domain.limits import FIELD_LIMITS
from app.domain.regions import REGIONS, region_name
from app.domain.vocabulary import Language
from app.services.workbooks import NewPilot
from app.views.widgets.basic import WIDE, button, label
from app.views.widgets.choice import Choice
from app.views.widgets.date_field import DateField

# Not allowed in file names on Windows.
_UNSAFE = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
# Bytes in UTF-8: file systems allow 255, and a copy or a backup adds some to the name.
_LONGEST_NAME = 200


class NewWorkbookDialog(QDialog):
    """The folder is named after the pilot and made in the place that is chosen."""

    def __init__(self, language: Language, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language: Language = language
        self._region = Choice([(code, name.in_(language)) for code, name in REGIONS.items()])
        self._name = QLineEdit()
        self._start = DateField()
        self._end = DateField()
        self._place = QLineEdit(str(paths.documents()))
        self._problem = label("", "error", wrap=True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self._named_by_hand = False
        self._build()
        self._connect()
        self._start.set_value(today)
        self._end.set_value(add_years(today, MAX_PILOT_YEARS) - timedelta(days=1))
        self._suggest_name()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("New workbook"))
        self._name.setMaxLength(FIELD_LIMITS["name"])
        self._place.setObjectName("place")
        browse = button(self.tr("&Browse…"))
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.addWidget(self._place, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.addRow(self.tr("&Region"), self._region)
        form.addRow(self.tr("&Name of the pilot"), self._name)
        form.addRow(self.tr("&Start"), self._start)
        form.addRow(self.tr("&End"), self._end)
        place_label = label(self.tr("&Place"))
        place_label.setBuddy(self._place)
        form.addRow(place_label, place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.addLayout(form)
        layout.addWidget(
            label(
                self.tr(
                    "A pilot lasts at most three years (article 8 of the Notice). "
                    "Do not enter classified material."
                ),
                "muted",
                wrap=True,
            )
        )
        layout.addWidget(self._problem)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(520)

    def _connect(self) -> None:
        self._region.currentIndexChanged.connect(self._suggest_name)
        self._name.textEdited.connect(self._on_named)
        for field in (self._start, self._end):
            field.edited.connect(self._show_problem)
        self._name.textChanged.connect(self._show_problem)
        self._place.textChanged.connect(self._show_problem)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)

    def pilot(self) -> NewPilot:
        return NewPilot(
            self._name.text().strip(),
            self._region.value(),
            self._start.value(),
            self._end.value(),
        )

    def folder(self) -> Path:
        """The workbook's folder, made safe as a file name."""
        return Path(self._place.text().strip()) / self._folder_name()

    def _folder_name(self) -> str:
        name = _UNSAFE.sub("_", self._name.text()).strip(" .")
        return name.encode()[:_LONGEST_NAME].decode(errors="ignore").strip(" .")

    def _on_named(self) -> None:
        self._named_by_hand = True

    def _suggest_name(self) -> None:
        if not self._named_by_hand:
            region = region_name(self._region.value()).in_(self._language)
            self._name.setText(self.tr("{0} standardization pilot").format(region))
        self._show_problem()

    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Place"), self._place.text())
        if chosen:
            self._place.setText(chosen)

    def _show_problem(self) -> None:
        problem = ""
        start, end = self._start.value(), self._end.value()
        if not self._folder_name():
            problem = self.tr("The pilot needs a name.")
        elif not Path(self._place.text().strip()).is_absolute():
            problem = self.tr("Choose a place for the workbook.")
        elif start and end and end < start:
            problem = self.tr("The end is before the start.")
        self._problem.setText(problem)
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not problem)
        if not problem and start and end and exceeds_pilot_period(start, end):
            self._problem.setText(
                self.tr("The period is longer than three years; the check will say so.")
            )
