"""A requirement as a frozen dataclass, and its plain form for workbook and JSON."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from app.domain.vocabulary import Text

# Where a requirement stands, as against what it says.
_PLACE = ("id", "article")


@dataclass(frozen=True)
class Requirement:
    """One operative phrase of the Notice, paraphrased.

    `anchors` say what levels 1 to 4 mean for this requirement, in this order; `evidence` are
    typical kinds of evidence; `department` is who is usually responsible.
    """

    id: str
    article: int
    title: Text
    statement: Text
    guidance: Text
    anchors: tuple[Text, ...]
    evidence: tuple[Text, ...]
    department: Text

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the content, so that a changed wording is noticed whatever its version."""
        return content_hash(requirement_as_dict(self))


def content_hash(data: Mapping[str, Any]) -> str:
    """SHA-256 over canonical JSON (sorted keys, no spaces, UTF-8), as 64 hex digits."""
    canonical = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def wording_hash(item: Requirement) -> str:
    """Hash of what a requirement says, whatever its id and article."""
    content = requirement_as_dict(item)
    return content_hash({name: content[name] for name in content if name not in _PLACE})


def requirement_as_dict(item: Requirement) -> dict[str, Any]:
    """Plain form of a requirement; `requirement_from_dict` reads it back."""
    return {
        "id": item.id,
        "article": item.article,
        "title": item.title.as_dict(),
        "statement": item.statement.as_dict(),
        "guidance": item.guidance.as_dict(),
        "anchors": [text.as_dict() for text in item.anchors],
        "evidence": [text.as_dict() for text in item.evidence],
        "department": item.department.as_dict(),
    }


def requirement_from_dict(data: Mapping[str, Any]) -> Requirement:
    return Requirement(
        id=data["id"],
        article=data["article"],
        title=Text(**data["title"]),
        statement=Text(**data["statement"]),
        guidance=Text(**data["guidance"]),
        anchors=tuple(Text(**text) for text in data["anchors"]),
        evidence=tuple(Text(**text) for text in data["evidence"]),
        department=Text(**data["department"]),
    )
