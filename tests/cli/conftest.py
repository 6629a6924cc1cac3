"""Command lines carried out in this process, with their exit code and what they said."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from app.cli.program import run
from tests.conftest import copy_of

TODAY = date(2025, 7, 1)


class Program:
    """The program as click's runner calls it."""

    name = "four-changes"

    def main(self, args: list[str], prog_name: str, **_: Any) -> None:
        sys.exit(run(args, TODAY))


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Cli = Callable[..., Outcome]


@pytest.fixture
def cli() -> Cli:
    """`cli("status", folder)` says what came out; in Chinese unless --lang is given."""

    def call(*words: object) -> Outcome:
        arguments = [str(word) for word in words]
        if "--lang" not in arguments:
            arguments += ["--lang", "zh"]
        result = CliRunner().invoke(Program(), arguments)  # type: ignore[arg-type]
        return Outcome(result.exit_code, result.stdout, result.stderr)

    return call


@pytest.fixture
def empty(empty_template: Path, tmp_path: Path) -> Path:
    """The folder of a closed, fresh workbook."""
    return copy_of(empty_template, tmp_path / "empty")


@pytest.fixture
def folder(filled_template: Path, tmp_path: Path) -> Path:
    """The folder of a closed workbook with answers and evidence."""
    return copy_of(filled_template, tmp_path / "folder")
