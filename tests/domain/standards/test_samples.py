"""A table of real-looking samples: what each text names, nothing where it names no standard."""

import csv
from pathlib import Path

import pytest

from app.domain.standards.finding import find_standards, parse_standard

_FILE = Path(__file__).with_name("samples.csv")


def _samples() -> list[tuple[str, str]]:
    with _FILE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))
    return [(row["text"], row["expected"]) for row in rows]


_SAMPLES = _samples()


@pytest.mark.parametrize(("text", "expected"), _SAMPLES, ids=[text for text, _ in _SAMPLES])
def test_what_a_text_names(text: str, expected: str) -> None:
    assert ";".join(one.designation for one in find_standards(text)) == expected


@pytest.mark.parametrize(("text", "expected"), _SAMPLES, ids=[text for text, _ in _SAMPLES])
@pytest.mark.parametrize(
    "frame", ["按照{}的要求执行。", "附件1_{}_正式发布稿.pdf", "（{}）", "\t{}\t"]
)
def test_neither_words_nor_brackets_around_it_matter(text: str, expected: str, frame: str) -> None:
    found = find_standards(frame.format(text))
    assert ";".join(one.designation for one in found) == expected


def test_the_table_is_of_good_and_bad_samples() -> None:
    assert len({text for text, _ in _SAMPLES}) == len(_SAMPLES) >= 120
    assert sum(not expected for _, expected in _SAMPLES) >= 30


@pytest.mark.parametrize(
    "designation", sorted({one for _, expected in _SAMPLES for one in expected.split(";") if one})
)
def test_a_number_in_its_form_is_read_as_itself(designation: str) -> None:
    standard = parse_standard(designation)
    assert standard is not None
    assert standard.designation == designation
