"""What operators wish for on the command line while a service holds the database, and what it answered. Never the act.

One process alone writes to a database. A wish is a file in a folder beside it, sealed, written whole; the service takes
it, carries it out and leaves an answer. Files, because they outlast a restart, ask for no right but that to the folder,
and need no second hand in the database.
"""

import os
import re
import secrets
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Self

from msgspec import Struct, field

from conversations.agents.programs import LinkOrder
from conversations.agents.turn import Act
from conversations.contact import Contact
from conversations.discretion import Discreet, Hidden
from conversations.on_behalf import Because
from conversations.secret import AccountId
from storage.codec import UnreadableRow, decode, encode
from storage.errors import Unsealable
from storage.place import find_real, whole_or_gone
from storage.sealing import Keyring

KEPT = timedelta(hours=1)  # an answer that nobody came for

_ID = re.compile(r"[0-9a-f]{24}")
_WISH, _TAKEN, _ANSWER, _DRAFT = ".wish", ".taken", ".answer", ".new"
_COLUMNS = {_WISH: "wish", _TAKEN: "wish", _ANSWER: "answer"}  # what each is sealed for


class Target(Struct, frozen=True):
    """Whose lines are to end, and which; everything of them where `accounts` is None."""

    contact: Contact
    accounts: tuple[AccountId, ...] | None = None


class OrderedRow(Discreet, frozen=True):
    """A link that is to be made once: `key` and `request` are by what it is known when it is wanted again."""

    order: LinkOrder
    key: str
    request: Hidden[str]


class RowMade(Discreet, frozen=True):
    """What came of it, in words; the link's match words, and by which names it can be opened where."""

    result: str
    reference: str = ""
    words: tuple[str, ...] = ()
    addresses: Hidden[tuple[tuple[str, str], ...]] = ()
    about: str = ""


class EventPosted(Struct, frozen=True):
    """An event that was posted by hand, and what was answered."""

    event: str
    answer: str


class OperatorWish(Struct, frozen=True):
    """What is to be done and to be in the audit: by whom, of which receipts, and why; or what was done by hand."""

    operator: str
    act: Act
    about: str = ""
    because: Because = Because.ASKED
    targets: tuple[Target, ...] = ()
    ordered: tuple[OrderedRow, ...] = ()
    posted: tuple[EventPosted, ...] = ()
    id: str = field(default_factory=lambda: secrets.token_hex(12))


class OperatorAnswer(Struct, frozen=True):
    """What came of it: the receipts of what ended, the rows.

    `repeated` where it had been done before a crash, `forgotten` where nothing was left to delete.
    """

    ended: tuple[str, ...] = ()
    repeated: bool = False
    forgotten: bool = False
    rows: tuple[RowMade, ...] = ()


class OperatorWishes(Struct, frozen=True):
    """The folder of one database. Everything in it is sealed. Raises `OSError`."""

    keyring: Keyring
    folder: Path

    @classmethod
    def beside(cls, keyring: Keyring, database: Path) -> Self:
        real = find_real(database)
        return cls(keyring, real.with_name(f"{real.name}.wishes"))

    # The command's side

    def make(self, wish: OperatorWish) -> None:
        self._write(wish.id, _WISH, encode(wish, OperatorWish))

    def read_answer(self, wish: str) -> OperatorAnswer | None:
        """The answer, which is then gone; None while there is none."""
        content = self._read(wish, _ANSWER)
        if content is None:
            return None
        self._path(wish, _ANSWER).unlink(missing_ok=True)
        return decode(content, OperatorAnswer)

    def withdraw(self, wish: str) -> bool:
        """Whether it was not taken yet; then it never will be."""
        try:
            self._path(wish, _WISH).unlink()
        except FileNotFoundError:
            return False
        return True

    # The service's side

    def take(self) -> list[OperatorWish]:
        """What is wished for, and what was taken before and not answered. What no key opens is left where it is."""
        for path in self._all(_WISH):
            with suppress(FileNotFoundError):  # withdrawn just now
                path.rename(path.with_suffix(_TAKEN))
        return [wish for path in self._all(_TAKEN) if (wish := self._open(path.stem))]

    def answer(self, wish: str, answer: OperatorAnswer) -> None:
        self._write(wish, _ANSWER, encode(answer, OperatorAnswer))
        self._path(wish, _TAKEN).unlink(missing_ok=True)

    def forget_old(self, now: datetime) -> None:
        """Answers that nobody came for, and what was begun and never written whole, as by who was killed."""
        for path in self._all(_ANSWER) + self._all(_DRAFT):
            with suppress(FileNotFoundError):  # somebody came for it just now
                if path.stat().st_mtime < (now - KEPT).timestamp():
                    path.unlink()

    # Files

    def _all(self, suffix: str) -> list[Path]:
        try:
            paths = sorted(self.folder.iterdir())
        except FileNotFoundError:
            return []
        return [path for path in paths if path.suffix == suffix and _ID.fullmatch(path.stem)]

    def _open(self, wish: str) -> OperatorWish | None:
        try:
            content = self._read(wish, _TAKEN)
            return decode(content, OperatorWish) if content else None
        except (Unsealable, UnreadableRow):
            return None

    def _path(self, wish: str, suffix: str) -> Path:
        return self.folder / f"{wish}{suffix}"

    def _read(self, wish: str, suffix: str) -> bytes | None:
        try:
            sealed = self._path(wish, suffix).read_bytes()
        except FileNotFoundError:
            return None
        return self.keyring.open(sealed, table="operator_wishes", column=_COLUMNS[suffix], row=wish)

    def _write(self, wish: str, suffix: str, content: bytes) -> None:
        """Whole or not at all, and the database's owner's: the service may not be who typed the command."""
        self.folder.mkdir(mode=0o700, exist_ok=True)
        draft, path = self._path(wish, _DRAFT), self._path(wish, suffix)
        sealed = self.keyring.seal(content, table="operator_wishes", column=_COLUMNS[suffix], row=wish)
        with whole_or_gone(draft):
            draft.touch(mode=0o600)
            draft.write_bytes(sealed)
            owner = self.folder.with_suffix("").stat()
            for each in (self.folder, draft):
                with suppress(PermissionError):
                    os.chown(each, owner.st_uid, owner.st_gid)
            draft.replace(path)
