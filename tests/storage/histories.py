"""What work may do with the tables, drawn at random; and what is left of it, opened. Never which database it is."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NoReturn

from hypothesis import strategies as st

from conversations.allowance import Allowance, Limit
from conversations.changing import replace
from conversations.contact import Contact
from conversations.link import Link
from conversations.secret import AccountId
from storage.chats import Chat, ChatAddress
from storage.keys.sealed_columns import SEALED_COLUMNS
from storage.outbox import MessageState
from storage.sealing import Keyring
from storage.store import Store
from storage.transaction import Transaction
from tests.raw import columns_of
from tests.scenes import AGREEMENT, ASKING_OTP, LINKED, NOON, NUMBER, RULES, session_at

KEYRING = Keyring.parse(Keyring.generate_key())
PEOPLE = tuple(Contact("console", name) for name in ("ada", "ben", "chi"))
LIMIT = Limit("otp", 2, timedelta(hours=1))
LARGE = Limit("over all", 50, timedelta(minutes=20))  # of which no more is read at once than matters


@dataclass
class World:
    """One database, and the numbers that its messages were given there, in their order; `fresh` in this errand."""

    store: Store = field(default_factory=lambda: Store.under(KEYRING, RULES))
    given: list[int] = field(default_factory=list)
    fresh: list[int] = field(default_factory=list)
    lanes: dict[int, bytes] = field(default_factory=dict)

    def message(self, place: int) -> int:
        """One that is there, or was."""
        return self.given[place % len(self.given)] if self.given else 0

    def lane(self, place: int) -> bytes:
        """Of the same."""
        return self.lanes.get(self.message(place), b"")


Act = Callable[[World, Transaction, Contact, int, datetime], object]


def _save(world: World, tx: Transaction, who: Contact, number: int, now: datetime) -> None:
    world.store.sessions.save(tx, replace(session_at(ASKING_OTP), contact=who, expires_at=now), now)


def _keep_account(world: World, tx: Transaction, who: Contact, number: int, now: datetime) -> None:
    world.store.accounts.keep(tx, who, replace(LINKED, account=AccountId(f"acc{number % 3}"), linked_at=now))


def _forget_account(world: World, tx: Transaction, who: Contact, number: int, now: datetime) -> None:
    world.store.accounts.forget(tx, who, AccountId(f"acc{number % 3}"))


def _keep_chat(world: World, tx: Transaction, who: Contact, number: int, now: datetime) -> None:
    flags = number % 2 == 0, number % 3 == 0
    world.store.chats.keep(tx, Chat(ChatAddress(who, f"to{number}", "", "SM1"), now, *flags))
    world.store.chats.name(tx, who, f"name{number % 3}")


def _add(world: World, tx: Transaction, who: Contact, number: int, now: datetime) -> None:
    lane = world.store.sessions.key(who)
    message = world.store.outbox.add(tx, lane, "message", b"hello", now, now + timedelta(hours=1))
    world.fresh.append(message.number)
    world.lanes[message.number] = lane


def _sent(world: World, tx: Transaction, who: Contact, number: int, now: datetime) -> None:
    """No platform gives a name twice."""
    shown_at, receipt = now if number % 3 else None, f"SM{number}"
    if not world.store.sent_messages.find(tx, receipt):
        world.store.outbox.sent(tx, world.message(number), world.lane(number), receipt, number % 2, shown_at)


def _note(world: World, tx: Transaction, who: Contact, number: int, now: datetime) -> None:
    sent = world.store.sent_messages.find(tx, f"SM{number}")
    states = (MessageState.DELIVERED, MessageState.READ, MessageState.FAILED)
    if sent:
        world.store.sent_messages.note(tx, sent, states[number % 3], now if number % 2 else None)


def _release(world: World, tx: Transaction, who: Contact, number: int, now: datetime) -> object:
    world.store.outbox.hold(tx, world.message(number))
    return len(world.store.outbox.release(tx, world.store.sessions.key(who), now))


def _spend(world: World, tx: Transaction, who: Contact, number: int, now: datetime) -> object:
    return world.store.counters.reserve(tx, [Allowance(LIMIT, str(who))], now)


def _spend_many(world: World, tx: Transaction, who: Contact, number: int, now: datetime) -> object:
    spends = (Allowance(LARGE, "all"), Allowance(LIMIT, f"number{number}"))
    return [world.store.counters.reserve(tx, spends[: 1 + place % 2], now) for place in range(20)]


def _give_back(world: World, tx: Transaction, who: Contact, number: int, now: datetime) -> None:
    world.store.counters.give_back(tx, [Allowance(LARGE, "all"), Allowance(LIMIT, str(who))][: 1 + number % 2])


def _keep_link(world: World, tx: Transaction, who: Contact, number: int, now: datetime) -> None:
    phone = NUMBER if number % 2 else None
    link = Link(f"K{number % 3}", who, who, "en", ("mango", "river"), now, now + timedelta(minutes=20), now, phone)
    world.store.links.keep(tx, link)


def _bind_link(world: World, tx: Transaction, who: Contact, number: int, now: datetime) -> object:
    bound = world.store.links.bind(tx, f"K{number % 3}", who, now)
    return bound, len(world.store.links.of_customer(tx, who))


ACTS: dict[str, Act] = {
    "save": _save,
    "load": lambda world, tx, who, number, now: world.store.sessions.load(tx, who),
    "keep account": _keep_account,
    "forget account": _forget_account,
    "lines": lambda world, tx, who, number, now: world.store.accounts.of(tx, who),
    "holders": lambda world, tx, who, number, now: len(world.store.accounts.of_number(tx, NUMBER)),
    "keep chat": _keep_chat,
    "named": lambda world, tx, who, number, now: world.store.chats.named(tx, "console", f"name{number % 3}"),
    "add": _add,
    "waiting": lambda world, tx, who, number, now: world.store.outbox.waiting_in(tx, world.store.sessions.key(who)),
    "sent": _sent,
    "seen": lambda world, tx, who, number, now: world.store.sent_messages.seen(tx, world.store.sessions.key(who), now),
    "note": _note,
    "drop": lambda world, tx, who, number, now: world.store.outbox.drop(tx, world.message(number), world.lane(number)),
    "release": _release,
    "claim": lambda world, tx, who, number, now: world.store.inbound_ids.claim(tx, "console", str(number), now),
    "keep link": _keep_link,
    "bind link": _bind_link,
    "invited": lambda world, tx, who, number, now: len(world.store.links.invited(tx, NUMBER)),
    "links": lambda world, tx, who, number, now: len(world.store.links.of_number(tx, NUMBER)),
    "spend": _spend,
    "spend many": _spend_many,
    "give back": _give_back,
    "agree": lambda world, tx, who, number, now: world.store.consents.record(tx, who, AGREEMENT, now, withdrawn=False),
    "quarantine": lambda world, tx, who, number, now: world.store.quarantine.add(tx, "console", "odd", b"{", now),
    "forget old": lambda world, tx, who, number, now: world.store.sessions.forget_old(tx, now + timedelta(days=1)),
}


@dataclass(frozen=True)
class Errand:
    """A piece of work: its acts in their order, of which those from `fails` on are in a part that is undone."""

    who: Contact
    acts: tuple[tuple[str, int], ...]
    fails: int | None
    now: datetime

    def work(self, world: World) -> Callable[[Transaction], tuple[list[Any], list[int]]]:
        """What each act told, and the numbers of the messages that it leaves."""

        def do(tx: Transaction) -> tuple[list[Any], list[int]]:
            fresh: list[int] = []
            world.fresh = fresh
            told = self._act(world, tx, self.acts[: self.fails])
            if self.fails is not None:
                kept = len(fresh)
                with suppress(LookupError), tx.part():
                    told += self._act(world, tx, self.acts[self.fails :])
                    _fail()
                del fresh[kept:]
            return told, fresh

        return do

    def _act(self, world: World, tx: Transaction, acts: Iterable[tuple[str, int]]) -> list[Any]:
        return [ACTS[name](world, tx, self.who, number, self.now) for name, number in acts]


def _fail() -> NoReturn:
    raise LookupError


errands = st.builds(
    Errand,
    st.sampled_from(PEOPLE),
    st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 5)), min_size=1, max_size=5).map(tuple),
    st.none() | st.none() | st.integers(0, 3),
    st.integers(0, 60).map(lambda minutes: NOON + timedelta(minutes=minutes)),
)
histories = st.lists(st.lists(errands, min_size=1, max_size=4), min_size=1, max_size=4)


def everything_opened(tx: Transaction) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables, what is sealed opened, and numbers that a database gives in the place of their order."""
    names: dict[str, list[str]] = {}
    for table, column in sorted(columns_of(tx)):
        if (table, column) != ("spends", "id"):  # a number that was given back may be given again, and means nothing
            names.setdefault(table, []).append(column)
    return {table: list(_rows(tx, table, columns)) for table, columns in names.items()}


def _rows(tx: Transaction, table: str, columns: list[str]) -> Iterator[tuple[Any, ...]]:
    sealed = next((each for each in SEALED_COLUMNS if each.table == table), None)
    rows = tx.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()  # noqa: S608
    for place, row in enumerate(sorted(rows, key=repr)):
        values = dict(zip(columns, row, strict=True))
        if sealed and values["sealed"] is not None:
            values["sealed"] = sealed.place.open(KEYRING, values[sealed.key], values["sealed"])
            assert values["sealed"] is not None
        if table in ("outbox", "quarantine"):
            values["id"] = place
        yield tuple(values.values())
