"""Errors of the disk, named from the catcher's side.

StorageError
├── DatabaseLocked      another process has this database open: wait, or stop that one
├── DatabaseTooNew      a newer release has changed the tables: start that release
├── DatabaseTooOld      an older release made the tables: start the service, which changes them
├── MigrationFailed     a change of the tables did not work: it was undone whole
├── DatabaseUnfit       a server cannot serve: too old, no rights; `problems` says what to do
├── StorageBusy         too many are waiting, or another program has the file: nothing was done
│   ├── NoKeyShared          whoever leads could not open what this process seals: nothing was done
│   ├── DatabaseReadOnly     a server takes no writes, such as a standby: works again once it, or another, does
│   └── DatabaseUnreachable  a server does not answer: nothing was done; works again once it does
│       └── DatabaseCrowded  it has no session left: works again once there is one
├── StorageFull         no room on the disk: nothing was done; works again once there is room
├── StorageFailed       a commit or a sync failed: it is unknown whether it was done; the process must end
│   ├── CommitLost      a server crashed as it committed, or another took over: whether it did nobody can say
│   ├── LeaseLost       another process carries the service on: nothing was done, and this one must end
│   ├── DatabaseMoved   the file was moved, deleted or replaced: nothing was done, and this process must end
│   └── DatabaseCorrupt the file is damaged or no database: bring back a copy
├── StorageClosed       the database was closed: nothing was done
├── CopyRefused         the database that is copied into holds other rows: nothing is overwritten
├── CommitUnknown       a server was lost as it committed: it is to be found out, by `identity`, whether it did
├── WritesRefused       one of many writes cannot be done, whoever's it is: each piece of work is attempted by itself
├── KeysWrong           the encryption keys cannot be used; also a ValueError
├── KeysUnfit           they can, but are not those of this database: put back what is missing, where it was
└── Unsealable          a sealed value is not what it should be: moved, altered, or of a key that is gone
"""


class StorageError(Exception):
    """Anything that storage raises on purpose."""


class DatabaseLocked(StorageError):  # noqa: N818 - errors are nouns from the catcher's side
    """Another process has it: `holder`."""

    def __init__(self, holder: str, of: str = "it") -> None:
        super().__init__(f"{of} is in use by {holder}, which has to end first")
        self.holder = holder


class DatabaseMissing(FileNotFoundError):  # noqa: N818
    """There is no file to look into. Says where it was looked for."""


class DatabaseTooNew(StorageError):  # noqa: N818
    """Its schema is newer than this release knows. Nothing was changed."""

    def __init__(self, schema: int, known: int) -> None:
        said = f"a newer release has changed it (its schema is {schema}, this release knows {known})"
        super().__init__(f"{said}. Start that release, or bring back the copy from before it")


class DatabaseTooOld(StorageError):  # noqa: N818
    """Its schema is an older release's, and has not what was looked for."""

    def __init__(self, schema: int, known: int) -> None:
        said = f"an older release has made it (its schema is {schema}, this release knows {known})"
        super().__init__(f"{said}. Make a copy of it, and start the service of this release, which changes it")


class MigrationFailed(StorageError):  # noqa: N818
    """A migration did not work and was undone whole; the ones before it stay."""


class DatabaseUnfit(StorageError):  # noqa: N818
    """A server's database cannot be used as it is. `problems` are sentences, each with what to do."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class StorageBusy(StorageError):  # noqa: N818
    """Nothing was done, and nothing is wrong: come back later."""


class NoKeyShared(StorageBusy):
    """Of several processes whoever leads has none of the keys of this one."""


class DatabaseUnreachable(StorageBusy):
    """The server cannot be reached, or the connection to it was lost."""


class DatabaseReadOnly(StorageBusy):
    """The server takes no writes for now: the address leads to a copy, or nobody has made it the primary yet."""


class DatabaseCrowded(DatabaseUnreachable):
    """The server has no session left for us."""


class StorageFull(StorageError):  # noqa: N818
    """There is no room on the disk. The work was undone; the next may succeed once there is room."""


class StorageFailed(StorageError):  # noqa: N818
    """The disk failed. Whether the work was kept is unknown, and the process must not go on."""


class CommitLost(StorageFailed):
    """Whether a transaction was kept cannot be found out any more. What is on the disk can: by the next process."""


class LeaseLost(StorageFailed):
    """Of several processes another has taken over: it was stopped for too long, or cut off."""


class DatabaseMoved(StorageFailed):
    """What is written goes into a file that stands elsewhere or nowhere any more. What was written is whole there."""


class DatabaseCorrupt(StorageFailed):
    """The file does not pass the database's own check, or is no database."""


class StorageClosed(StorageError):  # noqa: N818
    """The database was closed, or is being closed, and takes no more work."""


class CopyRefused(StorageError):  # noqa: N818
    """What is to be copied cannot be there as it is here."""


class CommitUnknown(StorageError):  # noqa: N818
    """Nobody knows yet whether a transaction was kept. Never leaves storage."""

    def __init__(self, identity: str) -> None:
        super().__init__("the connection was lost during a commit")
        self.identity = identity


class WritesRefused(StorageError):  # noqa: N818
    """What was put by several pieces of work could not be written for all of them. Never leaves storage."""


class KeysWrong(StorageError, ValueError):  # noqa: N818
    """The list of encryption keys cannot be used. Says which one and why, never the key."""


class KeysUnfit(StorageError):  # noqa: N818
    """The keys are not those of this database. `problems` says of each which it is, by its id, and what to do."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Unsealable(StorageError):  # noqa: N818
    """A sealed value could not be opened: moved from its cell, altered, or its key is not in the list."""


def voids_transaction(error: BaseException) -> bool:
    """Whether an error concerns every piece of work that shares the transaction: it is the disk's own, or nobody's."""
    return isinstance(error, StorageBusy | StorageFull | StorageFailed | WritesRefused)
