"""Help, usage errors, languages, and what happens when something unexpected goes wrong."""

import re
from pathlib import Path

import pytest

from app import paths
from app.cli import program
from tests.cli.commands import all_commands
from tests.cli.conftest import Cli

COMMANDS = [" ".join(words) for words, _ in all_commands()]
HAN = re.compile("[一-鿿]")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_the_language(cli: Cli, command: str) -> None:
    chinese = cli(*command.split(), "--help", "--lang", "zh")
    english = cli(*command.split(), "--help", "--lang=en", "--lang", "en")
    assert chinese.code == english.code == 0
    assert chinese.out.startswith(f"用法：four-changes {command} ")
    assert english.out.startswith(f"Usage: four-changes {command} ")
    assert not HAN.search(english.out)
    # Every option is explained in Chinese, if only on the line after a long one.
    options = re.split(r"\n  (?=--)", chinese.out.split("选项：")[1])
    assert all(HAN.search(option) for option in options[1:])
    # An option with all that it takes is not broken.
    lines = [line for line in english.out.splitlines() if not line.startswith("  --")]
    assert all(len(line) <= 100 for line in lines)


def test_help_lists_every_command(cli: Cli) -> None:
    out = cli("--help").out
    assert all(f"\n  {name} " in out for name in program.program.members)


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("nonsense",), "没有“nonsense”这个命令"),
        (("--nonsense",), "没有“--nonsense”这个选项"),
        (("evidence", "nonsense"), "没有“nonsense”这个命令"),
        (("status",), "缺少参数：工作簿文件夹"),
        (("status", "a", "b"), "多出了参数“b”"),
        (("status", "a", "--json=yes"), "选项 --json 不带值"),
        (("new", "a", "--name"), "选项 --name 后面缺少值"),
        (("new", "a", "--name", "b"), "缺少选项 --region"),
        (("evidence", "add", "a", "--requirement", "b"), "缺少参数：文件"),
        (("answer", "a", "b", "--progress", "x"), "not-started、in-progress、done、not-applicable"),
        (("history", "a", "--limit", "0"), "选项 --limit 的值不对"),
    ],
)
def test_usage_errors_are_sentences(cli: Cli, words: tuple[str, ...], part: str) -> None:
    # The language first: the end may be the mistake.
    outcome = cli("--lang", "zh", *words)
    assert (outcome.code, outcome.out) == (2, "")
    assert part in outcome.err
    assert "查看说明：four-changes" in outcome.err
    english = cli("--lang", "en", *words)
    assert english.code == 2
    assert not HAN.search(english.err)


def test_a_wrong_language(cli: Cli) -> None:
    outcome = cli("catalog", "--lang", "fr")
    assert outcome.code == 2
    assert "zh" in outcome.err


def test_groups_without_a_command_show_their_help(cli: Cli) -> None:
    outcome = cli("--lang", "zh", "evidence")
    assert outcome.code == 2
    assert "用法：four-changes evidence" in outcome.err


def test_the_language_of_the_system(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    # After "--" --lang is a word like any other; so the system's language is used.
    assert "多出了参数" in cli("demo", "--", "x", "--lang").err
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    assert "is one too many" in cli("demo", "--", "x", "--lang").err


def test_a_bug_is_told_in_a_sentence_and_logged(
    cli: Cli, folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log = tmp_path / "logs" / "log.txt"
    monkeypatch.setattr(paths, "log_file", lambda: log)

    def fail(*_: object) -> None:
        raise ZeroDivisionError("a bug of ours")

    monkeypatch.setattr("app.cli.checking.run_check", fail)
    outcome = cli("check", folder)
    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err == f"程序内部出错，技术细节已记入：{log}\n"
    assert "ZeroDivisionError: a bug of ours" in log.read_text(encoding="utf-8")
    # Where no log can be written, the sentence says what there is to say.
    monkeypatch.setattr(paths, "log_file", lambda: folder / "workbook.sqlite" / "log.txt")
    outcome = cli("check", folder)
    assert outcome.code == 3
    assert "a bug of ours" in outcome.err
