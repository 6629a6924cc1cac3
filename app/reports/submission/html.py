"""Elements of the page. What people wrote comes in through `text` and `attribute` alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

from app.reports.blocks import Paragraph, Table, blocks
from app.reports.plain_text import clean

Html = str


def text(value: object) -> Html:
    """Text as text, whatever signs are in it."""
    return escape(clean(str(value)))


def attribute(value: object) -> Html:
    """A value between double quotes."""
    return escape(clean(str(value)), quote=True)


def element(name: str, content: Html, css: str = "", **attributes: object) -> Html:
    """`content` is markup; names of attributes may end in "_" and have "_" for "-"."""
    given = {
        "class": css,
        **{key.rstrip("_").replace("_", "-"): v for key, v in attributes.items()},
    }
    told = "".join(f' {key}="{attribute(value)}"' for key, value in given.items() if value != "")
    return f"<{name}{told}>{content}</{name}>"


def link(address: str, label: str) -> Html:
    """A link; an address is a relative path that is percent-encoded or a place in the page."""
    return element("a", text(label), href=address)


def file_address(path: str) -> str:
    """The address of a file beside the page, every sign but plain ones percent-encoded."""
    return quote(path, safe="/")


def encoded(target: str) -> str:
    """The address of an evidence file, of which the model has encoded only what it must."""
    return quote(target, safe="/%")


def paragraphs(label: str, value: str) -> Html:
    """A named text that people wrote; nothing where there is none."""
    if not value:
        return ""
    return element("dt", text(label)) + element("dd", written(value))


def written(value: str) -> Html:
    """What people wrote: its lines as they are, levels in their type, pasted tables as tables."""
    return "\n".join(
        _table(block) if isinstance(block, Table) else _paragraph(block) for block in blocks(value)
    )


def _paragraph(one: Paragraph) -> Html:
    head = element("b", text(one.heading), f"level-{one.level}") if one.head else ""
    return element("p", head + text(one.rest), "written")


def _table(table: Table) -> Html:
    lines = (row(map(text, cells)) for cells in table.rows[table.headed :])
    return rows(table.rows[0] if table.headed else (), lines)


def joined(parts: Iterable[Html], separator: str = "") -> Html:
    return separator.join(part for part in parts if part)


def rows(head: Sequence[str], lines: Iterable[Html]) -> Html:
    """A table with the labels of its head; `lines` are rows as markup."""
    labels = "".join(element("th", text(label), scope="col") for label in head)
    body = "\n".join(lines)
    top = f"<thead><tr>{labels}</tr></thead>\n" if labels else ""
    table = element("table", f"{top}<tbody>{body}</tbody>")
    return element("div", table, "scroll")


def row(cells: Iterable[Html], css: str = "", anchor: str = "", **attributes: object) -> Html:
    return element(
        "tr", "".join(f"<td>{cell}</td>" for cell in cells), css, id=anchor, **attributes
    )
