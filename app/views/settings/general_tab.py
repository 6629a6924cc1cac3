"""Language, light or dark, and size of the window: settings of this user on this machine."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from app.domain.vocabulary import LANGUAGES
from app.settings import SCALES, THEMES
from app.views.desk import Desk
from app.views.widgets.basic import GAP, WIDE, card, label
from app.views.widgets.choice import Choice
from app.views.widgets.language_names import LANGUAGE_NAMES


class GeneralTab(QWidget):
    """Language and theme hold at once; the window is made anew for them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.language = Choice([(one, LANGUAGE_NAMES[one]) for one in LANGUAGES])
        names = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        self.theme = Choice([(one, names[one]) for one in THEMES])
        self.scale = Choice(
            [(one, f"{one}%" if one else self.tr("As the system")) for one in SCALES]
        )
        self.restart = label(self.tr("The new size holds when the program is started again."))
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        frame, layout = card()
        form = QFormLayout()
        form.setHorizontalSpacing(WIDE)
        form.setVerticalSpacing(GAP)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        for field in (self.language, self.theme, self.scale):
            field.setMinimumWidth(200)
        form.addRow(self.tr("&Language"), self.language)
        form.addRow(self.tr("&Theme"), self.theme)
        form.addRow(self.tr("Si&ze"), self.scale)
        layout.addLayout(form)
        layout.addWidget(self.restart)
        layout.addWidget(
            label(
                self.tr(
                    "These settings belong to you on this machine, not to the workbook. The size "
                    "multiplies the scaling of the system."
                ),
                "muted",
                wrap=True,
            )
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, WIDE, 0, 0)
        outer.addWidget(frame)
        outer.addStretch(1)

    def _connect(self) -> None:
        self.language.activated.connect(self._on_language)
        self.theme.activated.connect(self._on_theme)
        self.scale.activated.connect(self._on_scale)

    def refresh(self) -> None:
        settings = self._desk.settings
        self.language.set_value(self._desk.language)
        self.theme.set_value(settings.theme)
        self.scale.set_value(settings.scale)
        self.restart.hide()

    def _on_language(self) -> None:
        if self.language.value() != self._desk.language:
            self._desk.language_chosen.emit(self.language.value())

    def _on_theme(self) -> None:
        if self.theme.value() != self._desk.settings.theme:
            self._desk.settings.theme = self.theme.value()
            self._desk.theme_chosen.emit()

    def _on_scale(self) -> None:
        if self.scale.value() != self._desk.settings.scale:
            self._desk.settings.scale = self.scale.value()
            self.restart.show()
