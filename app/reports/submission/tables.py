"""Tables of the page: indicators, evidence, plan, standards, comparison, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.domain.numbers import format_size
from app.reports.model import EvidenceEntry, IndicatorEntry, Report
from app.reports.submission.html import Html, element, encoded, link, row, rows, text, written
from app.reports.submission.requirements import article_keys
from app.reports.submission.words import Words

_DIGITS = 16


def _lines(parts: Iterable[str]) -> Html:
    return "<br>".join(text(part) for part in parts if part)


def _requirements(ids: Iterable[str]) -> Html:
    return "<br>".join(link(f"#requirement-{id_}", id_) for id_ in ids)


class Tables:
    """Each table as markup, "" where there is nothing to show."""

    def __init__(self, report: Report, words: Words) -> None:
        self._report = report
        self._words = words
        self._keys = article_keys(report)

    def _articles(self, ids: Iterable[str]) -> str:
        """The keys by which something that serves these requirements is filtered."""
        return " ".join(dict.fromkeys(self._keys[id_] for id_ in ids if id_ in self._keys))

    def indicators(self) -> Html:
        names = ("code", "title", "meaning", "data", "targets", "readings", "measured")
        head = [self._words.report(f"indicators.column.{name}") for name in names]
        return self._table(head, (self._indicator(one) for one in self._report.indicators))

    def _indicator(self, entry: IndicatorEntry) -> Html:
        say = self._words
        colon, clause = say.report("colon"), say.report("clause")
        targets = [
            clause.join(
                p for p in (f"{one.origin}{colon}{one.goal}", one.attainment, one.pace) if p
            )
            for one in entry.targets
        ]
        readings = [
            clause.join(p for p in (one.value, one.source, one.notes, one.evidence) if p)
            for one in entry.readings
        ]
        if entry.baseline:
            readings.insert(0, say.field("baseline") + colon + entry.baseline)
        title = (entry.title, entry.unit, *entry.remarks)
        return row(
            (
                text(entry.code),
                _lines(title),
                text(entry.meaning),
                text(entry.source),
                _lines(targets),
                _lines(readings),
                _requirements(entry.requirements),
            ),
            "item",
            data_article=self._articles(entry.requirements),
        )

    def practices(self) -> Html:
        say, parts = self._words, []
        for entry in self._report.practices:
            texts = "".join(
                element("dt", text(say.field(f"practice.{name}"))) + element("dd", written(value))
                for name in ("what", "novelty", "effect", "reach")
                if (value := getattr(entry, name))
            )
            head = f"{element('span', text(entry.code), 'code')} {text(entry.title)}"
            links = [link(f"#requirement-{one}", one) for one in entry.requirements]
            links += [link(f"#evidence-{one}", one) for one in entry.evidence]
            body = element("h4", head) + element("dl", texts) + element("p", " ".join(links))
            keys = self._articles(entry.requirements)
            parts.append(element("article", body, "item", data_article=keys))
        return "\n".join(parts)

    def evidence(self) -> Html:
        names = ("number", "title", "kind", "document", "dates", "files", "proofs", "remark")
        head = [self._words.report(f"column.{name}") for name in names]
        return self._table(head, (self._dossier(entry) for entry in self._report.evidence))

    def _dossier(self, entry: EvidenceEntry) -> Html:
        say = self._words
        until = entry.valid_until and say.report("until", date=entry.valid_until)
        files = [
            (link(encoded(one.target), one.name) if one.target else text(one.name))
            + f" ({text(format_size(one.size))})<br>{element('code', text(one.sha256[:_DIGITS]))}"
            for one in entry.files
        ]
        return row(
            (
                text(entry.number),
                text(entry.title),
                text(entry.kind),
                _lines((entry.document_number, entry.issuing_body)),
                _lines((entry.formed_on, until)),
                "<br>".join(files) or text(say.report("no-files")),
                "<br>".join(self._proofs(entry)) or text(say.report("no-requirements")),
                _lines((entry.confidentiality, entry.notes)),
            ),
            "item",
            f"evidence-{entry.number}",
            data_article=self._articles(proof.requirement_id for proof in entry.proofs),
        )

    def _proofs(self, entry: EvidenceEntry) -> Iterator[Html]:
        say = self._words
        for proof in entry.proofs:
            detail = say.report("clause").join(p for p in (proof.locator, proof.proves) if p)
            id_ = proof.requirement_id
            rest = text(say.report("colon") + detail) if detail else ""
            yield link(f"#requirement-{id_}", id_) + rest

    def plan(self) -> Html:
        names = ("code", "year", "title", "unit", "due", "state", "requirements", "notes")
        lines = (
            row(
                (
                    *map(text, (one.code, one.year, one.title, one.unit, one.due, one.state)),
                    _requirements(one.requirements),
                    text(one.notes),
                ),
                "item",
                data_article=self._articles(one.requirements),
            )
            for one in self._report.plan
        )
        return self._table([self._words.field(f"plan_task.{name}") for name in names], lines)

    def standards(self) -> Html:
        lines = (
            row(
                (
                    *map(text, (one.number, one.title, one.kind)),
                    " ".join(link(f"#evidence-{number}", number) for number in one.evidence),
                ),
                "item",
            )
            for one in self._report.standards
        )
        return self._table(self._columns("standard", "title", "kind", "evidence"), lines)

    def gaps(self) -> Html:
        lines = (
            row(map(text, (one.severity_label, one.place, one.sentence)), "item")
            for one in self._report.gaps
        )
        return self._table(self._columns("severity", "place", "finding"), lines)

    def comparison(self) -> Html:
        """What rose and what fell since an earlier snapshot."""
        entry = self._report.comparison
        if entry is None:
            return ""
        separator = self._words.report("separator")
        points = (
            row(map(text, (one.name, one.before, one.after, one.difference)))
            for one in entry.points
        )
        items = (
            row(
                (
                    _requirements([one.id]),
                    *map(text, (one.title, one.trend_label, one.before, one.after)),
                    text(separator.join(one.evidence)),
                    text(one.remark),
                ),
                "item",
                data_article=self._articles([one.id]),
            )
            for one in entry.items
        )
        indicators = (
            row(map(text, (one.code, one.title, one.trend_label, one.before, one.after)), "item")
            for one in entry.indicators
        )
        then = ("trend", "before", "after")
        return "\n".join(
            (
                element("p", _lines((entry.name, *entry.lines))),
                self._table(self._columns("article", "before", "after", "difference"), points),
                self._table(
                    self._columns("id", "requirement", *then, "new-evidence", "remark"), items
                ),
                self._table(self._columns("number", "indicator", *then), indicators),
                *(
                    element("p", _lines((self._words.report(f"comparison.{name}"), *found)))
                    for name, found in (
                        ("new-evidence", entry.new_evidence),
                        ("gone-evidence", entry.gone_evidence),
                    )
                    if found
                ),
            )
        )

    def _columns(self, *names: str) -> list[str]:
        return [self._words.report(f"column.{name}") for name in names]

    def _table(self, head: list[str], lines: Iterable[Html]) -> Html:
        found = list(lines)
        return rows(head, found) if found else ""
