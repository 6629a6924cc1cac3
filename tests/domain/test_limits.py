import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.limits import FIELD_LIMITS, PARAGRAPHS, clean_text
from app.errors import UserError

anything = st.text(st.characters(), max_size=60)


@pytest.mark.parametrize("field", FIELD_LIMITS)
def test_a_field_takes_its_limit_and_no_more(field: str) -> None:
    limit = FIELD_LIMITS[field]
    assert clean_text(field, "字" * limit) == "字" * limit
    with pytest.raises(UserError) as caught:
        clean_text(field, "字" * (limit + 1))
    assert caught.value.params == {"field": field, "length": limit + 1, "limit": limit}


def test_white_space_around_does_not_count() -> None:
    assert clean_text("title", "  " + "字" * 200 + "\n") == "字" * 200


@given(st.sampled_from(sorted(FIELD_LIMITS)), anything)
def test_cleaning_twice_changes_nothing_and_gives_storable_text(field: str, value: str) -> None:
    cleaned = clean_text(field, value)
    assert clean_text(field, cleaned) == cleaned
    cleaned.encode()
    assert not set(cleaned) & {"\x00", "\x1b", "\r", "\x7f", "\x85", "\ufffe", "\uffff"}


def test_only_what_is_written_in_paragraphs_keeps_line_ends() -> None:
    assert clean_text("narrative", "一\r\n二\r三") == "一\n二\n三"
    assert clean_text("title", "一\r\n二\r三") == "一 二 三"
    assert set(FIELD_LIMITS) > PARAGRAPHS
