"""What all tests share: an environment that is nobody's own, and workbooks to work on.

Making a workbook reads the catalogue and runs the migrations; so it is made once for each run, and
every test gets a copy.
"""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from app.domain.steps import finish
from app.domain.vocabulary import EvidenceKind, Progress
from app.services.answers import edit_answer
from app.services.evidence import Target, add_files, edit_evidence
from app.services.profile import edit_profile
from app.services.workbooks import NewPilot, Workbook, create_workbook, open_workbook
from tests import isolation

Make = Callable[..., Path]

# No deadline: the machine may be busy. A fixture may be shared by the examples of one test where
# the test says so itself.
settings.register_profile(
    "workbook", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("workbook")

START, END = date(2023, 3, 27), date(2026, 3, 26)


def pytest_unconfigure() -> None:
    shutil.rmtree(isolation.HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def empty_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a fresh, closed workbook of 浙江; copy it, don't open it."""
    folder = tmp_path_factory.mktemp("template") / "empty"
    create_workbook(folder, NewPilot("浙江试点", "33", START, END)).close()
    return folder


@pytest.fixture(scope="session")
def filled_template(empty_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a closed workbook with answers, two dossiers and a full profile."""
    folder = copy_of(empty_template, tmp_path_factory.mktemp("template") / "filled")
    workbook = open_workbook(folder)
    try:
        fill(workbook, tmp_path_factory.mktemp("files"))
    finally:
        workbook.close()
    return folder


def copy_of(template: Path, target: Path) -> Path:
    """A copy of a closed workbook's folder, times and rights as they were."""
    shutil.copytree(template, target)
    return target


def fill(workbook: Workbook, files: Path) -> None:
    edit_profile(
        workbook,
        lead_unit="浙江省市场监督管理局",
        approval_number="国标委发〔2023〕1号",
        contact_name="王敏",
        contact_phone="0571-12345678",
        contact_email="wangmin@example.cn",
    )
    edit_answer(
        workbook,
        "N29-1.01",
        progress=Progress.DONE,
        level=4,
        narrative="省委全面深化改革委员会两次研究标准化工作。",
        unit="省市场监督管理局",
    )
    edit_answer(
        workbook,
        "N29-2.07",
        progress=Progress.IN_PROGRESS,
        level=2,
        narrative="团体标准培育工程已启动。\n第二批名单正在评审。",
        problems="社会团体标准化能力不均衡。",
        next_steps="2026年开展良好行为评价。",
        due=date(2026, 6, 30),
    )
    edit_answer(workbook, "N29-3.02", progress=Progress.NOT_APPLICABLE, reason="本省没有海洋产业。")
    plan, minutes, photo = (files / name for name in ("实施方案.txt", "会议纪要.txt", "现场.txt"))
    plan.write_text("国家标准化创新发展试点实施方案\n", encoding="utf-8")
    minutes.write_text("联席会议第一次会议纪要\n", encoding="utf-8")
    photo.write_text("现场照片说明\n", encoding="utf-8")
    first = finish(add_files(workbook, [plan], Target("N29-1.01", locator="第3页"))).files[0]
    finish(add_files(workbook, [minutes], Target(evidence_id=first.evidence_id)))
    second = finish(add_files(workbook, [photo], Target("N29-2.07"))).files[0]
    edit_evidence(
        workbook,
        first.evidence_id,
        kind=EvidenceKind.POLICY,
        document_number="浙政办发〔2023〕24号",
        issuing_body="浙江省人民政府办公厅",
        formed_on=date(2023, 3, 27),
    )
    edit_evidence(workbook, second.evidence_id, valid_until=date(2027, 12, 31))


@pytest.fixture
def workbook(empty_template: Path, tmp_path: Path) -> Iterator[Workbook]:
    """A fresh workbook of 浙江, open for writing."""
    opened = open_workbook(copy_of(empty_template, tmp_path / "workbook"))
    yield opened
    opened.close()


@pytest.fixture
def filled(filled_template: Path, tmp_path: Path) -> Iterator[Workbook]:
    """A workbook with a handful of answers, two dossiers of evidence and a full profile."""
    opened = open_workbook(copy_of(filled_template, tmp_path / "filled"))
    yield opened
    opened.close()


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Makes text files that are to be taken in, by their names; their contents differ."""

    def write(name: str, content: str | None = None) -> Path:
        path = tmp_path / "来源" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name if content is None else content, encoding="utf-8")
        return path

    return write
