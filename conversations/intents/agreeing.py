"""Whether a text with a number in it also agrees: "yes I agree. My number is 0803 123 4567". Never to what."""

from conversations.choice import Choice
from conversations.intents.codes import without_figures
from conversations.intents.meaning import Meant, meaning_of
from conversations.intents.networks import without_networks
from conversations.intents.patterns import Pattern
from conversations.intents.stages import Situation

# What hands the number over, and says nothing of the agreement.
_OF_THE_NUMBER = Pattern(r"\b{heard-around-number}\b")


def agrees_beside_number(text: str, offered: tuple[Choice, ...]) -> bool:
    """Whether nothing else is said: who asks, denies or hedges does not agree, nor does a bare "ok"."""
    rest = _OF_THE_NUMBER.sub(" ", without_networks(without_figures(text)))
    return meaning_of(rest, Situation.CONSENT, offered) == Meant(Choice.AGREE)
