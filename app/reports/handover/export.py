"""Hands the evidence over: packed under a temporary name, read back, and only then in its place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar
from uuid import uuid4

from app import texts
from app.domain.file_names import safe_name
from app.domain.steps import Step, Steps
from app.errors import EnvironmentProblem, UserError
from app.reports.assemble import assemble
from app.reports.export import FontNotes
from app.reports.handover.layout import planned_files, room_for_names
from app.reports.handover.model import (
    Fate,
    HandedFile,
    HandoverRequest,
    HandoverResult,
    Kind,
    PlannedFile,
)
from app.reports.handover.papers import MANIFEST, digest_of, manifest, papers
from app.reports.handover.parcel import FolderParcel, Parcel, Work, ZipParcel
from app.reports.handover.register import Register, register, with_targets
from app.reports.model import Report
from app.reports.outcome import Format, MissingCharacter
from app.store.problems import environment
from app.store.vault import sync_folder
from app.store.workbook import Workbook

T = TypeVar("T")

# Kept free beside the evidence, for the papers.
_RESERVE = 64 * 1024 * 1024
# What the papers count for in the progress, in bytes.
_PAPERS = 8 * 1024 * 1024


def hand_over(workbook: Workbook, request: HandoverRequest, today: date) -> Steps[HandoverResult]:
    """Pack all evidence with its papers into a new folder or archive; steps count bytes.

    A file that is missing or altered stays out, and the register and the result say so. Never
    overwrites; closing the generator leaves nothing. Raises UserError `handover.…`,
    `export.folder-is-file`, EnvironmentProblem `export.damaged`, `disk.…`.
    """
    check_place(workbook, request.folder)
    report = assemble(workbook, request.stage, request.language, today)
    if not report.evidence:
        raise UserError("handover.nothing")
    with environment(request.folder), ExitStack() as cleaning:
        request.folder.mkdir(parents=True, exist_ok=True)
        target = _target(request, report)
        room = room_for_names(str(target) if request.kind == "folder" else "")
        scratch = scratch_folder(request.folder, cleaning)
        packer = Packer(workbook, Packing(request.kind, request.formats), report, scratch)
        cleaning.callback(packer.parcel.abandon)
        result = yield from packer.pack(planned_files(report, room, request.internal), target)
        packer.packed.rename(target)
        sync_folder(request.folder)
    return result


def scratch_folder(folder: Path, cleaning: ExitStack) -> Path:
    """A new hidden folder that is cleared away with `cleaning`."""
    scratch = folder / f".{uuid4().hex[:8]}"
    scratch.mkdir()
    cleaning.callback(shutil.rmtree, scratch, ignore_errors=True)
    return scratch


def check_place(workbook: Workbook, folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UserError("export.folder-is-file", path=str(folder))
    if folder.resolve().is_relative_to(workbook.folder.resolve()):
        raise UserError("handover.inside-workbook")


def _target(request: HandoverRequest, report: Report) -> Path:
    """浙江省_中期_佐证材料_20260105, with (2) where there is one already."""
    name = safe_name(
        texts.text(
            "handover.name",
            report.language,
            region=report.region,
            stage=report.stage_label,
            day=f"{report.made_on:%Y%m%d}",
        )
    )
    ending = ".zip" if request.kind == "zip" else ""
    count, target = 1, request.folder / f"{name}{ending}"
    while target.exists():
        count += 1
        target = request.folder / f"{name} ({count}){ending}"
    return target


@dataclass(frozen=True, slots=True)
class Packing:
    """How evidence is packed, with the report in which formats.

    `more` writes further papers: it gets the register, the names of the papers so far, and a
    folder to write in, and returns each name with the file that holds it. `also` are the report in
    further languages.
    """

    kind: Kind
    formats: tuple[Format, ...]
    more: Callable[[Register, Sequence[str], Path], dict[str, Path]] | None = None
    also: tuple[Report, ...] = ()


class Packer:
    """Packs one hand-over under a temporary name, `packed`."""

    def __init__(self, workbook: Workbook, packing: Packing, report: Report, scratch: Path) -> None:
        self._vault = workbook.vault
        self._packing = packing
        self._report = report
        self._scratch = scratch
        self.packed = scratch / "parcel"
        self.parcel: Parcel = (
            ZipParcel(self.packed, report.made_on)
            if packing.kind == "zip"
            else FolderParcel(self.packed)
        )
        self._done = 0
        self._total = 1

    def pack(self, planned: Sequence[PlannedFile], target: Path) -> Steps[HandoverResult]:
        """Pack and check everything; `target` is where it is to be put by the caller."""
        size = sum(file.size for file in planned if file.path)
        if shutil.disk_usage(self._scratch).free < size + _RESERVE:
            raise EnvironmentProblem("disk.full", path=str(target.parent), detail="")
        self._total = self.parcel.passes * (size + _PAPERS)
        files: list[HandedFile] = []
        for one in planned:
            fate = yield from self._added(one)
            files.append(_handed(one, fate))
        sums = {file.path: file.sha256 for file in files if file.path}
        notes = FontNotes()
        documents = yield from self._papers(tuple(files), sums, notes)
        self.parcel.close()
        packed = yield from self._counted(self.parcel.check(sums), target.name)
        missing = (MissingCharacter(one, tuple(places)) for one, places in notes.missing.items())
        return HandoverResult(
            path=target,
            kind=self._packing.kind,
            size=packed,
            files=tuple(files),
            documents=documents,
            fonts=tuple(notes.uses),
            missing_characters=tuple(missing),
        )

    def _added(self, file: PlannedFile) -> Steps[Fate]:
        """What became of a file of evidence."""
        if not file.path:
            return Fate.LEFT_OUT
        source = self._vault.path(file.sha256)
        if not source.is_file():
            self._done += self.parcel.passes * file.size
            return Fate.MISSING
        intact = yield from self._counted(
            self.parcel.add(source, file.path, file.sha256), file.name
        )
        return Fate.HANDED_OVER if intact else Fate.ALTERED

    def _papers(
        self, files: tuple[HandedFile, ...], sums: dict[str, str], notes: FontNotes
    ) -> Steps[tuple[str, ...]]:
        """Write the papers, pack them, and enter them into `sums`."""
        listed = register(with_targets(self._report, files), files)
        reports = (listed.report, *(with_targets(one, files) for one in self._packing.also))
        inner = papers(listed, reports, self._packing.formats, self._scratch, notes)
        named: dict[str, Path] = yield from self._labelled(inner)
        if self._packing.more is not None:
            named |= self._packing.more(listed, tuple(named), self._scratch)
        for name, path in named.items():
            sums[name] = digest_of(path)
        checksums = self._scratch / "sums.txt"
        checksums.write_text(manifest(sums), encoding="utf-8", newline="\n")
        named[MANIFEST] = checksums
        sums[MANIFEST] = digest_of(checksums)
        for name, path in named.items():
            yield from self._counted(self.parcel.add(path, name, sums[name]), name)
        return tuple(named)

    def _labelled(self, inner: Steps[dict[str, Path]]) -> Steps[dict[str, Path]]:
        """Steps of the papers, which say what is written but count for nothing."""
        try:
            while True:
                step = next(inner)
                yield Step(self._done, self._total, step.label)
        except StopIteration as stop:
            result: dict[str, Path] = stop.value
            return result
        finally:
            inner.close()

    def _counted(self, work: Work[T], label: str) -> Steps[T]:
        """The bytes that a piece of work goes through, as steps of the whole."""
        try:
            while True:
                self._done += next(work)
                yield Step(min(self._done, self._total), self._total, label)
        except StopIteration as stop:
            result: T = stop.value
            return result
        finally:
            work.close()


def _handed(file: PlannedFile, fate: Fate) -> HandedFile:
    path = file.path if fate is Fate.HANDED_OVER else ""
    return HandedFile(file.number, file.position, file.name, file.sha256, file.size, path, fate)
