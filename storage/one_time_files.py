"""The one_time_files table: files that are given out once, to whoever has the token, within ten minutes. Never whose.

For platforms that fetch what a message brings from an address. The token is kept nowhere but in that address.
"""

from datetime import datetime, timedelta

from msgspec import Struct

from conversations.discretion import Discreet, Hidden
from conversations.secret import FileToken
from storage.codec import to_ms
from storage.lookup import of_file_token
from storage.sealed import sealed
from storage.sealing import Keyring
from storage.transaction import RowSet, Transaction, Wanted, Write

LIFE = timedelta(minutes=10)
LONGEST_TOKEN = 64  # characters; ours are half as long

_ROWS = RowSet("one_time_files", ("token",), ("expires_at", "sealed"))
_GIVEN = Write("one_time_files", "DELETE FROM one_time_files WHERE token = ?")


class OneTimeFile(Discreet, frozen=True):
    """What is given out: its name, as whoever saves it sees it, its media type, and its bytes."""

    name: str
    content_type: str
    content: Hidden[bytes]


_FILES = sealed("one_time_files", OneTimeFile)


class OneTimeFiles(Struct, frozen=True):
    """Puts files up and gives them out within a transaction that the caller holds."""

    keyring: Keyring

    def put_up(self, tx: Transaction, token: FileToken, file: OneTimeFile, now: datetime) -> None:
        key = of_file_token(self.keyring, token)
        row = (key, to_ms(now + LIFE), _FILES.seal(self.keyring, key, file))
        tx.execute("INSERT INTO one_time_files (token, expires_at, sealed) VALUES (?, ?, ?)", row)

    def wanted(self, token: FileToken) -> tuple[Wanted, ...]:
        """What `take` asks for: anybody may ask for anything, so that many who do are to cost no more than one."""
        return ((_ROWS, (of_file_token(self.keyring, token),)),) if _may_be(token) else ()

    def take(self, tx: Transaction, token: FileToken, now: datetime) -> OneTimeFile | None:
        """The file of a token, which is gone with this; None for every other text, and for one whose time is over."""
        if not _may_be(token):
            return None
        key = of_file_token(self.keyring, token)
        found = tx.find(_ROWS, key)
        if not found or found[0][1] <= to_ms(now):
            return None
        tx.put(_GIVEN, (key,), (_ROWS, (key,), ()))
        return _FILES.open(self.keyring, key, found[0][2])

    def put_time_right(self, tx: Transaction, now: datetime) -> None:
        """After a clock was set back none is there for longer than from now on."""
        end = to_ms(now + LIFE)
        tx.execute("UPDATE one_time_files SET expires_at = ? WHERE expires_at > ?", (end, end))

    def forget_old(self, tx: Transaction, now: datetime) -> int:
        return tx.execute("DELETE FROM one_time_files WHERE expires_at <= ?", (to_ms(now),)).rowcount


def _may_be(token: FileToken) -> bool:
    """What is looked up is remembered for a while, and what anybody sends may be as long as an address."""
    return len(token.reveal()) <= LONGEST_TOKEN
