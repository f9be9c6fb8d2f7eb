"""What people write beside a number, a network or a code who do not mean it to be used now. Never what that is."""

from collections.abc import Set

from conversations.choice import Choice
from conversations.intents.codes import with_the_word, without_figures
from conversations.intents.doubts import is_of_a_network
from conversations.intents.intent import Courtesy, Intent, Topic
from conversations.intents.meaning import GUARDED, AskBack, Meaning, Meant, Why, meaning_of, speaks_of
from conversations.intents.networks import without_networks
from conversations.intents.stages import Situation
from conversations.intents.words import words_in

# What is said by somebody who does not go on; what by somebody who fears a fraud.
_HOLDING_BACK: frozenset[Intent] = frozenset(
    {
        *(Choice.CANCEL, Choice.DECLINE, Choice.UNLINK, Choice.DELETE, Choice.CHANGE_NUMBER),
        *(Topic.OTHERS_LINE, Topic.PHONE_LOST, Courtesy.WAIT, Courtesy.LATER, Courtesy.OPT_OUT),
    }
)
_FEARS: frozenset[Intent] = frozenset({Topic.CODE_ASKED, Topic.WORDS_DIFFER, Choice.PROOF})
_SELF = frozenset({"i", "me", "my"})
# A word that says so by itself, at the beginning or the end.
_STOPS: frozenset[Intent] = frozenset({Choice.CANCEL, Choice.UNLINK, Courtesy.WAIT, Courtesy.OPT_OUT})
_AT_THE_CODE = (Choice.NEW_CODE, Choice.CHANGE_NUMBER)


def holds_back_a_code(text: str) -> bool:
    """Whether a text with a code also says to stop, to wait or to change something, or fears for the code.

    A network's SMS warns of frauds as well, and says "your".
    """
    beside = meaning_of(without_figures(text), Situation.CODE, _AT_THE_CODE)
    is_sms = is_of_a_network(text)
    if isinstance(beside, AskBack):
        return not is_sms and _is_of(beside, _HOLDING_BACK)
    if _is_of(beside, _HOLDING_BACK):
        return True
    return not is_sms and (
        _is_of(beside, _FEARS) or speaks_of(text, Choice.PROOF) or _stops_in_passing(text) is not None
    )


def _stops_in_passing(text: str) -> Intent | None:
    """What begins or ends a sentence that says more: "cancel code 482913", "it is mtn stop", "na this one but wait"."""
    words = words_in(without_figures(text)).words
    ends = (meaning_of(word, Situation.CODE) for word in (*words[:1], *words[-1:]))
    stops = (meaning.intent for meaning in ends if isinstance(meaning, Meant) and meaning.intent in _STOPS)
    return Courtesy.WAIT if speaks_of(text, Courtesy.WAIT) else next(stops, None)


def is_asked_or_given_away(text: str) -> bool:
    """Whether somebody else wants the code or has it, also where figures stand for the word: "he wants 482913"."""
    said = (with_the_word(text), without_figures(text))
    asked = Meant(Topic.CODE_ASKED)
    return not is_of_a_network(text) and any(meaning_of(each, Situation.CODE) == asked for each in said)


def wants_a_person(text: str) -> bool:
    """Whether somebody asks for a person beside a code. A network's "call 180" is nobody's wish, and says no "me"."""
    speaks = not _SELF.isdisjoint(words_in(text).words)
    return speaks and meaning_of(without_figures(text), Situation.CODE) == Meant(Choice.PERSON)


def meant_instead(text: str, at: Situation, offered: tuple[Choice, ...]) -> Meaning | None:
    """What holds somebody back from the number or the network that they name: a fear is answered, and what ends
    something is asked back."""
    beside = meaning_of(without_networks(without_figures(text)), at, offered)
    if not _is_of(beside, _HOLDING_BACK) and (stop := _stops_in_passing(without_networks(text))):
        beside = Meant(stop)
    if not _is_of(beside, (_HOLDING_BACK | _FEARS) - {Choice.CHANGE_NUMBER}):  # it may be changed to that one
        return None
    match beside:
        case Meant(intent) if intent in GUARDED:
            return AskBack((intent,), Why.IN_PASSING)
        case _:
            return beside


def _is_of(meaning: Meaning, intents: Set[Intent]) -> bool:
    match meaning:
        case Meant(intent):
            return intent in intents
        case AskBack(asked):
            return not intents.isdisjoint(asked)
        case _:
            return False
