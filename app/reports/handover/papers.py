"""The papers that go with the evidence: register, note, checksums, and the report itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from itertools import product
from pathlib import Path

from app import texts
from app.domain.steps import Step, Steps
from app.reports import verify
from app.reports.export import Draft, FontNotes, file_name, written
from app.reports.fonts import font_set
from app.reports.handover import register_pdf, register_xlsx
from app.reports.handover.register import Register
from app.reports.model import Report
from app.reports.outcome import Format

MANIFEST = "SHA256SUMS"


def papers(
    register: Register,
    reports: Iterable[Report],
    formats: Iterable[Format],
    scratch: Path,
    notes: FontNotes,
) -> Steps[dict[str, Path]]:
    """Write and check all papers but the checksums; each name with the file that holds it."""
    named: dict[str, Path] = {}
    for report, format_ in product(reports, dict.fromkeys(formats)):
        name = file_name(report, format_)
        named[name] = scratch / f"report-{report.language}.{format_}"
        draft = Draft(named[name], Path(name), format_, report.language)
        yield from written(draft, report, notes, 0, 1)
    name = register.word("register")
    yield Step(0, 1, name)
    named[f"{name}.xlsx"] = _excel(register, scratch / "register.xlsx")
    yield Step(0, 1, name)
    named[f"{name}.pdf"] = _pdf(register, scratch / "register.pdf", notes)
    for path in named.values():
        if path.suffix in (".xlsx", ".docx"):
            register_xlsx.settle(path, register.report.made_on)
    readme = scratch / "readme.txt"
    # As Notepad of any Windows reads it.
    readme.write_text(_readme(register), encoding="utf-8-sig", newline="\r\n")
    named[f"{register.word('readme')}.txt"] = readme
    return named


def manifest(sums: Mapping[str, str]) -> str:
    """Lines that `sha256sum -c` takes; names hold neither line ends nor backslashes."""
    return "".join(f"{sha256}  {path}\n" for path, sha256 in sums.items())


def digest_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _excel(register: Register, path: Path) -> Path:
    rows = register_xlsx.write_register(register, path)
    verify.check_xlsx(path, rows)
    return path


def _pdf(register: Register, path: Path, notes: FontNotes) -> Path:
    fonts = font_set(register.report.language)
    pages = register_pdf.write_register(register, path, fonts)
    notes.add(fonts.uses, fonts.missing)
    title = register.word("register.title", region=register.report.region)
    verify.check_pdf(path, title, pages)
    return path


def _readme(register: Register) -> str:
    report: Report = register.report
    return texts.text(
        "handover.readme.text",
        report.language,
        title=register.word("register.title", region=report.region),
        date=report.made_on_text,
        mark=report.data_mark,
        counts="\n".join(register.notes[:-1]),
        excel=f"{register.word('register')}.xlsx",
        pdf=f"{register.word('register')}.pdf",
        manifest=MANIFEST,
        check=f"sha256sum -c {MANIFEST}",
        hash="certutil -hashfile",
        algorithm="SHA256",
    )
