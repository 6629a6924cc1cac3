"""Report templates: which sections, in which order, under which headings, and the cover.

Their plain form is what a workbook keeps and what a file holds:

    {"format": 1, "name": "…", "language": "zh", "stage": "interim" or null,
     "cover": {"show": true, "title": {"zh": "…", "en": "…"} or null, "lines": ["name", …]},
     "sign_off": true,
     "sections": [{"key": "basics", "heading": {"zh": "…", "en": "…"} or null}, …]}
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.limits import TITLE, clean_text
from app.domain.report_sections import USUAL_SECTIONS, is_own_section, is_section
from app.domain.vocabulary import LANGUAGES, Language, Stage, Text
from app.errors import UserError

FORMAT = 1
MAX_SECTIONS = 40


class TemplateLanguage(StrEnum):
    """What a template writes the report in."""

    ZH = "zh"
    EN = "en"
    BOTH = "both"

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages, each of which is a report of its own."""
        return LANGUAGES if self is TemplateLanguage.BOTH else (self.value,)  # type: ignore[return-value]


class CoverLine(StrEnum):
    """What the cover may say below the title."""

    NAME = "name"
    REGION = "region"
    UNIT = "unit"
    NUMBER = "number"
    STAGE = "stage"
    CONTACT = "contact"
    PHONE = "phone"
    DATE = "date"


USUAL_LINES = (CoverLine.NAME, CoverLine.UNIT, CoverLine.STAGE, CoverLine.DATE)


@dataclass(frozen=True, slots=True)
class SectionChoice:
    """A section of the report; without a heading of its own it has the usual one."""

    key: str
    heading: Text | None = None


@dataclass(frozen=True, slots=True)
class ReportTemplate:
    """`title` is that of the cover, None for the usual one; `stage` None for the pilot's own.

    `sign_off` asks for the page with seal and date line.
    """

    name: str
    language: TemplateLanguage = TemplateLanguage.ZH
    stage: Stage | None = None
    cover: bool = True
    title: Text | None = None
    cover_lines: tuple[CoverLine, ...] = USUAL_LINES
    sign_off: bool = True
    sections: tuple[SectionChoice, ...] = tuple(SectionChoice(key.value) for key in USUAL_SECTIONS)


# What a report is made up with where nothing else is said.
USUAL_TEMPLATE = ReportTemplate("")


def template_as_dict(template: ReportTemplate) -> dict[str, Any]:
    """Plain form; `template_from_dict` reads it back."""
    return {
        "format": FORMAT,
        "name": template.name,
        "language": template.language.value,
        "stage": template.stage.value if template.stage else None,
        "cover": {
            "show": template.cover,
            "title": template.title.as_dict() if template.title else None,
            "lines": [line.value for line in template.cover_lines],
        },
        "sign_off": template.sign_off,
        "sections": [
            {"key": one.key, "heading": one.heading.as_dict() if one.heading else None}
            for one in template.sections
        ],
    }


def template_from_dict(data: object) -> ReportTemplate:
    """A template out of its plain form. UserError `template.…` with the place of what is wrong."""
    top = _fields(
        data, "", {"format", "name", "language", "stage", "cover", "sign_off", "sections"}
    )
    if _kind(top, "format", "", int) != FORMAT:
        raise UserError("template.format", place="format", known=FORMAT)
    cover = _fields(top.get("cover", {}), "cover", {"show", "title", "lines"})
    stage = _choice(top["stage"], "stage", Stage) if top.get("stage") is not None else None
    return ReportTemplate(
        name=template_name(_kind(top, "name", "", str)),
        language=TemplateLanguage(_choice(top.get("language", "zh"), "language", TemplateLanguage)),
        stage=None if stage is None else Stage(stage),
        cover=_kind({"show": True} | dict(cover), "show", "cover.", bool),
        title=_text(cover.get("title"), "cover.title"),
        cover_lines=_lines(cover.get("lines", [*USUAL_LINES])),
        sign_off=_kind({"sign_off": True} | dict(top), "sign_off", "", bool),
        sections=_sections(_kind(top, "sections", "", list)),
    )


def template_name(name: str) -> str:
    """The name as it is kept. UserError `template.name`, `field.too-long`."""
    cleaned = clean_text("name", name)
    if not cleaned:
        raise UserError("template.name")
    return cleaned


def _fields(data: object, place: str, known: set[str]) -> Mapping[str, Any]:
    if not isinstance(data, Mapping):
        raise UserError("template.type", place=place or "{}", expected="{}")
    for name in data:
        if name not in known:
            raise UserError("template.unknown-field", place=f"{place}.{name}".lstrip("."))
    return data


def _kind(data: Mapping[str, Any], name: str, prefix: str, kind: type) -> Any:
    """The value of a field, which must be there and of a kind."""
    place = prefix + name
    if name not in data:
        raise UserError("template.missing", place=place)
    value = data[name]
    if type(value) is not kind:
        raise UserError("template.type", place=place, expected=_EXPECTED[kind])
    return value


_EXPECTED = {int: "1", str: '"…"', bool: "true / false", list: "[…]"}


def _choice(value: object, place: str, words: type[StrEnum]) -> str:
    allowed = [word.value for word in words]
    if not isinstance(value, str) or value not in allowed:
        raise UserError("template.choice", place=place, value=value, allowed=", ".join(allowed))
    return value


def _text(value: object, place: str) -> Text | None:
    if value is None:
        return None
    fields = _fields(value, place, {*LANGUAGES})
    texts = {one: _kind(fields, one, f"{place}.", str).strip() for one in LANGUAGES}
    for language, text in texts.items():
        if not text or len(text) > TITLE or "\n" in text:
            raise UserError("template.heading", place=f"{place}.{language}", limit=TITLE)
    return Text(**texts)


def _lines(value: object) -> tuple[CoverLine, ...]:
    if not isinstance(value, list):
        raise UserError("template.type", place="cover.lines", expected=_EXPECTED[list])
    lines = tuple(
        CoverLine(_choice(line, f"cover.lines[{number}]", CoverLine))
        for number, line in enumerate(value)
    )
    for number, line in enumerate(lines):
        if line in lines[:number]:
            raise UserError("template.repeated", place=f"cover.lines[{number}]", value=line.value)
    return lines


def _sections(rows: list[object]) -> tuple[SectionChoice, ...]:
    if not 1 <= len(rows) <= MAX_SECTIONS:
        raise UserError("template.sections", place="sections", limit=MAX_SECTIONS)
    chosen: list[SectionChoice] = []
    for number, row in enumerate(rows):
        place = f"sections[{number}]"
        fields = _fields(row, place, {"key", "heading"})
        key = _kind(fields, "key", f"{place}.", str)
        if not is_section(key):
            allowed = ", ".join([*USUAL_SECTIONS, "own-…"])
            raise UserError("template.choice", place=f"{place}.key", value=key, allowed=allowed)
        if key in (one.key for one in chosen):
            raise UserError("template.repeated", place=f"{place}.key", value=key)
        heading = _text(fields.get("heading"), f"{place}.heading")
        if heading is None and is_own_section(key):
            raise UserError("template.missing", place=f"{place}.heading")
        chosen.append(SectionChoice(key, heading))
    return tuple(chosen)
