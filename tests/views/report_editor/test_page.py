"""The report editor: what is written is saved and shown on its pages."""

import pytest
from pytestqt.qtbot import QtBot

from app.domain.report_sections import Section
from app.domain.report_template import ReportTemplate, SectionChoice
from app.domain.vocabulary import Text
from app.errors import EnvironmentProblem
from app.queries.practices import practice, practices
from app.queries.report_texts import report_texts, text_of
from app.services.practices import add_practice
from app.services.report_texts import set_text
from app.services.templates import save_template
from app.services.undo import undo
from app.views.desk import Desk
from app.views.evidence.picker import Pick, Picker
from app.views.report_editor import writing
from app.views.report_editor.page import ReportEditorPage
from app.views.report_editor.practice_dialog import PracticeDialog


@pytest.fixture
def page(qtbot: QtBot, filled_desk: Desk) -> ReportEditorPage:
    made = ReportEditorPage(filled_desk)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    filled_desk.data_changed.connect(made.refresh)
    made.refresh()
    qtbot.waitUntil(lambda: made.sections.count() > 0)
    return made


def settled(qtbot: QtBot, page: ReportEditorPage) -> None:
    """Wait until everything is written and read again."""
    with qtbot.waitSignal(page.desk.runner.idle):
        page.desk.runner.write(lambda: None, lambda _: None, page.desk.problem.emit)
    qtbot.waitUntil(lambda: not page._reading.busy)


def type_in(page: ReportEditorPage, text: str) -> None:
    page.writing.text.editor.setFocus()
    page.writing.text.editor.setPlainText(text)  # type: ignore[union-attr]


def shown(page: ReportEditorPage) -> list[str]:
    return [page.sections.item(row).text() for row in range(page.sections.count())]


def saved(page: ReportEditorPage, section: str, language: str = "zh") -> str:
    return text_of(report_texts(page.desk.workbook), section, language)


def test_what_is_written_saves_itself_and_is_marked(qtbot: QtBot, page: ReportEditorPage) -> None:
    assert shown(page)[:2] == ["试点基本情况", "组织领导和体制机制"]
    type_in(page, "本省的正文。")
    qtbot.waitUntil(lambda: saved(page, "basics") == "本省的正文。")
    settled(qtbot, page)
    assert shown(page)[0] == "✓ 试点基本情况"
    assert not page.unsaved()
    undo(page.desk.workbook)
    page.refresh()
    qtbot.waitUntil(lambda: page.writing.text.text() == "")


def test_leaving_a_section_saves_it(qtbot: QtBot, page: ReportEditorPage) -> None:
    type_in(page, "还没有停顿")
    page.sections.setCurrentRow(5)
    settled(qtbot, page)
    assert saved(page, "basics") == "还没有停顿"
    assert page.writing.text.text() == ""
    assert page.writing.heading.text() == "存在问题"
    page.sections.setCurrentRow(0)
    assert page.writing.text.text() == "还没有停顿"


def test_each_language_has_its_text(qtbot: QtBot, page: ReportEditorPage) -> None:
    set_text(page.desk.workbook, "basics", "zh", "中文")
    page.refresh()
    qtbot.waitUntil(lambda: page.writing.text.text() == "中文")
    page.language.setCurrentIndex(1)
    assert page.writing.text.text() == ""
    type_in(page, "In English")
    page.flush()
    settled(qtbot, page)
    assert (saved(page, "basics"), saved(page, "basics", "en")) == ("中文", "In English")


def test_the_pages_show_what_is_saved(qtbot: QtBot, page: ReportEditorPage) -> None:
    qtbot.waitUntil(lambda: page.preview.rendered, timeout=30_000)
    before = page.preview.pages[0].pixmap().toImage()
    assert before.width() > 200
    assert f"{len(page.preview.pages)}" in page.preview.note.text()
    type_in(page, "新写的一段话，会出现在页面上。")
    page.flush()
    qtbot.waitUntil(lambda: page.preview.pages[0].pixmap().toImage() != before, timeout=30_000)
    assert page.preview.report is not None
    assert page.preview.report.sections[0].text == "新写的一段话，会出现在页面上。"


def test_a_fact_is_taken_into_the_text(qtbot: QtBot, page: ReportEditorPage) -> None:
    qtbot.waitUntil(lambda: page.writing.facts.count() > 0, timeout=30_000)
    assert not page.writing.insert.isEnabled()
    page.writing.facts.setCurrentRow(0)
    page.writing.insert.click()
    page.flush()
    settled(qtbot, page)
    assert saved(page, "basics") == "试点期限为2023年3月27日至2026年3月26日。"


def test_sections_of_a_template_can_be_written(qtbot: QtBot, page: ReportEditorPage) -> None:
    own = SectionChoice("own-a", Text("宣传情况", "Publicity"))
    save_template(page.desk.workbook, ReportTemplate("甲", sections=(own,)))
    page.refresh()
    qtbot.waitUntil(lambda: "宣传情况" in shown(page))
    page.sections.setCurrentRow(page.sections.count() - 1)
    type_in(page, "报道多次")
    page.flush()
    settled(qtbot, page)
    assert saved(page, "own-a") == "报道多次"


def test_what_cannot_be_saved_stays(
    qtbot: QtBot, page: ReportEditorPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise EnvironmentProblem("disk.full", path="x", detail="")

    monkeypatch.setattr(writing, "set_text", fail)
    type_in(page, "写不进去")
    page.flush()
    qtbot.waitUntil(page.writing.text.note.isVisible)
    assert page.unsaved()
    page.sections.setCurrentRow(3)
    page.sections.setCurrentRow(0)
    assert page.writing.text.text() == "写不进去"
    monkeypatch.undo()
    page.flush()
    settled(qtbot, page)
    assert saved(page, "basics") == "写不进去"
    assert not page.unsaved()


def test_practices_stand_below_their_section(
    qtbot: QtBot, page: ReportEditorPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert page.practices.isHidden()
    page.sections.setCurrentRow(list(Section).index(Section.PRACTICES))
    assert page.practices.isVisible()
    page.practices.add.click()
    dialog = page.findChild(PracticeDialog)
    assert dialog is not None
    ok = dialog.buttons.buttons()[0]
    assert not ok.isEnabled()
    dialog.texts["title"].editor.setText("培优")  # type: ignore[union-attr]
    dialog.texts["effect"].editor.setPlainText("增长25%")  # type: ignore[union-attr]
    picked = Pick("N29-2.07", "N29-2.07", "")
    monkeypatch.setattr(Picker, "chosen", lambda _: picked)
    dialog.requirements.add.click()
    dialog.evidence.link(Pick("x", "2.07-01", ""))
    ok.click()
    settled(qtbot, page)
    row = practice(page.desk.workbook, "E-01")
    assert (row.title, row.effect) == ("培优", "增长25%")
    assert (row.requirements, row.evidence) == (("N29-2.07",), ("2.07-01",))
    qtbot.waitUntil(lambda: page.practices.table.current_row() is not None)
    page.practices.remove.click()
    settled(qtbot, page)
    assert practices(page.desk.workbook) == []


def test_a_practice_is_edited(qtbot: QtBot, page: ReportEditorPage) -> None:
    add_practice(page.desk.workbook, title="甲", requirements=["N29-2.07"], evidence=["2.07-01"])
    page.refresh()
    qtbot.waitUntil(lambda: page.practices.table.current_row() is not None)
    page.sections.setCurrentRow(list(Section).index(Section.PRACTICES))
    page.practices.edit.click()
    dialog = page.findChild(PracticeDialog)
    assert dialog is not None
    assert dialog.requirements.marks() == ("N29-2.07",)
    dialog.requirements.table.select_first()
    dialog.requirements.unlink.click()
    dialog.texts["reach"].editor.setPlainText("全国")  # type: ignore[union-attr]
    dialog.accept()
    settled(qtbot, page)
    row = practice(page.desk.workbook, "E-01")
    assert (row.reach, row.requirements, row.evidence) == ("全国", (), ("2.07-01",))
