"""The columns of the tables of standards and of the readings that they propose."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.domain.indicators import format_value
from app.queries.standards import ProposedReading, StandardRow
from app.views.desk import Desk
from app.views.widgets.rows_model import RIGHT, Column


def standard_columns(desk: Desk) -> tuple[Column[StandardRow], ...]:
    text, language = desk.text, desk.language
    separator = text("report.separator")

    def level(row: StandardRow) -> str:
        name = text(f"standards.level.{row.standard.level}")
        return name if row.standard.known else text("standards.unknown", level=name)

    def force(row: StandardRow) -> str:
        return text(f"standards.force.{row.standard.force}") if row.standard.force else ""

    def evidence(row: StandardRow) -> str:
        return separator.join(f"{naming.number} {naming.title}" for naming in row.named_by)

    return (
        Column(text("standards.column.number"), lambda row: row.standard.designation, width=26),
        Column(text("standards.column.level"), level, width=20),
        Column(text("standards.column.force"), force, width=15),
        Column(
            text("standards.column.regions"),
            lambda row: separator.join(name.in_(language) for name in row.standard.region_names),
            width=16,
        ),
        Column(
            text("standards.column.role"),
            lambda row: text("standards.own" if row.own else "standards.cited"),
            width=18,
        ),
        Column(
            text("standards.column.evidence"),
            evidence,
            sort=lambda row: (-len(row.named_by), evidence(row)),
            width=28,
            tip=lambda row: "\n".join(f"{one.number} {one.title}" for one in row.named_by),
        ),
    )


def proposal_columns(desk: Desk) -> tuple[Column[ProposedReading], ...]:
    translate = QCoreApplication.translate
    return (
        Column(desk.text("field.code"), lambda row: row.code, width=12),
        Column(
            translate("standards", "Indicator"), lambda row: row.title.in_(desk.language), width=28
        ),
        Column(
            translate("standards", "Proposed"),
            lambda row: str(row.value),
            sort=lambda row: row.value,
            align=RIGHT,
            width=10,
            tip=lambda row: "\n".join(row.standards),
        ),
        Column(
            translate("standards", "Last reading"),
            lambda row: "" if row.last is None else format_value(row.last),
            sort=lambda row: row.last or 0,
            align=RIGHT,
            width=12,
        ),
    )
