"""The tables of this release, as SQLite tells them: PostgreSQL's have the same. Never a row."""

import sqlite3
from contextlib import closing
from functools import cache

from msgspec import Struct

from storage.migrations import read_migrations
from storage.sqlite.schema import migrate

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
_COLUMNS = "SELECT name, pk FROM pragma_table_info(?) ORDER BY cid"
_PARENTS = 'SELECT DISTINCT "table" FROM pragma_foreign_key_list(?)'


class TableShape(Struct, frozen=True):
    """A table, its columns, and those that tell its rows apart."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]


@cache
def tables_of_release() -> tuple[TableShape, ...]:
    """All of them, those that others point to first."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        migrate(connection, read_migrations())
        names = [name for (name,) in connection.execute(_TABLES)]
        parents = {name: {parent for (parent,) in connection.execute(_PARENTS, (name,))} for name in names}
        in_order = sorted(names, key=lambda name: bool(parents[name]))  # nobody's parent has one of its own
        return tuple(_shape(connection, name) for name in in_order)


def _shape(connection: sqlite3.Connection, name: str) -> TableShape:
    columns = connection.execute(_COLUMNS, (name,)).fetchall()
    key = sorted((place, column) for column, place in columns if place)
    return TableShape(name, tuple(column for column, _ in columns), tuple(column for _, column in key))
