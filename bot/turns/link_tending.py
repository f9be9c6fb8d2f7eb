"""What time does to agents' links: those that are over end, and agents are reminded of those that nobody opened.

Link by link, so that a defect that one of them meets undoes and holds up none of the others.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

import structlog

from bot.log.once import fields_of
from bot.turns.link_progress import LinkProgress
from bot.turns.notifications import Messages
from bot.turns.outcome import TurnOutcome, messages_of
from bot.turns.passed_over import PassedOver
from conversations.contact import Contact
from conversations.customer.events import Event
from conversations.link import Link
from conversations.link_events import LinkEnded
from storage.errors import voids_transaction
from storage.links import Links
from storage.outbox import OutboxMessage
from storage.transaction import Transaction

# Has customers hear what concerns them, each in a turn of their own that is on disk with what led to it.
TellCustomers = Callable[[Transaction, Iterable[tuple[Contact, Event]], datetime], tuple[TurnOutcome, ...]]

MOST = 100  # at one look

log = structlog.get_logger()


class LinkTending:
    """Looks through the links for what is due, within a transaction that the caller holds."""

    def __init__(self, links: Links, progress: LinkProgress, tell: TellCustomers) -> None:
        self._links = links
        self._progress = progress
        self._tell = tell
        self._passed_over = PassedOver[str]()

    def tend(self, tx: Transaction, now: datetime) -> TurnOutcome:
        """What agents and customers are told of it."""
        messages, told = list[OutboxMessage](), list[TurnOutcome]()
        for link in self._links.expired(tx, now, self._passed_over.beside(MOST, now)):
            if self._passed_over.has(link.reference):
                continue
            said = _alone(tx, partial(self._expire, tx, link, now, told))
            if said is None:
                self._passed_over.note(link.reference, now)
            messages += said or ()
        for link in self._links.take_reminders(tx, now):
            messages += _alone(tx, partial(self._progress.remind, tx, link, now)) or ()
        return TurnOutcome(messages=tuple(messages), told=tuple(told))

    def _expire(self, tx: Transaction, link: Link, now: datetime, told: list[TurnOutcome]) -> Messages:
        messages, customers = self._progress.expire(tx, link, now)
        ended = LinkEnded(link.reference, quietly=True)
        turns = self._tell(tx, [(customer, ended) for customer in customers], now)
        told += turns
        return messages + messages_of(turns)


def _alone(tx: Transaction, act: Callable[[], Messages]) -> Messages | None:
    """None where it meets a defect. Raises what is the disk's fault, for it concerns all of them."""
    try:
        with tx.part():
            return act()
    except Exception as error:
        if voids_transaction(error):
            raise
        log.error("link_not_tended", **fields_of(error))
        return None
