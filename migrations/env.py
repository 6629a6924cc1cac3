"""Alembic's entry point. Migrations import nothing of the app: they stay as they were released."""

import sqlite3

from alembic import context
from sqlalchemy import URL, create_engine, event
from sqlalchemy.pool import NullPool

# Not as text: a folder's name may hold signs that mean something in an address.
address = URL.create("sqlite", database=str(context.config.attributes["database"]))
engine = create_engine(address, poolclass=NullPool)


@event.listens_for(engine, "connect")
def _autocommit(dbapi: sqlite3.Connection, _: object) -> None:
    # Python's sqlite3 would commit before each schema change; so that a migration is one
    # transaction, it begins here instead.
    dbapi.isolation_level = None


@event.listens_for(engine, "begin")
def _begin(connection: object) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


with engine.connect() as connection:
    context.configure(
        connection=connection,
        render_as_batch=True,
        # All or nothing: a database is never left between two schemas.
        transaction_per_migration=False,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()
