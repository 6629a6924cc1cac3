"""The first part of the page: what it speaks of, the files beside it, counts and charts."""

from __future__ import annotations

import base64
from collections.abc import Sequence

from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import white

from app.domain.numbers import format_points
from app.reports.bitmap import png
from app.reports.charts import PRINT
from app.reports.fonts import font_set
from app.reports.model import Line, Report
from app.reports.numerals import chinese_numeral
from app.reports.radar_chart import radar_chart
from app.reports.submission.html import Html, element, file_address, link, row, rows, text
from app.reports.submission.words import Words
from app.reports.timeline_chart import TimelineWords, timeline_chart

_WIDTH, _SCALE = 442.0, 2.0
_FIGURES = ("weight", "total", "applicable", "started", "done", "rated", "points")


def head(report: Report, words: Words) -> Html:
    """Title, cover lines and marks, and the code that names the data."""
    sample = words.report("sample") if report.sample else ""
    marks = "".join(element("p", text(mark), "mark") for mark in (report.draft, sample) if mark)
    titles = element("p", text(report.region), "region") + element("h1", text(report.cover.title))
    lines = list(report.cover.lines)
    if not any(line.value == report.stage_label for line in lines):
        lines.append(Line(words.report("column.stage"), report.stage_label))
    return element("header", marks + titles + _pairs(lines, words))


def files(names: Sequence[str], notes: Sequence[str], words: Words) -> Html:
    """Links to the papers beside the page."""
    listed = "".join(element("li", link(file_address(name), name)) for name in names)
    said = "".join(element("p", text(note), "note") for note in notes)
    return element("ul", listed, "files") + said


def overview(report: Report, words: Words) -> Html:
    """Profile, counts, charts, and a line for each article."""
    lists = _pairs(report.profile, words) + _pairs(report.summary, words)
    parts = [element("div", lists, "columns")]
    font = font_set(report.language).chains["body"][0].name
    if report.timeline is not None:
        term = words.text
        told = TimelineWords(term("chart.timeline.done"), term("chart.timeline.open"))
        drawing = timeline_chart(report.timeline, told, PRINT, _WIDTH, 135, font)
        parts.append(_picture(drawing, words.report("chart.timeline")))
    if report.radar is not None:
        drawing = radar_chart(report.radar, PRINT, _WIDTH, 250, font)
        parts.append(_picture(drawing, words.report("chart.changes")))
    parts.append(element("p", text(report.scheme_note), "note"))
    parts.append(_articles(report, words))
    return "\n".join(parts)


def _articles(report: Report, words: Words) -> Html:
    lines = []
    for one in report.articles:
        counts = one.tally
        numeral = chinese_numeral(one.number)
        name = words.report("article", number=one.number, numeral=numeral)
        figures = (
            format_points(one.weight),
            counts.total,
            counts.applicable,
            counts.started,
            counts.done,
            counts.rated,
            "—" if one.points is None else format_points(one.points),
        )
        title = f"{name} {one.change_label or one.heading}"
        address = link(f"#article-{one.number}", title)
        lines.append(row((address, *map(text, figures))))
    labels = [words.report(f"column.{name}") for name in ("article", *_FIGURES)]
    return rows(labels, lines)


def basis(report: Report, words: Words) -> Html:
    """Where it all comes from, and by what the data can be known."""
    title, number = report.document_title, report.document_number
    lines = [
        report.source_note,
        words.report("basis.text", title=title, number=number),
        words.report("note.scheme", scheme=report.scheme_name),
        words.report("note.catalogue", catalogue=report.catalogue),
        words.report("mark") + words.report("colon") + report.data_mark,
    ]
    if (seal := report.verification) is not None:
        note = words.report(
            "verification.note", snapshot=seal.snapshot, title=seal.title, day=seal.taken_on
        )
        lines.append(f"{note} {seal.sha256}")
    return "".join(element("p", text(line), "breakable") for line in lines)


def _pairs(lines: Sequence[Line], words: Words) -> Html:
    empty = words.report("empty")
    told = "".join(
        element("dt", text(line.label)) + element("dd", text(line.value or empty)) for line in lines
    )
    return element("dl", told, "pairs")


def _picture(drawing: Drawing, caption: str) -> Html:
    held = base64.b64encode(png(drawing, _SCALE, white)).decode()
    source = f'<img src="data:image/png;base64,{held}" alt="{text(caption)}">'
    return element("figure", source + element("figcaption", text(caption)))
