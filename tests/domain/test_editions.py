"""Comparison of two editions."""

import pytest

from app.domain.editions import Edition, ItemChange, Kind, Maps, compare, count
from app.errors import UserError

OLD = Edition("1", {"a": "A", "b": "B", "c": "C", "d": "D"})


def newer(hashes: dict[str, str], **maps: object) -> Edition:
    return Edition("2", hashes, Maps("1", **maps) if maps else Maps())  # type: ignore[arg-type]


def test_without_maps_ids_and_hashes_tell() -> None:
    changes = compare(OLD, newer({"e": "E", "b": "B", "a": "A2", "c": "C"}))
    assert changes == [
        ItemChange(Kind.ADDED, (), ("e",), False),
        ItemChange(Kind.SAME, ("b",), ("b",), False),
        ItemChange(Kind.EDITED, ("a",), ("a",), True),
        ItemChange(Kind.SAME, ("c",), ("c",), False),
        ItemChange(Kind.REMOVED, ("d",), (), False),
    ]
    assert count(changes)[Kind.SAME] == 2


def test_what_was_renamed_is_neither_added_nor_removed() -> None:
    changes = compare(
        OLD, newer({"a": "A", "b": "C", "e": "B2", "d": "D"}, renamed={"c": "b", "b": "e"})
    )
    assert changes[1:3] == [
        ItemChange(Kind.RENAMED, ("c",), ("b",), False),
        ItemChange(Kind.RENAMED, ("b",), ("e",), True),
    ]
    assert len(changes) == 4


def test_an_id_that_was_given_to_another_item() -> None:
    """b is the renamed a now, and what was b is gone."""
    changes = compare(OLD, newer({"b": "A", "c": "C", "d": "D"}, renamed={"a": "b"}))
    assert [change.kind for change in changes] == [
        Kind.RENAMED,
        Kind.SAME,
        Kind.SAME,
        Kind.REMOVED,
    ]
    assert changes[-1].old == ("b",)


def test_split_and_merged_items_are_one_change_each() -> None:
    changes = compare(
        OLD,
        newer(
            {"a": "A1", "e": "A2", "b": "BC", "d": "D"},
            split={"a": ("a", "e")},
            merged={"b": ("b", "c")},
        ),
    )
    assert changes == [
        ItemChange(Kind.SPLIT, ("a",), ("a", "e"), True),
        ItemChange(Kind.MERGED, ("b", "c"), ("b",), True),
        ItemChange(Kind.SAME, ("d",), ("d",), False),
    ]


def test_the_parts_of_a_split_may_stand_in_any_order() -> None:
    changes = compare(OLD, newer({"a": "A2", "e": "A1"}, split={"a": ("e", "a")}))
    assert [change.new for change in changes if change.new] == [("e", "a")]


def test_maps_count_only_for_the_edition_that_they_follow_on() -> None:
    again = Edition("2", {"b": "A"}, Maps("1", renamed={"a": "b"}))
    assert [change.kind for change in compare(again, again)] == [Kind.SAME]
    with pytest.raises(UserError) as caught:
        compare(Edition("0.9", OLD.hashes), again)
    assert caught.value.code == "edition.gap"
    assert caught.value.params == {"version": "2", "previous": "1", "present": "0.9"}


@pytest.mark.parametrize(
    ("maps", "code", "named"),
    [
        ({"renamed": {"x": "a"}}, "unknown-item", "x"),
        ({"renamed": {"a": "x"}}, "unknown-item", "x"),
        ({"split": {"a": ("a", "x")}}, "unknown-item", "x"),
        ({"merged": {"a": ("a", "x")}}, "unknown-item", "x"),
        ({"renamed": {"a": "b"}, "split": {"a": ("c", "d")}}, "named-twice", "a"),
        ({"renamed": {"a": "b", "c": "b"}}, "named-twice", "b"),
        ({"merged": {"a": ("b", "c")}, "renamed": {"c": "d"}}, "named-twice", "c"),
    ],
)
def test_maps_that_cannot_be_right(maps: dict[str, object], code: str, named: str) -> None:
    with pytest.raises(UserError) as caught:
        compare(OLD, newer(dict(OLD.hashes), **maps))
    assert caught.value.code == f"edition.{code}"
    assert caught.value.params["requirement"] == named
