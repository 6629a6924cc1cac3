"""The page of a submission: everything on it, as text, and searched in a real browser."""

import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from app.domain.steps import finish
from app.domain.vocabulary import LANGUAGES, Language, Stage
from app.reports.assemble import assemble
from app.reports.model import Report
from app.reports.outcome import Source
from app.reports.submission.page import page
from app.services.answers import edit_answer
from app.services.practices import add_practice
from app.services.snapshots import take_snapshot
from app.services.workbooks import Workbook
from tests.reports.reading import TODAY, bare, made, promised
from tests.reports.submission.conftest import submitted
from tests.reports.test_consistency import rich  # noqa: F401

ATTACK = (
    "</script><script>document.title='broken'</script><b id=\"bold\">粗</b>\n"
    "<img src=x onerror=\"document.title='broken'\"> \"双\" '单' &amp; 😀\n甲\t乙\x00\x1b\ud800 ]]>"
)
BROWSER = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
browsing = pytest.mark.skipif(not BROWSER, reason="needs a browser")


class Reader(HTMLParser):
    """Text, links and sources as a browser without scripts has them."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self._skipped = ""
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag in ("script", "style"):
            self._skipped = tag
        for name, value in attrs:
            if name == "href":
                self.links.append(value or "")
            elif name == "id":
                self.ids.append(value or "")
            elif name == "src":
                assert (value or "").startswith("data:image/png;base64,")
            assert not name.startswith("on")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._skipped:
            self._skipped = ""

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self.pieces.append(data)

    @property
    def text(self) -> str:
        return bare("".join(self.pieces))


def page_of(report: Report) -> str:
    return page(report, ("报告 1#.pdf", "SHA256SUMS"), ("说明",))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_is_on_the_page(
    rich: Workbook,  # noqa: F811
    language: Language,
) -> None:
    add_practice(rich, title="一业一策", what="做法", novelty="新意", effect="成效", reach="推广")
    take_snapshot(rich, Stage.BASELINE, TODAY, "基线")
    edit_answer(rich, "N29-5.01", narrative="又有进展")
    take_snapshot(rich, Stage.INTERIM, TODAY, "中期")
    report = assemble(rich, Stage.INTERIM, language, TODAY, Source(snapshot="S-02"))
    text = Reader(page_of(report)).text
    values = [bare(value) for value in promised(report)]
    assert len(values) > 1000
    assert [value for value in values if value not in text] == []


def test_text_from_people_is_text(filled: Workbook) -> None:
    edit_answer(filled, "N29-1.01", narrative=ATTACK.replace("\x00", "").replace("\ud800", ""))
    edit_answer(filled, "N29-2.07", problems=ATTACK.replace("\x00", "").replace("\ud800", ""))
    markup = page_of(made(filled))
    reader = Reader(markup)
    assert reader.tags.count("script") == 1
    assert "bold" not in reader.ids
    assert "</script><script>document.title='broken'</script><b" in reader.text
    markup.encode()


def test_nothing_is_loaded_from_elsewhere(filled: Workbook) -> None:
    markup = page_of(made(filled))
    reader = Reader(markup)
    assert not {"link", "iframe", "object", "embed", "base"} & set(reader.tags)
    assert not [one for one in reader.links if re.match(r"[a-z]+:|//", one)]
    assert "default-src 'none'" in markup
    assert "url(" not in markup
    inside = {one[1:] for one in reader.links if one.startswith("#")}
    assert inside
    assert inside <= set(reader.ids)
    assert len(reader.ids) == len(set(reader.ids))


def test_every_file_is_led_to(awkward: Workbook, tmp_path: Path) -> None:
    result = submitted(awkward, tmp_path / "out")
    folder = result.content.path
    reader = Reader((folder / "index.html").read_text(encoding="utf-8"))
    files = {one for one in reader.links if not one.startswith("#")}
    assert all(one.isascii() for one in files)
    there = {
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    } - {"index.html"}
    assert {unquote(one) for one in files} == there


def dumped(folder: Path, scratch: Path, place: str = "") -> str:
    """The page as a browser has it when its script has run."""
    address = (folder / "index.html").as_uri() + place
    done = subprocess.run(
        [
            *(BROWSER, "--headless", "--no-sandbox", "--disable-gpu"),
            *("--disable-background-networking", f"--user-data-dir={scratch}"),
            *("--dump-dom", address),
        ],
        capture_output=True,
        check=True,
        timeout=120,
        encoding="utf-8",
    )
    return done.stdout


def shown_items(markup: str) -> list[str]:
    """Requirements that are in sight: the script hides the others, and parts without any."""
    return re.findall(r'<article class="item" id="requirement-([^"]+)"', markup)


@browsing
@pytest.mark.slow
def test_search_and_filter_in_a_browser(filled: Workbook, tmp_path: Path) -> None:
    edit_answer(filled, "N29-1.01", narrative=ATTACK.replace("\x00", "").replace("\ud800", ""))
    folder = submitted(filled, tmp_path / "out").content.path
    whole = dumped(folder, tmp_path / "browser")
    assert len(shown_items(whole)) == 88
    assert "<title>broken" not in whole
    assert re.search(r'<form[^>]*id="search"(?![^>]*hidden)', whole)
    article = dumped(folder, tmp_path / "browser", "#article=2")
    assert {one[:6] for one in shown_items(article)} == {"N29-2."}
    found = dumped(folder, tmp_path / "browser", "#q=%E5%9F%B9%E8%82%B2%E5%B7%A5%E7%A8%8B")
    assert shown_items(found) == ["N29-2.07"]
    assert "共找到" in found
    assert 'class="part away" id="overview"' in found
    assert 'class="part" id="overview"' in whole
    both = dumped(folder, tmp_path / "browser", "#q=%E5%9F%B9%E8%82%B2&article=3")
    assert "N29-2.07" not in shown_items(both)


def test_the_page_is_short_of_nothing_when_empty(workbook: Workbook) -> None:
    reader = Reader(page_of(made(workbook)))
    assert len([one for one in reader.ids if one.startswith("requirement-N29")]) == 88


def test_steps_end_with_everything(filled: Workbook, tmp_path: Path) -> None:
    from tests.reports.submission.conftest import steps

    found = [one.done / one.total for one in steps(filled, tmp_path / "out", archive=True)]
    assert found == sorted(found)
    finish(steps(filled, tmp_path / "more"))
