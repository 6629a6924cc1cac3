"""Adding, changing and removing requirements of the region's own, and their Excel table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.changes import Changes
from app.domain.own import is_own_id
from app.queries.own import own_requirements
from app.services.own_requirements import (
    OwnFields,
    add_requirement,
    edit_requirement,
    remove_requirement,
)
from app.views.desk import Desk
from app.views.dialogs.asking import confirmed
from app.views.requirements.own_dialog import OwnDialog
from app.views.tables.exchange import Exchange, TableKind


class OwnActions(QObject):
    """`menu` is for the page's button; `added` carries the id of a new requirement."""

    added = Signal(str)

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._page = page
        self._current = ""
        self.exchange = Exchange(desk, self._table_kind, page)
        self.menu = QMenu(page)
        self.add_action = self.menu.addAction(self.tr("&Add own requirement…"), self.add)
        self.edit_action = self.menu.addAction(self.tr("&Change…"), self.edit)
        self.remove_action = self.menu.addAction(self.tr("&Remove…"), self.remove)
        self.menu.addSeparator()
        self.exchange.fill(self.menu)
        self.set_current("")

    def _table_kind(self) -> TableKind:
        from app.services.own_table import compare_own_table, import_own_table, write_own_table

        return TableKind(
            self._desk.text("own.heading"),
            write_own_table,
            compare_own_table,
            import_own_table,
            lambda name: self._desk.text(f"field.{name}"),
        )

    def set_current(self, requirement_id: str) -> None:
        """The requirement that is shown; only the region's own can be changed."""
        self._current = requirement_id if is_own_id(requirement_id) else ""
        writable = not self._desk.read_only
        self.add_action.setEnabled(writable)
        self.edit_action.setEnabled(writable and bool(self._current))
        self.remove_action.setEnabled(writable and bool(self._current))

    def add(self) -> None:
        """Ask for a new requirement."""
        workbook = self._desk.workbook
        dialog = OwnDialog(self._desk, None, self._page)

        def saved(changes: Changes) -> None:
            dialog.accept()
            self.added.emit(str(changes.params["requirement"]))

        self._open(dialog, lambda fields: add_requirement(workbook, **fields), saved)

    def edit(self) -> None:
        """Change the requirement that is shown."""
        workbook, id_ = self._desk.workbook, self._current
        present = next((row for row in own_requirements(workbook) if row.id == id_), None)
        if present is None:
            return
        dialog = OwnDialog(self._desk, present, self._page)
        self._open(
            dialog,
            lambda fields: edit_requirement(workbook, id_, **fields),
            lambda _: dialog.accept(),
        )

    def remove(self) -> None:
        """Remove the requirement that is shown, after asking."""
        workbook, id_ = self._desk.workbook, self._current
        if not id_ or not self._confirm(id_):
            return
        self._desk.write(
            lambda: remove_requirement(workbook, id_),
            saved=lambda _: self._desk.message.emit(
                self.tr("{0} was removed with its answer. This can be undone.").format(id_)
            ),
        )

    def _open(
        self,
        dialog: OwnDialog,
        work: Callable[[OwnFields], Changes],
        saved: Callable[[Changes], None],
    ) -> None:
        dialog.wanted.connect(
            lambda fields: self._desk.write(
                lambda: work(fields),
                saved,
                lambda error: dialog.refuse(self._desk.sentence(error)),
            )
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _confirm(self, requirement_id: str) -> bool:
        return confirmed(
            self._page,
            self.tr("Remove own requirement"),
            self.tr("Remove requirement {0}?").format(requirement_id),
            self.tr("Its answer and links go with it; the evidence stays. Removing can be undone."),
            self.tr("Remove"),
        )
