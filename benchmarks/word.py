"""Word of 88 long answers and 1,000 dossiers against bare python-docx writing the same content, and
the PDF against an office suite that makes one of our Word file.

Processor time, so that other work on the machine does not count.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

from benchmarks.measure import Result, compared
from benchmarks.reports import long_report

RUNS = 3
_TIMES_AS_FAST = 4


def run(scratch: Path) -> list[Result]:
    from app.domain.steps import finish
    from app.reports.docx.document import write_docx
    from app.reports.fonts import font_set
    from app.reports.pdf.document import write_pdf

    report = long_report(scratch / "workbook")
    word, pdf = scratch / "report.docx", scratch / "report.pdf"
    finish(write_docx(report, word, font_set("zh")))
    content = _content(word)
    mine, floor = compared(
        lambda: finish(write_docx(report, word, font_set("zh"))),
        lambda: _bare_docx(content, scratch / "bare.docx"),
        RUNS,
    )
    results = [Result("Word", mine / floor, 2, "x", f"{mine:.2f} s against {floor:.2f} s")]
    if office := shutil.which("soffice"):
        finish(write_pdf(report, pdf, font_set("zh")))
        started = time.process_time()
        finish(write_pdf(report, pdf, font_set("zh")))
        mine = time.process_time() - started
        floor = _converted(office, word, scratch)
        detail = f"{mine:.2f} s against {floor:.2f} s, {floor / mine:.1f} times as fast"
        share = 1 / _TIMES_AS_FAST
        results.append(Result("PDF / office suite from Word", mine / floor, share, "x", detail))
    return results


def _content(path: Path) -> list[str | list[list[str]]]:
    """Paragraphs and tables in their order, as text."""
    from docx import Document
    from docx.table import Table

    content: list[str | list[list[str]]] = []
    for block in Document(str(path)).iter_inner_content():
        if isinstance(block, Table):
            content.append([[_text(cell) for cell in row.tc_lst] for row in block._tbl.tr_lst])
        else:
            content.append(block.text)
    return content


def _text(cell: Any) -> str:
    from docx.oxml.ns import qn

    return "".join(held.text or "" for held in cell.iter(qn("w:t")))


def _bare_docx(content: list[str | list[list[str]]], path: Path) -> None:
    from docx import Document

    document = Document()
    for block in content:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        columns = max(map(len, block))
        table = document.add_table(len(block), columns, style="Table Grid")
        for row, values in zip(table.rows, block, strict=True):
            for cell, value in zip(row.cells, values, strict=False):
                cell.text = value
    document.save(str(path))


def _converted(office: str, word: Path, scratch: Path) -> float:
    """Processor seconds of an office suite that makes a PDF of the Word file."""
    profile = (scratch / "profile").as_uri()
    command = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(scratch / "converted")]
    # Its first start makes a profile, which is not to count.
    empty = scratch / "empty.txt"
    empty.write_text("", encoding="utf-8")
    subprocess.run([*command, str(empty)], check=True, capture_output=True, timeout=300)
    before = _children()
    subprocess.run([*command, str(word)], check=True, capture_output=True, timeout=600)
    if not (scratch / "converted" / "report.pdf").is_file():
        raise RuntimeError("the office suite wrote nothing")
    return _children() - before


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
