"""Taking in 500 files of 2 MB, looked at first, against copying and hashing them.

The floor is `cp` of all files, `sync` of the copies and `sha256sum` of them, with warm caches, as
for one large file in benchmarks.evidence. Ours is what happens to a folder that is dropped: each
file is hashed and compared with what is there (survey), then copied, hashed again, synced, and
entered as a dossier (take). What reading text takes does not count, as the text of the whole files
is read behind; that of their first pages, for the proposals, is in the detail.
"""

from __future__ import annotations

import os
import random
import shutil
from pathlib import Path

from benchmarks.evidence import new_workbook, system_tools
from benchmarks.files import make_file
from benchmarks.measure import Result, figures, seconds

FILES = 500
SIZE = 2 * 1000**2
_KINDS = (".pdf", ".pdf", ".pdf", ".docx", ".docx", ".jpg", ".jpg", ".txt", ".wps", ".zip")
_OURS = """
import sys, time
from pathlib import Path
from app.domain.steps import finish
from app.services.evidence import Target
from app.services.intake import survey, taking
from app.services.workbooks import open_workbook
workbook = open_workbook(Path(sys.argv[1]))
reading, proposal = [], survey.proposal
def timed(*arguments):
    started = time.perf_counter()
    proposed = yield from proposal(*arguments)
    reading.append(time.perf_counter() - started)
    return proposed
survey.proposal = timed
started = time.perf_counter()
items = finish(survey.survey(workbook, [Path(sys.argv[2])], Target()))
result = finish(taking.take(workbook, items))
elapsed = time.perf_counter() - started
outcomes = {file.outcome for file in result.files}
assert outcomes == {"added"} and all(item.requirement_id for item in items), outcomes
workbook.close()
print(elapsed - sum(reading), sum(reading))
"""


def run(scratch: Path) -> list[Result]:
    source = scratch / "材料"
    sources = _make_files(source)
    os.sync()
    turns = []
    for turn in range(3):
        copies = scratch / "copies"
        copies.mkdir()
        floor = seconds(lambda copies=copies: system_tools(sources, copies))
        shutil.rmtree(copies)
        folder = scratch / f"workbook-{turn}"
        new_workbook(folder)
        mine, reading = figures(_OURS, str(folder), str(source))
        turns.append((mine / floor, mine, floor, reading))
        shutil.rmtree(folder)
    shutil.rmtree(source)
    ratio, mine, floor, reading = sorted(turns)[1]
    detail = f"{mine:.2f} s against {floor:.2f} s; and {reading:.2f} s for proposals"
    return [Result(f"{FILES} files of 2 MB taken in", ratio, 1.3, "x", detail)]


def _make_files(folder: Path) -> list[Path]:
    """Named as people name them, in folders by requirement; no two have the same bytes."""
    luck = random.Random(2)
    made = []
    for number in range(FILES):
        requirement = folder / f"2.0{1 + number % 9} 佐证"
        requirement.mkdir(parents=True, exist_ok=True)
        file = requirement / f"2.0{1 + number % 9}-团体标准-{number:03}{_KINDS[number % 10]}"
        make_file(file, SIZE, luck)
        made.append(file)
    return made
