"""What a server's address must name, as libpq reads it. Never connects."""

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict


def names_database(url: str) -> bool:
    """Whether it can be read, and says which database is meant."""
    try:
        return bool(conninfo_to_dict(url).get("dbname"))
    except ProgrammingError:
        return False
