"""Names in a scheme that comes from a file are texts like all others: limited, without controls."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.catalog.load import load_default_scheme
from app.domain.limits import LABEL, TITLE
from app.domain.scheme import Scheme, scheme_as_dict
from app.domain.vocabulary import LANGUAGES, Text
from app.errors import UserError
from app.queries.profile import scheme
from app.services.profile import save_scheme
from app.services.scheme_file import read_scheme, write_scheme
from app.services.workbooks import Workbook
from app.texts import sentence


@pytest.fixture
def data() -> dict[str, Any]:
    return scheme_as_dict(load_default_scheme())


def read(data: dict[str, Any], folder: Path) -> Scheme:
    file = folder / "scheme.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return read_scheme(file)


@pytest.mark.parametrize("part", ["levels", "bands"])
@pytest.mark.parametrize("label", ["", " \t", "字" * (LABEL + 1)])
def test_a_label_that_is_empty_or_too_long_is_refused(
    data: dict[str, Any], tmp_path: Path, part: str, label: str
) -> None:
    data[part][0]["label"]["en"] = label
    with pytest.raises(UserError) as caught:
        read(data, tmp_path)
    assert caught.value.code == "scheme.labels"
    assert all(str(LABEL) in sentence(caught.value, language) for language in LANGUAGES)


def test_a_name_that_is_too_long_is_refused(data: dict[str, Any], tmp_path: Path) -> None:
    data["name"]["zh"] = "字" * TITLE
    assert read(data, tmp_path).name.zh == "字" * TITLE
    data["name"]["zh"] += "字"
    with pytest.raises(UserError) as caught:
        read(data, tmp_path)
    assert caught.value.code == "scheme.labels"


def test_no_control_characters_come_in(data: dict[str, Any], tmp_path: Path) -> None:
    data["levels"][1]["label"]["zh"] = " 起\x07\n步\x00 "
    assert read(data, tmp_path).levels[1].label.zh == "起 步"


def test_what_is_saved_and_handed_on_is_clean(workbook: Workbook, tmp_path: Path) -> None:
    given = replace(load_default_scheme(), name=Text("方\x01案\n甲", "A"))
    save_scheme(workbook, given)
    assert scheme(workbook).name.zh == "方案 甲"
    write_scheme(given, tmp_path / "x.json")
    assert read_scheme(tmp_path / "x.json") == scheme(workbook)
