"""Texts of the report's sections, and its templates."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.report_sections import Section
from app.domain.report_template import (
    USUAL_TEMPLATE,
    SectionChoice,
    TemplateLanguage,
    template_as_dict,
)
from app.domain.vocabulary import Stage, Text
from app.errors import UserError
from app.queries.report_texts import report_texts, template, templates, text_of
from app.services.report_texts import set_text
from app.services.templates import (
    read_template,
    remove_template,
    save_template,
    write_template,
)
from app.services.undo import redo, undo
from app.services.workbooks import Workbook

SHORT = replace(
    USUAL_TEMPLATE,
    name="简版",
    language=TemplateLanguage.BOTH,
    stage=Stage.FINAL,
    title=Text("终期总结", "Final summary"),
    sign_off=False,
    sections=(
        SectionChoice("next-steps"),
        SectionChoice("own-publicity", Text("宣传情况", "Publicity")),
        SectionChoice("basics", Text("概况", "Profile")),
    ),
)


def test_a_text_is_kept_changed_and_taken_away(workbook: Workbook) -> None:
    set_text(workbook, "basics", "zh", " 第一段\r\n第二段\x00 ")
    set_text(workbook, "basics", "en", "In English.")
    texts = report_texts(workbook)
    assert [(one.section, one.language, one.text) for one in texts] == [
        ("basics", "en", "In English."),
        ("basics", "zh", "第一段\n第二段"),
    ]
    assert not set_text(workbook, "basics", "zh", "第一段\n第二段")
    set_text(workbook, "basics", "en", "")
    assert text_of(report_texts(workbook), "basics", "en") == "第一段\n第二段"
    undo(workbook)
    assert text_of(report_texts(workbook), "basics", "en") == "In English."
    redo(workbook)
    assert text_of(report_texts(workbook), "changes", "zh") == ""


def test_an_empty_text_that_never_was_changes_nothing(workbook: Workbook) -> None:
    assert not set_text(workbook, "problems", "zh", "  ")


@pytest.mark.parametrize("section", ["annex-scores", "other", "", "own-", "own-大"])
def test_only_sections_take_texts(workbook: Workbook, section: str) -> None:
    with pytest.raises(UserError, match=r"section\.unknown"):
        set_text(workbook, section, "zh", "x")


def test_texts_have_a_limit(workbook: Workbook) -> None:
    set_text(workbook, "own-publicity", "zh", "字" * 20_000)
    with pytest.raises(UserError, match=r"field\.too-long"):
        set_text(workbook, "own-publicity", "zh", "字" * 20_001)


def test_templates_are_kept_by_their_names(workbook: Workbook, tmp_path: Path) -> None:
    save_template(workbook, SHORT)
    assert template(workbook, "简版") == SHORT
    assert not save_template(workbook, SHORT)
    save_template(workbook, replace(SHORT, stage=None))
    assert [one.stage for one in templates(workbook)] == [None]
    undo(workbook)
    file = tmp_path / "模板.json"
    write_template(template(workbook, "简版"), file)
    assert [path.name for path in tmp_path.glob("*.json")] == ["模板.json"]
    remove_template(workbook, "简版")
    assert templates(workbook) == []
    save_template(workbook, read_template(file))
    assert template(workbook, "简版") == SHORT
    with pytest.raises(UserError, match=r"template\.unknown"):
        remove_template(workbook, "别的")
    with pytest.raises(UserError, match=r"template\.unknown"):
        template(workbook, "别的")
    with pytest.raises(UserError, match=r"template\.name"):
        save_template(workbook, replace(SHORT, name=" "))


def test_the_usual_template_has_every_section(workbook: Workbook) -> None:
    save_template(workbook, replace(USUAL_TEMPLATE, name="通用"))
    assert [one.key for one in template(workbook, "通用").sections] == list(Section)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xff\xfe{", "template.unreadable"),
        (b"{", "template.unreadable"),
        (b"[" * 100_000, "template.unreadable"),
        (b" " * (1024 * 1024 + 1), "template.unreadable"),
        (b"[]", "template.type"),
        (b"{}", "template.missing"),
    ],
)
def test_files_that_are_no_templates(tmp_path: Path, content: bytes, code: str) -> None:
    file = tmp_path / "t.json"
    file.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_template(file)
    assert caught.value.code == code


def test_a_file_with_a_mark_of_byte_order_is_read(tmp_path: Path) -> None:
    file = tmp_path / "t.json"
    file.write_text(json.dumps(template_as_dict(SHORT)), encoding="utf-8-sig")
    assert read_template(file) == SHORT


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"template\.no-file"):
        read_template(tmp_path / "x.json")
    with pytest.raises(UserError, match=r"template\.no-file"):
        read_template(tmp_path)
