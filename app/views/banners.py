"""What is said above every page of a workbook: that it is a sample, or can't be written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.workbooks import Workbook


def banners(workbook: Workbook, *, sample: bool) -> list[str]:
    """The sentences that hold for a workbook, none for most."""
    translate = QCoreApplication.translate
    texts = []
    if sample:
        texts.append(translate("Banners", "Sample data: everything in this workbook is invented."))
    holder = workbook.holder
    if workbook.read_only_reason == "locked" and holder:
        text = translate("Banners", "Read-only: {0} on {1} has this workbook open.")
        texts.append(text.format(holder.user, holder.host))
    elif workbook.read_only:
        texts.append(translate("Banners", "Read-only: this disk or folder cannot be written."))
    return texts
