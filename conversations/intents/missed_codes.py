"""Whether whoever misses the code orders another one, or asks where it is, or tells that none came.

Only who orders one is sent one at once: a customer has few of them a day, and a new one ends that which is on its way.
"""

from collections.abc import Sequence

from conversations.intents.given import CodeMissed
from conversations.intents.patterns import Pattern
from conversations.intents.words import Words, heard_words

_OF_US = Pattern(r"\W*{heard-you}\b")  # where "una" is no word as texts are read


def missed_in(said: Words, text: str) -> CodeMissed | None:
    """None where another one is ordered."""
    of_us = speaks_of_us(text)
    return None if _orders(said.words, of_us=of_us) else CodeMissed(told=not _asks(said, of_us=of_us))


def speaks_of_us(text: str) -> bool:
    """Whether it begins with what we did: "una don send am" asks whether we have."""
    return _OF_US.match(text) is not None


def _orders(words: Sequence[str], *, of_us: bool) -> bool:
    """Whether one is to be sent: "another", "it has expired", "send am". "Why have you not sent it" orders none, and
    "una send am" asks."""
    if not heard_words("heard-ordering-codes").isdisjoint(words):
        return True
    send = heard_words("heard-send")
    place = next((place for place, word in enumerate(words) if word in send), None)
    before = () if place is None else words[:place]
    if place is None or (of_us and place <= 1 and heard_words("heard-you").issuperset(before)):
        return False
    return (heard_words("heard-ordering-no-codes") | heard_words("heard-negations")).isdisjoint(before)


def _asks(said: Words, *, of_us: bool) -> bool:
    """Whether it is asked about. "I have not received it" tells, and so do "I am waiting" and "you did not send it"."""
    if said.asks or not heard_words("heard-asking-after-codes").isdisjoint(said.words):
        return True
    begins_so = of_us or not heard_words("heard-asking-verbs").isdisjoint(said.words[:1])
    return begins_so and heard_words("heard-negations").isdisjoint(said.words)
