"""The text with which a file begins: what proposals are made from."""

from __future__ import annotations

from pathlib import Path


def opening_text(path: Path) -> str:
    return ""
