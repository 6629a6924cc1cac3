"""A library with a mistake is refused with file, item and field."""

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.catalog.load import load_notice
from app.catalog.load_library import library_folder, load_library
from app.errors import EnvironmentProblem
from app.texts import sentence
from tests.catalog.test_mistakes import Change, drop, edit, put

REQUIREMENTS = tuple(item.id for item in load_notice().requirements)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(library_folder(), tmp_path / "library")
    return tmp_path / "library"


def add(name: str, row: dict[str, Any]) -> Change:
    return lambda data: data[name].append(row)


WHY = {"zh": "因为", "en": "because"}


@pytest.mark.parametrize(
    ("file", "change", "code", "where", "field"),
    [
        ("outline", drop("note"), "missing-field", "-", "note"),
        ("outline", put("kind", value="plan"), "unknown-word", "-", "kind"),
        ("outline", put("chapters", 0, "number", value=2), "wrong-number", "2", "number"),
        (
            "outline",
            put("chapters", 0, "clauses", 1, "id", value="OUT-03"),
            "wrong-id",
            "OUT-03",
            "id",
        ),
        (
            "outline",
            put("chapters", 1, "clauses", 0, "wording", value="sure"),
            "unknown-word",
            "OUT-03",
            "wording",
        ),
        ("outline", put("goals", 1, "year", value=2025), "wrong-id", "OUT-G2035", "id"),
        ("key-points-2023", drop("sections", 0, "tasks", 4), "wrong-id", "KP23-06", "id"),
        (
            "key-points-2023",
            drop("sections", 0, "tasks", 1, "summary", "en"),
            "not-bilingual",
            "KP23-02",
            "summary",
        ),
        ("shanghai", put("targets", 0, "id", value="CQ-T1"), "wrong-id", "CQ-T1", "id"),
        ("chongqing", put("tasks", 0, "titel", value="x"), "unknown-field", "CQ-1", "titel"),
        (
            "indicators",
            put("indicators", 1, "id", value="IND-OUT-1"),
            "repeated",
            "IND-OUT-1",
            "id",
        ),
        (
            "indicators",
            put("indicators", 0, "unit", value="metre"),
            "unknown-word",
            "IND-OUT-1",
            "unit",
        ),
        (
            "indicators",
            put("indicators", 0, "target", value=120),
            "out-of-range",
            "IND-OUT-1",
            "target",
        ),
        (
            "indicators",
            put("indicators", 0, "target", value="50"),
            "wrong-type",
            "IND-OUT-1",
            "target",
        ),
        (
            "indicators",
            put("indicators", 0, "clause", value="OUT-36"),
            "dangling",
            "IND-OUT-1",
            "clause",
        ),
        (
            "indicators",
            put("indicators", 4, "plan_target", value="SH-T10"),
            "dangling",
            "IND-SH-1",
            "plan_target",
        ),
        (
            "references",
            put("references", 0, "requirement", value="N29-9.01"),
            "dangling",
            "N29-9.01",
            "requirement",
        ),
        (
            "references",
            put("references", 0, "clause", value="OUT-99"),
            "dangling",
            "N29-1.01",
            "clause",
        ),
        (
            "references",
            add("references", {"requirement": "N29-1.01", "why": WHY}),
            "wrong-count",
            "N29-1.01",
            "requirement",
        ),
        (
            "references",
            add("references", {"requirement": "N29-1.01", "clause": "OUT-34", "why": WHY}),
            "repeated",
            "-",
            "references[453]",
        ),
        ("references", put("unmatched", value=[]), "uncovered", "-", "unmatched"),
        (
            "references",
            add("unmatched", {"requirement": "N29-1.01", "why": WHY}),
            "uncovered",
            "-",
            "unmatched",
        ),
    ],
)
def test_a_mistake_names_file_item_and_field(
    folder: Path, file: str, change: Change, code: str, where: str, field: str
) -> None:
    edit(folder / f"{file}.yaml", change)
    with pytest.raises(EnvironmentProblem) as caught:
        load_library(folder, REQUIREMENTS)
    error = caught.value
    assert (error.code, error.params["file"]) == (f"catalog.{code}", f"{file}.yaml")
    assert (error.params["item"], error.params["field"]) == (where, field)
    for words in (sentence(error, "zh"), sentence(error, "en")):
        assert f"{file}.yaml" in words
        assert field in words


def test_a_key_point_that_nothing_refers_to_is_named(folder: Path) -> None:
    file = folder / "references.yaml"
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    data["references"] = [row for row in data["references"] if row.get("key_point") != "KP23-61"]
    file.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
    with pytest.raises(EnvironmentProblem) as caught:
        load_library(folder, REQUIREMENTS)
    assert caught.value.code == "catalog.uncovered"
    assert "KP23-61" in sentence(caught.value, "zh")
