"""Why nothing can be kept just now, in the words of `/readyz`, and what helps. Never how it is found out."""

from storage.errors import DatabaseCrowded, DatabaseReadOnly, DatabaseUnreachable, StorageError, StorageFull

# What is said of an error, and what helps; of several that fit, the first.
UNKEPT: tuple[tuple[type[StorageError], str, str], ...] = (
    (StorageFull, "the disk is full", "make room on the disk"),
    (DatabaseReadOnly, "the database takes no writes", "make it the primary, or name that in DATABASE_URL"),
    (DatabaseCrowded, "the database has no session left", "end other programs' sessions, or raise max_connections"),
    (DatabaseUnreachable, "the database does not answer", "start it, or mend the way to it"),
    (StorageError, "nothing can be kept", "see to the database"),
)


def explain_unkept(error: StorageError) -> tuple[str, str]:
    """What is the matter with the database, and what helps."""
    kind, said, helps = next(each for each in UNKEPT if isinstance(error, each[0]))
    return f"{said}: {type(error).__name__}" if kind is StorageError else said, helps


def help_for(said: str) -> str:
    """What helps against what a server says of itself; "" where it says nothing of this."""
    return next((helps for _, words, helps in UNKEPT if words in said), "")
