"""The page that shows a submission in any browser, without a network and without the program.

It reads as a whole without its script too, which only searches and filters.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from app import paths
from app.reports.model import Report
from app.reports.submission import overview
from app.reports.submission.html import Html, attribute, element, joined, link, text, written
from app.reports.submission.requirements import Requirements
from app.reports.submission.tables import Tables
from app.reports.submission.words import Words

Part = tuple[str, str, Html]


def write_page(report: Report, names: Sequence[str], notes: Sequence[str], path: Path) -> str:
    """Write the page, with links to the files of these names, and return its SHA-256.

    Raises OSError where the disk gives way.
    """
    content = page(report, names, notes).encode()
    path.write_bytes(content)
    return hashlib.sha256(content).hexdigest()


def page(report: Report, names: Sequence[str], notes: Sequence[str]) -> Html:
    """The whole page."""
    words = Words(report.language)
    groups = Requirements(report, words).groups()
    parts = list(_parts(report, words, names, notes, "\n".join(one for *_, one in groups)))
    style, script = _resource("page.css"), _resource("page.js")
    title = f"{report.region} {report.title}"
    body = "\n".join(
        (
            overview.head(report, words),
            element("nav", "".join(link(f"#{key}", name) for key, name, _ in parts)),
            _search([(key, name) for key, name, _ in groups], words),
            element("main", "\n".join(_part(*one) for one in parts)),
            element("script", script),
        )
    )
    language = "zh-CN" if report.language == "zh" else "en"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>{style}</style>\n</head>\n"
        f"<body>\n{body}\n</body>\n</html>\n"
    )


def _parts(
    report: Report, words: Words, names: Sequence[str], notes: Sequence[str], requirements: Html
) -> Iterator[Part]:
    """The parts of the page: where they are, their names, and what they hold."""
    tables = Tables(report, words)
    yield "overview", words.report("overview"), overview.overview(report, words)
    yield "files", words.page("files"), overview.files(names, notes, words)
    yield "texts", words.page("texts"), _texts(report)
    yield "requirements", words.page("requirements"), requirements
    for key, body in (
        ("indicators", tables.indicators()),
        ("practices", tables.practices()),
        ("annex-evidence", tables.evidence()),
        ("annex-standards", tables.standards()),
        ("annex-plan", tables.plan()),
        ("annex-comparison", tables.comparison()),
        ("annex-gaps", tables.gaps()),
    ):
        if body:
            yield key, words.text(f"section.{key}"), body
    yield "basis", words.report("notes"), overview.basis(report, words)


def _texts(report: Report) -> Html:
    """What each section says: its facts, and what people wrote."""
    return joined(
        element("h3", text(section.heading))
        + "".join(element("p", text(fact)) for fact in section.facts)
        + (written(section.text) if section.text else "")
        for section in report.sections
    )


def _part(key: str, name: str, body: Html) -> Html:
    return element("section", element("h2", text(name)) + "\n" + body, "part", id=key)


def _search(groups: Sequence[tuple[str, str]], words: Words) -> Html:
    """The search box and the choice of an article, which the script shows."""
    choices = element("option", text(words.page("all")), value="all")
    choices += "".join(element("option", text(name), value=key) for key, name in groups)
    query, article = attribute(words.page("search")), attribute(words.page("article"))
    return element(
        "form",
        f'<input id="query" type="search" placeholder="{query}" aria-label="{query}">'
        f'<select id="article" aria-label="{article}">{choices}</select>'
        + element(
            "output",
            "",
            id="found",
            data_text=words.page("found", count="{count}"),
            aria_live="polite",
        ),
        id="search",
        role="search",
        hidden="hidden",
    )


def _policy(style: str, script: str) -> str:
    """Nothing comes from elsewhere, and no script runs but the page's own."""
    return (
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'"
    )


def _digest(content: str) -> str:
    return base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _resource(name: str) -> str:
    return (paths.resources() / "submission" / name).read_text(encoding="utf-8")
