"""The styles of the Word file: the same type as the PDF's, under the names that Word knows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from app import texts
from app.domain.vocabulary import Language
from app.reports.docx.markup import Element, child
from app.reports.outcome import ROLES, Role
from app.reports.styles import Styles, TextStyle, styles

_TWIPS, _HALVES = 20, 2
_FONTS: Mapping[Role, str] = {
    "body": "仿宋",
    "subheading": "楷体",
    "heading": "黑体",
    "title": "方正小标宋简体",
}
_LATIN: Mapping[Language, Mapping[Role, str]] = {
    "zh": dict.fromkeys(ROLES, "Times New Roman"),
    "en": {
        "body": "Times New Roman",
        "title": "Times New Roman",
        "heading": "Arial",
        "subheading": "Arial",
    },
}
# Styles that Word knows, with their names in it; the others are named in the report's language.
_BUILT_IN = {
    "Normal": "Normal",
    "Title": "Title",
    "Heading1": "Heading 1",
    "Heading2": "Heading 2",
    "Heading3": "Heading 3",
    "Heading4": "Heading 4",
    "Header": "Header",
    "Footer": "Footer",
    "Caption": "Caption",
    "TOC1": "toc 1",
    "TOC2": "toc 2",
}
_HEADINGS = ("Title", "Heading1", "Heading2", "Heading3", "Heading4", "AnnexNumber", "AnnexTitle")
# The contents have an indent of two characters for parts.
PART_INDENT = 24
_ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "both"}
# Exactly so high are lines of text; lines of tables give way to signs that are higher.
_TABLES = ("Cell", "Small")
_LEVELS = ("Level1", "Level2", "Level3", "Level4")
_EXACT = ("Normal", "Heading1", "Heading2", "Heading3", "Heading4", *_LEVELS)


def _types(shown: Styles) -> dict[str, TextStyle]:
    return {
        "Normal": shown.body,
        "Title": shown.title,
        "Heading1": shown.section,
        "Heading2": shown.article,
        "Heading3": shown.requirement,
        "Heading4": shown.requirement,
        "AnnexNumber": shown.annex,
        "AnnexTitle": shown.annex_title,
        "CoverMark": shown.cover_mark,
        "CoverLabel": shown.cover_label,
        "CoverLine": shown.cover_line,
        "ContentsTitle": shown.contents_title,
        "TOC1": shown.contents,
        "TOC2": shown.contents_article,
        "Header": shown.running,
        "Footer": shown.running,
        "Caption": shown.caption,
        "Note": shown.note,
        "Evidence": shown.evidence,
        "Cell": shown.cell,
        "CellLabel": shown.cell_label,
        "Small": shown.small,
        "SmallLabel": shown.small_label,
        "SmallCenter": shown.small_center,
        "SmallHead": shown.small_head,
        "Figure": shown.small_center,
        "CellCenter": shown.cell_center,
        "CellHead": shown.cell_head,
        # The levels that people write by hand, which Word does not count.
        "Level1": replace(shown.body, role="heading", align="left"),
        "Level2": replace(shown.body, role="subheading", align="left"),
        "Level3": shown.body,
        "Level4": shown.body,
    }


def set_up(document: Any, language: Language) -> None:
    """Give a new document the styles of the report."""
    _defaults(document.styles.element, language)
    # With the official fonts no bold cut is imitated: Word has them, or stands in for them.
    for key, look in _types(styles(language, ROLES)).items():
        _set_style(_style(document, key, language), key, look, language)
    for role in ("heading", "subheading"):
        name = texts.text(f"docx.style.{role}", language)
        made = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER).element
        made.set(qn("w:styleId"), role)
        _fonts(_emptied(made, "w:rPr"), "heading" if role == "heading" else "subheading", language)


def _defaults(root: Element, language: Language) -> None:
    """What holds where no style says otherwise."""
    defaults = root.find(qn("w:docDefaults"))
    run = _emptied(defaults.find(qn("w:rPrDefault")), "w:rPr")
    _fonts(run, "body", language)
    child(run, "w:lang", val="en-GB", eastAsia="zh-CN", bidi="ar-SA")
    _emptied(defaults.find(qn("w:pPrDefault")), "w:pPr")


def _style(document: Any, key: str, language: Language) -> Element:
    name = _BUILT_IN.get(key)
    if name in document.styles:
        return document.styles[name].element
    name = name or texts.text(f"docx.style.{key}", language)
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH, builtin=key in _BUILT_IN)
    made.element.set(qn("w:styleId"), key)
    if key not in _BUILT_IN:
        made.quick_style = True
    return made.element


def _set_style(style: Element, key: str, look: TextStyle, language: Language) -> None:
    if key != "Normal":
        _based_on_normal(style)
    told = _emptied(style, "w:pPr")
    if key in _HEADINGS or key == "Figure":
        child(told, "w:keepNext")
        child(told, "w:keepLines")
    child(told, "w:widowControl")
    if key.startswith(_TABLES):
        # Narrow cells have no room for the blanks that Word puts around digits: 2026年12月31日.
        child(told, "w:autoSpaceDE", val=0)
        child(told, "w:autoSpaceDN", val=0)
    rule = "exact" if key in _EXACT and language == "zh" else "atLeast"
    height = 0 if key == "Figure" else round(look.leading * _TWIPS)
    child(
        told,
        "w:spacing",
        before=round(look.before * _TWIPS),
        after=round(look.after * _TWIPS),
        line=height or 240,
        lineRule=rule if height else "auto",
    )
    _indent(told, key, look)
    child(told, "w:jc", val=_ALIGN[look.align])
    if key.startswith("Heading") or key == "AnnexTitle":
        level = int(key[-1]) - 1 if key != "AnnexTitle" else 0
        child(told, "w:outlineLvl", val=level)
    run = _emptied(style, "w:rPr")
    _fonts(run, look.role, language)
    child(run, "w:b", val=int(language == "en" and key in _HEADINGS))
    child(run, "w:i", val=0)
    child(run, "w:color", val=f"{look.color.hexval()[2:].upper()}")
    child(run, "w:spacing", val=round(look.tracking * _TWIPS))
    child(run, "w:sz", val=round(look.size * _HALVES))
    child(run, "w:szCs", val=round(look.size * _HALVES))


def _based_on_normal(style: Element) -> None:
    """Nothing of the template's own look stays."""
    for tag in ("w:basedOn", "w:link"):
        for old in style.findall(qn(tag)):
            style.remove(old)
    based = style.makeelement(qn("w:basedOn"))
    based.set(qn("w:val"), "Normal")
    style.find(qn("w:name")).addnext(based)


def _indent(told: Element, key: str, look: TextStyle) -> None:
    left = PART_INDENT if key == "TOC2" else 0
    size = round(look.indent * look.size * _TWIPS)
    made = child(told, "w:ind", left=left * _TWIPS, firstLine=size)
    # Word counts in characters where it is asked to, so that the indent follows the type.
    made.set(qn("w:firstLineChars"), str(round(look.indent * 100)))


def _fonts(run: Element, role: Role, language: Language) -> None:
    latin = _LATIN[language][role]
    child(run, "w:rFonts", ascii=latin, hAnsi=latin, eastAsia=_FONTS[role], cs=latin)


def _emptied(parent: Element, tag: str) -> Element:
    """The properties of a style with nothing in them, at their place."""
    found = parent.find(qn(tag))
    if found is None:
        found = child(parent, tag)
    for old in list(found):
        found.remove(old)
    if tag == "w:rPr" and parent.find(qn("w:pPr")) is not None:
        parent.find(qn("w:pPr")).addnext(found)
    return found
