"""The examples in the guide to the command line work as they stand there."""

import re
import shlex
from pathlib import Path

import click
import pytest

from tests.cli.commands import all_commands
from tests.cli.conftest import Cli

DOCS = Path(__file__).parents[2] / "docs"
GUIDES = ("command-line.md", "command-line.zh-CN.md")


def examples(name: str) -> list[list[str]]:
    text = (DOCS / name).read_text(encoding="utf-8").replace("\\\n", "")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    lines = [shlex.split(line, comments=True) for block in blocks for line in block.splitlines()]
    return [line[1:] for line in lines if line]


@pytest.mark.slow
@pytest.mark.parametrize("name", GUIDES)
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
    called = {" ".join(words[:count]) for words in shown for count in (1, 2)}
    commands = {
        " ".join(words) for words, one in all_commands() if not isinstance(one, click.Group)
    }
    assert commands - called == set()


@pytest.mark.parametrize("name", GUIDES)
def test_every_option_is_in_the_guide(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    options = {
        (words, option)
        for words, command in all_commands()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    }
    assert {(words, option) for words, option in options if option not in text} == set()
