"""Something shown that is computed beside the window, where only the newest state matters."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject

from app.tasks.runner import Runner

T = TypeVar("T")


class Latest(QObject, Generic[T]):
    """Computes one thing at a time for its owner.

    A request that comes while another is under way waits, and only the last one waiting is done. A
    result that has been overtaken, or whose owner is gone, is dropped.
    """

    def __init__(
        self,
        owner: QObject,
        runner: Runner,
        done: Callable[[T], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        super().__init__(owner)
        self._runner = runner
        self._done = done
        self._failed = failed
        self._waiting: Callable[[], T] | None = None
        self._busy = False

    @property
    def busy(self) -> bool:
        return self._busy

    def request(self, work: Callable[[], T]) -> None:
        """Compute `work` off the main thread and hand its result to `done`."""
        if self._busy:
            self._waiting = work
            return
        self._busy = True
        self._runner.compute(work, self._on_done, self._on_failed)

    def _on_done(self, result: T) -> None:
        if self._may_show():
            self._done(result)

    def _on_failed(self, error: BaseException) -> None:
        if self._may_show():
            self._failed(error)

    def _may_show(self) -> bool:
        """Whether what came back is still wanted; starts what waits."""
        if not shiboken6.isValid(self):
            return False
        self._busy = False
        waiting, self._waiting = self._waiting, None
        if waiting is None:
            return True
        self.request(waiting)
        return False
