"""Makes the submission folder: packed under a temporary name, read back, then put in its place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from app import texts
from app.domain.file_names import safe_name
from app.domain.steps import Step, Steps, scaled
from app.errors import EnvironmentProblem, UserError
from app.reports.assemble import assemble
from app.reports.handover.export import Packer, Packing, check_place, scratch_folder
from app.reports.handover.layout import planned_files, room_for_names
from app.reports.handover.papers import MANIFEST, digest_of
from app.reports.handover.parcel import ZipParcel
from app.reports.handover.register import Register
from app.reports.model import Report
from app.reports.outcome import FORMATS
from app.reports.submission.model import SubmissionRequest, SubmissionResult
from app.reports.submission.page import write_page
from app.store.problems import environment
from app.store.vault import sync_folder
from app.store.workbook import Workbook

PAGE = "index.html"
# The shares of the work, where an archive is asked for as well.
_WHOLE, _FOLDER = 1000, 600


def submit(workbook: Workbook, request: SubmissionRequest, today: date) -> Steps[SubmissionResult]:
    """Make the folder, and the archive of it where it is wanted.

    Never overwrites; closing the generator leaves nothing. Raises UserError `submission.exists`,
    `handover.inside-workbook`, `handover.folder-too-deep`, `export.folder-is-file`,
    `snapshot.…`; EnvironmentProblem `export.damaged`, `disk.…`.
    """
    check_place(workbook, request.folder)
    report = assemble(workbook, request.stage, request.language, today, request.source)
    also = tuple(
        assemble(workbook, request.stage, language, today, request.source)
        for language in request.also
        if language != request.language
    )
    target = request.folder / _name(report)
    archive = target.with_name(f"{target.name}.zip") if request.archive else None
    for path in (target, *((archive,) if archive else ())):
        if path.exists():
            raise UserError("submission.exists", name=path.name)
    with environment(request.folder), ExitStack() as cleaning:
        request.folder.mkdir(parents=True, exist_ok=True)
        scratch = scratch_folder(request.folder, cleaning)
        inside = texts.text("submission.evidence-folder", request.language)
        planned = planned_files(report, room_for_names(str(target)), request.internal, inside)
        packing = Packing("folder", FORMATS, _add_page, also)
        packer = Packer(workbook, packing, report, scratch)
        share = _FOLDER if archive else _WHOLE
        content = yield from scaled(packer.pack(planned, target), 0, share, _WHOLE)
        size = 0
        if archive is not None:
            zipped = scratch / "zip"
            size = yield from scaled(
                _zip(packer.packed, zipped, target.name, report.made_on, cleaning),
                share,
                _WHOLE,
                _WHOLE,
            )
            zipped.rename(archive)
            cleaning.callback(_unless_placed, archive, target)
        packer.packed.rename(target)
        sync_folder(request.folder)
    return SubmissionResult(content, archive, size)


def _unless_placed(archive: Path, target: Path) -> None:
    """An archive without its folder is half a submission."""
    if not target.exists():
        archive.unlink(missing_ok=True)


def _name(report: Report) -> str:
    """浙江省_中期_报送材料_20260105."""
    name = texts.text(
        "submission.name",
        report.language,
        region=report.region,
        stage=report.stage_label,
        day=f"{report.made_on:%Y%m%d}",
    )
    return safe_name(name)


def _add_page(register: Register, names: Sequence[str], scratch: Path) -> dict[str, Path]:
    """The page, which leads to the other files."""
    path = scratch / PAGE
    written = write_page(register.report, (*names, MANIFEST), register.notes, path)
    if digest_of(path) != written:
        raise EnvironmentProblem("export.damaged", name=PAGE, detail="SHA-256")
    return {PAGE: path}


def _zip(folder: Path, file: Path, top: str, day: date, cleaning: ExitStack) -> Steps[int]:
    """Pack a folder under the name `top`, read the archive back, and give its size in bytes."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    total = 3 * sum(path.stat().st_size for path in paths) + 1
    parcel = ZipParcel(file, day)
    cleaning.callback(parcel.abandon)
    done = 0
    sums: dict[str, str] = {}
    for path in paths:
        name = f"{top}/{path.relative_to(folder).as_posix()}"
        sums[name] = digest_of(path)
        for count in parcel.add(path, name, sums[name]):
            done += count
            yield Step(min(done, total), total, path.name)
    parcel.close()
    yield from _checked(parcel, sums, done, total)
    return file.stat().st_size


def _checked(parcel: ZipParcel, sums: Mapping[str, str], done: int, total: int) -> Steps[None]:
    for count in parcel.check(sums):
        done += count
        yield Step(min(done, total), total, PAGE)
