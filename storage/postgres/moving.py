"""What PostgreSQL needs where whole rows are moved into it. Never the moving."""

from storage.transaction import Transaction

_FLAGS = (
    "SELECT table_name, column_name FROM information_schema.columns"
    " WHERE table_schema = current_schema() AND data_type = 'boolean'"
)
_COUNTED = (
    "SELECT table_name, column_name FROM information_schema.columns"
    " WHERE table_schema = current_schema() AND is_identity = 'YES'"
)


def flags_of(tx: Transaction) -> frozenset[tuple[str, str]]:
    """The columns that hold yes or no, where SQLite has 1 or 0."""
    return frozenset(tx.execute(_FLAGS).fetchall())


def go_on_counting(tx: Transaction) -> None:
    """Rows that come from now on are numbered from where those that were moved end."""
    for table, column in tx.execute(_COUNTED).fetchall():
        highest = f"SELECT coalesce(max({column}), 0) + 1 FROM {table}"  # noqa: S608 - names of ours
        tx.execute(f"SELECT setval(pg_get_serial_sequence(?, ?), ({highest}), FALSE)", (table, column))
