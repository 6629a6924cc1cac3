import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.queries.search.tokens import TOKENIZER, pattern, phrase, tokens

_TEXT = "浙江省人民政府办公厅印发ＧＢ／Ｔ 1.1—2020，团体标\n准 Café 2023年"


def found(text: str, word: str) -> bool:
    """Whether FTS5 finds a word in a text with our tokens."""
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE VIRTUAL TABLE t USING fts5(x, tokenize='{TOKENIZER}')")
    connection.execute("INSERT INTO t VALUES (?)", (tokens(text),))
    wanted = phrase(word)
    hit = wanted and connection.execute("SELECT 1 FROM t WHERE t MATCH ?", (wanted,)).fetchone()
    connection.close()
    return bool(hit)


@pytest.mark.parametrize(
    "word",
    ["政府", "人民政府", "府", "厅", "发", "标准", "团体标准", "gb/t", "GB/T 1.1", "1.1-20", "ｇｂ",
     "caf", "2023年", "印发GB", "江", "印发ＧＢ／Ｔ1.1", "gb/t1.1"],
)  # fmt: skip
def test_words_that_stand_there(word: str) -> None:
    assert found(_TEXT, word)


@pytest.mark.parametrize(
    "word", ["政办", "江苏", "府人", "标体", "gb/z", "1.2", "af", "—", "，", '"']
)
def test_words_that_do_not(word: str) -> None:
    assert not found(_TEXT, word)


@given(st.text("政府标准印ab12 ，\n", min_size=1, max_size=40), st.data())
def test_every_piece_of_a_run_is_found(text: str, data: st.DataObject) -> None:
    runs = [run for run in "".join(text.split()).replace("，", " ").split() if run]
    if not runs:
        return
    han = [run for run in runs if not run.isascii() and all(sign > "\u4e00" for sign in run)]
    for run in han:
        start = data.draw(st.integers(0, len(run) - 1))
        end = data.draw(st.integers(start + 1, len(run)))
        assert found(run, run[start:end])


@given(st.text(max_size=40))
def test_no_query_is_too_strange(word: str) -> None:
    found(_TEXT, word)
    pattern(word)


@pytest.mark.parametrize("word", ["政府", "团体标准", "gb/t", "ｇｂ/ｔ", "1.1"])
def test_the_place_in_the_text(word: str) -> None:
    match = pattern(word).search(_TEXT)
    assert match is not None
    assert tokens(match[0]).split()[0] in tokens(_TEXT)
