"""Builds the sample workbook: an invented province in the middle of its pilot."""

from __future__ import annotations

import re
import tempfile
from datetime import date
from pathlib import Path

from app.domain.regions import SAMPLE_REGION
from app.domain.steps import finish
from app.domain.vocabulary import Language
from app.sample.content import SampleContent, SampleEvidence, read_content
from app.sample.files.writer import write_file
from app.services.answers import edit_answer
from app.services.evidence import Target, add_files, edit_evidence
from app.services.evidence_links import link
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
        _fill(workbook, content, language)
    except BaseException:
        workbook.close()
        raise
    return workbook


def _fill(workbook: Workbook, content: SampleContent, language: Language) -> None:
    edit_profile(
        workbook,
        lead_unit=content.lead_unit,
        contact_name=content.contact_name,
        contact_phone=content.contact_phone,
        contact_email=content.contact_email,
    )
    for requirement_id, fields in content.answers.items():
        edit_answer(workbook, requirement_id, **fields)
    with tempfile.TemporaryDirectory(prefix="four-changes-sample-") as scratch:
        for row in content.evidence:
            name = _NOT_IN_NAMES.sub("", row.title)
            file = Path(scratch) / f"{name}.{row.format}"
            write_file(row, file, content.years, language)
            _take_in(workbook, row, file)


def _take_in(workbook: Workbook, row: SampleEvidence, file: Path) -> None:
    first = row.proofs[0].requirement_id if row.proofs else ""
    target = Target(requirement_id=first, title=row.title)
    (result,) = finish(add_files(workbook, [file], target)).files
    if result.error is not None:
        raise result.error
    edit_evidence(
        workbook,
        result.evidence_id,
        kind=row.kind,
        document_number=row.document_number,
        issuing_body=row.issuing_body,
        formed_on=row.formed_on,
        valid_until=row.valid_until,
        confidentiality=row.confidentiality,
    )
    for proof in row.proofs:
        link(workbook, result.evidence_id, proof.requirement_id, proof.locator, proof.proves)
