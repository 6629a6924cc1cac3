"""Garbage collection in the thread of the windows only.

Python collects in whichever thread happens to allocate. A window's parts that are left in a cycle
would then be destroyed by a thread that writes or exports, and Qt allows that to its own thread
only: the program crashes, rarely and anywhere.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1000


class Collection(QObject):
    """Takes over from the interpreter, which no longer collects by itself.

    What is there when it is made need not be looked at again.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def _collect(self) -> None:
        """Collect what the interpreter would have: the oldest generation that has its number."""
        due = [count > most for count, most in zip(gc.get_count(), gc.get_threshold(), strict=True)]
        for generation in (2, 1, 0):
            if due[generation]:
                gc.collect(generation)
                return
