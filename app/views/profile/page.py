"""The pilot's profile; every field saves itself."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import cast

from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.domain.changes import Changes
from app.domain.checks import Place, ProfileFacts, check_profile
from app.domain.regions import REGIONS, SAMPLE_REGION, region_name
from app.domain.vocabulary import Stage
from app.errors import WorkbookError
from app.queries.profile import REQUIRED, Profile, profile
from app.services.profile import ProfileFields, edit_profile
from app.views.desk import Desk
from app.views.page import Page
from app.views.profile.fields import ProfileChoice, ProfileDate, ProfileField, ProfileText
from app.views.widgets.basic import GAP, WIDE, card, label

# Longer lines than this are hard to read.
_WIDTH = 800


class ProfilePage(Page):
    """A form of three parts; what the report needs is marked as required."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        stored = profile(desk.workbook)
        self._fields: dict[str, QWidget] = {
            "name": ProfileText("name"),
            "region": ProfileChoice(self._regions(stored)),
            "stage": ProfileChoice((stage.value, desk.text(f"stage.{stage}")) for stage in Stage),
            "lead_unit": ProfileText("lead_unit"),
            "approval_number": ProfileText("approval_number"),
            "start": ProfileDate(),
            "end": ProfileDate(),
            "contact_name": ProfileText("contact_name"),
            "contact_phone": ProfileText("contact_phone"),
            "contact_email": ProfileText("contact_email"),
        }
        self._period = label("", "warning", wrap=True)
        self._scroll = QScrollArea()
        self._build()
        self._connect()

    @property
    def fields(self) -> Mapping[str, ProfileField]:
        return cast(Mapping[str, ProfileField], self._fields)

    def _regions(self, stored: Profile) -> list[tuple[str, str]]:
        """The 31 regions, and the workbook's own where it is none of them; the sample's too."""
        own = SAMPLE_REGION if stored.sample else stored.region
        codes = list(REGIONS) if own in REGIONS else [own, *REGIONS]
        return [(code, region_name(code).in_(self.desk.language)) for code in codes]

    # -- building

    def _build(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        layout.setSpacing(WIDE)
        layout.addWidget(label(self.tr("Pilot profile"), "page-title"))
        note = self.tr(
            "Everything is saved as you type. Classified material must not be entered anywhere in "
            "this workbook."
        )
        layout.addWidget(label(note, "muted", wrap=True))
        pilot = ("name", "region", "stage", "lead_unit", "approval_number")
        layout.addWidget(self._part(self.tr("The pilot"), pilot))
        period = self._part(self.tr("Pilot period"), ("start", "end"))
        cast(QVBoxLayout, period.layout()).addWidget(self._period)
        layout.addWidget(period)
        contact = ("contact_name", "contact_phone", "contact_email")
        layout.addWidget(self._part(self.tr("Contact"), contact))
        layout.addStretch(1)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        number = cast(ProfileText, self._fields["approval_number"])
        number.editor.setPlaceholderText(self.tr("e.g. 国标委发〔2022〕29号"))

    def _part(self, title: str, names: tuple[str, ...]) -> QFrame:
        frame, layout = card()
        layout.addWidget(label(title, "section-title"))
        form = QFormLayout()
        form.setHorizontalSpacing(WIDE)
        form.setVerticalSpacing(GAP)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name in names:
            form.addRow(self._label(name), self._fields[name])
        layout.addLayout(form)
        return frame

    def _label(self, name: str) -> QLabel:
        title = self.desk.text(f"field.{name}")
        self.fields[name].set_name(title)
        if name in REQUIRED:
            title = self.tr("{0} (required)").format(title)
        widget = label(title)
        widget.setBuddy(self._fields[name])
        widget.setMinimumWidth(self._label_width())
        return widget

    def _label_width(self) -> int:
        """So that the parts of the form line up."""
        titles = (self.desk.text(f"field.{name}") for name in REQUIRED)
        shown = (self.tr("{0} (required)").format(title) for title in titles)
        return max(self.fontMetrics().horizontalAdvance(title) for title in shown)

    def _connect(self) -> None:
        for name, field in self._fields.items():
            assert isinstance(field, (ProfileText, ProfileDate, ProfileChoice))
            field.edited.connect(partial(self._save, name))
            field.set_read_only(self.desk.read_only)

    # -- showing

    def refresh(self, changes: Changes | None = None) -> None:
        if changes is not None and not changes.touches("pilot"):
            return
        stored = profile(self.desk.workbook)
        for name, field in self.fields.items():
            field.show_stored(getattr(stored, name))
        self._show_period(stored)

    def _show_period(self, stored: Profile) -> None:
        """What the check will say of the period."""
        facts = ProfileFacts(stored.start, stored.end, missing=())
        found = [self.desk.text(f"check.{finding.code}") for finding in check_profile(facts)]
        self._period.setText("\n".join(found))
        self._period.setVisible(bool(found))

    def go_to(self, place: Place) -> None:
        field = self._fields.get(place.field)
        if field is not None:
            field.setFocus()
            self._scroll.ensureWidgetVisible(field)

    # -- saving

    def _save(self, name: str, value: object) -> None:
        if self.desk.read_only:
            return
        workbook = self.desk.workbook
        fields = cast(ProfileFields, {name: Stage(str(value)) if name == "stage" else value})
        self.desk.write(
            lambda: edit_profile(workbook, **fields),
            saved=lambda _: self._on_saved(name, value),
            failed=lambda error: self._on_failed(name, error),
        )

    def _on_saved(self, name: str, value: object) -> None:
        stored = profile(self.desk.workbook)
        self.fields[name].on_saved(value, getattr(stored, name))
        self._show_period(stored)

    def _on_failed(self, name: str, error: WorkbookError) -> None:
        self.fields[name].refuse(self.desk.sentence(error))

    def flush(self) -> None:
        if not self.desk.read_only:
            for field in self.fields.values():
                field.flush()

    def unsaved(self) -> bool:
        return any(field.unsaved() for field in self.fields.values())
