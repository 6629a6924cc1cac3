"""Start to a painted main window with the sample workbook, against a bare Qt window."""

from __future__ import annotations

import statistics
from datetime import date
from pathlib import Path

from benchmarks.measure import Result, until_line

_FLOOR = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
from PySide6.QtCore import QTimer
import sqlalchemy
from sqlalchemy.orm import Session
app = QApplication([])
engine = sqlalchemy.create_engine("sqlite:///" + sys.argv[1] + "/workbook.sqlite")
with Session(engine) as session:
    session.execute(sqlalchemy.text("select count(*) from requirement")).scalar()
window = QMainWindow()
window.resize(1280, 720)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
print("painted", flush=True)
"""
_OURS = """
import sys
from pathlib import Path
from app.bootstrap import make_shell
from app.settings import Settings
from PySide6.QtCore import QEventLoop, QTimer
shell = make_shell([], Settings(Path(sys.argv[2])))
shell.start(Path(sys.argv[1]))
loop = QEventLoop()
QTimer.singleShot(0, loop.quit)
loop.exec()
window = shell.window
assert window.page("overview").isVisible() and not window.grab().isNull()
print("painted", flush=True)
shell.quit()
"""
_RUNS = 9


def run(scratch: Path) -> list[Result]:
    from app.sample.build import build_sample

    folder = scratch / "sample"
    build_sample(folder, date(2025, 6, 1), "zh").close()
    settings = str(scratch / "settings.ini")
    Path(settings).write_text("[General]\nlanguage=zh\n", encoding="utf-8")
    ours, floors = [], []
    for _ in range(_RUNS):
        floors.append(until_line(_FLOOR, str(folder)))
        ours.append(until_line(_OURS, str(folder), settings))
    mine, floor = statistics.median(ours), statistics.median(floors)
    detail = f"{mine * 1000:.0f} ms against {floor * 1000:.0f} ms"
    return [Result("start to a painted window", mine / floor, 1.5, "x", detail)]
