"""Keys of a list."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

DELETE = QKeySequence.StandardKey.Delete
SPACE = Qt.Key.Key_Space


def on_key(
    widget: QWidget, key: QKeySequence.StandardKey | Qt.Key, act: Callable[[], object]
) -> None:
    """Let a key act where the widget itself has the focus: elsewhere it edits or scrolls."""
    shortcut = QShortcut(QKeySequence(key), widget)
    shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
    shortcut.activated.connect(act)
