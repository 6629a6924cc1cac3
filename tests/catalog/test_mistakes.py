"""A catalogue with a mistake is refused with file, item and field."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from app.catalog.load import load_default_scheme, load_notice, notice_folder
from app.errors import EnvironmentProblem
from app.texts import sentence

Change = Callable[[Any], None]


@pytest.fixture(scope="module")
def articles() -> dict[str, str]:
    """Small files of the catalogue: each article with its first two items."""
    small = {}
    for file in notice_folder().glob("*.yaml"):
        data = yaml.safe_load(file.read_text(encoding="utf-8"))
        if "items" in data:
            del data["items"][2:]
        small[file.name] = yaml.safe_dump(data, allow_unicode=True)
    return small


@pytest.fixture
def folder(articles: dict[str, str], tmp_path: Path) -> Path:
    for name, text in articles.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def problem(folder: Path) -> EnvironmentProblem:
    with pytest.raises(EnvironmentProblem) as caught:
        load_notice(folder)
    return caught.value


def edit(file: Path, change: Change) -> None:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    change(data)
    file.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")


def item(change: Change) -> Change:
    """A change of the second item of an article."""
    return lambda data: change(data["items"][1])


def put(*path: Any, value: Any) -> Change:
    def change(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        data[path[-1]] = value

    return change


def drop(*path: Any) -> Change:
    def change(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        del data[path[-1]]

    return change


def test_the_small_catalogue_is_fine(folder: Path) -> None:
    assert len(load_notice(folder).requirements) == 16


SECOND = "N29-3.02"


@pytest.mark.parametrize(
    ("change", "code", "where", "field"),
    [
        (item(drop("title")), "missing-field", SECOND, "title"),
        (item(drop("guidance")), "missing-field", SECOND, "guidance"),
        (item(put("titel", value="x")), "unknown-field", SECOND, "titel"),
        (item(put("title", value="只有中文")), "wrong-type", SECOND, "title"),
        (item(drop("title", "en")), "not-bilingual", SECOND, "title"),
        (item(put("title", "de", value="x")), "not-bilingual", SECOND, "title"),
        (item(put("statement", "zh", value=" ")), "empty-text", SECOND, "statement.zh"),
        (item(put("statement", "en", value=3)), "empty-text", SECOND, "statement.en"),
        (item(drop("anchors", 3)), "wrong-count", SECOND, "anchors"),
        (item(put("anchors", 2, value="x")), "not-bilingual", SECOND, "anchors[3]"),
        (item(put("anchors", value="x")), "wrong-type", SECOND, "anchors"),
        (item(put("evidence", value=[])), "wrong-count", SECOND, "evidence"),
        (item(put("id", value="N29-3.03")), "wrong-id", "N29-3.03", "id"),
        (item(put("id", value="N29-2.02")), "wrong-id", "N29-2.02", "id"),
        (item(put("id", value="3.02")), "wrong-id", "3.02", "id"),
        (item(put("id", value=3.02)), "wrong-type", "3.02", "id"),
        (item(drop("id")), "missing-field", "#2", "id"),
        (put("items", 1, value="x"), "wrong-type", "-", "items[2]"),
        (put("items", value={}), "wrong-type", "-", "items"),
        (put("article", value=4), "wrong-number", "-", "article"),
        (put("article", value=True), "wrong-type", "-", "article"),
        (put("change", value="revolution"), "unknown-change", "-", "change"),
        (put("heading", value=None), "wrong-type", "-", "heading"),
        (drop("introduction"), "missing-field", "-", "introduction"),
        (put("note", value="x"), "unknown-field", "-", "note"),
    ],
)
def test_a_mistake_names_file_item_and_field(
    folder: Path, change: Change, code: str, where: str, field: str
) -> None:
    edit(folder / "article-3.yaml", change)
    error = problem(folder)
    assert error.code == f"catalog.{code}"
    assert error.params["file"] == "article-3.yaml"
    assert (error.params["item"], error.params["field"]) == (where, field)
    for words in (sentence(error, "zh"), sentence(error, "en")):
        assert "article-3.yaml" in words
        assert where in words
        assert field in words


@pytest.mark.parametrize("field", ["guidance", "title", "anchors"])
def test_two_items_may_not_share_a_text(folder: Path, field: str) -> None:
    def share(data: Any) -> None:
        data["items"][1][field] = data["items"][0][field]

    edit(folder / "article-3.yaml", share)
    error = problem(folder)
    assert error.code == "catalog.shared-text"
    assert (error.params["item"], error.params["other"]) == (SECOND, "N29-3.01")
    assert error.params["file"] == "article-3.yaml"


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        (drop("number"), "missing-field", "number"),
        (put("issued", value="2022-08"), "wrong-type", "issued"),
        (put("articles", value="8"), "wrong-type", "articles"),
        (put("articles", value=0), "empty-text", "articles"),
        (put("title", "zh", value=""), "empty-text", "title.zh"),
    ],
)
def test_mistakes_in_the_document(folder: Path, change: Change, code: str, field: str) -> None:
    edit(folder / "document.yaml", change)
    error = problem(folder)
    assert (error.code, error.params["file"]) == (f"catalog.{code}", "document.yaml")
    assert error.params["field"] == field


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "article-5.yaml").unlink()
    error = problem(folder)
    assert (error.code, error.params["file"]) == ("catalog.unreadable", "article-5.yaml")


@pytest.mark.parametrize(
    ("content", "line"),
    [(b"article: 3\nitems: [\n  - {", 3), (b"- a list", 1), (b"", 1), (b"\xff\xfe\xfa", 0)],
)
def test_a_file_that_is_no_yaml_is_named_with_its_line(
    folder: Path, content: bytes, line: int
) -> None:
    (folder / "article-3.yaml").write_bytes(content)
    error = problem(folder)
    assert (error.code, error.params["file"]) == ("catalog.unreadable", "article-3.yaml")
    assert error.params["line"] == line
    assert sentence(error, "zh")


def test_a_wrong_scoring_template_is_named(tmp_path: Path) -> None:
    file = tmp_path / "scheme.yaml"
    shutil.copyfile(notice_folder().parent / "scheme-default.yaml", file)
    assert load_default_scheme(file)
    edit(file, put("bands", 0, "minimum", value=10))
    with pytest.raises(EnvironmentProblem) as caught:
        load_default_scheme(file)
    assert caught.value.code == "catalog.scheme"
    assert "scheme.yaml" in sentence(caught.value, "zh")
