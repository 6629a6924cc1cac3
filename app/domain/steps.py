"""Long work as a generator: it yields Steps, returns its result, and is cancelled by closing it."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Step:
    """`done` of `total` (bytes, files or pages); `label` names what is being worked on."""

    done: int
    total: int
    label: str = ""


Steps: TypeAlias = Generator[Step, None, Result]


def finish(steps: Steps[Result]) -> Result:
    """Run long work to its end without looking at the progress."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            result: Result = stop.value
            return result


def scaled(
    inner: Steps[Result], start: int, end: int, total: int, label: str = ""
) -> Steps[Result]:
    """The steps of a part of the work, from `start` to `end` of `total`, under a label of its own
    or those it has. From and to one place, the same step is told at each of the part's.
    """
    try:
        while True:
            step = next(inner)
            share = round((end - start) * step.done / step.total) if step.total else 0
            yield Step(start + share, total, label or step.label)
    except StopIteration as stop:
        result: Result = stop.value
        return result
    finally:
        inner.close()
