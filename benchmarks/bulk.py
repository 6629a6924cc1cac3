"""Tens of thousands of dossiers, written as plain rows through the store's own door."""

from __future__ import annotations

import hashlib
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.domain.vocabulary import EvidenceKind
from app.models import Attachment, Evidence, EvidenceLink, RequirementRow
from app.services.numbering import number_prefix
from app.services.workbooks import Workbook

# Dossiers of one operation: the record holds each of their fields in memory until its end.
_AT_ONCE = 4_000


def add_dossiers(workbook: Workbook, count: int, today: date) -> None:
    """Each has one file and two links; all files are the same bytes."""
    content = "性能测试用佐证材料".encode()
    sha256 = hashlib.sha256(content).hexdigest()
    target = workbook.vault.path(sha256)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    file = {"sha256": sha256, "size": len(content)}
    with workbook.read() as session:
        requirements = list(session.scalars(select(RequirementRow.id).order_by(RequirementRow.id)))
    for start in range(0, count, _AT_ONCE):
        numbers = range(start, min(count, start + _AT_ONCE))
        with workbook.write("evidence.add", count=len(numbers)) as unit:
            unit.insert_many(Evidence, [_dossier(n, requirements, today) for n in numbers])
            unit.insert_many(Attachment, [_file(n) | file for n in numbers])
            links = [_link(n, place, requirements) for n in numbers for place in range(2)]
            unit.insert_many(EvidenceLink, links)


def dossier_id(number: int) -> str:
    """The id of the dossier with a number, counted from 0."""
    return _id(1, number)


def _id(part: int, number: int) -> str:
    return str(UUID(int=part << 96 | number, version=4))


def _dossier(number: int, requirements: list[str], today: date) -> dict[str, Any]:
    kinds = list(EvidenceKind)
    running = number // len(requirements) + 1
    return {
        "id": dossier_id(number),
        "number": f"{number_prefix(requirements[number % len(requirements)])}-{running:02}",
        "title": f"关于推进标准化工作的佐证材料（编号 {number}）",
        "kind": kinds[number % len(kinds)].value,
        "document_number": f"示例发〔2024〕{number}号",
        "issuing_body": "示例省市场监督管理局",
        "formed_on": today - timedelta(days=number % 600),
        "valid_until": None,
        "confidentiality": "none",
        "notes": "",
        "binned_on": None,
    }


def _file(number: int) -> dict[str, Any]:
    return {
        "id": _id(2, number),
        "evidence_id": dossier_id(number),
        "position": 1,
        "name": f"佐证材料{number}.pdf",
        "edition": 1,
        "replaced_by": None,
    }


def _link(number: int, place: int, requirements: list[str]) -> dict[str, Any]:
    return {
        "id": _id(3 + place, number),
        "evidence_id": dossier_id(number),
        "requirement_id": requirements[(number + 7 * place) % len(requirements)],
        "locator": "第3页",
        "proves": "",
    }
