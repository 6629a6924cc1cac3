"""Where labels go on a chart, so that none lies on another or on a mark."""

from __future__ import annotations

from collections.abc import Sequence

# Left, bottom, right, top.
Box = tuple[float, float, float, float]


class LabelRoom:
    """The room for labels inside `area`, in points."""

    def __init__(self, area: Box) -> None:
        self._area = area
        self._taken: list[Box] = []

    def take(self, box: Box) -> None:
        """No label is to lie here."""
        self._taken.append(box)

    def found(
        self, places: Sequence[tuple[float, float]], width: float, size: float
    ) -> tuple[float, float]:
        """The first place with room, else the first one, which is taken for a text so wide.

        A place is the left end of the text's base line.
        """
        boxes = {(x, y): (x, y - 0.2 * size, x + width, y + 0.85 * size) for x, y in places}
        place = next((one for one, box in boxes.items() if self._free(box)), places[0])
        self.take(boxes[place])
        return place

    def _free(self, box: Box) -> bool:
        area = self._area
        inside = area[0] <= box[0] and area[1] <= box[1] and box[2] <= area[2] and box[3] <= area[3]
        return inside and not any(_meet(box, other) for other in self._taken)


def _meet(one: Box, other: Box) -> bool:
    across = one[0] < other[2] and other[0] < one[2]
    return across and one[1] < other[3] and other[1] < one[3]
