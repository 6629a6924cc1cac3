"""The catalogue that the workbook was filled against; the workbook carries its own copy."""

from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import JSON_OR_NULL, Tracked, reference


class DocumentRow(Tracked):
    """A policy document; `content` holds title, number, issuer, date and note."""

    __tablename__ = "document"

    version: Mapped[str] = mapped_column(String(32))
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class ArticleRow(Tracked):
    """An article; `change` is null for the enabling articles."""

    __tablename__ = "article"

    document_id: Mapped[str] = mapped_column(reference("document.id"))
    number: Mapped[int]
    change: Mapped[str | None] = mapped_column(String(16))
    content: Mapped[dict[str, Any]] = mapped_column(JSON)


class RequirementRow(Tracked):
    """A requirement by its catalogue id; `hash` is that of `content`.

    `retired` is null while the requirement is in force. Where an edition left it out, it holds the
    `id` and `version` under which it was answered, and `into`, the requirements that took it up;
    the row then has an id of its own, such as N29-1.05@1.0.
    """

    __tablename__ = "requirement"
    __table_args__ = (Index(None, "article_id", "position"),)

    article_id: Mapped[str] = mapped_column(reference("article.id"))
    position: Mapped[int]
    content: Mapped[dict[str, Any]] = mapped_column(JSON)
    hash: Mapped[str] = mapped_column(String(64))
    retired: Mapped[dict[str, Any] | None] = mapped_column(JSON_OR_NULL)
