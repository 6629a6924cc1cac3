"""Fonts of the report: the official ones where they are installed, the bundled ones otherwise.

reportlab embeds TrueType outlines only, so fonts with other outlines are passed over. A character
is taken from the first font of its role's chain that has it; one that no font has is shown as □
and reported with its place.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby
from pathlib import Path
from threading import Lock
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from app import paths
from app.domain.vocabulary import Language
from app.reports.outcome import ROLES, FontUse, MissingCharacter, Role
from app.reports.punctuation import SQUEEZE, squeezes

MISSING = "□"

# 仿宋, 楷体, 黑体 and 小标宋 under the file names they are installed with, in lower case.
OFFICIAL: dict[Role, tuple[str, ...]] = {
    "body": (
        "仿宋_gb2312.ttf",
        "fangsong_gb2312.ttf",
        "simfang.ttf",
        "fangsong.ttf",
        "方正仿宋_gbk.ttf",
        "fzfsk.ttf",
    ),
    "subheading": (
        "楷体_gb2312.ttf",
        "kaiti_gb2312.ttf",
        "simkai.ttf",
        "kaiti.ttf",
        "方正楷体_gbk.ttf",
        "fzktk.ttf",
    ),
    "heading": ("simhei.ttf", "黑体.ttf", "heiti.ttf", "方正黑体_gbk.ttf", "fzhtk.ttf"),
    "title": ("方正小标宋简体.ttf", "方正小标宋_gbk.ttf", "fzxbsjw.ttf", "fzxbsk.ttf"),
}
_SERIF = "NotoSerifSC_400Regular.ttf"
_SANS = "NotoSansSC_400Regular.ttf"
_BOLD = "NotoSansSC_700Bold.ttf"
_KAI = "gkai00mp.ttf"
_BUNDLED: dict[Role, tuple[str, ...]] = {
    "body": (_SERIF, _SANS),
    "subheading": (_SANS, _SERIF),
    "heading": (_BOLD, _SERIF),
    "title": (_SERIF, _SANS),
}
BUNDLED: dict[Language, dict[Role, tuple[str, ...]]] = {
    "zh": {**_BUNDLED, "subheading": (_KAI, _SERIF, _SANS)},
    "en": _BUNDLED,
}
# Fonts that serve for Chinese characters alone: punctuation stands in the middle of its square in
# this one, and its Latin letters are all of one width.
_HAN_ONLY = {_KAI}
_HAN = range(0x3400, 0xA000)

# Nothing to see in them: joiners, direction marks, variation selectors, soft hyphen and the like.
_INVISIBLE = (
    {0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)}
    | {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0), *range(0x20), 0x7F}
) - {0x0A}
_PREPARE: dict[int, str | None] = {**dict.fromkeys(_INVISIBLE, None), 0x09: "  "}
# Chinese fonts make curly quotes as wide as a character, which tears Latin text apart.
_APOSTROPHE = re.compile(r"(?<=[A-Za-z0-9])’")
_LATIN_QUOTES = (
    (re.compile(r"“(?=[\x21-\x7e])"), '"'),
    (re.compile(r"(?<=[\x21-\x7e])”"), '"'),
    (re.compile(r"‘(?=[\x21-\x7e])"), "'"),
)
_BEYOND_FFFF = re.compile(r" <([0-9A-F]{5,6})>")
_COMBINED = re.compile(r"[^\W_][\u0300-\u036f]+")

_lock = Lock()


class _Font(TTFont):
    """A TrueType font whose rare characters can be searched and copied.

    reportlab writes characters beyond U+FFFF into the table for that as five digits, where readers
    expect UTF-16.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if str(name).startswith("toUnicodeCMap:"):
                stream.content = _BEYOND_FFFF.sub(_as_utf16, stream.content)


def _as_utf16(match: re.Match[str]) -> str:
    return f" <{chr(int(match[1], 16)).encode('utf-16-be').hex().upper()}>"


class Face:
    """A registered font: its name in the PDF, its characters, and text widths of size 1."""

    def __init__(self, font: TTFont, han_only: bool = False) -> None:
        self.name: str = font.fontName
        codes = font.face.charToGlyph
        self.characters = frozenset(chr(code) for code in codes if not han_only or code in _HAN)
        self._advance: dict[int, float] = font.face.charWidths
        self._default: float = font.face.defaultWidth
        self._widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        """Width of a word or character at font size 1; remembered, as most of them come again.

        Blanks between full-width signs are squeezed.
        """
        known = self._widths.get(text)
        if known is None:
            advance, default = self._advance, self._default
            known = sum(advance.get(ord(character), default) for character in text) / 1000
            known -= SQUEEZE * squeezes(text)
            self._widths[text] = known
        return known


@dataclass
class FontSet:
    """The fonts of one report, and the characters that were found missing in them."""

    chains: dict[Role, tuple[Face, ...]]
    uses: tuple[FontUse, ...]
    language: Language = "zh"
    _missing: dict[str, dict[str, None]] = field(default_factory=dict)
    _chosen: dict[Role, dict[str, Face | None]] = field(
        default_factory=lambda: {role: {} for role in ROLES}
    )

    def runs(self, text: str, role: Role, place: str) -> list[tuple[Face, str]]:
        """Text cut into runs of one font each, ready to be set; `place` is where it stands."""
        ready = prepared(text, self.language)
        first = self.chains[role][0]
        if first.characters.issuperset(set(ready) - {"\n"}):
            return [(first, ready)]
        return list(self._mixed(ready, role, place))

    def _mixed(self, text: str, role: Role, place: str) -> Iterator[tuple[Face, str]]:
        first = self.chains[role][0]
        shown: list[tuple[Face, str]] = []
        for character in text:
            face = first if character == "\n" else self._face(character, role)
            if face is None:
                self._missing.setdefault(character, {})[place] = None
                shown.append((self._face(MISSING, role) or first, MISSING))
            else:
                shown.append((face, character))
        for face, part in groupby(shown, key=lambda pair: pair[0]):
            yield face, "".join(character for _, character in part)

    def _face(self, character: str, role: Role) -> Face | None:
        chosen = self._chosen[role]
        if character not in chosen:
            chosen[character] = next(
                (face for face in self.chains[role] if character in face.characters), None
            )
        return chosen[character]

    @property
    def missing(self) -> tuple[MissingCharacter, ...]:
        return tuple(
            MissingCharacter(character, tuple(places))
            for character, places in self._missing.items()
        )


def prepared(text: str, language: Language) -> str:
    """Text as it is set: composed letters, spaces for tabs, no invisible characters.

    Apostrophes, and in English reports quotes around Latin text, are straight.
    """
    ready = _APOSTROPHE.sub("'", text.translate(_PREPARE))
    if language == "en":
        for pattern, straight in _LATIN_QUOTES:
            ready = pattern.sub(straight, ready)
    return _COMBINED.sub(lambda match: unicodedata.normalize("NFC", match[0]), ready)


def font_set(language: Language, folders: Iterable[Path] | None = None) -> FontSet:
    """Fonts for a report; `folders` are searched for the official ones (default: the system's).

    English reports use the bundled fonts, whose Latin letters are made for running text.
    """
    searched = system_font_folders() if folders is None else tuple(folders)
    found = _installed(searched) if language == "zh" else {}
    chains: dict[Role, tuple[Face, ...]] = {}
    uses: list[FontUse] = []
    for role in ROLES:
        official = _first_usable(found.get(name) for name in OFFICIAL[role])
        names = BUNDLED[language][role]
        bundled = tuple(_face(_bundled(name)) for name in names)
        chains[role] = bundled if official is None else (_face(official), *bundled)
        file = names[0] if official is None else official.name
        uses.append(FontUse(role, file, official is not None))
    return FontSet(chains, tuple(uses), language)


def system_font_folders() -> tuple[Path, ...]:
    """Where the system and the user keep fonts, on Windows and Linux."""
    home = Path.home()
    folders = [
        Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
        home / "AppData/Local/Microsoft/Windows/Fonts",
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        home / ".local/share/fonts",
        home / ".fonts",
    ]
    return tuple(folder for folder in folders if folder.is_dir())


@cache
def _installed(folders: tuple[Path, ...]) -> dict[str, Path]:
    """Files of official fonts by lower-case name."""
    wanted = {name for names in OFFICIAL.values() for name in names}
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.name.lower() in wanted:
                found.setdefault(path.name.lower(), path)
    return found


def _first_usable(candidates: Iterable[Path | None]) -> Path | None:
    for path in candidates:
        if path is None:
            continue
        try:
            _face(path)
        except (TTFError, OSError):
            # Other outlines than TrueType, or a font that forbids embedding.
            continue
        return path
    return None


def _bundled(name: str) -> Path:
    return paths.resources() / "fonts" / name


def _face(path: Path) -> Face:
    with _lock:
        return _registered(path)


@cache
def _registered(path: Path) -> Face:
    font = _Font(path.stem, str(path))
    registerFont(font)
    return Face(font, han_only=path.name in _HAN_ONLY)
