"""How the room of the intake table is shared among its columns."""

from app.views.intake.columns import Name
from app.views.intake.fitting import shared

LEAST = 60
WANTED: dict[Name, int] = {"choice": 80, "file": 300, "title": 400, "issuing_body": 90}


def test_where_there_is_room_all_get_what_they_want_and_the_title_the_rest() -> None:
    assert shared(WANTED, 1000, LEAST) == {**WANTED, "title": 530}


def test_where_there_is_none_those_that_want_most_give() -> None:
    widths = shared(WANTED, 570, LEAST)
    assert widths == {"choice": 80, "issuing_body": 90, "file": 171, "title": 229}
    assert sum(widths.values()) == 570


def test_no_column_vanishes() -> None:
    assert shared(WANTED, 100, LEAST) == {"choice": 80, "file": 60, "title": 60, "issuing_body": 60}


def test_without_a_title_the_file_gets_the_rest() -> None:
    assert shared({"choice": 80, "file": 100}, 500, LEAST) == {"choice": 80, "file": 420}
