"""Mapped classes of the workbook's database, one file for each aggregate.

Their annotations are not postponed: SQLAlchemy needs their values at once, and would have to
evaluate each from its text (start-up time).
"""

from app.models.base import Base, Tracked
from app.models.catalogue import ArticleRow, DocumentRow, RequirementRow
from app.models.evidence import Attachment, Evidence, EvidenceLink, EvidenceReading, EvidenceTask
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
]
