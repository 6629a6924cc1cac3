"""Bringing the bytes of many files into the vault, all of them or none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from app.domain.numbers import normal_name
from app.domain.steps import Step, Steps
from app.errors import UserError
from app.store.vault import StoredFile
from app.store.workbook import Workbook


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

    def __iter__(self) -> Iterator[tuple[Path, StoredFile | UserError]]:
        return iter(self._taken)

    def store(self, paths: Sequence[Path]) -> Steps[None]:
        """Copy file by file; steps count files in thousandths and name the one in work.

        Raises EnvironmentProblem when the disk gives way.
        """
        for done, path in enumerate(paths):
            yield Step(done * 1000, len(paths) * 1000, normal_name(path.name))
            try:
                stored: StoredFile | UserError = yield from self._scaled(path, done, len(paths))
            except UserError as error:
                stored = error
            self._taken.append((path, stored))

    def discard(self, unwanted: Callable[[Path, StoredFile], bool] = lambda *_: True) -> None:
        """Take back what came new into the vault, or those of it that are `unwanted`."""
        for path, stored in self._taken:
            if isinstance(stored, StoredFile) and unwanted(path, stored):
                self._workbook.vault.discard(stored)

    def _scaled(self, path: Path, done: int, total: int) -> Steps[StoredFile]:
        """The vault's byte steps as parts of one file among many, in thousandths."""
        inner = self._workbook.vault.add(path)
        try:
            while True:
                step = next(inner)
                part = step.done / step.total
                yield Step(round((done + part) * 1000), total * 1000, step.label)
        except StopIteration as stop:
            stored: StoredFile = stop.value
            return stored
        finally:
            inner.close()
