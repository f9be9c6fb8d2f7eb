"""What a server's address must name, as libpq reads it. Never connects."""

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict


def names_database(url: str) -> bool:
    """Whether it can be read, and says which database is meant.

    A password with an @ or a / in it ends there for libpq: the rest of it would be the host or the port that an error
    names, or the database, in which an @ shows it.
    """
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError:
        return False
    host, name = str(parts.get("host", "")), str(parts.get("dbname", ""))
    return bool(name) and "@" not in name and "@" not in host[1:]  # one in front is a socket's
