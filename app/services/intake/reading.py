"""What the first pages of a file propose for its dossier."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.domain.proposals import Proposal, propose
from app.domain.steps import Step, Steps
from app.extraction.reading import extract
from app.extraction.text import FIRST_PAGES


def proposal(path: Path, place: Sequence[str], step: Step) -> Steps[Proposal]:
    """Read a file that was dropped from `place`; `step` is told again at each page.

    Where there is no text the names alone propose.
    """
    pages = extract(path, place[-1], FIRST_PAGES)
    try:
        while True:
            next(pages)
            yield step
    except StopIteration as stop:
        return propose(place, stop.value.text)
    finally:
        pages.close()
