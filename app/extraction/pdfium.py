"""The lock for pypdfium2: PDFium works in one thread at a time; all that use it share it."""

from threading import RLock

PDFIUM = RLock()
