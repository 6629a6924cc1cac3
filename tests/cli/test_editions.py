"""`catalog diff` and `catalog upgrade`."""

from pathlib import Path

import pytest

from app.catalog.load import load_edition
from app.domain.editions import Maps
from tests.cli.conftest import Cli
from tests.editions import edition, write

FIRST = edition("1", {f"N29-1.0{n}": f"甲{n}" for n in range(1, 6)})
SECOND = edition(
    "2",
    {"N29-1.01": "甲1", "N29-1.03": "甲2", "N29-1.05": "新", "N29-2.01": "拆1", "N29-2.02": "拆2"},
    Maps("1", renamed={"N29-1.02": "N29-1.03"}, split={"N29-1.04": ("N29-2.01", "N29-2.02")}),
)


@pytest.fixture
def editions(tmp_path: Path) -> tuple[Path, Path]:
    return write(FIRST, tmp_path / "一"), write(SECOND, tmp_path / "二")


def test_an_edition_is_read_as_it_was_written(editions: tuple[Path, Path]) -> None:
    assert [load_edition(folder) for folder in editions] == [FIRST, SECOND]
    assert load_edition(editions[1] / "document.yaml") == SECOND


def test_what_an_edition_changes(cli: Cli, editions: tuple[Path, Path]) -> None:
    outcome = cli("catalog", "diff", *editions)
    assert outcome.code == 0
    assert "改号  N29-1.02 → N29-1.03" in outcome.out
    assert "拆分  N29-1.04 → N29-2.01 N29-2.02" in outcome.out
    assert "删除  N29-1.03" in outcome.out
    assert "修改  N29-1.05" in outcome.out
    assert "1 版 → 2 版" in outcome.out
    data = cli("catalog", "diff", *editions, "--json").json
    assert data["counts"] == {
        "same": 1,
        "edited": 1,
        "renamed": 1,
        "split": 1,
        "merged": 0,
        "added": 0,
        "removed": 1,
    }
    assert (data["from"], data["to"], data["applied"]) == ("1", "2", False)
    edited = next(row for row in data["changes"] if row["kind"] == "edited")
    assert edited["before"][0]["statement"]["zh"] == "文 甲5-1"
    assert edited["after"][0]["statement"]["zh"] == "文 新-1"
    assert edited["to_review"]


def test_nothing_changes_without_apply(cli: Cli, folder: Path, editions: tuple[Path, Path]) -> None:
    before = cli("answer", folder, "N29-1.01", "--json").json
    outcome = cli("catalog", "upgrade", folder, "--to", editions[0], "--json")
    assert outcome.json["counts"]["removed"] == 83
    assert cli("answer", folder, "N29-1.01", "--json").json == before


def test_taking_over_and_back(cli: Cli, folder: Path, editions: tuple[Path, Path]) -> None:
    assert cli("catalog", "upgrade", folder, "--to", editions[0], "--apply").code == 0
    outcome = cli("catalog", "upgrade", folder, "--to", editions[1], "--apply")
    assert outcome.code == 0
    assert "已采用" in outcome.out
    answer = cli("answer", folder, "N29-1.01", "--json").json
    assert answer["narrative"].startswith("省委")
    assert answer["review"]["version"] == "1.0"
    shown = cli("answer", folder, "N29-1.01").out
    assert "表述已随目录版本变化" in shown
    assert "1.0 版 N29-1.01 的表述：" in shown
    assert cli("answer", folder, "N29-1.01", "--reviewed", "--json").json["review"] is None
    retired = cli("answer", folder, "N29-2.07@1.0", "--json").json
    assert retired["retired"]
    assert retired["narrative"].startswith("团体标准")
    assert "已不在现行目录中" in cli("answer", folder, "N29-2.07@1.0", "--level", "1").err
    for _ in range(3):
        assert cli("undo", folder).code == 0
    assert len(cli("status", folder, "--json").json["requirements"]) == 88
    assert cli("verify", folder).code == 0


def test_editions_that_do_not_fit(
    cli: Cli, folder: Path, editions: tuple[Path, Path], tmp_path: Path
) -> None:
    outcome = cli("catalog", "upgrade", folder, "--to", editions[1])
    assert outcome.code == 2
    assert "承接 1 版" in outcome.err
    assert cli("catalog", "diff", tmp_path / "nowhere", "builtin").code == 2
    (editions[1] / "article-1.yaml").write_text("items: [", encoding="utf-8")
    outcome = cli("catalog", "diff", "builtin", editions[1])
    assert outcome.code == 3
    assert "article-1.yaml" in outcome.err


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ("renamed: {N29-1.02: N29-1.03}", "from"),
        ('from: "1"\n  moved: {}', "moved"),
        ('from: "1"\n  renamed: [N29-1.02]', "renamed"),
        ('from: "1"\n  renamed: {N29-1.02: [N29-1.03]}', "renamed"),
        ('from: "1"\n  split: {N29-1.02: N29-1.03}', "split"),
        ('from: "1"\n  split: {N29-1.02: [N29-1.03]}', "split"),
        ('from: "1"\n  merged: {N29-1.02: [N29-1.03, N29-1.03]}', "merged"),
    ],
)
def test_maps_that_cannot_be_read(
    cli: Cli, editions: tuple[Path, Path], changes: str, field: str
) -> None:
    file = editions[0] / "document.yaml"
    file.write_text(file.read_text(encoding="utf-8") + f"changes:\n  {changes}\n", encoding="utf-8")
    outcome = cli("catalog", "diff", "builtin", editions[0])
    assert outcome.code == 3
    assert "document.yaml" in outcome.err
    assert field in outcome.err
