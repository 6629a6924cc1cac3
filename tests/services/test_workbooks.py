from datetime import date
from pathlib import Path

import pytest

from app.catalog.load import load_notice
from app.domain.vocabulary import Progress, Stage
from app.errors import UserError
from app.queries.answers import answers
from app.queries.catalogue import articles, document, requirement_texts
from app.queries.profile import profile
from app.services.workbooks import NewPilot, create_workbook

START, END = date(2023, 3, 27), date(2026, 3, 26)


def test_a_new_workbook_carries_its_catalogue(tmp_path: Path) -> None:
    notice = load_notice()
    workbook = create_workbook(tmp_path / "深" / "处", NewPilot(" 浙江试点 ", "33", START, END))
    assert tuple(requirement_texts(workbook)) == notice.requirements
    assert [info.heading for info in articles(workbook)] == [a.heading for a in notice.articles]
    assert (document(workbook).number, document(workbook).version) == (
        notice.number,
        notice.version,
    )
    assert {row.progress for row in answers(workbook)} == {Progress.NOT_STARTED}
    row = profile(workbook)
    assert (row.name, row.region, row.start, row.end) == ("浙江试点", "33", START, END)
    assert (row.sample, row.stage) == (False, Stage.INTERIM)
    workbook.close()
    assert sorted(path.name for path in workbook.folder.iterdir() if path.name[0] != ".") == [
        "backups",
        "evidence",
        "workbook.sqlite",
    ]


@pytest.mark.parametrize(
    ("pilot", "code"),
    [
        (NewPilot(" \t", "33"), "profile.name"),
        (NewPilot("x", "99"), "profile.region"),
        (NewPilot("x", "00"), "profile.region"),
        (NewPilot("x", "33", END, START), "profile.period"),
        (NewPilot("长" * 201, "33"), "field.too-long"),
    ],
)
def test_what_cannot_be_a_pilot_makes_no_folder(tmp_path: Path, pilot: NewPilot, code: str) -> None:
    with pytest.raises(UserError) as caught:
        create_workbook(tmp_path / "w", pilot)
    assert caught.value.code == code
    assert list(tmp_path.iterdir()) == []


def test_the_sample_region_is_for_samples(tmp_path: Path) -> None:
    workbook = create_workbook(tmp_path / "w", NewPilot("示例", "00", sample=True))
    assert profile(workbook).sample
    workbook.close()
