from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.checks import Place
from app.queries.library.search import Hit, Marked
from app.views.library.page import LibraryPage
from app.views.widgets.hits import HitDelegate, HitsModel
from tests.views.library.conftest import Settle


def search(page: LibraryPage, words: str, settle: Settle) -> list[str]:
    page.finder.filter.setText(words)
    settle()
    return [hit.id for hit in page.finder.hits.hits]


def test_finds_as_one_types_in_all_documents(page: LibraryPage, settle: Settle) -> None:
    found = search(page, "政府", settle)
    assert {"N29-1.10", "OUT-25"} <= set(found)
    assert page.finder.list.isVisible()
    assert not page.finder.tree.isVisible()
    assert str(len(found)) in page.finder._count.text()
    assert search(page, "kp23-61", settle) == ["KP23-61"]
    page.finder.filter.clear()
    assert page.finder.tree.isVisible()
    assert not page.finder._count.isVisible()


def test_finds_by_pinyin_initials(page: LibraryPage, settle: Settle) -> None:
    assert "N29-2.06" in search(page, "ttbz", settle)
    (hit,) = (hit for hit in page.finder.hits.hits if hit.id == "N29-2.06")
    start, end = hit.heading.spans[0]
    assert hit.heading.text[start:end] == "团体标准"


def test_only_the_newest_words_count(page: LibraryPage, settle: Settle) -> None:
    for words in ("团", "团体", "团体标准", "没有这样的词"):
        page.finder.filter.setText(words)
    settle()
    assert not page.finder.hits.hits
    assert "Nothing" in page.finder._count.text()
    page.finder.filter.setText("团体")
    page.finder.filter.clear()
    settle()
    assert page.finder.tree.isVisible()


def test_many_hits_are_said_to_be_the_first(page: LibraryPage, settle: Settle) -> None:
    assert len(search(page, "标准", settle)) == 100
    assert page.finder._count.text() == "The first 100 found"


def test_a_hit_is_shown_and_stays_chosen(page: LibraryPage, settle: Settle) -> None:
    page.activateWindow()
    found = search(page, "证券", settle) or search(page, "金融", settle)
    QTest.keyClick(page.finder.filter, Qt.Key.Key_Return)
    assert page.current == found[0]
    assert QApplication.focusWidget() is page.finder.list
    QTest.keyClick(page.finder.list, Qt.Key.Key_Down)
    assert page.current == found[1]
    page.go_to(Place("library", "KP23-01"))
    assert "KP23-01" not in found
    assert page.finder.list.currentIndex() == QModelIndex()
    page.reader.back_button.click()
    assert page.finder.list.currentIndex().row() == 1
    page.finder.filter.clear()
    shown = page.finder.tree.currentIndex().data(Qt.ItemDataRole.UserRole)
    assert shown.key == found[1]


def test_what_was_found_is_marked(page: LibraryPage, settle: Settle) -> None:
    search(page, "团体标准", settle)
    marked = page.finder.list.grab().toImage()
    plain = [
        Hit(
            hit.id,
            hit.kind,
            hit.document,
            hit.wording,
            Marked(hit.heading.text, ()),
            Marked(hit.surroundings.text, ()),
        )
        for hit in page.finder.hits.hits
    ]
    assert any(hit.surroundings.spans for hit in page.finder.hits.hits)
    page.finder.hits.set_hits(plain)
    assert page.finder.list.grab().toImage() != marked


def test_hits_are_read_out_in_full(page: LibraryPage, settle: Settle) -> None:
    search(page, "政府", settle)
    model: HitsModel[Hit] = page.finder.hits
    hit = model.hits[0]
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert hit.heading.text in spoken
    assert hit.surroundings.text in spoken
    assert isinstance(page.finder.list.itemDelegate(), HitDelegate)
