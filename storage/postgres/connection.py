"""A connection to PostgreSQL: how it is opened, and whether what is there can be used. Never a transaction.

Nothing is asked of a session that a pooler in transaction mode cannot keep: no prepared statement, no setting.
"""

from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.types.array import ListBinaryDumper

from storage.errors import DatabaseReadOnly, DatabaseUnfit
from storage.place import ServerUrl
from storage.postgres.failures import storage_error
from storage.postgres.transaction import Server

OLDEST = 15

# postgresql.org/docs/current/libpq-connect.html: a server that went away without a word is noticed within 10 seconds.
_DEFAULTS: dict[str, Any] = {
    "application_name": "telcolink",
    "connect_timeout": 5,
    "tcp_user_timeout": 10_000,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "client_encoding": "utf8",
}
# What the server says to who may not come in: waiting does not help. libpq gives no code for it, only these words.
_UNWELCOME = ("password authentication failed", "no password supplied", "pg_hba.conf", "does not exist")
_STANDBY = "It is a standby, which can only be read: name the primary."
_READ_ONLY = "It takes no writes (default_transaction_read_only): turn that off, or name the primary."
_FOR_NOW = frozenset({_STANDBY, _READ_ONLY})


MAKES_NONE = "may not make tables in its schema: GRANT CREATE on it, once."
# Whether our tables are there; and any that came with no extension.
_OURS = (
    "EXISTS (SELECT FROM pg_class WHERE relname = 'schema_version' AND relnamespace = current_schema()::regnamespace)"
)
_THEIRS = (
    "EXISTS (SELECT FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace"
    " AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_class.oid AND deptype = 'e'))"
)


def connect(url: ServerUrl) -> Server:
    """A connection to a database that can be used. Raises `DatabaseUnfit`, `DatabaseReadOnly`, `DatabaseUnreachable`.

    Only a copy it may be for as long as a failover takes: that passes without anybody's changing our settings.
    """
    connection = open_session(url)
    if problems := find_problems(connection):
        connection.close()
        raise DatabaseReadOnly(" ".join(problems)) if _FOR_NOW.issuperset(problems) else DatabaseUnfit(problems)
    return connection


def parameters_of(url: ServerUrl) -> str:
    return make_conninfo(**{**_DEFAULTS, **conninfo_to_dict(url.reveal())})


def open_session(url: ServerUrl) -> Server:
    """A connection, whatever is behind it. Raises `DatabaseUnfit`, `DatabaseUnreachable`."""
    try:
        connection = psycopg.connect(
            parameters_of(url), autocommit=True, prepare_threshold=None, cursor_factory=psycopg.RawCursor
        )
    except psycopg.Error as error:
        said = str(error).strip().splitlines()[-1].strip()
        if any(words in said for words in _UNWELCOME):
            raise DatabaseUnfit([f"The server does not let us in: {said}."]) from None
        raise storage_error(error) from error
    connection.adapters.register_dumper(list, ListBinaryDumper)  # as digits, what is sealed would be twice as long
    return connection


def find_problems(connection: Server) -> list[str]:
    """A sentence for whatever keeps the database from being used; none where it can be."""
    if old := judge_version(connection.info.server_version):
        return old
    row = ask(
        connection,
        "SELECT pg_is_in_recovery(), current_setting('transaction_read_only') = 'on',"  # noqa: S608 - words of ours
        " current_setting('server_encoding'), current_schema() IS NULL,"
        " (SELECT string_agg(relname, ', ' ORDER BY relname) FROM pg_class WHERE relkind = 'r'"
        " AND relnamespace = current_schema()::regnamespace AND NOT (has_table_privilege(oid, 'SELECT')"
        " AND has_table_privilege(oid, 'INSERT') AND has_table_privilege(oid, 'UPDATE')"
        " AND has_table_privilege(oid, 'DELETE'))),"
        f" {_OURS} OR has_schema_privilege(current_schema(), 'CREATE'), NOT {_OURS} AND {_THEIRS}",
    )
    standby, reads_only, encoding, homeless, closed, makes, theirs = row
    said = {
        _STANDBY: standby,
        _READ_ONLY: reads_only and not standby,
        f"Its encoding is {encoding}: make one with ENCODING 'UTF8'.": encoding != "UTF8",
        "Its search_path names no schema that is there: make the schema, or set the path.": homeless,
        f"{connection.info.user} has no rights in {closed}: GRANT them, or be their owner.": closed is not None,
        f"{connection.info.user} {MAKES_NONE}": makes is False,
        "Another program's tables are in it: give the service a database of its own.": theirs,
    }
    return [problem for problem, applies in said.items() if applies]


def judge_version(number: int) -> list[str]:
    """By the number that libpq gives a version, as 150018."""
    version = number // 10_000
    return [f"PostgreSQL {version} is too old: {OLDEST} or newer is needed."] if version < OLDEST else []


def ask(connection: Server, query: str) -> tuple[Any, ...]:
    """The one row that a query of ours gives. Raises as `storage_error` says."""
    try:
        row = connection.cursor(binary=True).execute(query).fetchone()
    except psycopg.Error as error:
        raise storage_error(error) from error
    assert row is not None  # noqa: S101 - one row of facts
    return row
