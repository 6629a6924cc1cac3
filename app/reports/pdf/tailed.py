"""A block of text with a line that belongs to its end, such as the evidence of an answer."""

from __future__ import annotations

from reportlab.platypus import Flowable

from app.reports.pdf.textblock import TextBlock

# Lines of the text that go with the tail to the next page.
_LEAST = 2


class Tailed(Flowable):
    """The tail never begins a page without lines of the text above it."""

    def __init__(self, block: TextBlock, tail: TextBlock) -> None:
        super().__init__()
        self._block = block
        self._tail = tail

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        self._block.wrap(avail_width, avail_height)
        self._tail.wrap(avail_width, avail_height)
        self.width = avail_width
        self.height = self._block.height + self._between + self._tail.height
        return self.width, self.height

    @property
    def _between(self) -> float:
        return max(self._block.style.after, self._tail.style.before)

    def split(self, avail_width: float, avail_height: float) -> list[Flowable]:
        """Text that fits, and the rest with the tail."""
        self.wrap(avail_width, avail_height)
        if self.height <= avail_height:
            return [self]
        room = min(avail_height, self._block.height - _LEAST * self._block.style.leading)
        first = self._block.split(avail_width, room)
        if len(first) < 2:
            return []
        upper, lower = first
        assert isinstance(lower, TextBlock)
        return [upper, Tailed(lower, self._tail)]

    def getSpaceBefore(self) -> float:  # noqa: N802
        return self._block.style.before

    def getSpaceAfter(self) -> float:  # noqa: N802
        return self._tail.style.after

    def draw(self) -> None:
        self._block.draw_at(self.canv, 0, self._tail.height + self._between)
        self._tail.draw_at(self.canv, 0, 0)
