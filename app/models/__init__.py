"""Mapped classes of the workbook's database, one file for each aggregate.

A file is loaded when one of its classes is first used: mapping takes time, and a window that opens
reads but a few tables. Writes need all of them (`load_all`), since rows refer to one another.

The annotations in these files are not postponed: SQLAlchemy needs their values at once, and would
have to evaluate each from its text.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from app.models.base import Base, Tracked, by_table

if TYPE_CHECKING:
    from app.models.catalogue import ArticleRow, DocumentRow, RequirementRow
    from app.models.evidence import (
        Attachment,
        Evidence,
        EvidenceLink,
        EvidenceReading,
        EvidenceTask,
    )
    from app.models.indicator import Indicator, IndicatorLink, Reading, Target
    from app.models.pilot import Pilot, SchemeRow
    from app.models.plan import PlanLink, PlanTask
    from app.models.practice import Practice, PracticeEvidence, PracticeLink
    from app.models.record import Alteration, Operation
    from app.models.report import ReportTemplateRow, ReportText
    from app.models.response import Response
    from app.models.snapshot import Snapshot, SnapshotContent

__all__ = [
    "Alteration",
    "ArticleRow",
    "Attachment",
    "Base",
    "DocumentRow",
    "Evidence",
    "EvidenceLink",
    "EvidenceReading",
    "EvidenceTask",
    "Indicator",
    "IndicatorLink",
    "Operation",
    "Pilot",
    "PlanLink",
    "PlanTask",
    "Practice",
    "PracticeEvidence",
    "PracticeLink",
    "Reading",
    "ReportTemplateRow",
    "ReportText",
    "RequirementRow",
    "Response",
    "SchemeRow",
    "Snapshot",
    "SnapshotContent",
    "Target",
    "Tracked",
    "load_all",
    "tracked_classes",
]
_CLASSES = {
    "catalogue": ("ArticleRow", "DocumentRow", "RequirementRow"),
    "evidence": ("Attachment", "Evidence", "EvidenceLink", "EvidenceReading", "EvidenceTask"),
    "indicator": ("Indicator", "IndicatorLink", "Reading", "Target"),
    "pilot": ("Pilot", "SchemeRow"),
    "plan": ("PlanLink", "PlanTask"),
    "practice": ("Practice", "PracticeEvidence", "PracticeLink"),
    "record": ("Alteration", "Operation"),
    "report": ("ReportTemplateRow", "ReportText"),
    "response": ("Response",),
    "snapshot": ("Snapshot", "SnapshotContent"),
}
_FILES = {name: file for file, names in _CLASSES.items() for name in names}


def load_all() -> None:
    """Map every class, so that the metadata knows every table."""
    for file in _CLASSES:
        import_module(f"{__name__}.{file}")


def tracked_classes() -> dict[str, type[Tracked]]:
    """All classes that enter the change record, by table name."""
    load_all()
    mapped = (mapper.class_ for mapper in Base.registry.mappers)
    return by_table(cls for cls in mapped if issubclass(cls, Tracked))


def __getattr__(name: str) -> type[Base]:
    if name not in _FILES:
        raise AttributeError(name)
    cls: type[Base] = getattr(import_module(f"{__name__}.{_FILES[name]}"), name)
    return cls
