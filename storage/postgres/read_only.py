"""Looking into a database of PostgreSQL's, all of it as it was at one moment. Never writes."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from storage.migrations import misfit
from storage.place import ServerUrl
from storage.postgres.connection import open_session
from storage.postgres.failures import storage_error
from storage.postgres.schema import read_version
from storage.postgres.transaction import PostgresTransaction
from storage.transaction import Transaction


@contextmanager
def open_server(url: ServerUrl) -> Iterator[Transaction]:
    """A transaction that can change nothing, also of a standby.

    FileNotFoundError where no service was ever started on it; raises as `storage_error` says.
    """
    schema = 0
    try:
        with open_session(url) as connection:
            connection.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
            tx = PostgresTransaction(connection)
            if not tx.has_table("schema_version"):
                raise FileNotFoundError("no service was ever started on it")
            schema = read_version(connection)
            yield tx
            connection.execute("ROLLBACK")
    except (psycopg.errors.UndefinedTable, psycopg.errors.UndefinedColumn) as error:
        raise misfit(schema) or storage_error(error) from error
    except psycopg.Error as error:
        raise storage_error(error) from error
