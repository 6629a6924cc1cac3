"""Templates are made, changed, imported, exported and removed beside their choice."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.domain.report_template import ReportTemplate, SectionChoice, TemplateLanguage
from app.domain.vocabulary import Stage, Text
from app.queries.report_texts import template, templates
from app.services.templates import read_template, save_template
from app.services.undo import undo
from app.views.desk import Desk
from app.views.reports.page import ReportsPage
from app.views.reports.template_dialog import TemplateDialog


@pytest.fixture
def page(filled_desk: Desk, qtbot: QtBot) -> ReportsPage:
    page = ReportsPage(filled_desk)
    qtbot.addWidget(page)
    filled_desk.data_changed.connect(page.refresh)
    page.refresh()
    page.show()
    return page


def dialog_of(page: ReportsPage) -> TemplateDialog:
    dialog = page.findChild(TemplateDialog)
    assert dialog is not None
    return dialog


def settled(qtbot: QtBot, page: ReportsPage) -> None:
    with qtbot.waitSignal(page.desk.runner.idle):
        page.desk.runner.write(lambda: None, lambda _: None, page.desk.problem.emit)


def test_one_is_made_out_of_the_usual(qtbot: QtBot, page: ReportsPage) -> None:
    assert not page.choices.templates.edit.isEnabled()
    page.choices.templates.new.trigger()
    dialog = dialog_of(page)
    ok = dialog.buttons.buttons()[0]
    assert not ok.isEnabled()
    dialog.name.editor.setText("简版")  # type: ignore[union-attr]
    assert ok.isEnabled()
    dialog.language.set_value(TemplateLanguage.BOTH)
    dialog.stage.set_value(Stage.FINAL)
    dialog.sign_off.setChecked(False)
    # The third section goes to the top, the last ones are left out.
    dialog.sections.setCurrentRow(2)
    dialog.up.click()
    dialog.up.click()
    assert not dialog.up.isEnabled()
    for row in range(3, dialog.sections.count()):
        dialog.sections.item(row).setCheckState(Qt.CheckState.Unchecked)
    dialog.own.click()
    assert not ok.isEnabled()
    for language, text in (("zh", "宣传情况"), ("en", "Publicity")):
        line = dialog.headings[language]  # type: ignore[index]
        line.setText(text)
        line.textEdited.emit(text)
    assert ok.isEnabled()
    ok.click()
    settled(qtbot, page)
    assert template(page.desk.workbook, "简版") == ReportTemplate(
        "简版",
        TemplateLanguage.BOTH,
        Stage.FINAL,
        sign_off=False,
        sections=(
            SectionChoice("changes"),
            SectionChoice("basics"),
            SectionChoice("organisation"),
            SectionChoice("own-1", Text("宣传情况", "Publicity")),
        ),
    )
    qtbot.waitUntil(lambda: page.choices.template.value() == "简版")
    request = page.choices.request()
    assert request is not None
    assert (request.stage, request.languages) == (Stage.FINAL, ("zh", "en"))


def test_a_heading_needs_both_languages(page: ReportsPage) -> None:
    page.choices.templates.new.trigger()
    dialog = dialog_of(page)
    dialog.name.editor.setText("甲")  # type: ignore[union-attr]
    ok = dialog.buttons.buttons()[0]
    line = dialog.headings["zh"]
    assert line.placeholderText() == "试点基本情况"
    assert dialog.headings["en"].placeholderText() == "The pilot"
    line.setText("概况")
    line.textEdited.emit("概况")
    assert not ok.isEnabled()
    line.setText("")
    line.textEdited.emit("")
    assert ok.isEnabled()
    assert dialog.template().sections[0] == SectionChoice("basics")


def test_one_is_changed_exported_removed_and_imported(
    qtbot: QtBot, page: ReportsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook, file = page.desk.workbook, tmp_path / "简版.json"
    save_template(workbook, ReportTemplate("简版"))
    page.refresh()
    page.choices.template.setCurrentIndex(1)
    page.choices.templates.edit.trigger()
    dialog_of(page).cover.setChecked(False)
    dialog_of(page).accept()
    settled(qtbot, page)
    assert not template(workbook, "简版").cover
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    with qtbot.waitSignal(page.desk.message):
        page.choices.templates.write.trigger()
    assert read_template(file) == template(workbook, "简版")
    page.choices.templates.remove.trigger()
    settled(qtbot, page)
    assert templates(workbook) == []
    assert page.choices.template.value() == ""
    page.choices.templates.read.trigger()
    settled(qtbot, page)
    assert [one.name for one in templates(workbook)] == ["简版"]
    file.write_text("{}", encoding="utf-8")
    with qtbot.waitSignal(page.desk.problem):
        page.choices.templates.read.trigger()
    undo(workbook)
    assert templates(workbook) == []
