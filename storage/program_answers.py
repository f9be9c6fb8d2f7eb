"""What the business's programs were answered, for who asks again (idempotency keys). Never what they may ask."""

from datetime import datetime, timedelta

from msgspec import Struct

from conversations.discretion import Discreet, Hidden
from storage.codec import to_ms
from storage.lookup import of_program_key, of_program_request
from storage.sealed import SealedBytes
from storage.sealing import Keyring
from storage.transaction import Transaction

_ANSWERS = SealedBytes("program_answers")


class AskedOnce(Discreet, frozen=True):
    """Something that is to be done once, however often it is asked for: by whom, under which key, and what it is."""

    program: str
    key: str
    request: Hidden[str]
    remembered: timedelta = timedelta(hours=24)


class AnsweredBefore(Discreet, frozen=True):
    """The answer as it was; None where something else was asked for under the same key, or nobody can read it."""

    answer: Hidden[bytes | None]


class ProgramAnswers(Struct, frozen=True):
    """Keeps and finds answers within a transaction that the caller holds."""

    keyring: Keyring

    def find(self, tx: Transaction, once: AskedOnce, now: datetime) -> AnsweredBefore | None:
        """None where nothing was asked for under this key, or so long ago that it counts no more."""
        key = of_program_key(self.keyring, once.program, once.key)
        query = "SELECT request, sealed FROM program_answers WHERE key = ? AND forget_at > ?"
        row = tx.execute(query, (key, to_ms(now))).fetchone()
        if not row:
            return None
        same = row[0] == of_program_request(self.keyring, once.request)
        return AnsweredBefore(_ANSWERS.open(self.keyring, key, row[1]) if same else None)

    def keep(self, tx: Transaction, once: AskedOnce, answer: bytes, now: datetime) -> None:
        key = of_program_key(self.keyring, once.program, once.key)
        row = (of_program_request(self.keyring, once.request), to_ms(now + once.remembered))
        tx.execute(
            "INSERT INTO program_answers (key, request, forget_at, sealed) VALUES (?, ?, ?, ?) ON CONFLICT (key)"
            " DO UPDATE SET request = excluded.request, forget_at = excluded.forget_at, sealed = excluded.sealed",
            (key, *row, _ANSWERS.seal(self.keyring, key, answer)),
        )

    def forget_old(self, tx: Transaction, now: datetime) -> int:
        return tx.execute("DELETE FROM program_answers WHERE forget_at <= ?", (to_ms(now),)).rowcount
