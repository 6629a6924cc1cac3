"""Undo and redo: any sequence of writes taken back ends where it began."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.changes import Changes
from app.domain.report_template import ReportTemplate
from app.domain.steps import finish
from app.domain.vocabulary import Confidentiality, EvidenceKind, Language, Progress, Stage
from app.errors import UserError
from app.queries.bin import bin_list
from app.queries.evidence import evidence, evidence_list
from app.queries.own import own_requirements
from app.queries.plan import tasks
from app.queries.practices import practices
from app.queries.profile import scheme
from app.queries.verification import verify
from app.services.answers import edit_answer
from app.services.bin import restore
from app.services.evidence import Target, add_files, edit_evidence, remove
from app.services.evidence_files import remove_file
from app.services.evidence_links import link, unlink
from app.services.own_requirements import add_requirement, edit_requirement, remove_requirement
from app.services.plan import add_task, edit_task, remove_task
from app.services.practices import add_practice, edit_practice, remove_practice
from app.services.profile import edit_profile, save_scheme
from app.services.report_texts import set_text
from app.services.templates import save_template
from app.services.undo import redo, undo, undo_state
from app.services.workbooks import Workbook, open_workbook
from tests.state import tables, tamper

TODAY = date(2026, 1, 5)

ITEMS = ("N29-1.01", "N29-2.07", "N29-8.08")
FILES = 5

words = st.text("试点标准 a=\n", max_size=8)
days = st.none() | st.dates(date(2023, 1, 1), date(2027, 12, 31))
items = st.sampled_from(ITEMS)
# Which of the dossiers that there are, counted round; nothing happens where there are none.
picks = st.integers(0, 9)


def some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


@dataclass(frozen=True)
class Write:
    """One call of a service."""

    name: str
    args: tuple[Any, ...]


def writes(name: str, *args: st.SearchStrategy[Any]) -> st.SearchStrategy[Write]:
    return st.builds(Write, st.just(name), st.tuples(*args))


any_write = st.one_of(
    writes(
        "answer",
        items,
        some(
            progress=st.sampled_from(Progress),
            level=st.none() | st.integers(0, 4),
            due=days,
            **dict.fromkeys(("reason", "narrative", "problems", "next_steps", "unit"), words),
        ),
    ),
    writes(
        "profile",
        some(
            region=st.sampled_from(["11", "33"]),
            stage=st.sampled_from(Stage),
            start=days,
            end=days,
            **dict.fromkeys(("name", "lead_unit", "approval_number", "contact_name"), words),
        ),
    ),
    writes("scheme", st.integers(1, 8), st.sampled_from([0.0, 5.0, 12.5])),
    writes("add", st.lists(st.integers(0, FILES - 1), max_size=3), items | st.just("")),
    writes("add_into", st.lists(st.integers(0, FILES - 1), max_size=2), picks),
    writes(
        "evidence",
        picks,
        some(
            kind=st.sampled_from(EvidenceKind),
            confidentiality=st.sampled_from(Confidentiality),
            formed_on=days,
            valid_until=days,
            document_number=words,
            notes=words,
        ),
    ),
    writes("link", picks, items, words, words),
    writes("unlink", picks, items),
    writes("remove", st.lists(picks, max_size=3)),
    writes("remove_file", picks, st.integers(0, 3), st.booleans()),
    writes("restore", picks),
    writes("own_add", words, days),
    writes("own_edit", picks, some(title=words, statement=words, unit=words, due=days)),
    writes("own_remove", picks),
    writes("task_add", st.integers(2023, 2026), st.lists(items, max_size=2)),
    writes(
        "task_edit",
        picks,
        some(
            title=words,
            due=days,
            state=st.sampled_from(Progress),
            requirements=st.lists(items, max_size=2),
        ),
    ),
    writes("task_remove", picks),
    writes("practice_add", words, st.lists(items, max_size=2), st.lists(picks, max_size=2)),
    writes(
        "practice_edit",
        picks,
        some(what=words, effect=words, requirements=st.lists(items, max_size=2)),
        st.none() | st.lists(picks, max_size=2),
    ),
    writes("practice_remove", picks),
    writes("text", st.sampled_from(["basics", "own-a"]), st.sampled_from(["zh", "en"]), words),
    writes("template", st.sampled_from(["甲", "乙"]), st.booleans()),
)


class Clerk:
    """Carries writes out on a workbook, for all examples of a test."""

    def __init__(self, workbook: Workbook, files: list[Path]) -> None:
        self.workbook = workbook
        self.files = files

    def do(self, write: Write) -> Changes:
        return getattr(self, f"_{write.name}")(*write.args) or Changes()

    def _dossier(self, pick: int) -> str:
        ids = [row.id for row in evidence_list(self.workbook)]
        return ids[pick % len(ids)] if ids else ""

    def _answer(self, item: str, fields: dict[str, Any]) -> Changes:
        return edit_answer(self.workbook, item, **fields)

    def _profile(self, fields: dict[str, Any]) -> Changes:
        return edit_profile(self.workbook, **fields)

    def _scheme(self, article: int, weight: float) -> Changes:
        present = scheme(self.workbook)
        return save_scheme(self.workbook, present.with_article_weight(article, weight))

    def _add(self, which: list[int], item: str) -> Changes:
        paths = [self.files[n] for n in which]
        return finish(add_files(self.workbook, paths, Target(item))).changes

    def _add_into(self, which: list[int], pick: int) -> Changes | None:
        if dossier := self._dossier(pick):
            paths = [self.files[n] for n in which]
            return finish(add_files(self.workbook, paths, Target(evidence_id=dossier))).changes
        return None

    def _evidence(self, pick: int, fields: dict[str, Any]) -> Changes | None:
        dossier = self._dossier(pick)
        return edit_evidence(self.workbook, dossier, **fields) if dossier else None

    def _link(self, pick: int, item: str, locator: str, proves: str) -> Changes | None:
        dossier = self._dossier(pick)
        return link(self.workbook, dossier, item, locator, proves) if dossier else None

    def _unlink(self, pick: int, item: str) -> Changes | None:
        dossier = self._dossier(pick)
        return unlink(self.workbook, dossier, item) if dossier else None

    def _remove(self, chosen: list[int]) -> Changes:
        ids = [dossier for pick in chosen if (dossier := self._dossier(pick))]
        return remove(self.workbook, ids, TODAY)

    def _remove_file(self, pick: int, which: int, all_editions: bool) -> Changes | None:
        dossier = self._dossier(pick)
        row = evidence(self.workbook, dossier) if dossier else None
        files = (*row.files, *row.earlier) if row else ()
        if not files:
            return None
        file = files[which % len(files)]
        return remove_file(self.workbook, file.id, all_editions=all_editions)

    def _restore(self, pick: int) -> Changes | None:
        ids = [row.id for row in bin_list(self.workbook)]
        return restore(self.workbook, [ids[pick % len(ids)]]) if ids else None

    def _own_add(self, title: str, due: date | None) -> Changes:
        return add_requirement(self.workbook, title=f"甲{title}", due=due)

    def _own(self, pick: int) -> str:
        ids = [row.id for row in own_requirements(self.workbook)]
        return ids[pick % len(ids)] if ids else ""

    def _own_edit(self, pick: int, fields: dict[str, Any]) -> Changes | None:
        own = self._own(pick)
        if "title" in fields:
            fields = {**fields, "title": f"乙{fields['title']}"}
        return edit_requirement(self.workbook, own, **fields) if own else None

    def _own_remove(self, pick: int) -> Changes | None:
        own = self._own(pick)
        return remove_requirement(self.workbook, own) if own else None

    def _task_add(self, year: int, requirements: list[str]) -> Changes:
        own = [row.id for row in own_requirements(self.workbook)][:1]
        return add_task(self.workbook, year=year, title="丙", requirements=requirements + own)

    def _task(self, pick: int) -> str:
        codes = [row.code for row in tasks(self.workbook)]
        return codes[pick % len(codes)] if codes else ""

    def _task_edit(self, pick: int, fields: dict[str, Any]) -> Changes | None:
        task = self._task(pick)
        if "title" in fields:
            fields = {**fields, "title": f"丁{fields['title']}"}
        return edit_task(self.workbook, task, **fields) if task else None

    def _task_remove(self, pick: int) -> Changes | None:
        task = self._task(pick)
        return remove_task(self.workbook, task) if task else None

    def _practice(self, pick: int) -> str:
        codes = [row.code for row in practices(self.workbook)]
        return codes[pick % len(codes)] if codes else ""

    def _dossiers(self, chosen: list[int]) -> list[str]:
        return [dossier for pick in chosen if (dossier := self._dossier(pick))]

    def _practice_add(self, title: str, requirements: list[str], chosen: list[int]) -> Changes:
        shown = self._dossiers(chosen)
        return add_practice(
            self.workbook, title=f"戊{title}", requirements=requirements, evidence=shown
        )

    def _practice_edit(
        self, pick: int, fields: dict[str, Any], chosen: list[int] | None
    ) -> Changes | None:
        practice = self._practice(pick)
        if chosen is not None:
            fields = {**fields, "evidence": self._dossiers(chosen)}
        return edit_practice(self.workbook, practice, **fields) if practice else None

    def _practice_remove(self, pick: int) -> Changes | None:
        practice = self._practice(pick)
        return remove_practice(self.workbook, practice) if practice else None

    def _text(self, section: str, language: Language, text: str) -> Changes:
        return set_text(self.workbook, section, language, text)

    def _template(self, name: str, sign_off: bool) -> Changes:
        return save_template(self.workbook, ReportTemplate(name, sign_off=sign_off))


@pytest.fixture(scope="module")
def clerk(filled_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clerk]:
    folder = tmp_path_factory.mktemp("undo")
    shutil.copytree(filled_template, folder / "w")
    files = [folder / f"材料{n}.txt" for n in range(FILES)]
    for n, file in enumerate(files):
        file.write_text(f"材料 {n // 2}")  # two and two have the same bytes
    workbook = open_workbook(folder / "w")
    yield Clerk(workbook, files)
    assert finish(verify(workbook)).ok
    workbook.close()


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(sequence=st.lists(any_write, max_size=12))
def test_what_is_undone_in_full_is_the_start_and_redone_the_end(
    clerk: Clerk, sequence: list[Write]
) -> None:
    start = tables(clerk.workbook)
    done = sum(bool(clerk.do(write)) for write in sequence)
    end = tables(clerk.workbook)
    for _ in range(2):
        for _ in range(done):
            undo(clerk.workbook)
        assert tables(clerk.workbook) == start
        for _ in range(done):
            redo(clerk.workbook)
        assert tables(clerk.workbook) == end
    if done:
        assert undo_state(clerk.workbook).redo is None


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(sequence=st.lists(any_write | st.sampled_from(["undo", "redo"]), max_size=20))
def test_writes_undo_and_redo_in_any_order(clerk: Clerk, sequence: list[Write | str]) -> None:
    """The workbook does as two stacks of states would."""
    clerk.do(Write("answer", ("N29-3.01", {"narrative": "一"})))
    clerk.do(Write("answer", ("N29-3.01", {"narrative": ""})))  # there is nothing to redo now
    past: list[Any] = []
    future: list[Any] = []
    now = tables(clerk.workbook)
    for step in sequence:
        if isinstance(step, Write):
            if clerk.do(step):
                past.append(now)
                future.clear()
        elif step == "undo" and past:
            undo(clerk.workbook)
            future.append(now)
            assert tables(clerk.workbook) == past.pop()
        elif step == "redo":
            if future:
                redo(clerk.workbook)
                past.append(now)
                assert tables(clerk.workbook) == future.pop()
            else:
                with pytest.raises(UserError, match=r"redo\.nothing"):
                    redo(clerk.workbook)
        now = tables(clerk.workbook)


def test_a_new_workbook_has_nothing_to_undo(workbook: Workbook) -> None:
    state = undo_state(workbook)
    assert (state.undo, state.redo) == (None, None)
    for work in (undo, redo):
        with pytest.raises(UserError) as caught:
            work(workbook)
        assert caught.value.code == f"{work.__name__}.nothing"


def test_what_will_be_undone_is_named(workbook: Workbook) -> None:
    edit_answer(workbook, "N29-1.01", narrative="一")
    edit_profile(workbook, lead_unit="省局")
    state = undo_state(workbook)
    assert state.undo
    assert (state.undo.kind, state.undo.params) == ("profile.edit", {"fields": ["lead_unit"]})
    changes = undo(workbook)
    assert (changes.kind, changes.params["kind"]) == ("undo", "profile.edit")
    assert changes.touches("pilot")
    state = undo_state(workbook)
    assert state.undo
    assert state.redo
    assert (state.undo.kind, state.redo.kind) == ("answer.edit", "profile.edit")
    assert undo_state(workbook).redo == state.redo
    edit_answer(workbook, "N29-1.02", narrative="二")
    assert undo_state(workbook).redo is None


def test_undo_survives_closing(workbook: Workbook) -> None:
    start = tables(workbook)
    edit_answer(workbook, "N29-1.01", narrative="一")
    workbook.close()
    again = open_workbook(workbook.folder)
    undo(again)
    assert tables(again) == start
    again.close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE response SET narrative = 'x' WHERE requirement_id = 'N29-1.01'",
        "DELETE FROM response WHERE requirement_id = 'N29-1.01'",
    ],
)
def test_what_moved_on_since_is_not_undone(workbook: Workbook, statement: str) -> None:
    edit_answer(workbook, "N29-1.01", narrative="一", level=2)
    workbook.close()
    tamper(workbook.database, statement)
    again = open_workbook(workbook.folder)
    before = tables(again)
    with pytest.raises(UserError) as caught:
        undo(again)
    assert caught.value.code == "undo.conflict"
    assert tables(again) == before
    again.close()
