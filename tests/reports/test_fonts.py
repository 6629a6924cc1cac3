"""The choice of fonts."""

import hashlib
import shutil
from pathlib import Path

import pytest

from app import paths
from app.reports.fonts import MISSING, font_set, prepared


def test_the_bundled_fonts_serve_without_others() -> None:
    uses = {use.role: use for use in font_set("zh", folders=()).uses}
    assert uses["body"].file == "NotoSerifSC_400Regular.ttf"
    assert not any(use.official for use in uses.values())


def test_an_installed_official_font_goes_first(tmp_path: Path) -> None:
    installed = tmp_path / "truetype" / "FangSong_GB2312.ttf"
    installed.parent.mkdir()
    shutil.copy(paths.resources() / "fonts" / "NotoSansSC_400Regular.ttf", installed)
    fonts = font_set("zh", folders=[tmp_path])
    uses = {use.role: use for use in fonts.uses}
    assert (uses["body"].file, uses["body"].official) == ("FangSong_GB2312.ttf", True)
    assert not uses["title"].official
    assert fonts.chains["body"][0].name == "FangSong_GB2312"
    english = {use.role: use for use in font_set("en", folders=[tmp_path]).uses}
    assert not english["body"].official


def test_kai_is_bundled_for_chinese_characters_alone() -> None:
    """Its punctuation stands in the middle of its square, its letters are all of one width."""
    fonts = font_set("zh", folders=())
    kai, serif, _ = fonts.chains["subheading"]
    runs = fonts.runs("（一）组织，N29。", "subheading", "")
    assert [(face, text) for face, text in runs] == [
        (serif, "（"),
        (kai, "一"),
        (serif, "）"),
        (kai, "组织"),
        (serif, "，N29。"),
    ]
    assert {use.role: use.file for use in fonts.uses}["subheading"] == "gkai00mp.ttf"
    assert kai not in font_set("en", folders=()).chains["subheading"]


def test_the_bundled_kai_is_unaltered_and_has_its_licence_beside_it() -> None:
    """The Arphic Public License asks for both."""
    folder = paths.resources() / "fonts"
    for name, begins in (
        ("gkai00mp.ttf", "61519fb9bdda4a1a"),
        ("ARPHICPL.TXT", "3a5e90c0957524a8"),
    ):
        digest = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        assert digest.startswith(begins)


def test_a_font_that_cannot_be_embedded_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "simfang.ttf").write_bytes(b"OTTO no outlines of this kind")
    assert not any(use.official for use in font_set("zh", folders=[tmp_path]).uses)


def test_a_character_comes_from_the_first_font_that_has_it() -> None:
    fonts = font_set("zh", folders=())
    runs = fonts.runs("王𬱖😀。", "body", "此处")
    assert "".join(text for _, text in runs) == f"王𬱖{MISSING}。"
    assert all(set(text) <= face.characters for face, text in runs)
    assert fonts.missing[0].places == ("此处",)


def test_places_are_named_once() -> None:
    fonts = font_set("zh", folders=())
    for place in ("甲", "乙", "甲"):
        fonts.runs("😀", "body", place)
    assert [one.places for one in fonts.missing] == [("甲", "乙")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("甲\t乙", "甲  乙"),
        ("e\u0301", "é"),
        ("❤\ufe0f\u200d", "❤"),
        ("省’s Shanghai’s", "省’s Shanghai's"),
        ("“ISO”和“标准”", "“ISO”和“标准”"),
    ],
)
def test_text_is_prepared(text: str, shown: str) -> None:
    assert prepared(text, "zh") == shown


def test_latin_text_in_english_reports_has_straight_quotes() -> None:
    assert prepared("the “Four Changes” and “标准”", "en") == 'the "Four Changes" and “标准”'
