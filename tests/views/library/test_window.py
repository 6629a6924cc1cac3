from pytestqt.qtbot import QtBot

from app.domain.checks import Place
from app.views.desk import Desk
from app.views.library.page import LibraryPage
from app.views.main_window import MainWindow
from app.views.requirements.page import RequirementsPage


def test_from_a_requirement_into_the_library_and_back(qtbot: QtBot, filled_desk: Desk) -> None:
    window = MainWindow(filled_desk)
    qtbot.addWidget(window)
    window.show()
    filled_desk.show_place(Place("requirement", "N29-2.07"))
    requirements = window.page("requirements")
    assert isinstance(requirements, RequirementsPage)
    requirements.panel.tabs.setCurrentIndex(2)
    filled_desk.show_place(Place("library", "OUT-25"))
    assert window.current == "library"
    page = window.page("library")
    assert isinstance(page, LibraryPage)
    qtbot.waitUntil(page.finder.isVisible)
    assert page.current == "OUT-25"
    page.reader.opened.emit("N29-2.08")
    assert window.current == "requirements"
    assert requirements.current == "N29-2.08"
    window.show_page("library")
    assert page.current == "OUT-25"
