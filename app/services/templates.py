"""Report templates: kept in the workbook, taken from files and written to them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from sqlalchemy import select

from app.domain.changes import Changes
from app.domain.report_template import (
    ReportTemplate,
    template_as_dict,
    template_from_dict,
    template_name,
)
from app.errors import UserError
from app.models import ReportTemplateRow
from app.services.fields import assign
from app.store.problems import environment
from app.store.workbook import Workbook

_LARGEST = 1024 * 1024


def save_template(workbook: Workbook, template: ReportTemplate) -> Changes:
    """Keep a template under its name; one of that name is replaced.

    Raises UserError `template.name`, `field.too-long`.
    """
    template = replace(template, name=template_name(template.name))
    # What can't be read back is not kept.
    content = template_as_dict(template_from_dict(template_as_dict(template)))
    with workbook.write("template.save", name=template.name) as unit:
        row = unit.session.scalar(
            select(ReportTemplateRow).where(ReportTemplateRow.name == template.name)
        )
        if row is None:
            unit.session.add(
                ReportTemplateRow(id=str(uuid4()), name=template.name, content=content)
            )
        else:
            assign(row, {"content": content})
    return unit.changes


def remove_template(workbook: Workbook, name: str) -> Changes:
    """Take a template away. UserError `template.unknown`."""
    with workbook.write("template.remove", name=name) as unit:
        row = unit.session.scalar(select(ReportTemplateRow).where(ReportTemplateRow.name == name))
        if row is None:
            raise UserError("template.unknown", name=name)
        unit.session.delete(row)
    return unit.changes


def read_template(file: Path) -> ReportTemplate:
    """A template out of a file. UserError `template.…` with the place of what is wrong."""
    with environment(file):
        if not file.is_file():
            raise UserError("template.no-file", path=str(file))
        if file.stat().st_size > _LARGEST:
            raise UserError("template.unreadable", name=file.name, detail=f"> {_LARGEST} B")
        data = file.read_bytes()
    try:
        return template_from_dict(json.loads(data.decode("utf-8-sig")))
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise UserError("template.unreadable", name=file.name, detail=str(error)) from error


def write_template(template: ReportTemplate, file: Path) -> None:
    """Write a template to a file, which is replaced where there is one."""
    text = json.dumps(template_as_dict(template), ensure_ascii=False, indent=2)
    with environment(file.parent):
        temporary = file.with_name(f".{uuid4().hex}.json")
        try:
            temporary.write_text(text + "\n", encoding="utf-8")
            temporary.replace(file)
        finally:
            temporary.unlink(missing_ok=True)
