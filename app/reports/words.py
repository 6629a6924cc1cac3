"""The words of a report in its language, the same in every format."""

from __future__ import annotations

from app import texts
from app.domain.vocabulary import Language
from app.reports.model import ArticleEntry, IndicatorEntry, Report
from app.reports.numerals import chinese_numeral

# Digits of a checksum are printed in groups, to be read out and compared.
_GROUP = 8


class Words:
    """What every format writes a report with."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def word(self, key: str, **params: object) -> str:
        """A word or sentence of the report (report.… in the text files)."""
        return texts.text(f"report.{key}", self.report.language, **params)

    def term(self, key: str) -> str:
        """A word of the field, such as a progress or a change."""
        return texts.text(key, self.report.language)

    def article_name(self, article: ArticleEntry) -> str:
        """第二条, Article 2."""
        numeral = chinese_numeral(article.number)
        return self.word("article", number=article.number, numeral=numeral)

    def notes(self) -> tuple[str, ...]:
        """Where the requirements come from, that the scoring is unofficial, what was reported."""
        report = self.report
        return (
            report.source_note,
            report.scheme_note,
            self.word("note.scheme", scheme=report.scheme_name),
            self.word("note.catalogue", catalogue=report.catalogue),
            self.word(
                "note.mark" if report.data_mark else "note.no-mark",
                mark=" ".join(in_groups(report.data_mark)),
                date=report.made_on_text,
            ),
        )

    def label(self, name: str) -> str:
        """The name of a field."""
        return texts.text(f"field.{name}", self.report.language)


def chart_name(entry: IndicatorEntry, language: Language) -> str:
    """What the chart of an indicator is called, with its unit where it has one."""
    key = "report.chart.indicator" if entry.unit else "report.chart.indicator.plain"
    return texts.text(key, language, code=entry.code, title=entry.title, unit=entry.unit)


def in_groups(digits: str) -> list[str]:
    """The digits of a checksum, eight to a group."""
    return [digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP)]
