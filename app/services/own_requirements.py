"""Requirements that the region adds (地方自设要求), kept apart from those of the Notice."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict, Unpack
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from app import texts
from app.catalog.requirement import content_hash
from app.domain.changes import Changes
from app.domain.limits import clean_text
from app.domain.own import OWN_ARTICLE, OWN_DOCUMENT, is_own_id
from app.domain.vocabulary import Text
from app.errors import UserError
from app.models import (
    ArticleRow,
    DocumentRow,
    EvidenceLink,
    IndicatorLink,
    PlanLink,
    PracticeLink,
    RequirementRow,
    Response,
    Tracked,
)
from app.services.fields import assign
from app.services.numbering import next_own_id
from app.store.workbook import Workbook

# Of these the requirement consists; the others are of its answer.
WORDED = ("title", "statement", "notes")
_TEXTS = (*WORDED, "unit")
_NOTHING = {"zh": "", "en": ""}


class OwnFields(TypedDict, total=False):
    """What of a requirement of the region's own is given; `unit` and `due` are of its answer."""

    title: str
    statement: str
    notes: str
    unit: str
    due: date | None


def add_requirement(workbook: Workbook, **fields: Unpack[OwnFields]) -> Changes:
    """Add a requirement, which needs a title; its id X-01 is in the params of the changes.

    An id that was ever given is not given again. Raises UserError `own.title`, `field.too-long`.
    """
    values = cleaned(fields)
    with workbook.write("own.add") as unit:
        unit.params["requirement"] = enter(unit.session, values)
    return unit.changes


def edit_requirement(
    workbook: Workbook, requirement_id: str, **fields: Unpack[OwnFields]
) -> Changes:
    """Change a requirement of the region's own.

    Raises UserError `own.unknown`, `own.title`, `field.too-long`.
    """
    values = cleaned(fields)
    with workbook.write("own.edit", requirement=requirement_id) as unit:
        unit.params["fields"] = change(unit.session, requirement_id, values)
    return unit.changes


def remove_requirement(workbook: Workbook, requirement_id: str) -> Changes:
    """Remove a requirement with its answer and links; undo brings all of it back.

    The evidence itself stays, and the answer can be read in the history. UserError `own.unknown`.
    """
    with workbook.write("own.remove", requirement=requirement_id) as unit:
        session = unit.session
        rows: list[Tracked] = [_existing(session, requirement_id)]
        for cls in (Response, EvidenceLink, IndicatorLink, PlanLink, PracticeLink):
            rows += session.scalars(select(cls).where(cls.requirement_id == requirement_id))
        for row in rows:
            session.delete(row)
    return unit.changes


def cleaned(fields: OwnFields) -> dict[str, Any]:
    """Values as they are kept. Raises UserError `own.title`, `field.too-long`."""
    values: dict[str, Any] = dict(fields)
    for name in _TEXTS:
        if name in values:
            values[name] = clean_text(name, values[name])
    if not values.get("title", "-"):
        raise UserError("own.title")
    return values


def enter(session: Session, values: dict[str, Any], requirement_id: str = "") -> str:
    """Enter cleaned values as a new requirement, under the next free id where none is given."""
    if not values.get("title"):
        raise UserError("own.title")
    session.flush()
    requirement_id = requirement_id or next_own_id(session)
    content = _content(requirement_id, values)
    session.add(
        RequirementRow(
            id=requirement_id,
            article_id=_own_article(session),
            position=int(requirement_id.partition("-")[2]),
            content=content,
            hash=content_hash(content),
        )
    )
    answer = Response(id=str(uuid4()), requirement_id=requirement_id)
    answer.unit, answer.due = values.get("unit", ""), values.get("due")
    session.add(answer)
    return requirement_id


def change(session: Session, requirement_id: str, values: dict[str, Any]) -> list[str]:
    """Change what cleaned values name; the fields that differ. UserError `own.unknown`."""
    row = _existing(session, requirement_id)
    present = {name: _words(row.content[name]) for name in WORDED}
    content = _content(requirement_id, present | values)
    assign(row, {"content": content, "hash": content_hash(content)})
    answer = session.scalars(select(Response).where(Response.requirement_id == requirement_id))
    changed = assign(
        answer.one(), {name: values[name] for name in ("unit", "due") if name in values}
    )
    changed += [name for name in WORDED if _words(content[name]) != present[name]]
    return sorted(changed)


def _existing(session: Session, requirement_id: str) -> RequirementRow:
    row = session.get(RequirementRow, requirement_id) if is_own_id(requirement_id) else None
    if row is None:
        raise UserError("own.unknown", requirement=requirement_id)
    return row


def _content(requirement_id: str, values: dict[str, Any]) -> dict[str, Any]:
    """In the form of the catalogue; what a person wrote stands in both languages as it is."""
    return {
        "id": requirement_id,
        "article": OWN_ARTICLE,
        **{name: _as_text(values.get(name, "")) for name in WORDED},
        "guidance": _NOTHING,
        "anchors": [],
        "evidence": [],
        "department": _NOTHING,
    }


def _as_text(words: str) -> dict[str, str]:
    return Text(words, words).as_dict()


def _words(text: dict[str, str]) -> str:
    return text["zh"]


def _own_article(session: Session) -> str:
    """The article of the region's own requirements; it is made with the first of them."""
    if session.get(ArticleRow, OWN_DOCUMENT) is None:
        heading = Text(texts.text("own.heading", "zh"), texts.text("own.heading", "en")).as_dict()
        note = Text(texts.text("own.note", "zh"), texts.text("own.note", "en")).as_dict()
        session.add(
            DocumentRow(
                id=OWN_DOCUMENT,
                version="1",
                content={
                    "title": heading,
                    "number": "",
                    "issuer": _NOTHING,
                    "issued": "",
                    "note": note,
                },
            )
        )
        session.add(
            ArticleRow(
                id=OWN_DOCUMENT,
                document_id=OWN_DOCUMENT,
                number=OWN_ARTICLE,
                change=None,
                content={"heading": heading, "introduction": note},
            )
        )
    return OWN_DOCUMENT
