"""Draws the pictures for the documents: every page of the window, without a screen.

Usage: python -m scripts.screenshots [--out DIR] [--language zh|en] [--theme light|dark] [--scale N]

The sample workbook is made in a temporary folder; day, times and user are given, and Chinese is in
the font that comes with the program. So the pictures differ only where the window does. They go to
docs/images/<language>/<page>.png, 1280 x 720 pixels at scale 1.
"""

import argparse
import getpass
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QWidget

ROOT = Path(__file__).resolve().parent.parent
# In the middle of the pilot that the sample workbook tells of.
DAY = date(2025, 6, 16)
SIZE = (1280, 720)
# What a page is given at most to fill itself, in seconds: charts are drawn beside the window.
PATIENCE = 30
REQUIREMENT, CLAUSE = "N29-2.07", "OUT-25"


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m scripts.screenshots")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "images")
    parser.add_argument("--language", choices=("zh", "en"), help="only this one")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--scale", type=float, default=1.0)
    chosen = parser.parse_args(arguments)
    if chosen.language is None:
        # Each language in a program of its own, as for a user.
        given = sys.argv[1:] if arguments is None else arguments
        program = [sys.executable, "-m", "scripts.screenshots", *given, "--language"]
        return max(subprocess.run([*program, it], check=False).returncode for it in ("zh", "en"))
    stand_still(chosen.scale)
    with tempfile.TemporaryDirectory(prefix="four-changes-pictures-") as scratch:
        out = chosen.out / chosen.language
        for picture in draw(Path(scratch), chosen.language, chosen.theme, out):
            print(picture)
    return 0


def stand_still(scale: float) -> None:
    """Leave nothing of this machine and this minute in the pictures: clock, user, time zone."""
    from app.store import recorder

    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR=str(scale), TZ="Asia/Shanghai")
    if hasattr(time, "tzset"):
        time.tzset()
    getpass.getuser = lambda: "wangmin"
    recorder.datetime = _Clock  # type: ignore[misc]


class _Clock(datetime):
    """Each operation of the sample is seven minutes after the one before."""

    operations = 0

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "_Clock":
        cls.operations += 1
        start = cls(DAY.year, DAY.month, DAY.day, tzinfo=UTC) - timedelta(days=1)
        return start + cls.operations * timedelta(minutes=7)


def draw(scratch: Path, language: Any, theme: Any, out: Path) -> Iterator[Path]:
    """Draw all pages in one language; yields the files as they are written."""
    from PySide6.QtWidgets import QApplication, QLineEdit

    from app.bootstrap import make_shell
    from app.sample.build import build_sample
    from app.settings import Settings
    from app.views.dialogs.new_workbook import NewWorkbookDialog

    out.mkdir(parents=True, exist_ok=True)
    documents = Path("/home/wangmin") / ("文档" if language == "zh" else "Documents")
    settings = Settings(scratch / f"{language}.ini")
    settings.language, settings.theme, settings.report_folder = language, theme, documents
    shell = make_shell(sys.argv[:1], settings, today=lambda: DAY)
    QApplication.setCursorFlashTime(0)
    if language == "zh":
        use_bundled_font()  # of Latin text it would make the quotation marks too wide
    shell.start()
    assert shell.window is not None
    shell.window.resize(*SIZE)
    yield save(shell.window, out / "welcome.png")
    dialog = NewWorkbookDialog(language, DAY, shell.window)
    place = dialog.findChild(QLineEdit, "place")
    assert place is not None
    place.setText(str(documents))
    dialog.show()
    yield save(dialog, out / "new-workbook.png")
    dialog.close()
    folder = scratch / language / "sample"
    _Clock.operations = 0
    build_sample(folder, DAY, language).close()
    shell.open(folder)
    yield from draw_pages(shell.window, out)
    shell.quit()


def draw_pages(window: Any, out: Path) -> Iterator[Path]:
    """Every page, each with something selected."""
    from app.domain.checks import Place
    from app.views.pages import page_titles

    window.resize(*SIZE)
    for name in page_titles():
        window.show_page(name)
        if name == "requirements":
            window.desk.show_place(Place("requirement", REQUIREMENT))
        if name == "library":
            window.desk.show_place(Place("library", CLAUSE))
        if name in ("evidence", "plan"):
            settle(window)  # the list is read beside the window
            window.page(name).table.selectRow(3 if name == "plan" else 1)
        yield save(window, out / f"{name}.png")


def use_bundled_font() -> None:
    from PySide6.QtGui import QFontDatabase
    from PySide6.QtWidgets import QApplication

    file = ROOT / "resources" / "fonts" / "NotoSansSC_400Regular.ttf"
    number = QFontDatabase.addApplicationFont(str(file))
    font = QApplication.font()
    font.setFamilies(QFontDatabase.applicationFontFamilies(number))
    QApplication.setFont(font)


def save(widget: "QWidget", file: Path) -> Path:
    settle(widget).save(str(file))
    return file


def settle(widget: "QWidget") -> "QImage":
    """The picture of a widget when nothing of it is being computed and nothing moves."""
    from app.views.widgets.latest import Latest

    before = None
    give_up = time.monotonic() + PATIENCE
    while time.monotonic() < give_up:
        spin(0.4)
        now = widget.grab().toImage()
        if now == before and not any(it.busy for it in widget.findChildren(Latest)):
            return now
        before = now
    raise SystemExit(f"{widget.windowTitle()} does not come to rest")


def spin(seconds: float) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main())
