"""What the program is, and what it is not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from app import __version__


def show_about(parent: QWidget | None) -> None:
    translate = QCoreApplication.translate
    QMessageBox.about(
        parent,
        translate("about", "About"),
        translate(
            "about",
            "Four Changes Workbook {0}\n\n"
            "For recording and reporting the work of a national standardization innovation and "
            "development pilot. It is no official system: requirements are paraphrased from the "
            "Notice, and scores follow an editable, unofficial template.\n\n"
            "Works without a network; everything stays on this machine. Do not enter classified "
            "material.\n\nMIT licence; bundled fonts: Noto Sans SC and Noto Serif SC (OFL), "
            "AR PL KaitiM GB (Arphic Public License).",
        ).format(__version__),
    )
