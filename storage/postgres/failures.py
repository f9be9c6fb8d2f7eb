"""What PostgreSQL's errors mean to the program. Never what is done about them."""

import psycopg

from storage.errors import (
    DatabaseCorrupt,
    DatabaseCrowded,
    DatabaseReadOnly,
    DatabaseUnreachable,
    StorageBusy,
    StorageError,
    StorageFailed,
    StorageFull,
    voids_transaction,
)

# postgresql.org/docs/current/errcodes-appendix.html
_FULL = "53100"
_READ_ONLY = "25006"
_CROWDED = "53300"
# libpq gives no code to who is not let in, only the server's words: it has none left, or none for the likes of us.
_NO_SESSION = ("too many clients", "too many connections", "connection slots are reserved")
_CORRUPT = {"XX001", "XX002"}
# The connection, the server's resources, an operator's hand or the system below it: classes of codes.
_PASSING = ("08", "53", "57", "58")
_PASSING_CODES = {
    _READ_ONLY,
    "25P03",  # it was idle within the transaction for too long, as after a SIGSTOP
    "40001",
    "40P01",
    "42501",  # rights that were taken away
    "55P03",  # the lock was not to be had in time
}


def storage_error(error: BaseException) -> StorageError:
    """An error as storage's own, if it is not that already: full, not to be had just now, or failed for good."""
    if isinstance(error, StorageError) and voids_transaction(error):
        return error
    if not isinstance(error, psycopg.Error):
        return StorageFailed(f"{type(error).__name__}: {error}")
    if error.sqlstate == _FULL:
        return StorageFull(_first_line(error))
    if error.sqlstate in _CORRUPT:
        return DatabaseCorrupt(_first_line(error))
    if error.sqlstate == _READ_ONLY:
        return DatabaseReadOnly(_first_line(error))
    if error.sqlstate == _CROWDED or any(words in str(error) for words in _NO_SESSION):
        return DatabaseCrowded(_first_line(error))
    if _has_lost_connection(error):
        return DatabaseUnreachable(_first_line(error))
    if _passes(error):
        return StorageBusy(_first_line(error))
    return StorageFailed(f"{type(error).__name__} {error.sqlstate}")


def is_of_the_disk(error: BaseException) -> bool:
    """Whether an error concerns every piece of work that shares the transaction."""
    if voids_transaction(error):
        return True
    if not isinstance(error, psycopg.Error):
        return False
    return error.sqlstate in {_FULL, *_CORRUPT} or _has_lost_connection(error) or _passes(error)


def _has_lost_connection(error: psycopg.Error) -> bool:
    """The client's own errors have no code: there is no server to give one."""
    return isinstance(error, psycopg.OperationalError | psycopg.InterfaceError) and error.sqlstate is None


def _passes(error: psycopg.Error) -> bool:
    return (error.sqlstate or "").startswith(_PASSING) or error.sqlstate in _PASSING_CODES


def _first_line(error: psycopg.Error) -> str:
    """What is wrong, without the lines that show where: those may quote a value."""
    return (error.diag.message_primary or str(error)).partition("\n")[0]
