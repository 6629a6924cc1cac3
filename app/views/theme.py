"""Colours and style sheet for light and dark, with one accent."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app import paths
from app.settings import Theme


@dataclass(frozen=True, slots=True)
class Colours:
    """Hex colours. Text on its background has a contrast of at least 4.5 : 1 (WCAG 2.1 AA)."""

    window: str
    base: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selected: str
    good: str
    warning: str
    bad: str


LIGHT = Colours(
    window="#f4f5f7",
    base="#ffffff",
    raised="#fafbfc",
    border="#d5d9e0",
    text="#1d2430",
    muted="#5a6475",
    accent="#1f5fa8",
    on_accent="#ffffff",
    selected="#dce8f6",
    good="#1b7a43",
    warning="#8a5a00",
    bad="#b3261e",
)
DARK = Colours(
    window="#1c1f24",
    base="#24282f",
    raised="#2a2f37",
    border="#434a56",
    text="#e6e9ee",
    muted="#a7b0bf",
    accent="#6ea8e8",
    on_accent="#10151c",
    selected="#2f4663",
    good="#6cc795",
    warning="#e0b055",
    bad="#f08a82",
)


# For the making of the application. Setting the style later makes PySide set up every class of
# styles, only to give back the new one.
STYLE_OPTION = ("-style", "Fusion")


def colours(application: QApplication | None = None) -> Colours:
    """The colours in force."""
    app = application or QApplication.instance()
    dark = app is not None and app.property("dark") is True
    return DARK if dark else LIGHT


def apply(application: QApplication, theme: Theme) -> None:
    """Put light or dark in force for the whole application."""
    hints = QGuiApplication.styleHints()
    dark = theme == "dark" or (theme == "system" and hints.colorScheme() == Qt.ColorScheme.Dark)
    application.setProperty("dark", dark)
    scheme = DARK if dark else LIGHT
    application.setPalette(_palette(scheme))
    sheet = (paths.resources() / "style" / "window.qss").read_text(encoding="utf-8")
    # A style sheet has no strokes of its own: the tick of a check box is a picture.
    check = paths.resources() / "icons" / f"check-{'dark' if dark else 'light'}.svg"
    application.setStyleSheet(Template(sheet).substitute(asdict(scheme), check=check.as_posix()))


def ensure_chinese_font(application: QApplication) -> None:
    """Use the bundled font where the system has none for Chinese, as on a minimal installation."""
    if QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        return
    file = paths.resources() / "fonts" / "NotoSansSC_400Regular.ttf"
    number = QFontDatabase.addApplicationFont(str(file))
    families = QFontDatabase.applicationFontFamilies(number)
    if families:
        font = QFont(application.font())
        font.setFamilies(families)
        application.setFont(font)


def _palette(scheme: Colours) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for name, colour in {
        role.Window: scheme.window,
        role.WindowText: scheme.text,
        role.Base: scheme.base,
        role.AlternateBase: scheme.raised,
        role.Text: scheme.text,
        role.Button: scheme.raised,
        role.ButtonText: scheme.text,
        role.ToolTipBase: scheme.base,
        role.ToolTipText: scheme.text,
        role.PlaceholderText: scheme.muted,
        role.Highlight: scheme.accent,
        role.HighlightedText: scheme.on_accent,
        role.Link: scheme.accent,
        role.LinkVisited: scheme.accent,
        role.Light: scheme.raised,
        role.Mid: scheme.border,
        role.Dark: scheme.border,
        role.Midlight: scheme.raised,
        role.Shadow: scheme.border,
    }.items():
        palette.setColor(name, QColor(colour))
    disabled = QPalette.ColorGroup.Disabled
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, name, QColor(scheme.muted))
    return palette
