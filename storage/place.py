"""Where a database is: a file of SQLite's, or the address of one of PostgreSQL's. Never opened here."""

from pathlib import Path

from conversations.discretion import Discreet, Hidden

_SQLITE = "sqlite:///"


class ServerUrl(Discreet, frozen=True):
    """As `postgresql://user:password@host/name`: it may hold a password, so it hides."""

    _url: Hidden[str]

    def reveal(self) -> str:
        return self._url


DatabasePlace = Path | ServerUrl


def parse_place(url: str) -> DatabasePlace:
    """What `DATABASE_URL` names, of the shape that it was checked for."""
    return Path(url.removeprefix(_SQLITE)) if url.startswith(_SQLITE) else ServerUrl(url)
