"""The program as a process: exit codes, encodings, no display, and no Qt."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Cli

# Runs the program and says at the end, on standard error, whether Qt or a heavy library was loaded.
WATCHED = """
import sys
from app.__main__ import main
try:
    code = main()
except SystemExit as stop:
    code = stop.code
heavy = ("PySide6", "shiboken6", "qtpy", "sqlalchemy", "alembic", "openpyxl", "reportlab", "docx")
print("LOADED", *(name for name in heavy if name in sys.modules), file=sys.stderr)
sys.exit(code)
"""


def run(
    *words: object, watched: bool = False, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    start = ["-c", WATCHED] if watched else ["-m", "app"]
    removed = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LC_ALL", "PYTHONIOENCODING")
    kept = {name: value for name, value in os.environ.items() if name not in removed}
    return subprocess.run(
        [sys.executable, *start, *map(str, words)],
        env=kept | environment,
        capture_output=True,
        check=False,
        timeout=120,
    )


def loaded(process: subprocess.CompletedProcess[bytes]) -> set[str]:
    last = process.stderr.decode().splitlines()[-1]
    assert last.startswith("LOADED"), process.stderr.decode()
    return set(last.split()[1:])


def test_exit_codes(folder: Path, tmp_path: Path) -> None:
    assert run("status", folder).returncode == 0
    assert run("check", folder).returncode == 1
    assert run("status", tmp_path / "nowhere").returncode == 2
    assert run("status").returncode == 2
    (tmp_path / "workbook.sqlite").write_bytes(b"half")
    assert run("status", tmp_path).returncode == 3


def test_without_display_and_arguments_there_is_a_sentence() -> None:
    process = run(LANG="zh_CN.UTF-8")
    assert process.returncode == 3
    assert process.stdout == b""
    assert process.stderr.decode().startswith("当前环境没有显示器")


@pytest.mark.slow
def test_no_command_loads_qt(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "file.txt"
    file.write_text("evidence")
    commands: list[tuple[object, ...]] = [
        ("--help",),
        ("catalog", "--json"),
        ("new", tmp_path / "new", "--region", "33", "--name", "x"),
        ("profile", folder),
        ("status", folder),
        ("answer", folder, "N29-1.01", "--level", "3"),
        ("evidence", "add", folder, file, "--requirement", "N29-1.01"),
        ("evidence", "list", folder),
        ("check", folder),
        ("verify", folder),
        ("history", folder),
        ("undo", folder),
        ("backup", folder, tmp_path / "backup.zip"),
        ("restore", tmp_path / "backup.zip", tmp_path / "restored"),
        ("report", folder, "--out", tmp_path / "out"),
        ("demo", tmp_path / "demo", "--lang", "en"),
    ]
    for words in commands:
        process = run(*words, watched=True)
        assert process.returncode in (0, 1), process.stderr.decode()
        assert not loaded(process) & {"PySide6", "shiboken6", "qtpy"}, words


@pytest.mark.parametrize(
    ("words", "allowed"),
    [
        (("--help",), set()),
        (("catalog",), set()),
        (("status", "FOLDER"), {"sqlalchemy"}),
        (("answer", "FOLDER", "N29-1.01", "--level", "2"), {"sqlalchemy"}),
    ],
)
def test_only_what_a_command_needs_is_loaded(
    folder: Path, words: tuple[str, ...], allowed: set[str]
) -> None:
    process = run(*(folder if word == "FOLDER" else word for word in words), watched=True)
    assert process.returncode == 0
    assert loaded(process) <= allowed


@pytest.mark.parametrize("encoding", ["gbk", "cp1252"])
def test_a_console_that_has_not_every_character(cli: Cli, folder: Path, encoding: str) -> None:
    cli("answer", folder, "N29-2.07", "--narrative", "好\U0001f600 𬱖")
    process = run("answer", folder, "N29-2.07", "--lang", "zh", PYTHONIOENCODING=encoding)
    assert process.returncode == 0, process.stderr
    assert "N29-2.07" in process.stdout.decode(encoding)
    # JSON is UTF-8 whatever the console is.
    process = run("answer", folder, "N29-2.07", "--json", PYTHONIOENCODING=encoding)
    assert json.loads(process.stdout.decode("utf-8"))["narrative"] == "好\U0001f600 𬱖"


@pytest.mark.skipif(os.name == "nt", reason="file names are text on Windows")
def test_a_file_name_that_is_no_text(folder: Path, tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\xfe.txt"
    with open(name, "wb") as file:  # noqa: PTH123
        file.write(b"content")
    for option in ([], ["--json"]):
        words = ("evidence", "add", folder, name, "--requirement", "N29-1.01", *option)
        process = subprocess.run(
            [sys.executable, "-m", "app", *words],
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert process.returncode == 0, process.stderr


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("words", ["catalog --json", "catalog", "--help"])
@pytest.mark.parametrize("reader", ["head -c 1", "true"])
def test_a_reader_that_stops_early_is_no_error(words: str, reader: str) -> None:
    command = f'"{sys.executable}" -m app {words} | {reader} >&2; echo "${{PIPESTATUS[0]}}"'
    process = subprocess.run(
        ["bash", "-c", command], capture_output=True, check=False, text=True, timeout=120
    )
    assert process.stdout == "0\n"
    assert len(process.stderr) <= 1


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C can't be sent to one process there")
def test_ctrl_c_leaves_nothing_behind(tmp_path: Path) -> None:
    place = tmp_path / "demo"
    words = [sys.executable, "-m", "app", "demo", str(place), "--lang", "en"]
    # Where the tests run in the background of a shell, Ctrl-C is switched off for all they start.
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    finally:
        signal.signal(signal.SIGINT, before)
    with process:
        while process.poll() is None and not list(place.glob(".sample-*/*/evidence/??")):
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=120)
    assert (process.returncode, out, err) == (130, b"", b"Stopped.\n")
    assert list(place.iterdir()) == []


def test_ctrl_c_in_generated_code_gives_our_exit_code(tmp_path: Path) -> None:
    (tmp_path / "stopped.py").write_text(
        "import sys\n"
        "from datetime import date\n"
        "from app.cli import program\n"
        "program.program.invoke = lambda context: exec('raise KeyboardInterrupt')\n"
        "sys.exit(program.run(['catalog', '--lang', 'en'], date(2025, 6, 1)))\n"
    )
    words = [sys.executable, "-m", "stopped"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    result = subprocess.run(
        words, check=False, capture_output=True, cwd=tmp_path, env=environment, timeout=120
    )
    assert (result.returncode, result.stderr) == (130, b"Stopped.\n")
