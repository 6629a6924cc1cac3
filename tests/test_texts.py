"""Every sentence that the program may need is there, in both languages and with the same gaps."""

import ast
import json
import re
from collections.abc import Iterator
from datetime import date
from string import Formatter
from typing import get_args, get_type_hints

import pytest

from app import paths, texts
from app.catalog.library import Wording
from app.domain.editions import Kind
from app.domain.limits import FIELD_LIMITS
from app.domain.report_sections import Section
from app.domain.vocabulary import (
    LANGUAGES,
    Change,
    Confidentiality,
    Direction,
    EvidenceKind,
    Language,
    Origin,
    Pace,
    Period,
    Progress,
    Severity,
    Stage,
    Trend,
    Unit,
)
from app.errors import EnvironmentProblem, UserError
from app.queries.library.entries import EntryKind
from app.queries.profile import REQUIRED
from app.services.answers import AnswerFields
from app.services.evidence import EvidenceFields, Outcome
from app.services.indicators import IndicatorFields
from app.services.measurements import ReadingFields
from app.services.own_requirements import OwnFields
from app.services.plan import TaskFields
from app.services.practices import PracticeFields
from app.services.profile import ProfileFields
from app.store import problems
from tests.sources import calls, constant

# Where the code of an error is put together, and what from.
PUT_TOGETHER = {
    "app/catalog/reader.py",  # catalog.<problem>, from Node.fail
    "app/services/undo.py",  # undo.nothing, redo.nothing
    "app/store/problems.py",  # from the system's error numbers
}
# No Chinese word says these.
LATIN = {
    "builtin",
    "now",
    "PDF",
    "Excel",
    "Word",
    "JSON",
    "Ctrl",
    "SHA",
    "Windows",
    "workbook",
    "sqlite",
    "zh",
    "en",
    "four",
    "changes",
}


def all_texts() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for file in sorted((paths.resources() / "i18n").glob("texts-*.json")):
        for key, pair in json.loads(file.read_text(encoding="utf-8")).items():
            assert key not in found, f"{key} is there twice"
            found[key] = pair
    return found


TEXTS = all_texts()


def raised() -> Iterator[tuple[str, str, ast.Call]]:
    """Module, code and call of every error that is raised with a code written out."""
    for name in ("UserError", "EnvironmentProblem"):
        for path, call in calls(name):
            if code := constant(call):
                yield path, code, call
            else:
                assert path in PUT_TOGETHER, f"{path}:{call.lineno} hides its code"


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_error_has_a_sentence() -> None:
    codes = {code for _, code, _ in raised()}
    codes |= {f"catalog.{code}" for _, call in calls("fail") if (code := constant(call, 1))}
    codes |= {"undo.nothing", "redo.nothing"}
    codes |= set(problems._BY_ERRNO.values()) | set(problems._BY_SQLITE.values())
    assert len(codes) > 50
    assert {f"error.{code}" for code in codes} <= TEXTS.keys()


def test_every_sentence_gets_what_it_names() -> None:
    for path, code, call in raised():
        given = {keyword.arg for keyword in call.keywords}
        if None not in given:  # not handed on as **params
            needed = gaps(TEXTS[f"error.{code}"]["zh"]) | gaps(TEXTS[f"error.{code}"]["en"])
            assert needed <= given, f"{path}:{call.lineno}"
    for code in {*problems._BY_ERRNO.values(), *problems._BY_SQLITE.values()}:
        assert gaps(TEXTS[f"error.{code}"]["zh"]) <= {"path", "detail"}


def test_every_operation_has_its_words() -> None:
    kinds = {kind for _, call in calls("write") if (kind := constant(call)) and "." in kind}
    assert {"workbook.create", "answer.edit", "evidence.add"} <= kinds
    assert {f"operation.{kind}" for kind in (*kinds, "undo", "redo")} <= TEXTS.keys()


def test_every_check_has_its_words() -> None:
    codes = {
        code
        for name in ("Finding", "found")
        for path, call in calls(name)
        if path == "app/domain/checks.py" and (code := constant(call))
    }
    assert len(codes) == 22
    assert {f"check.{code}" for code in codes} <= TEXTS.keys()


def test_every_word_of_the_field_has_its_name() -> None:
    for prefix, words in {
        "progress": Progress,
        "change": Change,
        "change.full": Change,
        "stage": Stage,
        "kind": EvidenceKind,
        "confidentiality": Confidentiality,
        "severity": Severity,
        "outcome": get_args(Outcome),
        "measure": Unit,
        "direction": Direction,
        "frequency": Period,
        "pace": Pace,
        "origin": Origin,
        "entry": get_args(EntryKind),
        "wording": get_args(Wording),
        "edition": Kind,
        "trend": Trend,
        "section": Section,
    }.items():
        assert {f"{prefix}.{word}" for word in words} <= TEXTS.keys()


def test_every_field_has_its_name() -> None:
    fields = {*FIELD_LIMITS, *REQUIRED, "evidence", "files", "links"}
    for typed in (
        AnswerFields,
        EvidenceFields,
        ProfileFields,
        IndicatorFields,
        ReadingFields,
        OwnFields,
        TaskFields,
        PracticeFields,
    ):
        fields |= get_type_hints(typed).keys()
    assert {f"field.{field}" for field in fields} <= TEXTS.keys()


def test_every_text_that_is_asked_for_by_name_is_there() -> None:
    keys = {key for _, call in calls("text") if (key := constant(call)) and "." in key}
    assert keys <= TEXTS.keys()


def test_both_languages_say_the_same() -> None:
    for key, pair in TEXTS.items():
        assert pair.keys() == set(LANGUAGES), key
        assert all(text.strip() for text in pair.values()), key
        # A number is spelt 一, 二, 三 in Chinese headings.
        zh = {"number" if name == "numeral" else name for name in gaps(pair["zh"])}
        assert zh == gaps(pair["en"]), key


def test_chinese_is_chinese() -> None:
    for key, pair in TEXTS.items():
        text = re.sub(r"\{[^}]*\}|--[a-z-]+|U盘|N29-[\d.]+", "", pair["zh"])
        assert set(re.findall("[A-Za-z]{2,}", text)) <= LATIN, key
        assert not re.search(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]", text), key
        assert not re.search("[０-９]", text), key
        assert "通知" not in text, key
        assert not re.search(r"[\u4e00-\u9fff]", pair["en"]), key


def test_scores_and_grades_say_that_they_are_unofficial() -> None:
    for key in ("report.scheme-note", "report.summary.score", "report.summary.grade"):
        assert "非官方模板" in TEXTS[key]["zh"]
        assert "nofficial template" in TEXTS[key]["en"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_filled_in_for_people(language: Language) -> None:
    too_large = UserError(
        "file.too-large", name="{a}.mp4", size=3 * 1024**3, limit_bytes=2 * 1024**3
    )
    words = texts.sentence(too_large, language)
    assert "{a}.mp4" in words
    assert "3.0 GB" in words
    too_long = UserError("field.too-long", field="narrative", length=20_001, limit=20_000)
    assert texts.text("field.narrative", language) in texts.sentence(too_long, language)
    due = texts.text("check.due-passed", language, due=date(2026, 1, 5))
    assert ("2026年1月5日" if language == "zh" else "2026-01-05") in due


def test_what_is_damaged_is_said_in_words() -> None:
    cut = EnvironmentProblem("workbook.damaged", path="浙江", detail="cut")
    assert "（文件不完整）" in texts.sentence(cut, "zh")
    said_by_sqlite = EnvironmentProblem("workbook.damaged", path="浙江", detail="page 7 is bad")
    assert "（page 7 is bad）" in texts.sentence(said_by_sqlite, "zh")


def test_a_field_of_a_file_keeps_the_name_that_it_has_there() -> None:
    error = EnvironmentProblem(
        "catalog.missing-field", file="a.yaml", item="N29-1.01", field="title"
    )
    assert "title" in texts.sentence(error, "zh")


def test_operations_in_words() -> None:
    params: dict[str, object] = {"requirement": "N29-2.07", "fields": ["level", "narrative"]}
    assert texts.operation("answer.edit", params, "zh") == "修改 N29-2.07 的自评等级、工作情况"
    inner: dict[str, object] = {"kind": "answer.edit", "params": params}
    assert texts.operation("undo", inner, "zh").startswith("撤销：修改 N29-2.07")
    assert texts.operation("redo", inner, "en").startswith("Redo: Change Rating, What was done")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LANG": "zh_TW"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
    ],
)
def test_the_language_of_the_system(
    variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert texts.system_language() == language


def test_english_has_one_and_many() -> None:
    one = texts.text("fact.plan", "en", total=1, done=1, overdue=0)
    many = texts.text("fact.plan", "en", total=3, done=2, overdue=0)
    assert one == "Of 1 task of the plan 1 is done and 0 overdue."
    assert many == "Of 3 tasks of the plan 2 are done and 0 overdue."
    assert not [key for key, pair in TEXTS.items() if "(s)" in pair["en"]]


def test_quotation_marks_within_quotation_marks_are_single() -> None:
    kind = next(key for key, pair in TEXTS.items() if "“{section}”" in pair["zh"])
    shown = texts.text(kind, "zh", section=Section.CHANGES)
    assert "“‘四个转变’任务完成情况”" in shown
