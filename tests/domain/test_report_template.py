"""A template is read strictly; what is wrong is told with its place."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.report_sections import USUAL_SECTIONS, Section, is_annex, is_section, takes_text
from app.domain.report_template import (
    USUAL_LINES,
    USUAL_TEMPLATE,
    CoverLine,
    ReportTemplate,
    SectionChoice,
    TemplateLanguage,
    template_as_dict,
    template_from_dict,
)
from app.domain.vocabulary import Stage, Text
from app.errors import UserError

lines = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1)
texts = st.builds(Text, lines.map(lambda text: text[:200]), lines.map(lambda text: text[:200]))


@st.composite
def section_choices(draw: st.DrawFn) -> tuple[SectionChoice, ...]:
    keys = draw(
        st.lists(
            st.sampled_from(USUAL_SECTIONS).map(str) | st.from_regex(r"\Aown-[a-z0-9]{1,24}\Z"),
            unique=True,
            min_size=1,
            max_size=20,
        )
    )
    return tuple(
        SectionChoice(key, draw(texts if key.startswith("own-") else st.none() | texts))
        for key in keys
    )


templates = st.builds(
    ReportTemplate,
    name=st.just("模板"),
    language=st.sampled_from(TemplateLanguage),
    stage=st.none() | st.sampled_from(Stage),
    cover=st.booleans(),
    title=st.none() | texts,
    cover_lines=st.lists(st.sampled_from(CoverLine), unique=True).map(tuple),
    sign_off=st.booleans(),
    sections=section_choices(),
)


@given(template=templates)
def test_what_is_written_is_read_back(template: ReportTemplate) -> None:
    assert template_from_dict(template_as_dict(template)) == template


def test_what_is_not_said_is_as_usual() -> None:
    read = template_from_dict({"format": 1, "name": "x", "sections": [{"key": "basics"}]})
    assert (read.language, read.stage, read.cover, read.sign_off) == ("zh", None, True, True)
    assert read.cover_lines == USUAL_LINES
    assert read.sections == (SectionChoice("basics"),)


def changed(path: str, value: Any) -> dict[str, Any]:
    data: Any = template_as_dict(ReportTemplate("x"))
    *way, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = data
    for step in way:
        place = place[step]
    place[last] = value
    return dict(data)


@pytest.mark.parametrize(
    ("path", "value", "code", "place"),
    [
        ("format", 2, "template.format", "format"),
        ("format", True, "template.type", "format"),
        ("name", 7, "template.type", "name"),
        ("language", "fr", "template.choice", "language"),
        ("stage", "midterm", "template.choice", "stage"),
        ("cover", [], "template.type", "cover"),
        ("cover.show", "yes", "template.type", "cover.show"),
        ("cover.colour", 1, "template.unknown-field", "cover.colour"),
        ("cover.title", {"zh": "甲"}, "template.missing", "cover.title.en"),
        ("cover.title", {"zh": "甲\n乙", "en": "x"}, "template.heading", "cover.title.zh"),
        ("cover.lines", "name", "template.type", "cover.lines"),
        ("cover.lines", ["name", "seal"], "template.choice", "cover.lines[1]"),
        ("cover.lines", ["name", "name"], "template.repeated", "cover.lines[1]"),
        ("sign_off", None, "template.type", "sign_off"),
        ("sections", {}, "template.type", "sections"),
        ("sections", [], "template.sections", "sections"),
        ("sections.2", "changes", "template.type", "sections[2]"),
        ("sections.2.key", "change", "template.choice", "sections[2].key"),
        ("sections.2.key", "basics", "template.repeated", "sections[2].key"),
        ("sections.2.key", "own-a", "template.missing", "sections[2].heading"),
        ("sections.2.title", "x", "template.unknown-field", "sections[2].title"),
        (
            "sections.2.heading",
            {"zh": "长" * 201, "en": "x"},
            "template.heading",
            "sections[2].heading.zh",
        ),
        ("extra", 1, "template.unknown-field", "extra"),
    ],
)
def test_mistakes_are_told_with_their_place(path: str, value: Any, code: str, place: str) -> None:
    with pytest.raises(UserError) as caught:
        template_from_dict(changed(path, value))
    assert (caught.value.code, caught.value.params["place"]) == (code, place)


@given(data=st.recursive(st.none() | st.booleans() | st.integers() | st.text(max_size=5), st.lists))
def test_whatever_is_no_template_is_refused(data: object) -> None:
    for given_ in (data, {"format": 1, "name": "x", "sections": data}):
        with pytest.raises(UserError, match=r"template\."):
            template_from_dict(given_)


def test_which_sections_there_are() -> None:
    assert [key for key in Section if not is_annex(key)] == list(Section)[:7]
    assert takes_text("basics")
    assert takes_text("own-a1")
    assert not takes_text("annex-plan")
    assert not is_section("own-A")
    assert USUAL_TEMPLATE.language.languages == ("zh",)
    assert TemplateLanguage.BOTH.languages == ("zh", "en")
