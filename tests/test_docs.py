"""The documents: their links lead somewhere, and both guides show every page of the window."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from app.views.pages import ICONS

ROOT = Path(__file__).parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
GUIDES = {"en": ROOT / "docs" / "user-guide.md", "zh": ROOT / "docs" / "user-guide.zh-CN.md"}
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_NOT_IN_ANCHORS = re.compile(r"[^\w\- ]")


def links(document: Path) -> list[str]:
    """Links and pictures that do not lead out of the project."""
    found = _LINK.findall(document.read_text(encoding="utf-8"))
    return [link for link in found if not re.match(r"[a-z]+:", link)]


def anchors(document: Path) -> set[str]:
    headings = _HEADING.findall(document.read_text(encoding="utf-8"))
    return {_NOT_IN_ANCHORS.sub("", one.lower()).replace(" ", "-") for one in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    for link in links(document):
        name, _, anchor = unquote(link).partition("#")
        target = (document.parent / name).resolve() if name else document
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


@pytest.mark.parametrize("language", GUIDES)
def test_the_guide_shows_every_page_and_every_picture(language: str) -> None:
    shown = {link for link in links(GUIDES[language]) if link.endswith(".png")}
    drawn = {
        file.relative_to(ROOT / "docs").as_posix()
        for file in (ROOT / "docs" / "images" / language).glob("*.png")
    }
    assert shown == drawn
    assert {f"images/{language}/{page}.png" for page in ICONS} <= shown


def test_both_guides_have_the_same_parts() -> None:
    english, chinese = (
        len(re.findall(r"^##+ ", guide.read_text(encoding="utf-8"), re.MULTILINE))
        for guide in GUIDES.values()
    )
    assert english == chinese
