"""Adding indicators, and values as Excel files."""

from datetime import date
from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from app.queries.indicators import indicators
from app.services.measurements import set_reading
from app.services.readings_export import write_readings
from app.services.undo import undo
from app.views.indicators.exchange import ExcelButton
from app.views.indicators.import_dialog import ImportDialog
from app.views.indicators.own_dialog import OwnIndicatorDialog
from app.views.indicators.page import IndicatorsPage
from app.views.indicators.presets_dialog import PresetsDialog
from tests.views.conftest import TODAY
from tests.views.indicators.steps import codes, settled, stored


def presets_of(qtbot: QtBot, page: IndicatorsPage) -> PresetsDialog:
    dialog = PresetsDialog(page.desk, page)
    dialog.open()
    qtbot.waitUntil(lambda: bool(dialog.table.rows_model.rows), timeout=20_000)
    return dialog


def test_presets_are_searched_and_added(qtbot: QtBot, page: IndicatorsPage) -> None:
    dialog = presets_of(qtbot, page)
    QAbstractItemModelTester(dialog.table.rows_model, page)
    dialog.filter.setText("浙江 周期")
    assert dialog.table.filter.rowCount() == 1
    dialog.table.select_first()
    assert dialog.table.filter.index(0, 4).data() == "To be verified"
    assert "待核对" in dialog.meaning.text()
    dialog.add.click()
    settled(qtbot, page)
    assert codes(page)[-1] == "IND-ZJ-2"
    assert not stored(page, "IND-ZJ-2").verified
    undo(page.desk.workbook)
    assert len(indicators(page.desk.workbook, TODAY)) == 4


def test_a_preset_is_not_added_twice(qtbot: QtBot, page: IndicatorsPage) -> None:
    dialog = presets_of(qtbot, page)
    dialog.table.select("IND-OUT-1")
    assert dialog.table.filter.index(0, 4).data() == "In the workbook already"
    assert not dialog.add.isEnabled()
    dialog.reject()


def test_an_own_indicator(qtbot: QtBot, page: IndicatorsPage) -> None:
    dialog = OwnIndicatorDialog(page.desk, page)
    dialog.open()
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.title.note.text() == "指标名称不能为空。")
    assert dialog.isVisible()
    dialog.title.editor.setText("地方标准复审率")  # type: ignore[union-attr]
    dialog.measure.setCurrentIndex(0)
    dialog.add.click()
    settled(qtbot, page)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    shown = page.details.row
    assert shown is not None
    assert (shown.code, shown.title.zh, shown.unit) == ("X-IND-01", "地方标准复审率", "percent")


def sheet(page: IndicatorsPage, path: Path, *rows: tuple[object, ...]) -> Path:
    """The exported values with further rows."""
    write_readings(page.desk.workbook, path, "zh", TODAY)
    book = load_workbook(path)
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def opened(qtbot: QtBot, page: IndicatorsPage, path: Path) -> ImportDialog:
    dialog = ImportDialog(page.desk, path, page)
    dialog.open()
    reading = dialog.summary.text()
    qtbot.waitUntil(lambda: dialog.summary.text() != reading, timeout=20_000)
    return dialog


def test_an_import_shows_the_difference_and_takes_it_over_at_once(
    qtbot: QtBot, page: IndicatorsPage, tmp_path: Path
) -> None:
    path = sheet(
        page,
        tmp_path / "指标.xlsx",
        ("IND-OUT-2", None, "2025年3月31日", "20个月", "平台", ""),
        ("IND-OUT-1", None, date(2025, 5, 31), "52%", "年报", ""),
    )
    book = load_workbook(path)
    book.worksheets[0]["D2"].value = 0.4
    book.save(path)
    dialog = opened(qtbot, page, path)
    QAbstractItemModelTester(dialog.table.rows_model, page)
    lines = [[dialog.table.filter.index(r, c).data() for c in range(7)] for r in range(4)]
    name = "科技计划项目形成标准研究成果的比率"
    assert lines == [
        ["2", "修改", "IND-OUT-1", name, "2023年12月31日", "38.5", "40"],
        ["3", "相同", "IND-OUT-1", name, "2024年12月31日", "47", "47"],
        ["4", "新增", "IND-OUT-2", "国家标准平均制定周期", "2025年3月31日", "", "20"],
        ["5", "新增", "IND-OUT-1", name, "2025年5月31日", "", "52"],
    ]
    assert len(stored(page).readings) == 2
    dialog.take.click()
    settled(qtbot, page)
    assert [one.value for one in stored(page).readings] == [40, 47, 52]
    undo(page.desk.workbook)
    assert [one.value for one in stored(page).readings] == [38.5, 47]
    assert stored(page, "IND-OUT-2").readings == ()


def test_one_mistake_holds_up_the_whole_import(
    qtbot: QtBot, page: IndicatorsPage, tmp_path: Path
) -> None:
    rows = (("IND-OUT-2", None, "2025-03-31", "20", "", ""), ("IND-X", None, "2025-03-31", "2"))
    dialog = opened(qtbot, page, sheet(page, tmp_path / "指标.xlsx", *rows))
    assert dialog.table.filter.index(0, 1).data() == "有误"
    assert "IND-X" in dialog.table.filter.index(0, 7).data()
    assert not dialog.take.isEnabled()
    dialog.accept()
    settled(qtbot, page)
    assert stored(page, "IND-OUT-2").readings == ()
    dialog.reject()


def test_an_import_that_was_overtaken_is_refused(
    qtbot: QtBot, page: IndicatorsPage, tmp_path: Path
) -> None:
    rows = (("IND-OUT-2", None, "2025-03-31", "20", "", ""),)
    dialog = opened(qtbot, page, sheet(page, tmp_path / "指标.xlsx", *rows))
    second = stored(page, "IND-OUT-2").id
    set_reading(page.desk.workbook, second, date(2025, 3, 31), TODAY, value=21)
    dialog.take.click()
    settled(qtbot, page)
    assert dialog.isVisible()
    assert "没有导入任何内容" in dialog.summary.text()
    assert stored(page, "IND-OUT-2").readings[0].value == 21
    dialog.reject()


def test_a_file_that_is_no_table_is_said_so(
    qtbot: QtBot, page: IndicatorsPage, tmp_path: Path
) -> None:
    path = tmp_path / "指标.xlsx"
    path.write_text("指标编码,日期,实际值\n", encoding="utf-8")
    dialog = opened(qtbot, page, path)
    assert "不是 Excel 表格" in dialog.summary.text()
    assert not dialog.take.isEnabled()
    dialog.reject()


def test_template_and_export_are_written(
    qtbot: QtBot, page: IndicatorsPage, tmp_path: Path
) -> None:
    button: ExcelButton = page.excel
    for name, empty, rows in (("空表.xlsx", True, 5), ("导出.xlsx", False, 3)):
        with qtbot.waitSignal(page.desk.message):
            button.write(tmp_path / name, empty)
        assert load_workbook(tmp_path / name).worksheets[0].max_row == rows
