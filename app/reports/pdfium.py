"""The lock for pypdfium2, for windows and exports; reading the text of files shares it."""

from app.extraction.pdfium import PDFIUM

__all__ = ["PDFIUM"]
