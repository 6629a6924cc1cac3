"""A workbook of a given size, filled through the store's door in a few large operations."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

from sqlalchemy import select

from app.domain.vocabulary import EvidenceKind
from app.models import Attachment, Evidence, EvidenceLink, RequirementRow, Response
from app.services.numbering import number_prefix
from app.services.workbooks import NewPilot, create_workbook

_SENTENCE = "本地区围绕该要求建立工作机制，明确责任单位和完成时限，形成可复制的经验做法。"


def fill(
    folder: Path,
    dossiers: int,
    links_each: int,
    answer_length: int,
    today: date,
    *,
    distinct: bool = False,
    standards: bool = False,
) -> None:
    """Each dossier has one file and links with several requirements.

    All files are the same bytes, or with `distinct` others that are not there. With `standards`
    every third dossier is named after one.
    """
    start = today - timedelta(days=700)
    workbook = create_workbook(
        folder, NewPilot("性能测试", "33", start, start + timedelta(days=1090))
    )
    content = "性能测试用佐证材料".encode()
    sha256 = hashlib.sha256(content).hexdigest()
    target = workbook.vault.path(sha256)
    target.parent.mkdir(parents=True)
    target.write_bytes(content)
    with workbook.write("evidence.add", count=dossiers) as unit:
        session = unit.session
        ids = list(session.scalars(select(RequirementRow.id).order_by(RequirementRow.id)))
        for number, response in enumerate(session.scalars(select(Response))):
            response.narrative = (_SENTENCE * (answer_length // len(_SENTENCE) + 1))[:answer_length]
            response.progress = "done" if number % 2 else "in-progress"
            response.level = number % 5
        for number in range(dossiers):
            digest = digest_of(number) if distinct else sha256
            formed_on = today - timedelta(days=number % 600)
            standard = f"DB33/T {1000 + number}-2023 " if standards and number % 3 == 0 else ""
            title = f"{standard}关于推进标准化工作的佐证材料 编号 {number}"
            dossier = _dossier(number, title, ids, links_each, formed_on, digest, len(content))
            session.add_all(dossier)
    workbook.close()


def digest_of(number: int) -> str:
    """Under which a `distinct` file of a dossier is known."""
    return hashlib.sha256(str(number).encode()).hexdigest()


def _dossier(
    number: int,
    title: str,
    ids: list[str],
    links_each: int,
    formed_on: date,
    sha256: str,
    size: int,
) -> Iterator[object]:
    """A dossier with its file and its links; `ids` are those of the requirements."""
    evidence_id = str(uuid4())
    first = ids[number % len(ids)]
    kinds = list(EvidenceKind)
    yield Evidence(
        id=evidence_id,
        number=f"{number_prefix(first)}-{number // len(ids) + 1:02}",
        title=title,
        kind=kinds[number % len(kinds)].value,
        document_number=f"示例发〔2024〕{number}号",
        formed_on=formed_on,
    )
    yield Attachment(
        evidence_id=evidence_id,
        position=1,
        name=f"佐证材料{number}.pdf",
        sha256=sha256,
        size=size,
    )
    for offset in range(links_each):
        requirement = ids[(number + 7 * offset) % len(ids)]
        yield EvidenceLink(evidence_id=evidence_id, requirement_id=requirement, locator="第3页")
