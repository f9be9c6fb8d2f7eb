"""What is heard of whoever wants no more messages: that they want none, and the end of what they agreed to.

Never what follows from it, nor a text or a tap of anybody else (`understanding`).
"""

from conversations.choice import Choice
from conversations.customer.events import ButtonTapped, Event, TextReceived
from conversations.customer.understanding import choice_meant
from conversations.intents.hearing import heard_in
from conversations.intents.intent import Courtesy
from conversations.intents.meaning import AskBack, Meant
from conversations.intents.stages import Situation
from conversations.line_events import EndingMeant, Withdrew
from conversations.typed import without_slash

_ENDINGS = frozenset({Choice.UNLINK, Choice.DELETE})


def asks_for_silence(text: str) -> bool:
    """Whether somebody wants no more messages, in their own words, wherever they stand."""
    return heard_in(without_slash(text), Situation.LINKED) == Meant(Courtesy.OPT_OUT)


def read_withdrawal(event: Event) -> Withdrew | EndingMeant | None:
    """What is still heard of whoever wants to hear nothing more: that a line is to be unlinked, or all deleted."""
    match event:
        case ButtonTapped(button):
            return EndingMeant() if button in _ENDINGS else None
        case TextReceived(text):
            ending = choice_meant(text, (), tuple(_ENDINGS))
            return Withdrew(everything=ending is Choice.DELETE) if ending else _ending_in(text)
        case _:
            return None


def _ending_in(text: str) -> EndingMeant | None:
    match heard_in(without_slash(text), Situation.LINKED):
        case Meant(intent) if intent in _ENDINGS:
            return EndingMeant()
        case AskBack(intents) if not _ENDINGS.isdisjoint(intents):
            return EndingMeant()
        case _:
            return None
