"""The sections of a self-report in their usual order, and those that a region adds."""

from __future__ import annotations

import re
from enum import StrEnum


class Section(StrEnum):
    """Sections that the program knows; their usual headings are in resources/i18n (section.…)."""

    BASICS = "basics"  # 试点基本情况
    ORGANISATION = "organisation"  # 组织领导和体制机制
    CHANGES = "changes"  # “四个转变”任务完成情况
    INDICATORS = "indicators"  # 量化指标完成情况
    PRACTICES = "practices"  # 创新举措和典型经验
    PROBLEMS = "problems"  # 存在问题
    NEXT_STEPS = "next-steps"  # 下一步计划
    ANNEX_SCORES = "annex-scores"  # 自评计分表
    ANNEX_EVIDENCE = "annex-evidence"  # 佐证材料清单
    ANNEX_STANDARDS = "annex-standards"  # 标准清单
    ANNEX_PLAN = "annex-plan"  # 年度任务完成情况
    ANNEX_COMPARISON = "annex-comparison"  # 与上一快照对比
    ANNEX_GAPS = "annex-gaps"  # 待完善事项清单
    ANNEX_RETIRED = "annex-retired"  # 已停用要求项


USUAL_SECTIONS = tuple(Section)

_ANNEX = "annex-"
# A section with a heading and text of the region's own.
_OWN = re.compile(r"own-[a-z0-9]{1,24}")


def is_annex(key: str) -> bool:
    """Whether a section stands behind the report as 附件."""
    return key.startswith(_ANNEX)


def is_own_section(key: str) -> bool:
    """Whether a key is written as those of the region's own sections are: own-publicity."""
    return _OWN.fullmatch(key) is not None


def is_section(key: str) -> bool:
    """Whether a report can have a section of this key."""
    return key in USUAL_SECTIONS or is_own_section(key)


def takes_text(key: str) -> bool:
    """Whether people write a text for it; annexes are tables only."""
    return is_section(key) and not is_annex(key)
