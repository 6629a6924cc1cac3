"""Practices: their texts and what they are linked with."""

from dataclasses import replace
from datetime import date

import pytest

from app.catalog.load import load_notice
from app.domain.editions import Maps
from app.errors import UserError
from app.queries.evidence import evidence_list
from app.queries.practices import practice, practices
from app.services.bin import empty, restore
from app.services.editions import take_over
from app.services.evidence import remove
from app.services.own_requirements import add_requirement, remove_requirement
from app.services.practices import add_practice, edit_practice, remove_practice
from app.services.undo import undo
from app.services.workbooks import Workbook
from tests.state import tables

TODAY = date(2026, 1, 5)


def test_add_edit_remove_and_undo(filled: Workbook) -> None:
    start = tables(filled)
    changes = add_practice(
        filled,
        title=" 团体标准\n培优 ",
        what="做法\r\n二",
        effect="数量增长25%",
        requirements=["N29-2.07", "N29-1.01"],
        evidence=["2.07-01"],
    )
    assert changes.params["code"] == "E-01"
    row = practice(filled, "E-01")
    assert (row.title, row.what, row.novelty) == ("团体标准 培优", "做法\n二", "")
    assert row.requirements == ("N29-1.01", "N29-2.07")
    assert row.evidence == ("2.07-01",)
    first = evidence_list(filled)[0]
    changes = edit_practice(
        filled, "E-01", reach="长三角", requirements=["N29-2.07"], evidence=[first.id]
    )
    assert changes.params["fields"] == [
        "practice.evidence",
        "practice.reach",
        "practice.requirements",
    ]
    row = practice(filled, "E-01")
    assert (row.requirements, row.evidence) == (("N29-2.07",), ("1.01-01",))
    assert not edit_practice(filled, "E-01", requirements=["N29-2.07"], reach="长三角")
    remove_practice(filled, "E-01")
    assert practices(filled) == []
    assert add_practice(filled, title="另一项").params["code"] == "E-02"
    for _ in range(4):
        undo(filled)
    assert tables(filled) == start


def test_links_go_and_come_with_what_they_lead_to(filled: Workbook) -> None:
    add_requirement(filled, title="专家库")
    add_practice(filled, title="甲", requirements=["X-01"], evidence=["2.07-01", "1.01-01"])
    second = evidence_list(filled)[1]
    remove(filled, [second.id], TODAY)
    assert practice(filled, "E-01").evidence == ("1.01-01",)
    # What lies in the bin keeps its links, whatever is edited.
    edit_practice(filled, "E-01", evidence=[])
    restore(filled, [second.id])
    assert practice(filled, "E-01").evidence == ("2.07-01",)
    remove(filled, [second.id], TODAY)
    empty(filled, [second.id])
    assert practice(filled, "E-01").evidence == ()
    remove_requirement(filled, "X-01")
    assert practice(filled, "E-01").requirements == ()
    undo(filled)
    assert practice(filled, "E-01").requirements == ("X-01",)


def test_bad_input_changes_nothing(filled: Workbook) -> None:
    add_practice(filled, title="甲")
    before = tables(filled)
    second = evidence_list(filled)[1]
    for code, fields in (
        ("practice.title", {"title": " "}),
        ("field.too-long", {"title": "x", "what": "长" * 20_001}),
        ("requirement.unknown", {"title": "x", "requirements": ["N29-9.99"]}),
        ("evidence.unknown", {"title": "x", "evidence": ["9.99-01"]}),
    ):
        for work in (
            lambda fields=fields: add_practice(filled, **fields),
            lambda fields=fields: edit_practice(filled, "E-01", **fields),
        ):
            with pytest.raises(UserError) as caught:
                work()
            assert caught.value.code == code
    with pytest.raises(UserError, match=r"practice\.title"):
        add_practice(filled)
    with pytest.raises(UserError, match=r"practice\.unknown"):
        edit_practice(filled, "E-09", title="x")
    with pytest.raises(UserError, match=r"practice\.unknown"):
        practice(filled, "E-09")
    assert tables(filled) == before
    remove(filled, [second.id], TODAY)
    with pytest.raises(UserError, match=r"evidence\.unknown"):
        edit_practice(filled, "E-01", evidence=["2.07-01"])


def test_links_follow_an_edition_of_the_catalogue(filled: Workbook) -> None:
    add_practice(filled, title="甲", requirements=["N29-2.07", "N29-8.01", "N29-8.02"])
    before = tables(filled)
    notice = load_notice()
    articles = tuple(
        replace(
            article,
            requirements=tuple(item for item in article.requirements if item.id != "N29-8.02"),
        )
        for article in notice.articles
    )
    maps = Maps(notice.version, merged={"N29-8.01": ("N29-8.01", "N29-8.02")})
    take_over(filled, replace(notice, version="2.0", articles=articles, maps=maps))
    linked = practice(filled, "E-01").requirements
    assert {"N29-2.07", "N29-8.01", "N29-8.02@1.0"} <= set(linked)
    undo(filled)
    assert tables(filled) == before
