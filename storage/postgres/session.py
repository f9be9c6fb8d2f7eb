"""A session of a server that is made anew when it was lost. Never what is asked of it.

An outage of seconds is waited for, by whoever asks: Twilio does not repeat what could not be taken. One that lasts is
told at once, and the server tried now and then.
"""

import math
import time
from contextlib import suppress

import psycopg

from storage.errors import DatabaseReadOnly, DatabaseUnreachable, StorageBusy, StorageError
from storage.place import ServerUrl
from storage.postgres.connection import connect
from storage.postgres.failures import storage_error
from storage.postgres.transaction import Server

GRACE = 3.0  # seconds of an outage that work waits for
FIRST_WAIT, LONGEST_WAIT = 0.1, 2.0  # seconds until the server is tried again, within that and after it

# The timeline changes where a standby takes over; after a crash there are no statistics of before.
_HISTORY = (
    "SELECT substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8) || extract(epoch FROM stats_reset) FROM pg_stat_wal"
)


class ServerSession:
    """Used by one thread. `history` changes where the server lost what was not on its disk, or another took over."""

    def __init__(self, url: ServerUrl, connection: Server | None = None) -> None:
        """Without a connection it is made when it is needed."""
        self._url = url
        self._connection = connection
        self.history = ""  # of the present connection; of one that is lost already it does not matter
        with suppress(StorageBusy):
            self.history = _history_of(connection) if connection else ""
        self._gone_since, self._not_before, self._wait = math.inf, 0.0, FIRST_WAIT
        self._refused: StorageBusy = DatabaseUnreachable()  # by what it was met when it was tried last

    def get(self) -> Server:
        """Raises `DatabaseReadOnly`, `DatabaseUnreachable`."""
        while self._connection is None or self._connection.closed:
            now = time.monotonic()
            if now >= self._not_before:
                with suppress(StorageBusy):
                    self._connection = self._connect()
                    break
            if now >= self._gone_since + GRACE:
                raise type(self._refused)(str(self._refused))
            time.sleep(FIRST_WAIT)
        return self._connection

    def may_be_anew(self, busy: StorageBusy) -> bool:
        """Whether another connection may do better than the one that met this: it is lost, or leads to a copy."""
        if isinstance(busy, DatabaseReadOnly):
            self.close()
        return self._connection is not None and self._connection.closed

    def close(self) -> None:
        if self._connection:
            self._connection.close()

    def _connect(self) -> Server:
        try:
            connection = connect(self._url)
            self.history = _history_of(connection)
        except StorageError as error:
            self._note_refused(error)
            raise self._refused from None
        self._gone_since, self._wait = math.inf, FIRST_WAIT
        return connection

    def _note_refused(self, error: StorageError) -> None:
        """What was once fit may be so again."""
        self._refused = error if isinstance(error, StorageBusy) else DatabaseUnreachable(str(error))
        now = time.monotonic()
        self._gone_since = min(self._gone_since, now)
        if now >= self._gone_since + GRACE:
            self._wait = min(2 * self._wait, LONGEST_WAIT)
        self._not_before = now + self._wait


def _history_of(connection: Server) -> str:
    """ "" where it is not told."""
    try:
        row = connection.execute(_HISTORY).fetchone()
    except psycopg.Error as error:
        if connection.closed:
            raise storage_error(error) from error
        return ""
    return str(row[0]) if row else ""
