"""Where a database is: a file of SQLite's, or the address of one of PostgreSQL's. Never opened here."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
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


def find_real(path: Path) -> Path:
    """Where the file is or will be, whatever links lead there. A link that leads back to itself is left as it is.

    `Path.resolve` raises RuntimeError for such a one, until Python 3.13.
    """
    return Path(os.path.realpath(path))


@contextmanager
def whole_or_gone(draft: Path) -> Iterator[None]:
    """What is written to take another file's place: where that fails, as on a full disk, nothing of it is left."""
    try:
        yield
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
