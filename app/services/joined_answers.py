"""Several answers and their links as one, when an edition merges requirements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.domain.limits import FIELD_LIMITS, NOTE
from app.domain.vocabulary import Progress
from app.models import EvidenceLink, Response

_WRITTEN = ("reason", "narrative", "problems", "next_steps")
# From the least on; what does not apply says nothing of how far the rest is.
_ORDER = (Progress.NOT_STARTED, Progress.IN_PROGRESS, Progress.DONE)


def joined(answers: Mapping[str, Response]) -> dict[str, Any]:
    """One answer out of those to several requirements, by their ids.

    Texts stand one below the other under the id they were written for, the progress is the least
    and the level the lowest, the first due date counts.
    """
    rows = list(answers.values())
    values: dict[str, Any] = {name: _under_ids(answers, name) for name in _WRITTEN}
    applying = {row.progress for row in rows} - {Progress.NOT_APPLICABLE.value}
    least = next((step for step in _ORDER if step.value in applying), Progress.NOT_APPLICABLE)
    values["progress"] = least.value
    values["level"] = min((row.level for row in rows if row.level is not None), default=None)
    values["unit"] = _units(row.unit for row in rows)
    values["due"] = min((row.due for row in rows if row.due is not None), default=None)
    return values


def proof_of_both(link: EvidenceLink, other: EvidenceLink, other_id: str) -> str:
    """What a dossier proves where two requirements name it: nothing is said twice or cut off."""
    more = " ".join(part for part in (other.locator, other.proves) if part)
    if not more or (other.locator, other.proves) == (link.locator, link.proves):
        return link.proves
    text = "\n".join(part for part in (link.proves, f"【{other_id}】{more}") if part)
    return text if len(text) <= NOTE else link.proves


def _under_ids(answers: Mapping[str, Response], name: str) -> str:
    texts: list[tuple[str, str]] = [(id_, getattr(row, name)) for id_, row in answers.items()]
    return "\n".join(f"【{id_}】\n{text}" for id_, text in texts if text)


def _units(units: Iterable[str]) -> str:
    """All units once; as many as the field holds, as each stays with the retired requirement."""
    kept: Sequence[str] = list(dict.fromkeys(unit for unit in units if unit))
    while len("、".join(kept)) > FIELD_LIMITS["unit"]:
        kept = kept[:-1]
    return "、".join(kept)
