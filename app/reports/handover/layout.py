"""Where each file of the evidence lies: article, requirement, number with the file's own name.

二、标准供给/2.07 团体标准培优计划/2.07-01 文件名.pdf. A dossier lies with the requirement that gave
it its number, whatever else it serves; the register lists it with all of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from app import texts
from app.domain.file_names import PATH_UNITS, Names, utf16_units
from app.domain.own import OWN_PREFIX
from app.domain.vocabulary import Language
from app.errors import UserError
from app.reports.handover.model import PlannedFile
from app.reports.model import ArticleEntry, EvidenceEntry, Report
from app.reports.numerals import chinese_numeral

# Of the path, so much is kept for the place where the receiver puts the folder; and no more than
# so much is left to the names in it, however deep that place is.
_PLACE_UNITS = 80
_LEAST_ROOM = 100
_ARTICLE_UNITS = 28
_REQUIREMENT_UNITS = 48


@dataclass(frozen=True, slots=True)
class _Drawer:
    """Folders of the article and the requirement, as they would be named."""

    article: str
    requirement: str


def room_for_names(folder: str) -> int:
    """UTF-16 units for a path inside `folder`; UserError `handover.folder-too-deep`."""
    room = PATH_UNITS - utf16_units(folder) - 1
    if room < _LEAST_ROOM:
        raise UserError("handover.folder-too-deep", path=folder)
    return min(room, PATH_UNITS - _PLACE_UNITS)


def planned_files(
    report: Report, room: int, internal: bool, inside: str = ""
) -> tuple[PlannedFile, ...]:
    """All files by number with their places; without `internal`, none for those so marked.

    `inside` names a folder that takes all of them.
    """
    before = f"{inside}/" if inside else ""
    return tuple(
        replace(one, path=before + one.path) if one.path else one
        for one in _Planner(report, room - utf16_units(before)).files(internal)
    )


class _Planner:
    def __init__(self, report: Report, room: int) -> None:
        self._report = report
        self._room = room
        self._names = Names()
        self._drawers = _drawers(report)
        # Folders under the names they were given: a name that is taken gets a mark once.
        self._folders: dict[tuple[str, ...], str] = {}

    def files(self, internal: bool) -> tuple[PlannedFile, ...]:
        return tuple(
            PlannedFile(
                number=entry.number,
                position=position,
                name=file.name,
                sha256=file.sha256,
                size=file.size,
                path=self._place(entry, file.name) if internal or not entry.internal else "",
            )
            for entry in self._report.evidence
            for position, file in enumerate(entry.files)
        )

    def _place(self, entry: EvidenceEntry, name: str) -> str:
        folder = self._folder(entry.number.rpartition("-")[0])
        units = self._room - utf16_units(folder) - 1
        return f"{folder}/{self._names.take(folder, f'{entry.number} {name}', units)}"

    def _folder(self, prefix: str) -> str:
        """The folder of the requirement whose numbers begin with `prefix`."""
        drawer = self._drawers.get(prefix) or self._unknown(prefix)
        article = self._named("", drawer.article, _ARTICLE_UNITS)
        if not drawer.requirement:
            return article
        return self._named(article, drawer.requirement, _REQUIREMENT_UNITS)

    def _named(self, parent: str, name: str, units: int) -> str:
        key = (parent, name)
        if key not in self._folders:
            given = self._names.take(parent, name, units)
            self._folders[key] = f"{parent}/{given}" if parent else given
        return self._folders[key]

    def _unknown(self, prefix: str) -> _Drawer:
        """Evidence without a requirement, or of one that the workbook no longer has."""
        language = self._report.language
        if prefix.startswith(OWN_PREFIX):
            return _Drawer(texts.text("handover.own", language), prefix)
        named = prefix if "." in prefix else ""
        return _Drawer(texts.text("handover.unassigned", language), named)


def _drawers(report: Report) -> dict[str, _Drawer]:
    """The drawer of each requirement by what its evidence numbers begin with."""
    drawers: dict[str, _Drawer] = {}
    for article in report.articles:
        folder = article_folder(article, report.language)
        for item in article.requirements:
            prefix = item.id.rpartition("-")[2]
            drawers[prefix] = _Drawer(folder, f"{prefix} {item.title}")
    own = texts.text("handover.own", report.language)
    for item in report.own.requirements if report.own else ():
        drawers[item.id] = _Drawer(own, f"{item.id} {item.title}")
    retired = texts.text("handover.retired", report.language)
    for item in report.retired:
        # Where another has taken their id, they carry the edition: N29-2.07@2023-1.
        plain = item.id.partition("@")[0]
        prefix = plain if plain.startswith(OWN_PREFIX) else plain.rpartition("-")[2]
        drawers.setdefault(prefix, _Drawer(retired, f"{prefix} {item.title}"))
    return drawers


def article_folder(article: ArticleEntry, language: Language) -> str:
    """二、标准供给; 2 Supply. Articles without a change go by the beginning of their heading."""
    short = article.change_label or article.heading.partition("，")[0]
    if language == "zh":
        return f"{chinese_numeral(article.number)}、{short}"
    return f"{article.number} {short}"
