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
from storage.transaction import Transaction

LIFE = timedelta(minutes=10)


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

    def take(self, tx: Transaction, token: FileToken, now: datetime) -> OneTimeFile | None:
        """The file of a token, which is gone with this; None for every other text, and for one whose time is over."""
        key = of_file_token(self.keyring, token)
        query = "DELETE FROM one_time_files WHERE token = ? AND expires_at > ? RETURNING sealed"
        row = tx.execute(query, (key, to_ms(now))).fetchone()
        return _FILES.open(self.keyring, key, row[0]) if row else None

    def put_time_right(self, tx: Transaction, now: datetime) -> None:
        """After a clock was set back none is there for longer than from now on."""
        end = to_ms(now + LIFE)
        tx.execute("UPDATE one_time_files SET expires_at = ? WHERE expires_at > ?", (end, end))

    def forget_old(self, tx: Transaction, now: datetime) -> int:
        return tx.execute("DELETE FROM one_time_files WHERE expires_at <= ?", (to_ms(now),)).rowcount
