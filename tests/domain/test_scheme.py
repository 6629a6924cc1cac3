import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalog.load import load_default_scheme
from app.domain.scheme import Band, Scheme, scheme_as_dict, scheme_from_dict, validated
from app.domain.vocabulary import Text
from app.errors import UserError

SCHEME = load_default_scheme()
NAN = float("nan")


def with_shares(*shares: float) -> Scheme:
    levels = zip(SCHEME.levels, shares, strict=True)
    return replace(SCHEME, levels=tuple(replace(level, share=share) for level, share in levels))


def with_bands(*minimums: float) -> Scheme:
    return replace(SCHEME, bands=tuple(Band(minimum, Text("档", "band")) for minimum in minimums))


@pytest.mark.parametrize(
    ("scheme", "code"),
    [
        (replace(SCHEME, levels=SCHEME.levels[:-1]), "scheme.levels"),
        (replace(SCHEME, levels=SCHEME.levels[::-1]), "scheme.levels"),
        (with_shares(0, 0.5, 0.4, 0.8, 1), "scheme.shares"),
        (with_shares(-0.1, 0.2, 0.4, 0.8, 1), "scheme.shares"),
        (with_shares(0, 0.2, 0.4, 0.8, 1.1), "scheme.shares"),
        (with_shares(0, 0.2, NAN, 0.8, 1), "scheme.shares"),
        (with_bands(), "scheme.bands"),
        (with_bands(60, 90, 0), "scheme.bands"),
        (with_bands(90, 90, 0), "scheme.bands"),
        (with_bands(90, 60), "scheme.bands"),
        (with_bands(101, 0), "scheme.bands"),
        (with_bands(NAN, 0), "scheme.bands"),
        (SCHEME.with_article_weight(1, -1), "scheme.weights"),
        (SCHEME.with_article_weight(1, 100.5), "scheme.weights"),
        (SCHEME.with_article_weight(1, NAN), "scheme.weights"),
        (replace(SCHEME, item_weights={"N29-1.01": 101}), "scheme.weights"),
    ],
)
def test_a_scheme_that_cannot_score_is_refused(scheme: Scheme, code: str) -> None:
    with pytest.raises(UserError) as caught:
        validated(scheme)
    assert caught.value.code == code


def test_the_default_scheme_is_valid_and_marked_unofficial() -> None:
    assert validated(SCHEME) is SCHEME
    assert "非官方模板" in SCHEME.name.zh
    assert "unofficial template" in SCHEME.name.en


@given(
    st.dictionaries(st.integers(1, 8), st.floats(0, 100)),
    st.dictionaries(st.text(min_size=1, max_size=8), st.floats(0, 100)),
)
def test_a_scheme_survives_json(articles: dict[int, float], items: dict[str, float]) -> None:
    scheme = replace(SCHEME, article_weights=articles, item_weights=items)
    assert scheme_from_dict(json.loads(json.dumps(scheme_as_dict(scheme)))) == scheme


@pytest.mark.parametrize(
    "change",
    [
        {"name": None},
        {"name": {"zh": "无英文"}},
        {"levels": 3},
        {"levels": [{"level": "x"}]},
        {"levels": [{"level": float("inf"), "label": {"zh": "", "en": ""}, "share": 0}]},
        {"bands": [{"minimum": "hoch", "label": {"zh": "", "en": ""}}]},
        {"article_weights": [1, 2]},
        {"article_weights": {"one": 1}},
        {"item_weights": None},
    ],
)
def test_what_is_no_scheme_is_called_unreadable(change: dict[str, Any]) -> None:
    with pytest.raises(UserError) as caught:
        scheme_from_dict({**scheme_as_dict(SCHEME), **change})
    assert caught.value.code == "scheme.unreadable"


def test_a_missing_part_is_called_unreadable() -> None:
    for name in scheme_as_dict(SCHEME):
        data = scheme_as_dict(SCHEME)
        del data[name]
        with pytest.raises(UserError) as caught:
            scheme_from_dict(data)
        assert caught.value.code == "scheme.unreadable"
