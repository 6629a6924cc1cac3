"""Whatever is done, undone, redone and emptied: what the workbook names is there."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.steps import finish
from app.errors import UserError
from app.queries.bin import bin_list
from app.queries.verification import verify
from app.services.bin import empty
from app.services.undo import redo, undo
from app.services.workbooks import open_workbook
from tests.services.test_undo import FILES, Clerk, Write, items, picks, writes

# What can bring a file in, out, or back.
STEPS = st.one_of(
    writes("add", st.lists(st.integers(0, FILES - 1), min_size=1, max_size=2), items),
    writes("add_into", st.lists(st.integers(0, FILES - 1), min_size=1, max_size=2), picks),
    writes("remove", st.lists(picks, min_size=1, max_size=2)),
    writes("remove_file", picks, st.integers(0, 3), st.booleans()),
    writes("restore", picks),
    st.sampled_from(["undo", "redo", "empty", "empty one"]),
)


def step(clerk: Clerk, wanted: Write | str) -> None:
    if isinstance(wanted, Write):
        clerk.do(wanted)
    elif wanted in ("undo", "redo"):
        try:
            (undo if wanted == "undo" else redo)(clerk.workbook)
        except UserError as error:
            if error.code not in ("undo.purged", "undo.nothing", "redo.nothing"):
                raise
    else:
        rows = bin_list(clerk.workbook)
        rows = rows[:1] if wanted == "empty one" else rows
        if rows:
            empty(clerk.workbook, [row.id for row in rows])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sequence=st.lists(STEPS, min_size=4, max_size=16))
def test_nothing_that_is_named_goes_missing(
    filled_template: Path, tmp_path_factory: pytest.TempPathFactory, sequence: list[Write | str]
) -> None:
    folder = tmp_path_factory.mktemp("emptying")
    shutil.copytree(filled_template, folder / "w")
    files = [folder / f"材料{n}.txt" for n in range(FILES)]
    for n, file in enumerate(files):
        file.write_text(f"材料 {n // 2}")  # two and two have the same bytes
    workbook = open_workbook(folder / "w")
    try:
        clerk = Clerk(workbook, files)
        for wanted in sequence:
            step(clerk, wanted)
        found = finish(verify(workbook))
        assert found.ok
        assert found.surplus == ()
    finally:
        workbook.close()
        shutil.rmtree(folder)
