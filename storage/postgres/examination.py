"""What a server of PostgreSQL's is like, for whoever is to rely on it. Looks and changes nothing; never judges."""

from msgspec import Struct

from storage.place import ServerUrl
from storage.postgres.connection import ask, find_problems, open_session
from storage.postgres.schema import read_version

_FACTS = (
    "SELECT current_setting('server_version'), current_setting('fsync')::bool,"
    " current_setting('full_page_writes')::bool, current_setting('synchronous_commit'),"
    " current_setting('synchronous_standby_names') <> '', (SELECT count(*) FROM pg_stat_replication), pg_backend_pid()"
)


class ServerFacts(Struct, frozen=True):
    """`version` is the server's own, `shape` the number of the last migration, 0 where there was none.

    `waits_for` is what a commit waits for, as `synchronous_commit` calls it; `confirming` whether a standby has to
    confirm it, `standbys` how many follow. `pooled`: between us and the server something hands out its sessions.
    """

    version: str
    shape: int
    syncs: bool
    survives_power_loss: bool
    waits_for: str
    confirming: bool
    standbys: int
    pooled: bool


_OTHERS = (
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    " AND application_name = current_setting('application_name')"
)


def count_others(url: ServerUrl) -> int:
    """How many sessions of ours are in the database. Raises storage's errors."""
    with open_session(url) as connection:
        (number,) = ask(connection, _OTHERS)
        return int(number)


def examine_server(url: ServerUrl) -> ServerFacts | list[str]:
    """The facts; or a sentence for whatever keeps the database from being used. Raises storage's errors."""
    with open_session(url) as connection:
        if problems := find_problems(connection):
            return problems
        version, syncs, whole_pages, waits_for, confirming, standbys, session = ask(connection, _FACTS)
        return ServerFacts(
            version=version,
            shape=read_version(connection),
            syncs=syncs,
            survives_power_loss=syncs and whole_pages,
            waits_for=waits_for,
            confirming=confirming,
            standbys=standbys,
            pooled=session != connection.info.backend_pid,  # a pooler makes up its own
        )
