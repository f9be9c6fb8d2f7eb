"""What SQLite's errors mean to the program, and SQLite's version. Never what is done about them."""

import sqlite3

from storage.errors import DatabaseCorrupt, StorageBusy, StorageError, StorageFailed, StorageFull, voids_transaction


def storage_error(error: BaseException) -> StorageError:
    """An error as storage's own, if it is not that already: busy, full, or failed for good, as anything else does."""
    if isinstance(error, StorageError) and voids_transaction(error):
        return error
    if getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_IOERR_SHMSIZE:  # its -shm finds no room
        return StorageFull(str(error))
    match result_code(error):
        case sqlite3.SQLITE_FULL:
            return StorageFull(str(error))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StorageBusy(str(error))
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DatabaseCorrupt(str(error))
        case _:
            return StorageFailed(f"{type(error).__name__}: {error}")


# What is wrong with the disk and not with the work that met it.
_OF_THE_DISK = {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
}


def is_of_the_disk(error: BaseException) -> bool:
    """Whether an error concerns every piece of work that shares the transaction."""
    return voids_transaction(error) or result_code(error) in _OF_THE_DISK


def result_code(error: BaseException) -> int:
    """SQLite's primary result code, the low byte of the extended one (https://sqlite.org/rescode.html); or 0."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF


def version() -> tuple[int, int, int]:
    """The version of the SQLite that is in use."""
    return sqlite3.sqlite_version_info
