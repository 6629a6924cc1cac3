"""Builds the sample workbook: an invented province in the middle of its pilot."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from uuid import uuid4

from app.domain.regions import SAMPLE_REGION
from app.domain.steps import finish
from app.domain.vocabulary import Language
from app.models import Evidence
from app.queries.indicators import indicator, indicators
from app.sample.content import SampleContent, SampleEvidence, read_content
from app.sample.files.writer import write_file
from app.sample.region import OwnIndicator, RegionContent, SampleIndicator
from app.sample.report import take_baseline, write_report
from app.services.answers import edit_answer
from app.services.evidence import Target, add_files, edit_evidence
from app.services.evidence_links import link
from app.services.indicators import add_indicator, add_preset, edit_indicator, link_indicator
from app.services.measurements import set_reading, set_target
from app.services.numbering import EvidenceNumbers
from app.services.own_requirements import add_requirement
from app.services.plan import add_task
from app.services.profile import edit_profile
from app.services.workbooks import NewPilot, Workbook, create_workbook

_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|《》“”]')


def build_sample(folder: Path, today: date, language: Language) -> Workbook:
    """Make the sample workbook in a new or empty folder, and leave it open.

    Answers and evidence are in `language`. Raises UserError `workbook.exists`, EnvironmentProblem
    when the disk gives way.
    """
    content = read_content(language, today)
    pilot = NewPilot(content.name, SAMPLE_REGION, content.start, content.end, sample=True)
    workbook = create_workbook(folder, pilot)
    try:
        _fill(workbook, content, language, today)
    except BaseException:
        workbook.close()
        raise
    return workbook


def _fill(workbook: Workbook, content: SampleContent, language: Language, today: date) -> None:
    edit_profile(
        workbook,
        lead_unit=content.lead_unit,
        contact_name=content.contact_name,
        contact_phone=content.contact_phone,
        contact_email=content.contact_email,
    )
    for measured in content.region.indicators:
        if isinstance(measured.subject, str):
            _begin(workbook, measured.subject, measured, today)
    take_baseline(workbook, content.report.baseline)
    for requirement_id, fields in content.answers.items():
        edit_answer(workbook, requirement_id, **fields)
    dossiers = dict(_evidence(workbook, content, language))
    _add_own(workbook, content.region, dossiers)
    for measured in content.region.indicators:
        _measure(workbook, measured, dossiers, today)
    for task in content.region.plan:
        add_task(workbook, **task)
    write_report(workbook, content.report, dossiers, language)


def _evidence(
    workbook: Workbook, content: SampleContent, language: Language
) -> Iterator[tuple[str, str]]:
    """Enter all dossiers; yields their keys with their ids."""
    with tempfile.TemporaryDirectory(prefix="four-changes-sample-") as scratch:
        for row in content.evidence:
            if row.format:
                name = _NOT_IN_NAMES.sub("", row.title)
                file = Path(scratch) / f"{name}.{row.format}"
                write_file(row, file, content.years, language)
                evidence_id = _take_in(workbook, row, file)
            else:
                evidence_id = _enter_without_file(workbook, row)
            _describe(workbook, row, evidence_id)
            yield row.key, evidence_id


def _take_in(workbook: Workbook, row: SampleEvidence, file: Path) -> str:
    first = row.proofs[0].requirement_id if row.proofs else ""
    target = Target(requirement_id=first, title=row.title)
    (result,) = finish(add_files(workbook, [file], target)).files
    if result.error is not None:
        raise result.error
    return result.evidence_id


def _enter_without_file(workbook: Workbook, row: SampleEvidence) -> str:
    """A dossier as it is when its only file has been lost: no service makes one."""
    first = row.proofs[0].requirement_id
    evidence_id = str(uuid4())
    with workbook.write("evidence.add", requirement=first, count=1, names=[row.title]) as unit:
        number = EvidenceNumbers(unit.session).next(first)
        unit.session.add(Evidence(id=evidence_id, number=number, title=row.title))
    return evidence_id


def _describe(workbook: Workbook, row: SampleEvidence, evidence_id: str) -> None:
    edit_evidence(
        workbook,
        evidence_id,
        kind=row.kind,
        document_number=row.document_number,
        issuing_body=row.issuing_body,
        formed_on=row.formed_on,
        valid_until=row.valid_until,
        confidentiality=row.confidentiality,
    )
    for proof in row.proofs:
        link(workbook, evidence_id, proof.requirement_id, proof.locator, proof.proves)


def _add_own(workbook: Workbook, content: RegionContent, dossiers: Mapping[str, str]) -> None:
    for one in content.own:
        requirement_id = str(add_requirement(workbook, **one.fields).params["requirement"])
        if one.answer:
            edit_answer(workbook, requirement_id, **one.answer)
        for key, proof in one.proofs:
            link(workbook, dossiers[key], proof.requirement_id, proof.locator, proof.proves)


def _measure(
    workbook: Workbook, given: SampleIndicator, dossiers: Mapping[str, str], today: date
) -> None:
    """Enter the figures of an indicator, which is taken over or added where it is not there."""
    id_ = _begin(workbook, _own_indicator(workbook, given.subject), given, today)
    for target in given.targets:
        set_target(workbook, id_, target.origin, target.year, target.value)
    for one in given.readings:
        set_reading(
            workbook,
            id_,
            one.on,
            today,
            value=one.value,
            source=one.source,
            notes=one.notes,
            evidence_id=dossiers[one.evidence] if one.evidence else None,
        )


def _begin(workbook: Workbook, code: str, given: SampleIndicator, today: date) -> str:
    """Enter the baseline of an indicator, which is taken over where it is not there; its id."""
    if code not in {row.code for row in indicators(workbook, today)}:
        add_preset(workbook, code)
    id_ = indicator(workbook, code, today).id
    edit_indicator(workbook, id_, baseline=given.baseline.value, baseline_on=given.baseline.on)
    return id_


def _own_indicator(workbook: Workbook, subject: str | OwnIndicator) -> str:
    """The code of an indicator; the region's own is added first."""
    if isinstance(subject, str):
        return subject
    changes = add_indicator(
        workbook,
        title=subject.title,
        meaning=subject.meaning,
        source=subject.source,
        measure=subject.unit,
        direction=subject.direction,
        frequency=subject.period,
    )
    code = str(changes.params["code"])
    id_ = indicator(workbook, code, date.max).id
    for requirement_id, why in subject.measures:
        link_indicator(workbook, id_, requirement_id, why)
    return code
