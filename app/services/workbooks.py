"""Creating and opening workbooks."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from sqlalchemy.orm import Session

from app.domain.limits import clean_text
from app.domain.regions import REGIONS, SAMPLE_REGION
from app.domain.scheme import scheme_as_dict
from app.domain.vocabulary import Origin
from app.errors import UserError
from app.models import Pilot, Response, SchemeRow
from app.store.opening import check_integrity, open_workbook, prepare_folder
from app.store.unfinished import unfinished
from app.store.workbook import Workbook

if TYPE_CHECKING:
    from app.catalog.schema import Document

__all__ = ["NewPilot", "Workbook", "check_integrity", "create_workbook", "open_workbook"]


@dataclass(frozen=True, slots=True)
class NewPilot:
    """What a new workbook starts with; `sample` marks invented data on every page."""

    name: str
    region: str
    start: date | None = None
    end: date | None = None
    sample: bool = False


def create_workbook(folder: Path, pilot: NewPilot) -> Workbook:
    """Make a workbook of a pilot region with all requirements of the Notice, and open it.

    Raises UserError `profile.name`, `profile.region`, `profile.period`, `workbook.exists`.
    """
    # Reading YAML is needed for creating only: start-up time.
    from app.catalog.load import load_default_scheme, load_notice

    if pilot.region not in REGIONS and not (pilot.sample and pilot.region == SAMPLE_REGION):
        raise UserError("profile.region", region=pilot.region)
    if pilot.start and pilot.end and pilot.end < pilot.start:
        raise UserError("profile.period")
    name = clean_text("name", pilot.name)
    if not name:
        raise UserError("profile.name")
    document = load_notice()
    scheme = load_default_scheme()
    with unfinished(folder) as scratch:
        prepare_folder(scratch)
        with (
            closing(open_workbook(scratch)) as workbook,
            workbook.write("workbook.create", name=name) as unit,
        ):
            unit.session.add(
                Pilot(
                    name=name,
                    region=pilot.region,
                    start=pilot.start,
                    end=pilot.end,
                    sample=pilot.sample,
                )
            )
            unit.session.add(SchemeRow(content=scheme_as_dict(scheme)))
            _add_catalogue(unit.session, document)
            _add_indicators(unit.session, document)
    return open_workbook(folder)


def _add_indicators(session: Session, document: Document) -> None:
    """The Outline's indicators; those of other documents are offered, not given."""
    from app.catalog.load_library import library
    from app.services.presets import enter_preset  # start-up time

    known = library()
    requirements = {item.id for item in document.requirements}
    for preset in known.indicators:
        if preset.origin is Origin.OUTLINE:
            enter_preset(session, known, preset, requirements)


def _add_catalogue(session: Session, document: Document) -> None:
    from app.services.catalogue_rows import (  # start-up time
        article_row,
        document_row,
        requirement_rows,
    )

    session.add(document_row(document))
    session.add_all(article_row(document, article) for article in document.articles)
    for row in requirement_rows(document):
        session.add(row)
        session.add(Response(id=str(uuid4()), requirement_id=row.id))
