"""What the sample says: everything invented, specific, in both languages, right for the day."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from app.catalog.load import load_notice
from app.domain.dates import exceeds_pilot_period
from app.domain.vocabulary import LANGUAGES, Language, Progress
from app.sample.content import read_content
from app.sample.region import RegionContent

TODAY = date(2026, 11, 20)
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
STANDARD = re.compile(r"(T/[A-Z]+|DB\d\d/T) \d+-\d{4}")
HAN = re.compile("[一-鿿]")
HALF_WIDTH = re.compile(r"(?<=[一-鿿])[,;:!?()]|[,;:!?()](?=[一-鿿])")


@pytest.mark.parametrize("today", [date(2024, 1, 1), date(2026, 2, 28), date(2028, 12, 31)])
def test_the_pilot_is_in_its_second_or_third_year(today: date) -> None:
    content = read_content("zh", today)
    assert 300 <= (today - content.start).days <= 3 * 366
    assert today < content.end
    assert not exceeds_pilot_period(content.start, content.end)
    # What is shown as having happened lies before the day.
    assert all(row.formed_on < date(today.year, 1, 1) for row in content.evidence)
    assert sum(bool(row.valid_until and row.valid_until < today) for row in content.evidence) == 1


def test_enough_is_answered_and_some_is_left_out_on_purpose() -> None:
    content = read_content("zh", TODAY)
    known = {item.id for item in load_notice().requirements}
    assert set(content.answers) < known
    narratives = [row["narrative"] for row in content.answers.values() if "narrative" in row]
    assert len(narratives) >= 60
    assert len(set(narratives)) == len(narratives)
    for field in ("problems", "next_steps"):
        texts = [row for row in content.answers.values() if field in row]
        assert len(texts) >= len(content.answers) / 3
    states = [row["progress"] for row in content.answers.values()]
    assert states.count(Progress.NOT_APPLICABLE) == 3
    assert states.count(Progress.DONE) > 20
    assert states.count(Progress.IN_PROGRESS) > 20


def region_texts(region: RegionContent, language: Language) -> Iterator[str]:
    for row in region.indicators:
        yield from (text for one in row.readings for text in (one.source, one.notes))
        if not isinstance(row.subject, str):
            named = (row.subject.title, row.subject.meaning, row.subject.source)
            yield from (text.in_(language) for text in named)
            yield from (why.in_(language) for _, why in row.subject.measures)
    for own in region.own:
        yield from (str(text) for text in own.fields.values())
        yield from (own.answer.get(name, "") for name in ("narrative", "next_steps", "unit"))
        yield from (text for _, proof in own.proofs for text in (proof.locator, proof.proves))
    for task in region.plan:
        yield from (task["title"], task["unit"], task["notes"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_in_their_language(language: Language) -> None:
    content = read_content(language, TODAY)
    answers = [str(value) for row in content.answers.values() for value in row.values()]
    shown = [
        *(text for text in answers if text not in [*map(str, Progress), "None"]),
        *(part for row in content.evidence for part in (row.title, row.text, row.issuing_body)),
        *(text for row in content.evidence for p in row.proofs for text in (p.locator, p.proves)),
        *region_texts(content.region, language),
        *content.report.texts.values(),
        content.report.baseline.title,
        content.report.baseline.narrative,
        *(
            value
            for row in content.report.practices
            for value in row.fields.values()
            if isinstance(value, str)
        ),
    ]
    for text in shown:
        assert "{" not in text
        if language == "zh":
            assert not LATIN_WORD.search(STANDARD.sub("", text)), text
            assert not HALF_WIDTH.search(text), text
        else:
            assert not HAN.search(text), text


def test_evidence_names_known_requirements_and_invented_bodies() -> None:
    content = read_content("zh", TODAY)
    known = {item.id for item in load_notice().requirements}
    assert 40 <= len(content.evidence) <= 60
    assert {proof.requirement_id for row in content.evidence for proof in row.proofs} <= known
    assert all("示例" in row.issuing_body for row in content.evidence)
    numbers = [row.document_number for row in content.evidence if row.document_number]
    assert all(re.fullmatch(r"示例\w+〔20\d\d〕(\d+号|第\d+号)", number) for number in numbers)
    assert len(set(numbers)) == len(numbers)
    assert sum(len(row.proofs) > 1 for row in content.evidence) > 10
