"""The pause table: whether linking is paused by an operator, and what customers are told. Never what that means."""

from msgspec import Struct

from conversations.pause import Pause
from storage.sealed import sealed
from storage.sealing import Keyring
from storage.transaction import Transaction

_ONLY = 1  # there is one pause or none
_PAUSES = sealed("pause", Pause)


class Pauses(Struct, frozen=True):
    """Begins, finds and ends it within a transaction that the caller holds."""

    keyring: Keyring

    def begin(self, tx: Transaction, pause: Pause) -> None:
        """In the place of the one that there is, if there is one."""
        tx.execute(
            "INSERT INTO pause (id, sealed) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed",
            (_ONLY, _PAUSES.seal(self.keyring, _ONLY, pause)),
        )

    def end(self, tx: Transaction) -> None:
        tx.execute("DELETE FROM pause WHERE id = ?", (_ONLY,))

    def find(self, tx: Transaction) -> Pause | None:
        """What no key opens is a pause all the same, only without its words."""
        row = tx.execute("SELECT sealed FROM pause WHERE id = ?", (_ONLY,)).fetchone()
        return (_PAUSES.open(self.keyring, _ONLY, row[0]) or Pause()) if row else None
