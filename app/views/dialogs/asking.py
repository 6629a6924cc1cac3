"""Asking before something goes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def ask(
    parent: QWidget,
    title: str,
    question: str,
    consequences: str,
    *ways: str,
    icon: QMessageBox.Icon = QMessageBox.Icon.Question,
) -> int | None:
    """Which of the ways to do it was chosen, from 0; None for none, which Enter and Esc choose.

    All texts are shown as they are: names that people gave are never read as markup.
    """
    box = QMessageBox(parent)
    box.setIcon(icon)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(question)
    box.setInformativeText(consequences)
    buttons = [box.addButton(way, QMessageBox.ButtonRole.DestructiveRole) for way in ways]
    box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
    box.exec()
    chosen = box.clickedButton()
    return next((number for number, button in enumerate(buttons) if button is chosen), None)


def confirmed(parent: QWidget, title: str, question: str, consequences: str, yes: str) -> bool:
    """Whether the button that says `yes` was chosen."""
    return ask(parent, title, question, consequences, yes) is not None
