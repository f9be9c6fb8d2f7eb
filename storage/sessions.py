"""The sessions table: one row for each contact that is being talked to. Never what a session decides."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, get_args

from msgspec import Struct, field

from conversations.changing import replace
from conversations.contact import Contact
from conversations.phone import PhoneNumber
from conversations.rules import Rules
from conversations.session import Idle, Session, UnderWay
from storage.codec import TAGS, to_ms
from storage.lookup import of_contact
from storage.paging import InOrder, in_pages
from storage.recent import Recent
from storage.sealed import sealed
from storage.sealing import Keyring
from storage.transaction import RowSet, Transaction, Wanted, Write

_SESSIONS = sealed("sessions", Session)
_ROWS = RowSet("sessions", ("contact",), ("sealed",))
_SAVE = Write(
    "sessions",
    "INSERT INTO sessions (contact, step, expires_at, warn_at, forget_at, case_until, sealed)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (contact) DO UPDATE SET step = excluded.step, expires_at = excluded.expires_at,"
    " warn_at = excluded.warn_at, forget_at = excluded.forget_at, case_until = excluded.case_until,"
    " sealed = excluded.sealed",
)
# Steps in which a call is under way, which a restart has cut off.
UNDER_WAY = tuple(TAGS[step] for step in get_args(UnderWay))


class Sessions(Struct, frozen=True):
    """Loads and saves sessions within a transaction that the caller holds."""

    keyring: Keyring
    rules: Rules
    _recent: Recent[Session] = field(default_factory=lambda: Recent(_SESSIONS))

    def key(self, contact: Contact) -> bytes:
        """What a contact is found by: no address stands in the clear."""
        return of_contact(self.keyring, contact)

    def wanted(self, contact: Contact) -> Wanted:
        """What `load` asks for."""
        return _ROWS, (self.key(contact),)

    def load(self, tx: Transaction, contact: Contact) -> Session | None:
        """The contact's session without its lines; None when there is none, or none that can be read any more."""
        rows = tx.find(_ROWS, self.key(contact))
        return self._recent.open(self.keyring, *rows[0]) if rows else None

    def save(self, tx: Transaction, session: Session, now: datetime) -> None:
        key = self.key(session.contact)
        looked_up = session.lines or session.held_elsewhere
        kept = replace(session, lines=(), held_elsewhere=False) if looked_up else session
        content = self._recent.seal(self.keyring, key, kept)
        case = to_ms(session.case.until) if session.case else None
        row = (key, TAGS[type(session.step)], *self._moments(session, now), case, content)
        tx.put(_SAVE, row, (_ROWS, (key,), ((key, content),)))

    def due(self, tx: Transaction, now: datetime, most: int = 500) -> list[tuple[Contact, bool]]:
        """Whose time has come: (contact, True) to be ended, (contact, False) to be warned."""
        moment = to_ms(now)
        over = self._first(tx, "expires_at", "expires_at <= ?", (moment,), most)
        soon = self._first(tx, "warn_at", "warn_at <= ? AND expires_at > ?", (moment, moment), most)
        return [(session.contact, True) for session in over] + [(session.contact, False) for session in soon]

    def under_way(self, tx: Transaction) -> list[Contact]:
        """Whose call was cut off by the end of the last process."""
        marks = ",".join("?" * len(UNDER_WAY))
        rows = f"SELECT contact, sealed FROM sessions WHERE step IN ({marks})"  # noqa: S608 - only question marks
        return [session.contact for session in self._open(tx, tx.execute(rows, UNDER_WAY))]

    def coming_by(self, tx: Transaction, references: Collection[str]) -> dict[str, list[Contact]]:
        """Whose conversation is under way and came by which of these links, whether it is theirs yet or not.

        The sealed session alone says so: each that is under way is opened, once however many links are asked for.
        """
        rows = tx.execute("SELECT contact, sealed FROM sessions WHERE expires_at IS NOT NULL")
        coming: dict[str, list[Contact]] = {}
        for session in self._open(tx, rows):
            if session.offer and session.offer.reference in references:
                coming.setdefault(session.offer.reference, []).append(session.contact)
        return coming

    def about(self, tx: Transaction, number: PhoneNumber) -> list[Contact]:
        """Whose conversation knows that number, as it does for a day after it. Each is opened, and none changed."""
        sessions, _ = _SESSIONS.open_some(self.keyring, tx.execute("SELECT contact, sealed FROM sessions"))
        return [session.contact for session in sessions if number in session.known_numbers]

    def forget(self, tx: Transaction, contact: Contact) -> None:
        self._recent.forget(self.key(contact))
        tx.execute("DELETE FROM sessions WHERE contact = ?", (self.key(contact),))

    def forget_old(self, tx: Transaction, now: datetime) -> int:
        """Remove the rows that nothing needs any more."""
        self._recent.forget_all()
        return tx.execute("DELETE FROM sessions WHERE forget_at <= ?", (to_ms(now),)).rowcount

    def put_time_right(self, tx: Transaction, now: datetime, most: int = 100) -> bool:
        """None lasts longer than from now on. False if more may be left: whoever writes meanwhile is to be answered."""
        end = now + self.rules.session
        ahead = self._first(tx, "expires_at", "expires_at > ?", (to_ms(end),), most)
        for session in ahead:
            self.save(tx, replace(session, expires_at=end), now)
        return len(ahead) < most

    def count(self, tx: Transaction) -> dict[str, int]:
        """How many sessions stand at each step."""
        return dict(tx.execute("SELECT step, count(*) FROM sessions GROUP BY step").fetchall())

    def count_cases(self, tx: Transaction, now: datetime) -> int:
        """How many have asked for a person and wait for one."""
        (number,) = tx.execute("SELECT count(*) FROM sessions WHERE case_until > ?", (to_ms(now),)).fetchone()
        return int(number)

    def _moments(self, session: Session, now: datetime) -> tuple[int | None, int | None, int | None]:
        end = session.expires_at
        if end is None and session.silent:
            return None, None, None  # forgotten, it would be as if they had never asked to be left alone
        if end is None:
            memory = session.memory.until if session.memory else now + self.rules.memory
            asked = [line.notice.end for line in session.lines if line.notice]  # whose answer may come until then
            case = [session.case.until] if session.case else []  # forgotten, they would be spoken to while they wait
            return None, None, to_ms(max([memory, *asked, *case]))
        warn = None if session.warned or isinstance(session.step, Idle) else to_ms(end - self.rules.warning)
        return to_ms(end), warn, None

    def _first(self, tx: Transaction, moment: str, condition: str, values: tuple[Any, ...], most: int) -> list[Session]:
        """At most so many, in the order of this moment."""
        rows = InOrder("sessions", ("contact", "sealed"), condition, (moment, "contact"))
        return self._open(tx, in_pages(tx, rows, values, most), most)

    def _open(self, tx: Transaction, rows: Iterable[tuple[bytes, bytes]], most: int | None = None) -> list[Session]:
        """Another release's row goes, so that the person starts again."""
        sessions, unreadable = _SESSIONS.open_some(self.keyring, rows, most)
        tx.executemany("DELETE FROM sessions WHERE contact = ?", [(key,) for key in unreadable])
        return sessions
