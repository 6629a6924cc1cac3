"""Starts the window: the one place where everything is put together."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from app import __version__, paths
from app.domain.vocabulary import Language
from app.services.workbooks import Workbook
from app.settings import Settings
from app.tasks.collection import Collection
from app.views import theme
from app.views.main_window import AFTER_PAINTING_MS
from app.views.shell import Shell


def make_shell(
    arguments: list[str],
    settings: Settings | None = None,
    today: Callable[[], date] = date.today,
) -> Shell:
    """The application with its shell, nothing shown yet."""
    settings = settings or Settings()
    if settings.scale:
        # Read by Qt when the application is made.
        os.environ["QT_SCALE_FACTOR"] = str(settings.scale / 100)
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        application = existing
    else:
        program = arguments or [paths.APP_NAME]  # options come after its name
        application = QApplication([*program, *theme.STYLE_OPTION])
    application.setApplicationName(paths.APP_NAME)
    application.setApplicationVersion(__version__)
    application.setWindowIcon(QIcon(str(paths.resources() / "icons" / "app.svg")))
    theme.ensure_chinese_font(application)
    theme.apply(application, settings.theme)
    application.styleHints().colorSchemeChanged.connect(
        lambda _: theme.apply(application, settings.theme)
    )
    return Shell(application, settings, _sample(), today)


def run_window(folder: Path | None = None) -> int:
    """Show the window until it is closed; the exit code of the program."""
    _log_to_file()
    shell = make_shell(sys.argv)
    sys.excepthook = _hook(shell)
    shell.start(folder)
    QTimer.singleShot(AFTER_PAINTING_MS, lambda: Collection(shell))
    return QApplication.exec()


def _sample() -> Callable[[Path, date, Language], Workbook]:
    def build(folder: Path, today: date, language: Language) -> Workbook:
        from app.sample.build import build_sample

        return build_sample(folder, today, language)

    return build


def _log_to_file() -> None:
    from logging.handlers import RotatingFileHandler  # start-up time

    file = paths.log_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=1_000_000, backupCount=1, encoding="utf-8")
    except OSError:
        return  # a home that can't be written must not keep the program from starting
    logging.basicConfig(
        level=logging.WARNING,
        handlers=[handler],
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
    )


def _hook(
    shell: Shell,
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def on_exception(
        _: type[BaseException], error: BaseException, __: TracebackType | None
    ) -> None:
        shell.messages.tell(error)

    return on_exception
