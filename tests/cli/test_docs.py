"""The examples in the guide to the command line work as they stand there."""

import re
import shlex
from pathlib import Path

import pytest

from app.cli.program import program
from tests.cli.conftest import Cli

DOCS = Path(__file__).parents[2] / "docs"


def examples(name: str) -> list[list[str]]:
    text = (DOCS / name).read_text(encoding="utf-8").replace("\\\n", "")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    lines = [shlex.split(line, comments=True) for block in blocks for line in block.splitlines()]
    return [line[1:] for line in lines if line]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["command-line.md", "command-line.zh-CN.md"])
def test_examples_work(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    for file in ("方案.pdf", "名单.xlsx"):
        Path(file).write_text(file, encoding="utf-8")
    Path("材料").mkdir()
    Path("材料", "2.08 实施方案.txt").write_text("正文", encoding="utf-8")
    shown = examples(name)
    for words in shown:
        outcome = cli(*(word.replace("/media/usb", str(tmp_path)) for word in words))
        assert outcome.code == (1 if words[0] == "check" else 0), (words, outcome.err)
    assert {words[0] for words in shown} == set(program.members)
