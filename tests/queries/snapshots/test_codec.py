"""Snapshots of this and of earlier versions are read back as they were."""

import json
import zlib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.checks import Finding, Place
from app.domain.vocabulary import Progress, Severity, Stage, Text
from app.queries.snapshots.codec import canonical, decode, encode
from app.queries.snapshots.content import Content
from app.reports.assemble import report_of

STORED = Path(__file__).parents[2] / "data" / "snapshot-1.json.zz"


@dataclass(frozen=True, slots=True)
class Inner:
    text: Text
    on: date | None
    share: float


@dataclass(frozen=True, slots=True)
class Outer:
    progress: Progress
    rows: tuple[Inner, ...]
    only: Inner | None
    weights: dict[int, float]
    language: Literal["zh", "en"]
    params: dict[str, object] = field(default_factory=dict)
    later: tuple[str, ...] = ("default",)


inners = st.builds(
    Inner,
    st.builds(Text, st.text(), st.text()),
    st.none() | st.dates(),
    st.floats(allow_nan=False, allow_infinity=False),
)
outers = st.builds(
    Outer,
    st.sampled_from(Progress),
    st.lists(inners, max_size=3).map(tuple),
    st.none() | inners,
    st.dictionaries(st.integers(0, 99), st.floats(0, 100)),
    st.sampled_from(["zh", "en"]),
    st.dictionaries(st.text(), st.dates() | st.text() | st.integers() | st.none(), max_size=4),
)


@given(row=outers)
def test_what_is_written_is_read_back(row: Outer) -> None:
    data = canonical(encode(row))
    read = decode(Outer, json.loads(data))
    assert read == row
    assert canonical(encode(read)) == data


def test_fields_come_and_go() -> None:
    row = Outer(Progress.DONE, (), None, {}, "zh")
    data = encode(row)
    del data["later"]
    data["of-an-older-version"] = 1
    assert decode(Outer, data) == row
    del data["rows"]
    with pytest.raises(KeyError):
        decode(Outer, data)


def test_a_finding_keeps_its_dates() -> None:
    finding = Finding(
        "due-passed",
        Severity.WARNING,
        Place("requirement", "N29-1.01", "due"),
        "N29-1.01",
        {"due": date(2025, 1, 2), "name": "2025-01-02", "count": 3},
    )
    assert decode(Finding, encode(finding)) == finding


def test_canonical_json_is_sorted_and_bare() -> None:
    assert canonical({"b": ["值", 1.0], "a": None}) == '{"a":null,"b":["值",1.0]}'.encode()


def test_a_snapshot_of_the_first_format_makes_a_report() -> None:
    data = json.loads(zlib.decompress(STORED.read_bytes()))
    assert data["format"] == 1
    content = decode(Content, data["content"])
    assert (content.day, content.stage) == (date(2026, 1, 5), Stage.INTERIM)
    assert len(content.answers) == len(content.requirements) == 88
    assert [row.number for row in content.evidence] == ["1.01-01", "2.07-01"]
    assert [row.evidence for row in content.practices] == [("2.07-01",)]
    assert [one.text for one in content.texts] == ["正文"]
    report = report_of(content, "zh")
    assert len(report.articles) == 8
    assert report.plan[0].state == "未开始（已逾期）"
    assert any("2027年12月31日" in one.valid_until for one in report.evidence)
