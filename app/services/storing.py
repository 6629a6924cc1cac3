"""Bringing the bytes of many files into the vault, all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from app.domain.numbers import normal_name
from app.domain.steps import Step, Steps, scaled
from app.errors import UserError
from app.store.vault import StoredFile
from app.store.workbook import Workbook

# Files that may be copied and not yet on the disk: little is left to do when one cancels.
_MOST_WAITING = 8


@contextmanager
def stored_files(workbook: Workbook) -> Iterator[StoredFiles]:
    """Files to be entered within the block; if it is left early, their bytes go again."""
    files = StoredFiles(workbook)
    try:
        yield files
    except BaseException:
        files.discard()
        raise


class StoredFiles:
    """Each file with its place in the vault, or with the reason why it has none."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._taken: list[tuple[Path, StoredFile | UserError]] = []
        # Copied but perhaps not yet in their places; in order, with what was refused.
        self._waiting: list[tuple[Path, Future[StoredFile] | UserError]] = []

    def __iter__(self) -> Iterator[tuple[Path, StoredFile | UserError]]:
        return iter(self._taken)

    def store(self, paths: Sequence[Path]) -> Steps[None]:
        """Copy file by file; steps count files in thousandths and name the one in work.

        While one file is copied the disk is still taking in those before. Raises
        EnvironmentProblem when the disk gives way.
        """
        vault = self._workbook.vault
        total = len(paths) * 1000
        with ThreadPoolExecutor(1, thread_name_prefix="vault") as keeping:
            try:
                for done, path in enumerate(paths):
                    yield Step(done * 1000, total, normal_name(path.name))
                    self._take_kept(_MOST_WAITING)
                    try:
                        at = done * 1000
                        copied = yield from scaled(vault.copy(path), at, at + 1000, total)
                    except UserError as error:
                        self._waiting.append((path, error))
                    else:
                        self._waiting.append((path, keeping.submit(vault.keep, copied)))
                self._take_kept(0)
            finally:
                # After an error or a cancel too: what is in its place has to be known.
                self._give_up_waiting()
        vault.settle(stored for _, stored in self._taken if isinstance(stored, StoredFile))

    def _take_kept(self, left: int) -> None:
        """Note what was kept, waiting for it until at most so many files are not yet."""
        while len(self._waiting) > left:
            path, waiting = self._waiting[0]
            kept = waiting.result() if isinstance(waiting, Future) else waiting
            self._taken.append((path, kept))
            del self._waiting[0]

    def _give_up_waiting(self) -> None:
        for path, waiting in self._waiting:
            if isinstance(waiting, Future) and waiting.exception() is None:
                self._taken.append((path, waiting.result()))
        self._waiting.clear()

    def discard(self, unwanted: Callable[[Path, StoredFile], bool] = lambda *_: True) -> None:
        """Take back what came new into the vault, or those of it that are `unwanted`."""
        for path, stored in self._taken:
            if isinstance(stored, StoredFile) and unwanted(path, stored):
                self._workbook.vault.discard(stored)
