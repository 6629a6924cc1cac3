"""The pilot's profile and scoring scheme."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy import select

from app.domain.changes import Changes
from app.domain.document_numbers import normalize_document_number
from app.domain.limits import clean_text
from app.domain.regions import REGIONS, SAMPLE_REGION
from app.domain.scheme import Scheme, scheme_as_dict, validated
from app.domain.vocabulary import Stage
from app.errors import UserError
from app.models import Pilot, SchemeRow
from app.services.fields import assign
from app.store.workbook import Workbook

_TEXTS = (
    "name",
    "lead_unit",
    "approval_number",
    "contact_name",
    "contact_phone",
    "contact_email",
)


class ProfileFields(TypedDict, total=False):
    """What of the profile is changed."""

    name: str
    region: str
    lead_unit: str
    approval_number: str
    start: date | None
    end: date | None
    contact_name: str
    contact_phone: str
    contact_email: str
    stage: Stage


def edit_profile(workbook: Workbook, **fields: Unpack[ProfileFields]) -> Changes:
    """Change the profile; a document number is brought to the form 机关代字〔2022〕29号.

    Raises UserError `profile.region`, `field.too-long`. A period that is reversed or too long is
    kept and reported by the check, so that two dates can be corrected one after the other.
    """
    values = cleaned_profile(fields)
    with workbook.write("profile.edit") as unit:
        pilot = unit.session.scalars(select(Pilot)).one()
        region = values.get("region", pilot.region)
        # A workbook from elsewhere keeps a region that is not known here.
        possible = {*REGIONS, pilot.region, *((SAMPLE_REGION,) if pilot.sample else ())}
        if region not in possible:
            raise UserError("profile.region", region=region)
        unit.params["fields"] = assign(pilot, values)
    return unit.changes


def cleaned_profile(fields: ProfileFields) -> dict[str, object]:
    """The fields as they are kept. Raises UserError `field.too-long`."""
    values: dict[str, object] = dict(fields)
    for name in _TEXTS:
        if name in values:
            values[name] = clean_text(name, str(values[name]))
    if "approval_number" in values:
        values["approval_number"] = normalize_document_number(str(values["approval_number"]))
    return values


def save_scheme(workbook: Workbook, scheme: Scheme) -> Changes:
    """Put another scoring scheme in force. Raises UserError `scheme.…` where it can't score."""
    content = scheme_as_dict(validated(scheme))
    with workbook.write("scheme.edit") as unit:
        assign(unit.session.scalars(select(SchemeRow)).one(), {"content": content})
    return unit.changes
