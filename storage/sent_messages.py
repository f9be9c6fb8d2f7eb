"""The outbox's messages that a platform took, and what it reports of them. Never those that are still to be sent."""

from datetime import datetime

from msgspec import Struct

from storage.codec import to_ms
from storage.outbox import COLUMNS, MessageState, OutboxMessage, opened
from storage.outbox_rows import ARRIVED, ASKED, FAILED, TAKEN, WAITING, arriving
from storage.sealing import Keyring
from storage.transaction import Transaction, Wanted


class Sent(Struct, frozen=True):
    """A message that the platform took under the name of `receipt`, and how far it is."""

    number: int
    state: MessageState
    lane: bytes
    receipt: str


class SentMessages(Struct, frozen=True):
    """Finds them, and notes how far they are, within a transaction that the caller holds."""

    keyring: Keyring

    def find(self, tx: Transaction, receipt: str) -> Sent | None:
        """The message that the platform took under this name."""
        found = tx.find(TAKEN, receipt)
        return Sent(found[0][1], MessageState(found[0][2]), found[0][3], receipt) if found else None

    def wanted(self, receipt: str) -> Wanted:
        """What `find` asks for."""
        return TAKEN, (receipt,)

    def content_of(self, tx: Transaction, sent: Sent) -> OutboxMessage | None:
        """What it said; None once that was forgotten."""
        query = f"SELECT {COLUMNS} FROM outbox WHERE id = ? AND sealed IS NOT NULL"  # noqa: S608 - a constant
        messages = opened(self.keyring, tx.execute(query, (sent.number,)).fetchall())
        return messages[0] if messages else None

    def prompt_of(self, tx: Transaction, receipt: str) -> int | None:
        """The question that was asked by what the platform took under this name, 0 for none; None: not known."""
        row = tx.execute("SELECT prompt FROM outbox WHERE receipt = ?", (receipt,)).fetchone()
        return int(row[0]) if row else None

    def seen(self, tx: Transaction, lane: bytes, at: datetime) -> int | None:
        """The newest question on the screen at that moment; 0 where one is on its way, None where none is known."""
        asked = tx.find(ASKED, lane)
        shown = [(number, prompt) for _, prompt, since, number in asked if since is not None and since <= to_ms(at)]
        if shown:
            return int(max(shown)[1])
        return 0 if asked or tx.find(WAITING, lane) else None

    def wanted_seen(self, lane: bytes) -> Wanted:
        """What `seen` asks for first."""
        return ASKED, (lane,)

    def note(self, tx: Transaction, sent: Sent, state: MessageState, at: datetime | None = None) -> None:
        """How far it is now, as the platform reported at that moment. What it said is not needed any more."""
        if state is MessageState.FAILED:
            return self.fail(tx, sent.number)
        moment = to_ms(at) if at else None
        known = arriving(sent.number, sent.lane, sent.receipt, state.value)
        return tx.put(ARRIVED, (state, moment, moment, sent.number), *known)

    def fail(self, tx: Transaction, number: int) -> None:
        """The platform took it, and it does not arrive."""
        tx.put(FAILED, (MessageState.FAILED, number))
