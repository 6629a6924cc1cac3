"""Where the reader has been, for going back and forward."""

from __future__ import annotations

# Steps that are remembered.
_MOST = 200


class Trail:
    def __init__(self) -> None:
        self._keys: list[str] = []
        self._at = -1

    @property
    def current(self) -> str:
        return self._keys[self._at] if self._at >= 0 else ""

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at < len(self._keys) - 1

    def visit(self, key: str) -> None:
        """Go somewhere new; what lay ahead is forgotten. Staying where one is changes nothing."""
        if key == self.current:
            return
        self._keys = [*self._keys[: self._at + 1], key][-_MOST:]
        self._at = len(self._keys) - 1

    def back(self) -> str:
        """One step back, where there is one."""
        self._at = max(self._at - 1, min(self._at, 0))
        return self.current

    def forward(self) -> str:
        """One step forward, where there is one."""
        self._at = min(self._at + 1, len(self._keys) - 1)
        return self.current
