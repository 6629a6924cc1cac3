from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalog.load import load_default_scheme
from app.domain.scheme import FULL, Scheme
from app.domain.scoring import ItemState, item_points, score, tally
from app.domain.vocabulary import Progress

SCHEME = load_default_scheme()
EQUAL = replace(SCHEME, article_weights={}, item_weights={})

states = st.builds(
    ItemState,
    requirement_id=st.uuids().map(str),
    article=st.integers(1, 8),
    progress=st.sampled_from(Progress),
    level=st.none() | st.integers(0, 4),
)
many_states = st.lists(states, max_size=20)
weights = st.floats(0, 100) | st.integers(0, 100).map(float)


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    shares = sorted(draw(st.lists(st.floats(0, 1), min_size=5, max_size=5)))
    return replace(
        SCHEME,
        levels=tuple(
            replace(level, share=share) for level, share in zip(SCHEME.levels, shares, strict=True)
        ),
        article_weights=draw(st.dictionaries(st.integers(1, 8), weights)),
    )


def item(
    article: int, level: int | None, progress: Progress = Progress.DONE, id_: str = "x"
) -> ItemState:
    return ItemState(id_, article, progress, level)


@given(schemes(), many_states)
def test_points_lie_between_none_and_full(scheme: Scheme, items: list[ItemState]) -> None:
    result = score(scheme, items)
    for points in (result.points, *(part.points for part in result.articles)):
        assert points is None or -1e-9 <= points <= FULL + 1e-9


@given(schemes(), many_states)
def test_what_does_not_apply_leaves_the_denominator(scheme: Scheme, items: list[ItemState]) -> None:
    applicable = [each for each in items if each.progress is not Progress.NOT_APPLICABLE]
    assert score(scheme, items).points == pytest.approx(score(scheme, applicable).points)


@given(schemes(), many_states, st.randoms(use_true_random=False))
def test_order_does_not_matter(scheme: Scheme, items: list[ItemState], random: Random) -> None:
    shuffled = list(items)
    random.shuffle(shuffled)
    assert score(scheme, shuffled).points == pytest.approx(score(scheme, items).points)


@given(schemes(), st.lists(states, min_size=1, max_size=20), st.data())
def test_a_higher_level_never_costs_points(
    scheme: Scheme, items: list[ItemState], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(items) - 1))
    old = items[place]
    higher = [None, 0, 1, 2, 3, 4][[None, 0, 1, 2, 3, 4].index(old.level) :]
    better = [*items]
    better[place] = replace(old, level=data.draw(st.sampled_from(higher)))
    before, after = score(scheme, items).points, score(scheme, better).points
    assert (before is None) == (after is None)
    assert before is None or after is None or after >= before - 1e-9


@given(many_states, st.floats(0.01, 1))
def test_only_the_proportion_of_weights_counts(items: list[ItemState], factor: float) -> None:
    scaled = replace(
        SCHEME,
        article_weights={key: value * factor for key, value in SCHEME.article_weights.items()},
    )
    assert score(scaled, items).points == pytest.approx(score(SCHEME, items).points)


@given(many_states)
def test_the_tally_counts_each_once(items: list[ItemState]) -> None:
    counts = tally(items)
    assert counts.total == len(items)
    assert counts.done <= counts.started <= counts.applicable <= counts.total
    assert 0 <= counts.done_share <= 1


def test_articles_and_items_weigh_as_the_scheme_says() -> None:
    scheme = replace(EQUAL, article_weights={1: 3, 2: 1}, item_weights={"heavy": 3, "light": 1})
    items = [item(1, 4), item(2, 0, id_="heavy"), item(2, 4, id_="light")]
    result = score(scheme, items)
    assert [part.points for part in result.articles] == [100, 25]
    assert result.points == pytest.approx((3 * 100 + 25) / 4)


def test_an_unrated_item_earns_nothing_but_counts() -> None:
    assert score(EQUAL, [item(1, None), item(1, 4)]).points == 50


def test_nothing_to_score_is_none_and_has_no_grade() -> None:
    nothing = score(SCHEME, [])
    assert (nothing.points, nothing.grade, nothing.articles) == (None, None, ())
    only = [item(1, 4, Progress.NOT_APPLICABLE)]
    assert score(SCHEME, only).points is None
    assert item_points(SCHEME, only[0]) is None
    assert tally(only).done_share == 0
    weightless = replace(EQUAL, article_weights={1: 0})
    assert score(weightless, [item(1, 4)]).points is None


def test_an_article_without_weight_is_shown_but_does_not_count() -> None:
    scheme = replace(EQUAL, article_weights={1: 0})
    result = score(scheme, [item(1, 0), item(2, 4)])
    assert result.points == 100
    assert result.articles[0].points == 0


@pytest.mark.parametrize(
    ("points", "grade"),
    [(100, "优秀"), (90, "优秀"), (89.9, "良好"), (80, "良好"), (60, "合格"), (0, "待提升")],
)
def test_grade_bands(points: float, grade: str) -> None:
    assert SCHEME.grade(points).zh == grade


def test_the_grade_is_that_of_the_points_as_they_are_shown() -> None:
    assert SCHEME.grade(89.96).zh == "优秀"  # printed as 90
    assert SCHEME.grade(89.9999999999).zh == "优秀"
    assert SCHEME.grade(89.94).zh == "良好"
