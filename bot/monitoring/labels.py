"""The closed sets that labels of the metrics come from, so that every counter is there before its first event.

A counter that begins with its first event hides that event from `increase()`. Never a person, a number or a text.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final, get_args

from bot.errors import ChannelBusy, ChannelDown, DeliveryError, MessageRefused, RecipientGone, WindowClosed
from conversations.allowance import LIMIT_NAMES
from conversations.consent import EndReason
from conversations.customer.events import Event
from conversations.link import Place, Reason
from conversations.network import Network
from conversations.refusal import Refusal

_DELIVERY_ERRORS = (RecipientGone, WindowClosed, ChannelBusy, ChannelDown, MessageRefused)
_UNREADABLE = "UnreadableInbound"
AT_REST = "at rest"  # where a customer stands who is on no step of the way

SENT: Final = "sent"
STAGES = ("requested", "sent", "checked", "verified")
LIMITS = LIMIT_NAMES
NETWORKS = tuple(network.value for network in Network)
ENDS = tuple(reason.value for reason in EndReason)
DELIVERIES = (SENT, *(error.__name__ for error in _DELIVERY_ERRORS))
_OUTCOMES = (SENT, "held", "postponed", "gone", "refused", "dropped", "unreadable", "joined", "overtaken")
STUCK = tuple(
    product((*(place.value for place in Place if place), AT_REST), (reason.value for reason in Reason if reason))
)
STATUSES = ("400", "408", "413", "431", "503")  # of what the web server itself refuses
# What came of one try at the provider, of whichever operation.
ANSWERS = ("done", "silent", *(refusal.value for refusal in Refusal))
NO_ANSWERS = frozenset(("silent", Refusal.UNAVAILABLE.value))


def turns() -> Iterator[tuple[str, str]]:
    """What can happen, with what can come of it."""
    yield from product((event.__name__ for event in get_args(Event)), ("answered", "unanswered", "repeated"))
    yield from product((_UNREADABLE,), ("quarantined", "repeated"))


def attempts(kinds: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each kind of what is in the outbox, with what can come of an attempt at one."""
    return product(kinds, _OUTCOMES)


def answers(operations: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What the provider may be asked, with what can come of it."""
    return product(operations, ANSWERS)


def timed(operations: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The same of what takes a while: of everything else a dozen series each would say little."""
    return product(operations, ("done", "silent"))


def delivery_outcome(error: DeliveryError) -> str:
    """An error of a channel under the name that every channel's has; what the platform made of it stays there."""
    return next(kind.__name__ for kind in (*_DELIVERY_ERRORS, DeliveryError) if isinstance(error, kind))


def each(values: Iterable[str]) -> Iterator[tuple[str]]:
    """The values of a counter's only label."""
    return ((value,) for value in values)
