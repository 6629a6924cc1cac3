"""A workbook whose evidence has every trouble that a name can have."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.domain.steps import finish
from app.domain.vocabulary import Confidentiality, Language, Stage
from app.reports.handover.export import hand_over
from app.reports.handover.model import HandoverRequest, HandoverResult, Kind
from app.reports.outcome import Format
from app.services.evidence import Target, add_files, edit_evidence
from app.services.evidence_links import link
from app.services.own_requirements import add_requirement
from app.services.workbooks import Workbook

TODAY = date(2026, 1, 5)
NAMES = ("A b#1.pdf", "a B#1.PDF", "50%“引号”&'.txt", "con.txt", "国" * 60 + ".docx")


@pytest.fixture
def awkward(filled: Workbook, tmp_path: Path) -> Workbook:
    """2.07-02 … 2.07-06 with such names; 2.07-02 serves others too, 2.07-03 is internal."""
    folder = tmp_path / "awkward"
    for number, name in enumerate(NAMES):
        (folder / str(number)).mkdir(parents=True)
        path = folder / str(number) / name
        path.write_text(name, encoding="utf-8")
        (added,) = finish(add_files(filled, [path], Target("N29-2.07"))).files
        assert added.number == f"2.07-{number + 2:02}"
        if number == 0:
            link(filled, added.evidence_id, "N29-5.01", "第2页", "证明")
        if number == 1:
            edit_evidence(filled, added.evidence_id, confidentiality=Confidentiality.INTERNAL)
    add_requirement(filled, title="自设：一", statement="说明")
    loose = folder / "散件.txt"
    loose.write_text("散件", encoding="utf-8")
    own = folder / "自设.txt"
    own.write_text("自设", encoding="utf-8")
    finish(add_files(filled, [loose], Target()))
    finish(add_files(filled, [own], Target("X-01")))
    return filled


HandOver = Callable[..., HandoverResult]


@pytest.fixture
def handed(tmp_path: Path) -> HandOver:
    """`handed(workbook, kind)` is a hand-over into the folder `out`."""

    def make(
        workbook: Workbook,
        kind: Kind = "folder",
        language: Language = "zh",
        internal: bool = True,
        formats: tuple[Format, ...] = (),
        out: str = "out",
    ) -> HandoverResult:
        request = HandoverRequest(tmp_path / out, kind, Stage.INTERIM, language, internal, formats)
        return finish(hand_over(workbook, request, TODAY))

    return make
