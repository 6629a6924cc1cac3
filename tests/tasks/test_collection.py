import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.tasks import collection
from app.tasks.collection import Collection

buried_in: list[threading.Thread] = []


class Cyclic:
    """Like a widget whose slots hold it."""

    def __init__(self) -> None:
        self.itself = self

    def __del__(self) -> None:
        buried_in.append(threading.current_thread())


@pytest.fixture
def by_itself() -> Iterator[None]:
    """The interpreter collects by itself, as it does outside the window."""
    buried_in.clear()
    gc.enable()
    gc.collect()  # the next comes when enough has been made, which is in the other thread
    yield
    gc.unfreeze()
    gc.enable()


def allocate() -> list[list[int]]:
    """Enough for the interpreter to collect, in a thread of its own."""
    kept: list[list[int]] = []
    thread = threading.Thread(target=lambda: kept.extend([number] for number in range(200_000)))
    thread.start()
    thread.join()
    return kept


@pytest.mark.usefixtures("by_itself")
def test_another_thread_does_not_bury_what_the_window_left(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    Cyclic()
    kept = allocate()
    assert len(buried_in) == 1  # what is to be kept from happening
    assert buried_in.pop() is not threading.main_thread()

    monkeypatch.setattr(collection, "EVERY_MS", 10)
    own = Collection()
    Cyclic()
    kept += allocate()
    assert buried_in == []
    qtbot.waitUntil(lambda: bool(buried_in))
    assert buried_in == [threading.main_thread()]
    own.deleteLater()
