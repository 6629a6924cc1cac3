"""Old and new wording of requirements beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from app.catalog.requirement import Requirement
from app.views.desk import Desk
from app.views.widgets.basic import GAP, label

_ALWAYS = ("title", "statement")


class SideBySide(QWidget):
    """Two texts that can be scrolled, selected and copied."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._titles = [label("", "section-title", wrap=True) for _ in range(2)]
        self.texts = [QPlainTextEdit() for _ in range(2)]
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        for column, (title, text) in enumerate(zip(self._titles, self.texts, strict=True)):
            text.setReadOnly(True)
            text.setTabChangesFocus(True)
            layout.addWidget(title, 0, column)
            layout.addWidget(text, 1, column)
            layout.setColumnStretch(column, 1)

    def set_titles(self, before: str, after: str) -> None:
        """What stands above the two texts."""
        for title, text, name in zip(self._titles, self.texts, (before, after), strict=True):
            title.setText(name)
            text.setAccessibleName(name)

    def show_wordings(self, before: Sequence[Requirement], after: Sequence[Requirement]) -> None:
        """Title and statement of all, and what else differs between one and one."""
        fields = [*_ALWAYS, *self._differing(before, after)]
        for text, items in zip(self.texts, (before, after), strict=True):
            text.setPlainText("\n\n".join(self._wording(item, fields) for item in items))

    def _differing(self, before: Sequence[Requirement], after: Sequence[Requirement]) -> list[str]:
        if len(before) != 1 or len(after) != 1:
            return []
        names = ("guidance", "anchors", "evidence", "department")
        return [name for name in names if getattr(before[0], name) != getattr(after[0], name)]

    def _wording(self, item: Requirement, fields: Sequence[str]) -> str:
        parts = [item.id, *(self._field(item, name) for name in fields)]
        return "\n".join(parts)

    def _field(self, item: Requirement, name: str) -> str:
        language = self._desk.language
        value = getattr(item, name)
        words = (
            "\n".join(f"• {each.in_(language)}" for each in value)
            if isinstance(value, tuple)
            else value.in_(language)
        )
        if name in _ALWAYS:
            return str(words)
        return self.tr("[{0}]\n{1}").format(self._desk.text(f"edition.field.{name}"), words)
