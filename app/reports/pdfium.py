"""The lock for pypdfium2: PDFium works in one thread at a time; windows and exports share it."""

from threading import RLock

PDFIUM = RLock()
