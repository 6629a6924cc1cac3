"""An installed wheel works outside the repository: resources and migrations travel with it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT],
        check=True,
        capture_output=True,
    )
    return next(folder.glob("*.whl"))


@pytest.mark.slow
def test_wheel_carries_every_resource_and_migration(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    listed = [
        path.relative_to(ROOT).as_posix()
        for folder in ("resources", "migrations")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    assert len(listed) > 20
    assert {f"app/_data/{name}" for name in listed} <= names
    assert not [name for name in names if name.startswith(("tests/", "resources/"))]


@pytest.mark.slow
def test_installed_wheel_makes_and_reports_a_workbook(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, "--target", site, wheel], check=True)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = {**os.environ, "PYTHONPATH": str(site)}

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "app", *arguments],
            cwd=elsewhere,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    where = subprocess.run(
        [sys.executable, "-c", "import app.paths; print(app.paths.resources())"],
        cwd=elsewhere,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert Path(where.strip()).is_relative_to(site)
    run(
        "new",
        "wb",
        "--region",
        "33",
        "--name",
        "试点",
        "--start",
        "2023-03-27",
        "--end",
        "2026-03-26",
    )
    run("answer", "wb", "N29-2.07", "--progress", "in-progress", "--narrative", "已启动")
    assert json.loads(run("status", "wb", "--json"))
    run("report", "wb", "--out", "out", "--format", "pdf", "--format", "xlsx", "--lang", "zh")
    assert {path.suffix for path in (elsewhere / "out").iterdir()} == {".pdf", ".xlsx"}
