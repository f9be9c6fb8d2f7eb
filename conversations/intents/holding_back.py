"""What people say beside a number, a network or a code who do not mean it to be used now. Never what that is."""

from collections.abc import Set

from conversations.choice import Choice
from conversations.intents.beside import Beside
from conversations.intents.intent import Courtesy, Intent, Topic
from conversations.intents.meaning import GUARDED, AskBack, Meaning, Meant, Why, meaning_in, names, speaks_of
from conversations.intents.phrases import Phrased, fullest
from conversations.intents.stages import Situation, counting_here
from conversations.intents.words import heard_words

# What is said by somebody who does not go on; what by somebody who fears a fraud.
_HOLDING_BACK: frozenset[Intent] = frozenset(
    {
        *(Choice.CANCEL, Choice.DECLINE, Choice.UNLINK, Choice.DELETE, Choice.CHANGE_NUMBER),
        *(Topic.OTHERS_LINE, Topic.PHONE_LOST, Topic.WHO_LINKED, Courtesy.WAIT, Courtesy.LATER, Courtesy.OPT_OUT),
    }
)
_FEARS: frozenset[Intent] = frozenset({Topic.CODE_ASKED, Topic.WORDS_DIFFER, Choice.PROOF})
# A word that says so by itself, at the beginning or the end.
_STOPS: frozenset[Intent] = frozenset({Choice.CANCEL, Choice.UNLINK, Courtesy.WAIT, Courtesy.OPT_OUT})
_AT_THE_CODE = (Choice.NEW_CODE, Choice.CHANGE_NUMBER)


def is_asked_or_given_away(beside: Beside) -> bool:
    """Whether somebody else wants the code or has it, also where figures stand for the word: "he wants 482913"."""
    asked = Meant(Topic.CODE_ASKED)
    return not beside.is_sms and (
        meaning_in(beside.named, Situation.CODE) == asked or meaning_in(beside.around, Situation.CODE) == asked
    )


def is_bank_pin(beside: Beside) -> bool:
    """Whether it is called a PIN of a card, a bank or an app: none that is ever asked for here."""
    return names(beside.around, Topic.PIN)


def is_anothers(beside: Beside) -> bool:
    """Whether the line of a code is said to be somebody else's: whoever says so is told more than to type it alone."""
    return not beside.is_sms and speaks_of(beside.around, Topic.OTHERS_LINE)


def wants_a_person(beside: Beside) -> bool:
    """Whether somebody asks for a person beside a code. A network's "call 180" is nobody's wish, and says no "me"."""
    speaks = not heard_words("heard-myself").isdisjoint(beside.said.words)
    return speaks and meaning_in(beside.around, Situation.CODE) == Meant(Choice.PERSON)


def holds_back_a_code(beside: Beside) -> bool:
    """Whether a text with a code also says to stop, to wait or to change something, or fears for the code.

    A network's SMS warns of frauds as well, and says "your".
    """
    meaning = meaning_in(beside.around, Situation.CODE, _AT_THE_CODE)
    if isinstance(meaning, AskBack):
        return not beside.is_sms and _is_of(meaning, _HOLDING_BACK)
    if _is_of(meaning, _HOLDING_BACK):
        return True
    fears = _is_of(meaning, _FEARS) or speaks_of(beside.around, Choice.PROOF)
    fears = fears or not heard_words("heard-fraud").isdisjoint(beside.said.words)
    stops = _stops_in_passing(beside.around) is not None or _is_no(beside.around) or refuses_behind(beside)
    return not beside.is_sms and (fears or stops)


def refuses_behind(beside: Beside) -> bool:
    """Whether a text with figures ends in a "no": "482913 nope", "482913 abeg no". Before them it may be "number"."""
    last = len(beside.around.said.words)
    return not beside.said.words[-1].isdecimal() and any(
        phrase.end == last and Courtesy.NO in phrase.intents for phrase in fullest(beside.around.phrases)
    )


def meant_instead(beside: Beside, at: Situation, offered: tuple[Choice, ...]) -> Meaning | None:
    """What holds somebody back from the number or the network that they name: a fear is answered, and what ends
    something is asked back."""
    if not beside.around_names.said.words:
        return None
    meaning = meaning_in(beside.around_names, at, offered)
    if not _is_of(meaning, _HOLDING_BACK) and (stop := _stops_in_passing(beside.around_names)):
        meaning = Meant(stop)
    if not _is_of(meaning, (_HOLDING_BACK | _FEARS) - {Choice.CHANGE_NUMBER}):  # it may be changed to that one
        return None
    match meaning:
        case Meant(intent) if intent in GUARDED:
            return AskBack((intent,), Why.IN_PASSING)
        case _:
            return meaning


def _is_no(around: Phrased) -> bool:
    """Whether it says no, however, and nothing else: "number" says of what it is one, "code no 482913"."""
    return meaning_in(around, Situation.CONSENT, (Choice.DECLINE,)) == Meant(Choice.DECLINE)


def _stops_in_passing(around: Phrased) -> Intent | None:
    """What begins or ends a sentence that says more: "cancel code 482913", "it is mtn stop", "na this one but wait"."""
    if speaks_of(around, Courtesy.WAIT):
        return Courtesy.WAIT
    if not heard_words("heard-put-off").isdisjoint(around.said.words[-1:]):
        return Courtesy.LATER
    last = len(around.said.words)
    ends = (each.intents for each in around.phrases if (each.start, each.end) in {(0, 1), (last - 1, last)})
    return next((stop for stop in (counting_here(each, Situation.CODE, ()) for each in ends) if stop in _STOPS), None)


def _is_of(meaning: Meaning, intents: Set[Intent]) -> bool:
    match meaning:
        case Meant(intent):
            return intent in intents
        case AskBack(asked):
            return not intents.isdisjoint(asked)
        case _:
            return False
