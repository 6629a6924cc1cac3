"""Every requirement with its answer and its evidence, for reading and for searching."""

from __future__ import annotations

from app.domain.numbers import format_points
from app.reports.model import EvidenceEntry, Report, RequirementEntry
from app.reports.numerals import chinese_numeral
from app.reports.submission.html import Html, element, encoded, joined, link, paragraphs, text
from app.reports.submission.words import Words

OWN, RETIRED = "own", "retired"


def article_keys(report: Report) -> dict[str, str]:
    """Under which key each requirement is filtered."""
    keys = {
        one.id: str(article.number) for article in report.articles for one in article.requirements
    }
    keys |= {one.id: OWN for one in report.own.requirements} if report.own else {}
    return keys | {one.id: RETIRED for one in report.retired}


class Requirements:
    def __init__(self, report: Report, words: Words) -> None:
        self._report = report
        self._words = words
        self._evidence = {entry.number: entry for entry in report.evidence}

    def groups(self) -> list[tuple[str, str, Html]]:
        """Articles, the region's own and retired ones: key, name, and markup of each."""
        say, report = self._words, self._report
        groups: list[tuple[str, str, Html]] = []
        for article in report.articles:
            numeral = chinese_numeral(article.number)
            name = say.report(
                "heading.article",
                number=article.number,
                numeral=numeral,
                title=article.heading,
            )
            key = str(article.number)
            groups.append((key, name, self._group(key, name, article.introduction, article)))
        if report.own is not None:
            intro = f"{report.own.note}\n{report.own.line}"
            groups.append(
                (OWN, report.own.heading, self._group(OWN, report.own.heading, intro, report.own))
            )
        if report.retired:
            name = say.text("section.annex-retired")
            body = "".join(self._item(item, RETIRED) for item in report.retired)
            note = element("p", text(say.report("retired.note")), "note")
            groups.append((RETIRED, name, self._section(RETIRED, name, note + body)))
        return groups

    def _group(self, key: str, name: str, introduction: str, group: object) -> Html:
        items: tuple[RequirementEntry, ...] = getattr(group, "requirements")  # noqa: B009
        note = element("p", text(introduction), "note written")
        return self._section(key, name, note + "\n".join(self._item(one, key) for one in items))

    def _section(self, key: str, name: str, body: Html) -> Html:
        return element(
            "section",
            element("h3", text(name)) + body,
            "group",
            id=f"article-{key}",
            data_article=key,
        )

    def _item(self, item: RequirementEntry, key: str) -> Html:
        say = self._words
        head = element("h4", f"{element('span', text(item.id), 'code')} {text(item.title)}")
        points = "—" if item.points is None else format_points(item.points)
        facts = [
            (say.field("progress"), item.progress),
            (say.field("level"), item.level_label or say.report("not-rated")),
            (say.report("points-of-weight"), f"{points} / {format_points(item.weight)}"),
            (say.field("unit"), item.unit or say.report("empty")),
            (say.field("due"), item.due or say.report("empty")),
        ]
        marks = "".join(
            element("span", f"{text(label)} {element('b', text(value))}", "fact")
            for label, value in facts
        )
        written = [
            paragraphs(say.report("required"), item.statement),
            paragraphs(say.report("usual-department"), item.department),
            paragraphs(say.report("column.remark"), item.remark),
            *(
                paragraphs(say.field(name), getattr(item, name))
                for name in ("reason", "narrative", "problems", "next_steps")
            ),
        ]
        if not item.narrative and not item.reason:
            written.append(element("dd", text(say.report("no-narrative")), "note"))
        body = element("dl", joined(written)) + self._proofs(item)
        whole = head + element("p", marks, "facts") + body
        return element("article", whole, "item", id=f"requirement-{item.id}", data_article=key)

    def _proofs(self, item: RequirementEntry) -> Html:
        label = element("p", text(self._words.report("evidence-numbers")), "label")
        found = [self._evidence[number] for number in item.evidence if number in self._evidence]
        if not found:
            return label + element("p", text(self._words.report("none")), "note")
        lines = "".join(element("li", self._proof(entry, item.id)) for entry in found)
        return label + element("ul", lines)

    def _proof(self, entry: EvidenceEntry, requirement_id: str) -> Html:
        clause = self._words.report("clause")
        places = [
            clause.join(part for part in (proof.locator, proof.proves) if part)
            for proof in entry.proofs
            if proof.requirement_id == requirement_id
        ]
        files = [
            link(encoded(one.target), one.name) if one.target else text(one.name)
            for one in entry.files
        ]
        number = link(f"#evidence-{entry.number}", entry.number)
        parts = (number, text(entry.title), text(clause.join(filter(None, places))), *files)
        return joined(parts, " · ")
