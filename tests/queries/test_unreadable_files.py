"""Verification goes on past what can't be read, and lists it."""

from pathlib import Path

from tests.children import give_away, open_to_all, run
from tests.conftest import copy_of

CODE = """
from app.queries.verification import verify
become_nobody()
workbook = open_workbook(folder, read_only=True)
found = finish(verify(workbook))
print(found.ok, len(found.missing), len(found.altered), found.checked)
print(*(file.sha256 for file in found.unreadable))
"""


def test_files_that_cannot_be_read_are_listed_and_the_others_still_read(
    filled_template: Path,
) -> None:
    with open_to_all() as place:
        folder = copy_of(filled_template, place / "w")
        first, second, *others = sorted(folder.glob("evidence/*/*"))
        assert others
        others[0].unlink()
        first.chmod(0)
        second.parent.chmod(0)
        give_away(folder)
        state, unreadable = run(CODE, folder)
    assert state.split()[:3] == ["False", "1", "0"]
    assert set(unreadable.split()) == {first.name, second.name}
