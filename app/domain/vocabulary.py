"""The words of the field as types. Their names in Chinese and English are in resources/i18n."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")

LOWEST_LEVEL = 0
HIGHEST_LEVEL = 4
ANCHOR_LEVELS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages."""

    zh: str
    en: str

    def in_(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en

    def as_dict(self) -> dict[str, str]:
        return {"zh": self.zh, "en": self.en}


class Change(StrEnum):
    """The four changes (四个转变); articles 2-5 of the Notice, in this order."""

    SUPPLY = "supply"
    APPLICATION = "application"
    OPENNESS = "openness"
    DEVELOPMENT = "development"


class Progress(StrEnum):
    """How far the work on a requirement is. It says nothing of how good the result is."""

    NOT_STARTED = "not-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"
    NOT_APPLICABLE = "not-applicable"


class Stage(StrEnum):
    """Stages of self-assessment of a pilot (基线, 中期, 终期)."""

    BASELINE = "baseline"
    INTERIM = "interim"
    FINAL = "final"


class EvidenceKind(StrEnum):
    """Kinds of evidence (佐证材料类型)."""

    POLICY = "policy"
    STANDARD = "standard"
    PLAN = "plan"
    MINUTES = "minutes"
    STATISTICS = "statistics"
    REPORT = "report"
    CERTIFICATE = "certificate"
    AWARD = "award"
    CONTRACT = "contract"
    PHOTOGRAPH = "photograph"
    MEDIA = "media"
    WEB_PAGE = "web-page"
    OTHER = "other"


class Confidentiality(StrEnum):
    """Marks that may be offered; classified material must not be entered at all."""

    NONE = "none"
    INTERNAL = "internal"


class Severity(StrEnum):
    """Gravity of a finding of the check before submission."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Unit(StrEnum):
    """What an indicator counts in."""

    PERCENT = "percent"
    MONTHS = "months"
    NUMBER = "number"


class Direction(StrEnum):
    """Whether more is better or less is."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"


class Origin(StrEnum):
    """Who sets an indicator or a target: a document, another pilot, or the region itself."""

    OUTLINE = "outline"
    SHANGHAI = "shanghai"
    CHONGQING = "chongqing"
    ZHEJIANG = "zhejiang"
    GUANGDONG = "guangdong"
    HEILONGJIANG = "heilongjiang"
    REGION = "region"  # a plan of the region
    PILOT = "pilot"  # the pilot's own


class Period(StrEnum):
    """How often a reading is due."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Pace(StrEnum):
    """Where the last reading stands against the straight line from baseline to target."""

    REACHED = "reached"
    ON_TRACK = "on-track"
    BEHIND = "behind"
    UNKNOWN = "unknown"
    NO_READING = "no-reading"


class Trend(StrEnum):
    """What became of something between two states."""

    ROSE = "rose"
    FELL = "fell"
    CHANGED = "changed"  # otherwise than up or down
    NEW = "new"
    GONE = "gone"
    SAME = "same"
