"""Draws the pictures for the documents: pages and dialogs of the window, without a screen.

Usage: python -m scripts.screenshots [--out DIR] [--language zh|en] [--theme light|dark] [--scale N]

The sample workbook is made in a temporary folder; day, times and user are given, and Chinese is in
the font that comes with the program. So the pictures differ only where the window does. They go to
docs/images/<language>/<page>.png, 1280 x 720 pixels at scale 1, in 256 colours.
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
PATIENCE = 120
REQUIREMENT, CLAUSE = "N29-2.07", "OUT-25"
# The row that is selected on a page, and the section of practices in the report editor.
ROWS = {"evidence": 1, "plan": 3}
PRACTICES = 4


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
        program = [sys.executable, "-X", "faulthandler", "-m", "scripts.screenshots", *given]
        codes = [
            subprocess.run([*program, "--language", language], check=False).returncode
            for language in ("zh", "en")
        ]
        # A program that crashed has a number below zero.
        return next((code for code in codes if code), 0)
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
    from app.tasks.collection import Collection
    from app.views.dialogs.new_workbook import NewWorkbookDialog

    out.mkdir(parents=True, exist_ok=True)
    documents = Path("/home/wangmin") / ("文档" if language == "zh" else "Documents")
    settings = Settings(scratch / f"{language}.ini")
    settings.language, settings.theme, settings.report_folder = language, theme, documents
    shell = make_shell(sys.argv[:1], settings, today=lambda: DAY)
    Collection(shell)  # as in the program: no other thread may destroy what belongs to the window
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
    yield from draw_dialogs(shell.window, out, scratch)
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
        settle(window)  # lists are read beside the window
        if name in ROWS:
            window.page(name).table.selectRow(ROWS[name])
        if name == "verification":
            window.page(name).start.click()
        if name == "bin":
            put_into_bin(window.desk)
        yield save(window, out / f"{name}.png")
        if name == "writing":
            window.page(name).sections.setCurrentRow(PRACTICES)
            yield save(window, out / "practices.png")


def put_into_bin(desk: Any) -> None:
    from app.queries.evidence import evidence_list
    from app.services.evidence import remove

    ids = [row.id for row in evidence_list(desk.workbook)][-2:]
    desk.write(lambda: remove(desk.workbook, ids, DAY))
    spin(1)


def draw_dialogs(window: Any, out: Path, scratch: Path) -> Iterator[Path]:
    """Searching, going to, taking in, taking a snapshot."""
    from app.domain.vocabulary import Stage
    from app.services.evidence import Target
    from app.views.intake.dialog import IntakeDialog
    from app.views.pages import page_titles
    from app.views.palette.dialog import Palette
    from app.views.search.dialog import SearchDialog
    from app.views.snapshots.take_dialog import TakeDialog

    desk, chinese = window.desk, window.desk.language == "zh"
    search = SearchDialog(desk, window)
    search.panel.line.setText("团体标准" if chinese else "standards")
    palette = Palette(desk, page_titles(), window)
    palette.line.setText("ttbz" if chinese else "group")
    folder = folder_to_take_in(scratch, desk.language)
    dialogs = {
        "search": search,
        "go-to": palette,
        "intake": IntakeDialog(desk, [folder], Target(), lambda _: None, window),
        "take-snapshot": TakeDialog(desk, Stage.INTERIM, window),
    }
    for name, dialog in dialogs.items():
        dialog.show()
        spin(1)  # the search index is begun when the dialog is shown
        yield save(dialog, out / f"{name}.png")
        dialog.close()


def folder_to_take_in(scratch: Path, language: str) -> Path:
    """Files as they come from another department."""
    names = {
        "zh": {
            "2.07 团体标准": (
                "示例市监标〔2025〕6号 关于公布团体标准培优名单的公告",
                "培优单位座谈会纪要",
            ),
            "五、标准化发展": ("标准化专项资金使用情况统计表", "省标准化研究院2024年年度报告"),
        },
        "en": {
            "2.07 Group standards": (
                "List of outstanding associations 2025",
                "Minutes of 2025-04-18",
            ),
            "5 Development": ("Review of local standards 2025", "Institute yearly report 2024"),
        },
    }[language]
    folder = scratch / ("报送材料" if language == "zh" else "Submitted")
    for part, files in names.items():
        (folder / part).mkdir(parents=True)
        for name in files:
            (folder / part / f"{name}.txt").write_text(f"{name}\n2025-04-18\n", encoding="utf-8")
    return folder


def use_bundled_font() -> None:
    from PySide6.QtGui import QFontDatabase
    from PySide6.QtWidgets import QApplication

    file = ROOT / "resources" / "fonts" / "NotoSansSC_400Regular.ttf"
    number = QFontDatabase.addApplicationFont(str(file))
    font = QApplication.font()
    font.setFamilies(QFontDatabase.applicationFontFamilies(number))
    QApplication.setFont(font)


def save(widget: "QWidget", file: Path) -> Path:
    from PIL import Image

    settle(widget).save(str(file))
    with Image.open(file) as picture:
        small = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
    small.save(file, optimize=True)
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
