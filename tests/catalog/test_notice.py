"""The catalogue of the Notice: complete, particular, bilingual and in the house style."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from app.catalog.load import load_notice
from app.catalog.requirement import Requirement, requirement_as_dict, requirement_from_dict
from app.domain.vocabulary import Change, Text

ITEMS_OF_ARTICLES = (12, 10, 10, 13, 15, 13, 7, 8)
NOTICE = load_notice()
HEADINGS = (
    "加强组织领导，建立完善推动标准化创新发展的体制机制",
    "优化标准供给结构，实现标准供给由政府主导向政府与市场并重转变",
    "推进全域标准化，实现标准运用由产业与贸易为主向经济社会全域转变",
    "提升标准国际化水平，实现标准化工作由国内驱动向国内国际相互促进转变",
    "增强标准化治理效能，实现标准化发展由数量规模型向质量效益型转变",
    "夯实标准化发展基础，提升标准化工作水平",
    "加强协调联动，形成标准化创新发展工作合力",
    "加强试点管理，及时总结推广经验",
)
HAN = "[\u4e00-\u9fff]"


def texts_of(item: Requirement) -> Iterator[Text]:
    yield from (item.title, item.statement, item.guidance, item.department)
    yield from (*item.anchors, *item.evidence)


def all_texts() -> Iterator[tuple[str, Text]]:
    yield from ((NOTICE.id, text) for text in (NOTICE.title, NOTICE.issuer, NOTICE.note))
    for article in NOTICE.articles:
        yield from (
            (f"article {article.number}", t) for t in (article.heading, article.introduction)
        )
    for item in NOTICE.requirements:
        yield from ((item.id, text) for text in texts_of(item))


def test_the_88_items_are_those_of_the_notice() -> None:
    expected = [
        f"N29-{article}.{number:02}"
        for article, count in enumerate(ITEMS_OF_ARTICLES, 1)
        for number in range(1, count + 1)
    ]
    assert len(expected) == 88
    assert [item.id for item in NOTICE.requirements] == expected


def test_articles_two_to_five_are_the_four_changes() -> None:
    changes = [article.change for article in NOTICE.articles]
    assert changes == [None, *Change, None, None, None]
    assert tuple(article.heading.zh for article in NOTICE.articles) == HEADINGS


def test_the_document_is_named_as_it_is() -> None:
    assert NOTICE.number == "国标委发〔2022〕29号"
    assert NOTICE.issued == date(2022, 8, 22)
    assert NOTICE.version


def test_every_item_has_its_anchors_and_evidence() -> None:
    for item in NOTICE.requirements:
        assert len(set(item.anchors)) == 4, item.id
        assert 3 <= len(item.evidence) <= 6, item.id


@pytest.mark.parametrize("language", ["zh", "en"])
def test_guidance_and_anchors_belong_to_one_item_each(language: str) -> None:
    seen: dict[str, str] = {}
    for item in NOTICE.requirements:
        for text in (item.title, item.statement, item.guidance, *item.anchors):
            key = re.sub(r"\W+", "", getattr(text, language)).lower()
            assert seen.setdefault(key, item.id) == item.id, f"{item.id} repeats {seen[key]}"


@pytest.mark.parametrize("item", NOTICE.requirements, ids=lambda item: item.id)
def test_the_hash_changes_with_every_text(item: Requirement) -> None:
    hashes = {item.hash}
    data = requirement_as_dict(item)
    for name, value in data.items():
        if name in ("id", "article"):
            continue
        rows = value if isinstance(value, list) else [value]
        for row in rows:
            for language in ("zh", "en"):
                old, row[language] = row[language], row[language] + "。"
                hashes.add(requirement_from_dict(data).hash)
                row[language] = old
    assert len(hashes) == 1 + 2 * (4 + 4 + len(item.evidence))
    assert requirement_from_dict(data).hash == item.hash


def test_the_hash_does_not_depend_on_where_it_is_computed() -> None:
    empty = Text("", "")
    blank = replace(
        NOTICE.requirements[0],
        **dict.fromkeys(("title", "statement", "guidance", "department"), empty),
        anchors=(),
        evidence=(),
    )
    assert blank.hash == "58c39cb5dc0a89f059c1f58950b0d0e79788621d266284688ba346379ee823a7"


def test_chinese_texts_are_chinese() -> None:
    for place, text in all_texts():
        assert re.search(HAN, text.zh), place
        assert not re.search(HAN, text.en), place


def test_chinese_punctuation_is_full_width() -> None:
    for place, text in all_texts():
        bad = re.search(rf"{HAN}[,;:?!()]|[,;:?!()]{HAN}|{HAN}\.({HAN}|$)", text.zh)
        assert not bad, f"{place}: {bad and text.zh[max(0, bad.start() - 8) : bad.end() + 8]}"


def test_the_document_is_never_called_a_circular() -> None:
    for place, text in all_texts():
        assert not re.search(r"《通知》|本通知|该通知|29号通知|29号文通知", text.zh), place


def test_digits_are_half_width() -> None:
    for place, text in all_texts():
        assert not re.search("[０-９Ａ-Ｚａ-ｚ]", text.zh), place


def test_no_text_has_blanks_that_nobody_meant() -> None:
    for place, text in all_texts():
        assert not re.search(rf"{HAN} +{HAN}|  |\t| $", text.zh.replace("\n\n", "")), place
        assert not re.search(r"[^\n]  +|\t| \n", text.en), place
