"""Evidence of the region's own requirements, found by the list of articles."""

from pytestqt.qtbot import QtBot

from app.queries.evidence import evidence_list
from app.services.evidence import link
from app.services.own_requirements import add_requirement
from app.views.evidence.page import EvidencePage


def test_evidence_of_own_requirements_can_be_picked_out(qtbot: QtBot, page: EvidencePage) -> None:
    workbook = page.desk.workbook
    page.desk.data_changed.emit(add_requirement(workbook, title="专家库"))
    chosen = evidence_list(workbook)[0]
    page.desk.data_changed.emit(link(workbook, chosen.id, "X-01"))
    names = page.filters.article
    assert names.itemText(names.count() - 1) == "地方自设要求"

    def shown() -> list[str]:
        model = page.table.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    qtbot.waitUntil(lambda: len(shown()) == 2)
    names.setCurrentIndex(names.count() - 1)
    qtbot.waitUntil(lambda: shown() == [chosen.number])
