"""The pilot's profile and scoring scheme."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.domain.scheme import Scheme, scheme_from_dict
from app.domain.vocabulary import Stage
from app.models import Pilot, SchemeRow
from app.models.base import columns
from app.store.workbook import Workbook

# What a report can't do without.
REQUIRED = ("name", "lead_unit", "approval_number", "start", "end", "contact_name", "contact_phone")


@dataclass(frozen=True, slots=True)
class Profile:
    """Profile of the pilot region; `region` is a GB/T 2260 code, `stage` is reported on."""

    id: str
    name: str
    region: str
    lead_unit: str
    approval_number: str
    start: date | None
    end: date | None
    contact_name: str
    contact_phone: str
    contact_email: str
    sample: bool
    stage: Stage

    @property
    def missing(self) -> tuple[str, ...]:
        """Required fields that are empty."""
        return tuple(name for name in REQUIRED if not getattr(self, name))


def profile(workbook: Workbook) -> Profile:
    with workbook.read() as session:
        row = session.execute(select(*columns(Pilot))).one()
        return Profile(
            id=row.id,
            name=row.name,
            region=row.region,
            lead_unit=row.lead_unit,
            approval_number=row.approval_number,
            start=row.start,
            end=row.end,
            contact_name=row.contact_name,
            contact_phone=row.contact_phone,
            contact_email=row.contact_email,
            sample=row.sample,
            stage=Stage(row.stage),
        )


def scheme(workbook: Workbook) -> Scheme:
    """The scoring scheme in force."""
    with workbook.read() as session:
        return scheme_from_dict(session.execute(select(columns(SchemeRow).content)).scalar_one())
