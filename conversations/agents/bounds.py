"""What bounds a question about links, wherever it is asked: of which days, and on which networks. Never which links are
meant, nor whose they are.
"""

from collections.abc import Callable
from enum import StrEnum

from msgspec import Struct

from conversations.agents.networks_typed import take_networks_asked
from conversations.intents.naming import denied_in
from conversations.intents.networks import NamedNetwork
from conversations.intents.words import heard_words, is_heard_as, words_in
from conversations.network import Network
from conversations.typed import plain


class Days(StrEnum):
    """The days that are named."""

    ANY = ""
    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this-week"
    LAST_WEEK = "last-week"
    THIS_MONTH = "this-month"
    LAST_MONTH = "last-month"
    OTHER = "other"  # by the name of a day, or so many days ago

    @property
    def is_span(self) -> bool:
        return self in _SPANS


_SPANS = frozenset({Days.THIS_WEEK, Days.LAST_WEEK, Days.THIS_MONTH, Days.LAST_MONTH})
_HEARD = (
    ("heard-yesterday", Days.YESTERDAY, Days.YESTERDAY),
    ("heard-today", Days.TODAY, Days.TODAY),
    ("heard-agent-week", Days.THIS_WEEK, Days.LAST_WEEK),
    ("heard-agent-month", Days.THIS_MONTH, Days.LAST_MONTH),
    ("heard-agent-other-days", Days.OTHER, Days.OTHER),
)


class NetworksAsked(Struct, frozen=True):
    """`only` those, where any are named; `unserved`: there are no links on what is named."""

    only: tuple[Network, ...] = ()
    unserved: bool = False


def days_in(text: str) -> Days:
    """The days that a sentence names; of several the earlier."""
    words = words_in(text).words
    last = not heard_words("heard-agent-last").isdisjoint(words)
    named = (before if last else this for entry, this, before in _HEARD if not heard_words(entry).isdisjoint(words))
    return next(named, Days.ANY)


def take_days(words: list[str]) -> tuple[Days, list[str]]:
    """The days among words, and the words without them and what leads up to them: "Bisi for last week"."""
    for entry, _, _ in _HEARD[:-1]:
        place = _place(words, lambda word, entry=entry: is_heard_as(word, entry))  # type: ignore[misc]
        if place is None:
            continue
        begins = place
        while begins and is_heard_as(words[begins - 1], "heard-agent-before-days"):
            begins -= 1
        return days_in(" ".join(words[begins : place + 1])), words[:begins] + words[place + 1 :]
    return Days.ANY, words


def take_network_asked(words: list[str]) -> tuple[NetworksAsked, list[str]]:
    """The networks on which the links are; "not on mtn" is on the other."""
    named, rest = take_networks_asked(words)
    denied = denied_in(plain(" ".join(words)).casefold()) if named else frozenset[NamedNetwork]()
    served = tuple(each for each in named if isinstance(each, Network) and each not in denied)
    if not served and any(isinstance(each, Network) for each in named):
        served = tuple(each for each in Network if each not in denied)
    return NetworksAsked(served, unserved=bool(named) and not served), rest


def _place(words: list[str], is_meant: Callable[[str], bool]) -> int | None:
    return next((place for place, word in enumerate(words) if is_meant(word)), None)
