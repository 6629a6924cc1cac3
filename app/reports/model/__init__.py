"""The report as data: what every format shows, in one language, ready to be set.

Renderers (pdf, xlsx, docx, the page of a submission) see this and nothing else, so that no format
knows more than another. Texts are in the report's language; "" stands for what the workbook does
not say.
"""

from __future__ import annotations

from app.reports.model.answers import (
    ArticleEntry,
    EvidenceEntry,
    FileEntry,
    GapEntry,
    Line,
    OwnEntry,
    PracticeEntry,
    Proof,
    RequirementEntry,
    StandardEntry,
    TaskEntry,
)
from app.reports.model.comparison import (
    ComparedIndicator,
    ComparedItem,
    ComparedPoints,
    ComparisonEntry,
)
from app.reports.model.measures import (
    IndicatorCurve,
    IndicatorEntry,
    ReadingEntry,
    TargetEntry,
    TargetMark,
)
from app.reports.model.report import (
    Cover,
    Report,
    SectionEntry,
    Verification,
)

__all__ = [
    "ArticleEntry",
    "ComparedIndicator",
    "ComparedItem",
    "ComparedPoints",
    "ComparisonEntry",
    "Cover",
    "EvidenceEntry",
    "FileEntry",
    "GapEntry",
    "IndicatorCurve",
    "IndicatorEntry",
    "Line",
    "OwnEntry",
    "PracticeEntry",
    "Proof",
    "ReadingEntry",
    "Report",
    "RequirementEntry",
    "SectionEntry",
    "StandardEntry",
    "TargetEntry",
    "TargetMark",
    "TaskEntry",
    "Verification",
]
