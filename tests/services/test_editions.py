"""Taking editions over: nothing that was answered is lost, and undo takes the whole step back."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from app.catalog import load
from app.catalog.load_library import library
from app.catalog.schema import Document
from app.domain.editions import Maps
from app.domain.steps import finish
from app.domain.vocabulary import Progress
from app.errors import UserError
from app.models import EvidenceLink, Response
from app.queries.answers import answer, answers
from app.queries.catalogue import articles, document
from app.queries.editions import edition_differences, retired
from app.queries.evidence import evidence_list
from app.queries.history import answer_history
from app.queries.overview import overview
from app.queries.plan import tasks
from app.queries.profile import scheme
from app.queries.verification import verify
from app.services.answers import edit_answer
from app.services.editions import mark_reviewed, take_over
from app.services.evidence import Target, add_files
from app.services.evidence_links import link
from app.services.plan import add_task
from app.services.profile import save_scheme
from app.services.undo import redo, undo
from app.services.workbooks import NewPilot, Workbook, create_workbook, open_workbook
from tests.conftest import END, START
from tests.editions import edition
from tests.state import tables

OLD_IDS = [f"N29-{article}.{number:02}" for article in (1, 2) for number in range(1, 5)]
NEW_IDS = [f"N29-{article}.{number:02}" for article in (1, 2, 3) for number in range(1, 5)]
FIRST = edition("1", {id_: id_ for id_ in OLD_IDS})


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook on the first edition: each item answered, each with evidence that it shares."""
    folder = tmp_path_factory.mktemp("editions") / "template"
    library()  # read against the true catalogue
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "load_notice", lambda: FIRST)
        workbook = create_workbook(folder, NewPilot("试点", "33", START, END))
    with closing(workbook):
        for number, id_ in enumerate(OLD_IDS):
            file = folder.parent / f"{number}.txt"
            file.write_text(id_)
            finish(add_files(workbook, [file], Target(id_, locator=f"页 {id_}")))
            edit_answer(workbook, id_, narrative=f"先 {id_}")
            edit_answer(
                workbook, id_, narrative=f"述 {id_}", problems=f"题 {id_}", level=number % 5
            )
        for row, id_ in zip(evidence_list(workbook), reversed(OLD_IDS), strict=True):
            link(workbook, row.id, id_, f"处 {id_}", f"证 {id_}")
            add_task(workbook, year=2025, title=f"任务 {id_}", requirements=[id_, OLD_IDS[0]])
    return folder


@pytest.fixture
def small(template: Path, tmp_path: Path) -> Iterator[Workbook]:
    shutil.copytree(template, tmp_path / "small")
    with closing(open_workbook(tmp_path / "small")) as opened:
        yield opened


@pytest.fixture(scope="module")
def lasting(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    """One workbook for all examples of a test, which leave it as it was."""
    folder = tmp_path_factory.mktemp("lasting") / "w"
    shutil.copytree(template, folder)
    with closing(open_workbook(folder)) as opened:
        yield opened
        assert finish(verify(opened)).ok


@st.composite
def editions(draw: st.DrawFn, version: str, before: Document) -> Document:
    """Any edition that follows on another: items kept, edited, dropped, added, and moved about."""
    words = {
        item.id: item.title.zh.removeprefix("文 ").removesuffix("-0")
        for item in before.requirements
    }
    old = draw(st.permutations(sorted(words)))
    new = draw(st.permutations(NEW_IDS))
    renamed: dict[str, str] = {}
    split: dict[str, tuple[str, ...]] = {}
    merged: dict[str, tuple[str, ...]] = {}
    texts: dict[str, str] = {}
    for _ in range(draw(st.integers(0, 3))):
        if old and new:
            source, target = old.pop(), new.pop()
            renamed[source] = target
            texts[target] = draw(st.sampled_from([words[source], f"{target}/{version}"]))
    if len(new) > 2 and old and draw(st.booleans()):
        parts = tuple(new.pop() for _ in range(draw(st.integers(2, 3))))
        split[old.pop()] = parts
        texts |= {part: f"{part}/{version}" for part in parts}
    if len(old) > 2 and new and draw(st.booleans()):
        target = new.pop()
        merged[target] = tuple(old.pop() for _ in range(draw(st.integers(2, 3))))
        texts[target] = f"{target}/{version}"
    for id_ in new:
        if draw(st.booleans()):
            texts[id_] = draw(st.sampled_from([words.get(id_, id_), f"{id_}/{version}"]))
    if not texts:
        texts["N29-1.01"] = "only"
    return edition(version, texts, Maps(before.version, renamed, split, merged))


@st.composite
def successions(draw: st.DrawFn) -> list[Document]:
    second = draw(editions("2", FIRST))
    return [second, draw(editions("3", second))] if draw(st.booleans()) else [second]


def served(workbook: Workbook) -> dict[str, set[str]]:
    """The requirements of each task of the plan."""
    return {row.code: set(row.requirements) for row in tasks(workbook)}


def held(workbook: Workbook) -> tuple[dict[str, Response], set[tuple[str, str, str, str]]]:
    """Every answer by its own id, and every link by dossier, place and words."""
    with workbook.read() as session:
        rows = {row.id: row for row in session.scalars(select(Response))}
        links = {
            (row.evidence_id, row.requirement_id, row.locator, row.proves)
            for row in session.scalars(select(EvidenceLink))
        }
    return rows, links


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(steps=successions())
def test_any_change_of_edition_loses_nothing_and_can_be_undone(
    lasting: Workbook, steps: list[Document]
) -> None:
    while document(lasting).version != "1":  # an example that failed left it there
        undo(lasting)
    start = tables(lasting)
    before, links_before = held(lasting)
    tasks_before = served(lasting)
    lines = {row.id: answer_history(lasting, row.requirement_id) for row in before.values()}
    states = []
    for document_ in steps:
        assert take_over(lasting, document_)
        states.append(tables(lasting))
    after, links_after = held(lasting)
    tasks_after = served(lasting)
    for id_, old in before.items():
        now = after[id_]
        assert old.narrative in now.narrative
        assert old.problems in now.problems
        # Whatever stood in its history still does.
        there_now = answer_history(lasting, now.requirement_id)
        assert [line for line in lines[id_] if line not in there_now] == []
        for code, places in tasks_before.items():
            assert old.requirement_id not in places or now.requirement_id in tasks_after[code]
        for dossier, place, locator, proves in links_before:
            if place == old.requirement_id:
                there = {row[2:] for row in links_after if row[:2] == (dossier, now.requirement_id)}
                assert any(row[0] == locator and proves in row[1] for row in there)
    ids = [item.id for item in steps[-1].requirements]
    assert [row.requirement_id for row in answers(lasting)] == ids
    assert len(overview(lasting, END).answers) == len(ids)
    for state in [*reversed(states[:-1]), start]:
        undo(lasting)
        assert tables(lasting) == state
    for state in states:
        redo(lasting)
        assert tables(lasting) == state
    for _ in steps:
        undo(lasting)


def test_identical_text_carries_the_answer_on_unmarked(small: Workbook) -> None:
    take_over(small, edition("2", {id_: id_ for id_ in OLD_IDS}, Maps("1")))
    assert document(small).version == "2"
    assert all(row.review is None for row in answers(small))
    assert retired(small) == []


def test_the_same_edition_again_changes_nothing(small: Workbook) -> None:
    second = edition("2", {"N29-1.02": "N29-1.01"}, Maps("1", renamed={"N29-1.01": "N29-1.02"}))
    assert take_over(small, second)
    before = tables(small)
    assert not take_over(small, second)
    assert tables(small) == before


def test_an_edited_item_keeps_its_answer_and_shows_both_wordings(small: Workbook) -> None:
    second = edition("2", {id_: id_ for id_ in OLD_IDS} | {"N29-1.02": "新"})
    take_over(small, second)
    row = answer(small, "N29-1.02")
    assert row.narrative == "述 N29-1.02"
    assert row.review
    assert row.review.version == "1"
    assert [item.title.zh for item in row.review.before] == ["文 N29-1.02-0"]
    assert row.title.zh == "文 新-0"
    # A later edition does not forget for which wording the answer was written.
    take_over(small, edition("3", {id_: id_ for id_ in OLD_IDS} | {"N29-1.02": "更新"}))
    assert answer(small, "N29-1.02").review == row.review
    assert mark_reviewed(small, "N29-1.02")
    assert answer(small, "N29-1.02").review is None
    assert not mark_reviewed(small, "N29-1.02")
    undo(small)
    assert answer(small, "N29-1.02").review == row.review


def test_an_item_without_answer_needs_no_second_look(workbook: Workbook) -> None:
    notice = load.load_notice()
    first = notice.articles[0].requirements[0]
    take_over(workbook, edition("2", {first.id: "新"}))
    assert answer(workbook, first.id).review is None


def test_items_that_change_places(small: Workbook) -> None:
    before = tables(small)
    ids = {"N29-1.01": "N29-2.01", "N29-2.01": "N29-1.01", "N29-1.02": "N29-1.03"}
    words = {id_: id_ for id_ in OLD_IDS} | {new: old for old, new in ids.items()}
    take_over(small, edition("2", {id_: words[id_] for id_ in OLD_IDS}, Maps("1", renamed=ids)))
    for old, new in ids.items():
        row = answer(small, new)
        assert (row.narrative, row.review) == (f"述 {old}", None)
        assert any(line.field == "requirement_id" for line in answer_history(small, new))
    # 1.02 was left to nobody else, so it is new; the former 1.03 is retired.
    assert answer(small, "N29-1.02").narrative == ""
    assert [(row.id, row.into) for row in retired(small)] == [("N29-1.03", ())]
    assert retired(small)[0].answer.narrative == "述 N29-1.03"
    undo(small)
    assert tables(small) == before
    redo(small)
    assert answer(small, "N29-2.01").narrative == "述 N29-1.01"


def test_a_split_item_is_copied_to_every_part(small: Workbook) -> None:
    words = {id_: id_ for id_ in OLD_IDS} | {"N29-1.01": "甲", "N29-3.01": "乙"}
    take_over(small, edition("2", words, Maps("1", split={"N29-1.01": ("N29-1.01", "N29-3.01")})))
    first, second = answer(small, "N29-1.01"), answer(small, "N29-3.01")
    assert first.narrative == second.narrative == "述 N29-1.01"
    assert first.review == second.review is not None
    assert first.evidence_count == second.evidence_count == 2
    assert [part.number for part in articles(small)] == [1, 2, 3]


def test_merged_items_are_joined_and_their_sources_kept(small: Workbook) -> None:
    sources = ("N29-1.02", "N29-1.03")
    edit_answer(small, "N29-1.02", progress=Progress.DONE, unit="甲局")
    edit_answer(small, "N29-1.03", progress=Progress.IN_PROGRESS, unit="乙局")
    words = {id_: id_ for id_ in OLD_IDS if id_ not in sources} | {"N29-1.02": "并"}
    take_over(small, edition("2", words, Maps("1", merged={"N29-1.02": sources})))
    row = answer(small, "N29-1.02")
    assert row.narrative == "【N29-1.02】\n述 N29-1.02\n【N29-1.03】\n述 N29-1.03"
    assert (row.progress, row.level, row.unit) == (Progress.IN_PROGRESS, 1, "甲局、乙局")
    assert row.review
    assert [item.id for item in row.review.before] == list(sources)
    assert row.evidence_count == 4
    (kept,) = retired(small)
    assert (kept.id, kept.into, kept.version) == ("N29-1.03", ("N29-1.02",), "1")
    assert kept.answer.narrative == "述 N29-1.03"
    assert kept.answer.evidence_count == 2


def test_a_dossier_of_two_merged_items_says_what_it_proves_for_both(small: Workbook) -> None:
    dossier = evidence_list(small, "N29-1.02")[0]
    link(small, dossier.id, "N29-1.03", "附件三", "证明乙")
    words = {"N29-1.02": "并"}
    take_over(small, edition("2", words, Maps("1", merged={"N29-1.02": ("N29-1.02", "N29-1.03")})))
    links = {
        row.requirement_id: row
        for row in evidence_list(small)
        if row.id == dossier.id
        for row in row.links
    }
    assert "【N29-1.03】附件三 证明乙" in links["N29-1.02"].proves
    assert links["N29-1.03@1"].proves == "证明乙"


def test_what_is_left_out_stays_readable_and_does_not_count(small: Workbook) -> None:
    take_over(small, edition("2", {"N29-1.01": "N29-1.01"}))
    state = overview(small, END)
    assert state.score.tally.total == 1
    assert [part.info.number for part in state.articles] == [1]
    assert len(retired(small)) == 7
    row = answer(small, "N29-2.04@1")
    assert (row.retired, row.narrative) == (True, "述 N29-2.04")
    with pytest.raises(UserError, match=r"requirement\.retired"):
        edit_answer(small, "N29-2.04@1", narrative="改")
    with pytest.raises(UserError, match=r"requirement\.retired"):
        link(small, evidence_list(small)[0].id, "N29-2.04@1")
    assert finish(verify(small)).ok


def test_an_id_that_comes_and_goes_again(small: Workbook) -> None:
    for version in ("2", "1", "2", "1"):
        words = {id_: id_ for id_ in OLD_IDS if version == "1" or id_ != "N29-2.04"}
        take_over(small, edition(version, words))
    assert {row.answer.requirement_id for row in retired(small)} == {"N29-2.04@1", "N29-2.04@1.2"}
    assert answer(small, "N29-2.04").narrative == ""


def test_weights_go_with_their_items(small: Workbook) -> None:
    present = scheme(small)
    save_scheme(
        small, present.with_item_weights({"N29-1.01": 3.0, "N29-1.02": 2.0, "N29-2.01": 5.0})
    )
    maps = Maps("1", {"N29-1.01": "N29-3.01"}, merged={"N29-1.02": ("N29-1.03", "N29-1.02")})
    take_over(small, edition("2", {"N29-3.01": "a", "N29-1.02": "b", "N29-2.02": "c"}, maps))
    assert scheme(small).item_weights == {"N29-3.01": 3.0, "N29-1.02": 2.0}


def test_another_document_is_refused(small: Workbook) -> None:
    other = replace(edition("2", {"N29-1.01": "x"}), id="outline")
    before = tables(small)
    for work in (take_over, edition_differences):
        with pytest.raises(UserError, match=r"edition\.other-document"):
            work(small, other)
    assert tables(small) == before
