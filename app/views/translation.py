"""The window's language: our own labels, and those of Qt's own dialogs."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from app import paths
from app.domain.vocabulary import Language

_LOCALES = {"zh": QLocale("zh_CN"), "en": QLocale("en_GB")}

# Words of Qt's file dialog that Qt's own translation leaves in English.
_OF_QT = (
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Drive"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Unknown"),
)


class Translation:
    """Labels are written in English in the code; Chinese comes from resources/i18n/window_zh.qm."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []

    def use(self, language: Language) -> None:
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = []
        QLocale.setDefault(_LOCALES[language])
        if language == "zh":
            self._install(
                "qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            )
            self._install("window_zh", str(paths.resources() / "i18n"))

    def _install(self, name: str, folder: str) -> None:
        translator = QTranslator(self._application)
        if translator.load(name, folder):
            self._application.installTranslator(translator)
            self._installed.append(translator)
