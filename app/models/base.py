"""Common ground of the mapped classes."""

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from typing import Any
from uuid import uuid4

from sqlalchemy import JSON, CheckConstraint, ForeignKey, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.sql.base import ReadOnlyColumnCollection

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


# Ids that one statement names.
AT_ONCE = 500


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)


class Tracked(Base):
    """A row that people's writes change: it has a travelling id and enters the change record.

    Foreign keys between such rows are checked at commit, so that undo may put rows back in any
    order.
    """

    __abstract__ = True

    id: Mapped[str] = mapped_column(String(64), primary_key=True, default=lambda: str(uuid4()))


# Structured data, or nothing: NULL and not the JSON word null, so that it can be asked for.
JSON_OR_NULL = JSON(none_as_null=True)


def columns(cls: type[Base]) -> ReadOnlyColumnCollection[str, Any]:
    """The plain columns of a table, for reading: statements on them never wake the mappers."""
    return cls.__table__.c


def batches(ids: Collection[str]) -> Iterator[list[str]]:
    """Ids in lists that one statement can name: SQLite limits its parameters."""
    listed = list(ids)
    return (listed[start : start + AT_ONCE] for start in range(0, len(listed), AT_ONCE))


def one_of(column: str, values: type[StrEnum]) -> CheckConstraint:
    """CHECK that a text column holds a member of `values`."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def reference(target: str) -> ForeignKey:
    """A foreign key that is checked at commit."""
    return ForeignKey(target, deferrable=True, initially="DEFERRED")


def by_table(classes: Iterable[type[Tracked]]) -> dict[str, type[Tracked]]:
    """Mapped classes by the name of their table."""
    return {cls.__tablename__: cls for cls in classes}
