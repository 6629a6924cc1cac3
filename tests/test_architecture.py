"""What import-linter's contracts in pyproject.toml do not say."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.views import pages
from tests.conftest import copy_of
from tests.sources import APP, ROOT, imports, parsed

NETWORK = {
    "PySide6.QtNetwork",
    "PySide6.QtWebEngineCore",
    "aiohttp",
    "asyncio",
    "ftplib",
    "http",
    "httpx",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.error",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
}
# Put together here, so that this file does not hold them.
FORBIDDEN_IN_CODE = ["process" + "Events"]
FORBIDDEN_ANYWHERE = ["/wo" + "rk/", "/.libr" + "ary", "../sha" + "red"]
TEXT_FILES = {
    ".py",
    ".md",
    ".toml",
    ".json",
    ".yaml",
    ".ts",
    ".qss",
    ".sh",
    ".mako",
    ".lock",
    ".txt",
}


def test_nothing_talks_to_a_network() -> None:
    for path, module in parsed(APP).items():
        for name in imports(module):
            parts = name.split(".")
            prefixes = {".".join(parts[:n]) for n in range(1, len(parts) + 1)}
            assert not prefixes & NETWORK, f"{path} imports {name}"


def test_migrations_stay_as_they_were_released() -> None:
    modules = parsed(ROOT / "migrations")
    assert modules
    for path, module in modules.items():
        for name in imports(module):
            assert name.split(".")[0] != "app", path


def test_only_one_file_knows_where_resources_are() -> None:
    for path in parsed(APP).keys() - {"app/paths.py"}:
        assert "__file__" not in (ROOT / path).read_text(encoding="utf-8"), path


@pytest.mark.parametrize(
    "module", ["app.cli", "app.cli.program", "app.services.workbooks", "app.reports.assemble"]
)
def test_without_a_window_there_is_no_qt(module: str) -> None:
    code = f"import sys, {module}; print([m for m in sys.modules if m.startswith('PySide6')])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_opening_a_workbook_imports_nothing_that_only_migrating_needs() -> None:
    code = (
        "import sys, app.services.workbooks, app.queries.overview;"
        "print([m for m in ('alembic', 'openpyxl', 'reportlab', 'docx') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


# Each takes longer than a page may: what draws, reads or writes files, and large tables of names.
SLOW = (
    "alembic",
    "docx",
    "lxml",
    "openpyxl",
    "PIL",
    "pypdfium2",
    "pypinyin",
    "reportlab",
    "yaml",
)
# Opens a workbook and every page of it. What runs beside the window has no part in opening it;
# the icons' library is loaded there as soon as the first page is painted.
OPEN_EVERY_PAGE = f"""
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from app.bootstrap import make_shell
from app.settings import Settings
from app.tasks.runner import Runner

Runner.compute = lambda *_: None
shell = make_shell([], Settings(Path(sys.argv[2])))
shell.start(Path(sys.argv[1]))
slow = ("qtawesome", *{SLOW!r})
for name in shell.window._titles:
    shell.window.show_page(name)
    QApplication.sendPostedEvents()
    shell.window.grab()
    print(name, *[module for module in slow if module in sys.modules])
    slow = {SLOW!r}
"""


def test_opening_every_page_imports_no_slow_library(filled_template: Path, tmp_path: Path) -> None:
    folder = copy_of(filled_template, tmp_path / "workbook")
    done = subprocess.run(
        [sys.executable, "-c", OPEN_EVERY_PAGE, str(folder), str(tmp_path / "settings.ini")],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:-1] == list(pages.ICONS)


def repository_files() -> Iterator[Path]:
    for folder, names, files in os.walk(ROOT):
        names[:] = [
            name
            for name in names
            if name not in ("build", "dist", "__pycache__")
            and (not name.startswith(".") or name == ".ci")
        ]
        yield from (Path(folder) / name for name in files if Path(name).suffix in TEXT_FILES)


def test_no_file_names_what_is_none_of_its_business() -> None:
    for file in repository_files():
        text = file.read_text(encoding="utf-8")
        words = FORBIDDEN_ANYWHERE + (FORBIDDEN_IN_CODE if file.suffix == ".py" else [])
        for word in words:
            assert word not in text, f"{file.relative_to(ROOT)} holds {word}"
