"""The links table: agents' invitations, and the hashes of the tokens that open them. Never whom a link is for."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from msgspec import Struct

from conversations.agents.session import Agent, Tally
from conversations.changing import replace
from conversations.contact import Contact
from conversations.link import FINAL, Link, Milestone, Stage
from conversations.network import Network
from conversations.phone import PhoneNumber
from conversations.secret import AccountId, LinkToken
from storage.codec import from_ms, to_ms
from storage.lookup import of_account, of_contact, of_external_reference, of_link_bond, of_link_token, of_number
from storage.paging import InOrder, in_pages
from storage.sealed import sealed
from storage.sealing import Keyring
from storage.transaction import RowSet, Transaction, Wanted, Write

KEPT = timedelta(days=30)  # how long a link that has ended is on its agent's board
_OF_NUMBER = RowSet("links", ("number",), ("reference", "sealed"))
_ROWS = RowSet("links", ("reference",), ("sealed",))
_EXPIRED = InOrder("links", ("reference", "sealed"), "expires_at <= ?", ("expires_at", "reference"))
_TO_REMIND = InOrder("links", ("reference", "sealed"), "remind_at <= ?", ("remind_at", "reference"))
Moments = tuple[datetime | None, datetime | None, datetime | None]
LINKS = sealed("links", Link)
_OPEN = tuple(milestone.value for milestone in Milestone if milestone not in FINAL)
_COLUMNS = (
    *("agent", "customer", "number", "account", "network", "milestone", "reached", "made_at", "moved_at", "external"),
    *("language", "channel", "reason", "opened_at", "linked_at"),  # what storage/link_reports.py reads
    *("agreed_at", "expires_at", "remind_at", "forget_at", "sealed"),
)
# When it first came so far stays; on which channel stays also when its customer is forgotten.
_CHANGES = {
    "remind_at": "remind_at = CASE WHEN excluded.remind_at IS NULL THEN NULL ELSE links.remind_at END",
    "channel": "channel = coalesce(excluded.channel, links.channel)",
    "opened_at": "opened_at = coalesce(links.opened_at, excluded.opened_at)",
    "agreed_at": "agreed_at = coalesce(links.agreed_at, excluded.agreed_at)",
    "linked_at": "linked_at = coalesce(links.linked_at, excluded.linked_at)",
}
_KEEP = Write(
    "links",
    f"INSERT INTO links (reference, {', '.join(_COLUMNS)}) VALUES (?{', ?' * len(_COLUMNS)})"  # noqa: S608 - names of ours
    " ON CONFLICT (reference) DO UPDATE SET "
    + ", ".join(_CHANGES.get(name, f"{name} = excluded.{name}") for name in _COLUMNS),
)


class Links(Struct, frozen=True):
    """Keeps and finds links within a transaction that the caller holds.

    Where an agent asks, the agent is part of the question: what is another's is as if it were not there. What a link is
    found by stands in the clear, and is compared with what is sealed in it: who is not in there does not get it.
    """

    keyring: Keyring

    def keep(self, tx: Transaction, link: Link) -> None:
        """Write a link, new or changed. Whether its agent was reminded stays as it is. Its token goes at its end."""
        row = self._row(replace(link, token=None) if link.is_final else link)
        values = (link.reference, *(row[column] for column in _COLUMNS))
        tx.put(_KEEP, values, (_ROWS, (link.reference,), ((link.reference, row["sealed"]),)), (_OF_NUMBER, None, None))

    def add_token(self, tx: Transaction, token: LinkToken, reference: str) -> None:
        key, bond = of_link_token(self.keyring, token), of_link_bond(self.keyring, token, reference)
        # Naming the links, the statement sees those that were put: a token must belong to one.
        query = "INSERT INTO link_tokens (token, reference, bond) SELECT ?, reference, ? FROM links WHERE reference = ?"
        tx.execute(query, (key, bond, reference))

    def bind(self, tx: Transaction, reference: str, contact: Contact, now: datetime) -> Link | None:
        """The link as `contact`'s own, if it may be; None if it is over, unknown, or somebody else's."""
        link = self.find(tx, reference)
        if not link or link.is_final or link.expires_at <= now or link.customer not in (None, contact):
            return None
        bound = replace(link, customer=contact)
        self.keep(tx, bound)
        return bound

    # For the service itself

    def find(self, tx: Transaction, reference: str) -> Link | None:
        rows = tx.find(_ROWS, reference)
        return LINKS.open(self.keyring, *rows[0]) if rows else None

    def wanted(self, reference: str) -> Wanted:
        """What `find` asks for."""
        return _ROWS, (reference,)

    def is_taken(self, tx: Transaction, reference: str) -> bool:
        return tx.execute("SELECT 1 FROM links WHERE reference = ?", (reference,)).fetchone() is not None

    def opened_by(self, tx: Transaction, token: LinkToken) -> Link | None:
        """The link for which the token was made. Of one from before tokens were bound its row alone says so."""
        key = of_link_token(self.keyring, token)
        query = "SELECT bond, reference, sealed FROM links JOIN link_tokens USING (reference) WHERE token = ?"
        row = tx.execute(query, (key,)).fetchone()
        link = LINKS.open(self.keyring, *row[1:]) if row else None
        if link is None or not link.binds_tokens or row[0] == of_link_bond(self.keyring, token, link.reference):
            return link
        self.keyring.note_unopened("link_tokens", key)
        return None

    def of_account(self, tx: Transaction, account: AccountId) -> tuple[Link, ...]:
        """All by which the line was linked."""
        key = of_account(self.keyring, account)
        found = tx.execute("SELECT reference, sealed FROM links WHERE account = ? ORDER BY made_at", (key,))
        return self.opened(found, lambda link: link.account == account)

    def of_customer(self, tx: Transaction, contact: Contact) -> tuple[Link, ...]:
        query = "SELECT reference, sealed FROM links WHERE customer = ?"
        return self.opened(tx.execute(query, (self._contact(contact),)), lambda link: link.customer == contact)

    def of_number(self, tx: Transaction, number: PhoneNumber) -> tuple[Link, ...]:
        """All that were made for that number, or by which it was linked."""
        rows = ((row[1], row[2]) for row in tx.find(_OF_NUMBER, self.number_key(number)))
        return self.opened(rows, lambda link: link.number == number)

    def wanted_of_number(self, number: PhoneNumber) -> Wanted:
        """What `of_number` asks for."""
        return _OF_NUMBER, (self.number_key(number),)

    def of_external_reference(self, tx: Transaction, external: str, most: int = 100) -> tuple[Link, ...]:
        """What the business calls so, newest first."""
        key = of_external_reference(self.keyring, external)
        query = "SELECT reference, sealed FROM links WHERE external = ? ORDER BY made_at DESC, reference LIMIT ?"
        return self.opened(tx.execute(query, (key, most)), lambda link: link.external_reference == external)

    def invited(self, tx: Transaction, number: PhoneNumber) -> tuple[Link, ...]:
        """The links that have not ended and whose template message was sent straight to that number, newest first."""
        invited = [link for link in self.of_number(tx, number) if link.template_chat and not link.is_final]
        return tuple(sorted(invited, key=lambda link: link.made_at, reverse=True))

    def expired(self, tx: Transaction, now: datetime, most: int = 100) -> tuple[Link, ...]:
        """What has no future any more, and is of a shape that cannot be read, is removed at once."""
        links, unreadable = LINKS.open_some(self.keyring, in_pages(tx, _EXPIRED, (to_ms(now),), most), most)
        tx.executemany("DELETE FROM links WHERE reference = ?", [(reference,) for reference in unreadable])
        return tuple(links)

    def moments(self, tx: Transaction, reference: str) -> Moments:
        """When it was first opened, when agreed to, and when a line was linked by it."""
        query = "SELECT opened_at, agreed_at, linked_at FROM links WHERE reference = ?"
        opened, agreed, linked = tx.execute(query, (reference,)).fetchone()
        return opened and from_ms(opened), agreed and from_ms(agreed), linked and from_ms(linked)

    def take_reminders(self, tx: Transaction, now: datetime, most: int = 100) -> tuple[Link, ...]:
        """The links whose agent is to be reminded now; each is given out once."""
        due = tuple(LINKS.open_some(self.keyring, in_pages(tx, _TO_REMIND, (to_ms(now),), most), most)[0])
        tx.executemany("UPDATE links SET remind_at = NULL WHERE reference = ?", [(link.reference,) for link in due])
        return due

    def forget_old(self, tx: Transaction, now: datetime) -> int:
        """Remove the links that ended long ago, and with them their tokens."""
        return tx.execute("DELETE FROM links WHERE forget_at <= ?", (to_ms(now),)).rowcount

    # For agents

    def find_for(self, tx: Transaction, agent: Agent, reference: str) -> Link | None:
        scope, values = self.scope(agent)
        query = f"SELECT reference, sealed FROM links WHERE reference = ? AND {scope}"  # noqa: S608 - a text of ours
        return next(iter(self.seen_by(agent, tx.execute(query, (reference, *values)))), None)

    def open_for_number(self, tx: Transaction, agent: Agent, number: PhoneNumber) -> Link | None:
        """The link that the agent made for that number, if it has not ended.

        Not one that was handed to them, of whose number they see a part: which it is, whoever may try all would find.
        """
        scope = f"agent = ? AND number = ? AND milestone IN ({_marks(_OPEN)})"
        query = f"SELECT reference, sealed FROM links WHERE {scope}"  # noqa: S608 - a text of ours
        rows = tx.execute(query, (self._contact(agent.contact), self.number_key(number), *_OPEN))
        links = self.opened(rows, lambda link: (link.served_by, link.number) == (agent.contact, number))
        return next((link for link in links if link.enrolled_by == agent.contact), None)

    def open_of(self, tx: Transaction, agent: Agent) -> tuple[Link, ...]:
        query = f"SELECT reference, sealed FROM links WHERE agent = ? AND milestone IN ({_marks(_OPEN)})"  # noqa: S608
        rows = tx.execute(query, (self._contact(agent.contact), *_OPEN))
        return self.opened(rows, lambda link: link.served_by == agent.contact)

    def served_by(self, tx: Transaction, contact: Contact) -> tuple[Link, ...]:
        """All that are with that contact, also what has ended."""
        rows = tx.execute("SELECT reference, sealed FROM links WHERE agent = ?", (self._contact(contact),))
        return self.opened(rows, lambda link: link.served_by == contact)

    def tally_for(self, tx: Transaction, agent: Agent, since: datetime) -> tuple[Tally, ...]:
        """How far the links came that were made at `since` or later."""
        return self._tally(tx, *self.scope(agent), since)

    def tally(self, tx: Transaction, since: datetime) -> tuple[Tally, ...]:
        """The same of everybody's."""
        return self._tally(tx, "TRUE", (), since)

    def _tally(self, tx: Transaction, scope: str, values: tuple[bytes, ...], since: datetime) -> tuple[Tally, ...]:
        query = f"SELECT network, reached, count(*) FROM links WHERE {scope} AND made_at >= ? GROUP BY 1, 2"  # noqa: S608
        rows = tx.execute(query, (*values, to_ms(since))).fetchall()
        return tuple(Tally(Network(network) if network else None, Stage(reached), n) for network, reached, n in rows)

    def scope(self, agent: Agent) -> tuple[str, tuple[bytes, ...]]:
        """The condition that a link is one which the agent may see, and its values."""
        return ("TRUE", ()) if agent.admin else ("agent = ?", (self._contact(agent.contact),))

    def seen_by(self, agent: Agent, rows: Iterable[tuple[str, bytes]]) -> tuple[Link, ...]:
        """What was found by that scope."""
        return self.opened(rows, lambda link: agent.admin or link.served_by == agent.contact)

    # Rows

    def _row(self, link: Link) -> dict[str, object]:
        """The value of each column."""
        stage, moved_at, external = link.reached, to_ms(link.moved_at), link.external_reference
        return {
            "agent": self._contact(link.served_by),
            "customer": self._contact(link.customer) if link.customer else None,
            "number": self.number_key(link.number) if link.number else None,
            "account": of_account(self.keyring, link.account) if link.account else None,
            "network": link.likely_network.value if link.likely_network else None,
            "milestone": link.milestone.value,
            "reached": stage.value,
            "made_at": to_ms(link.made_at),
            "moved_at": moved_at,
            "external": of_external_reference(self.keyring, external) if external else None,
            "language": link.language,
            "channel": link.customer.channel if link.customer else link.channel or None,
            "reason": link.reason.value,
            "opened_at": moved_at if stage >= Stage.OPENED else None,
            "agreed_at": moved_at if stage >= Stage.AGREED else None,
            "linked_at": moved_at if stage is Stage.LINKED else None,
            "expires_at": None if link.is_final else to_ms(link.expires_at),
            "remind_at": to_ms(link.remind_at) if link.remind_at else None,
            "forget_at": to_ms(link.moved_at + KEPT) if link.is_final else None,
            "sealed": LINKS.seal(self.keyring, link.reference, link),
        }

    def opened(self, rows: Iterable[tuple[str, bytes]], is_it: Callable[[Link], bool]) -> tuple[Link, ...]:
        """Those that can be opened and are what was asked for, also by what is sealed in them."""
        opened = [link for link in (LINKS.open(self.keyring, *row) for row in list(rows)) if link]
        for moved in (link for link in opened if not is_it(link)):
            self.keyring.note_unopened("links", moved.reference)
        return tuple(filter(is_it, opened))

    def _contact(self, contact: Contact) -> bytes:
        return of_contact(self.keyring, contact)

    def number_key(self, number: PhoneNumber) -> bytes:
        return of_number(self.keyring, number)


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))
