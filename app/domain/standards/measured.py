"""Which indicators count standards, and of which levels: by their titles in Chinese."""

from __future__ import annotations

import re

from app.domain.indicators import Unit
from app.domain.standards.number import Level, Standard

_LEVELS = {
    "国际标准": Level.INTERNATIONAL,
    "国家标准": Level.NATIONAL,
    "行业标准": Level.INDUSTRY,
    "地方标准": Level.LOCAL,
    "团体标准": Level.GROUP,
    "企业标准": Level.ENTERPRISE,
}
_REGIONAL = re.compile(r"区域(?:协同)?标准|协同标准")
# What counts something else that has to do with standards: 国际标准组织注册专家, 企业标准化总监.
_ELSE = re.compile(
    r"标准化|标准组织|专家|机构|秘书处|委员会|基地|试点|示范|人员|总监|奖|率|占比|比例|周期|公开"
)


def counts(title: str, unit: Unit) -> frozenset[Level] | None:
    """The levels whose standards an indicator counts; None where it counts none.

    An empty set stands for regional standards.
    """
    if unit is not Unit.NUMBER or _ELSE.search(title):
        return None
    if _REGIONAL.search(title):
        return frozenset()
    levels = frozenset(level for words, level in _LEVELS.items() if words in title)
    return levels or None


def is_counted(standard: Standard, levels: frozenset[Level]) -> bool:
    """Whether a standard is one of those that an indicator counts."""
    return standard.level in levels if levels else standard.regional
