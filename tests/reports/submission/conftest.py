"""Submissions of the workbooks that all tests share."""

from pathlib import Path

from app.domain.steps import Steps, finish
from app.domain.vocabulary import Stage
from app.reports.outcome import LIVE, Source
from app.reports.submission.export import submit
from app.reports.submission.model import SubmissionRequest, SubmissionResult
from app.services.workbooks import Workbook
from tests.reports.handover.conftest import awkward
from tests.reports.reading import TODAY

__all__ = ["awkward"]


def steps(
    workbook: Workbook,
    folder: Path,
    archive: bool = False,
    source: Source = LIVE,
    internal: bool = True,
) -> Steps[SubmissionResult]:
    request = SubmissionRequest(folder, Stage.INTERIM, "zh", source, internal, archive)
    return submit(workbook, request, TODAY)


def submitted(
    workbook: Workbook,
    folder: Path,
    archive: bool = False,
    source: Source = LIVE,
    internal: bool = True,
) -> SubmissionResult:
    return finish(steps(workbook, folder, archive, source, internal))
