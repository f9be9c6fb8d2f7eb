"""The quarantine table: messages that were authentic and could not be read, sealed, for an operator to look at.

Never their figures: some may be a code, and only reading would tell which.
"""

import re
from datetime import datetime, timedelta

from msgspec import Struct

from storage.codec import to_ms
from storage.sealed import SealedBytes
from storage.sealing import Keyring
from storage.transaction import Transaction

KEPT = timedelta(days=30)
_CONTENTS = SealedBytes("quarantine")
_ESCAPE = re.compile(r"%[0-9a-f]{2}|\\u[0-9a-f]{4}", re.IGNORECASE)  # of a form, and of JSON: it may be a figure
_HEX = re.compile("[0-9a-f]", re.IGNORECASE)


class Quarantine(Struct, frozen=True):
    """Puts messages aside within a transaction that the caller holds."""

    keyring: Keyring

    def add(self, tx: Transaction, channel: str, reason: str, content: bytes, now: datetime) -> None:
        (number,) = tx.execute(
            "INSERT INTO quarantine (channel, reason, at, sealed) VALUES (?, ?, ?, ?) RETURNING id",
            (channel, reason, to_ms(now), b""),
        ).fetchone()
        sealed = _CONTENTS.seal(self.keyring, number, _without_figures(content))
        tx.execute("UPDATE quarantine SET sealed = ? WHERE id = ?", (sealed, number))

    def forget_old(self, tx: Transaction, now: datetime) -> int:
        return tx.execute("DELETE FROM quarantine WHERE at < ?", (to_ms(now - KEPT),)).rowcount

    def count(self, tx: Transaction) -> int:
        return int(tx.execute("SELECT count(*) FROM quarantine").fetchone()[0])


def _without_figures(content: bytes) -> bytes:
    """With a 0 for each, also of an escape: the shape, by which it is seen what was wrong, stays."""
    text = _ESCAPE.sub(lambda escape: _HEX.sub("0", escape[0]), content.decode(errors="surrogateescape"))
    return "".join("0" if sign.isdigit() else sign for sign in text).encode(errors="surrogateescape")
