"""One text where the customer stands: what was given, meant, or must be asked. Never what follows from it.

Numbers, networks and codes come first where they are asked for; a sentence around them is read only when they fail.
"""

from functools import cache
from itertools import pairwise

from conversations.choice import Choice
from conversations.intents.codes import codes_in, with_a_word, without_figures
from conversations.intents.doubts import denies_a_figure, is_doubted, is_not_handed_over, is_not_to_be_used
from conversations.intents.given import (
    CodeDoubted,
    CodeHeard,
    Heard,
    NetworkHeard,
    NumberAmiss,
    NumberHeard,
    SelectionHeard,
    WhichCode,
    WhichNumber,
)
from conversations.intents.holding_back import (
    holds_back_a_code,
    is_asked_or_given_away,
    meant_instead,
    wants_a_person,
)
from conversations.intents.intent import Intent, Topic
from conversations.intents.meaning import AskBack, Meaning, Meant, NotUnderstood, Why, meaning_of, speaks_of
from conversations.intents.networks import (
    asks,
    asks_which,
    begins_to_ask,
    denies,
    network_meant,
    networks_in,
    tells_a_story,
    tells_of_before,
)
from conversations.intents.numbers import names_identity, numbers_in
from conversations.intents.spelt import figures_of
from conversations.intents.stages import BOTH_NETWORKS, Situation
from conversations.intents.times import is_figures, time_alone, time_in
from conversations.intents.words import heard_words, words_in
from conversations.network import Network
from conversations.otp import OtpForm
from conversations.phone import NumberProblem, PhoneNumber, parse_number
from conversations.secret import OtpCode
from conversations.typed import without_slash
from conversations.wording import words_of

# Where one number can be asked back; elsewhere one that is doubted is kept without its network, and shown once more.
_ASKING_BACK = frozenset({Situation.NUMBER, Situation.NETWORK})
_OF_WHAT_IS = frozenset({("is",), ("was",), ("did",), ("are",)})  # "can I change it" is a wish
# What is asked for with a time, and what can be chosen by it: usage is of the same six months whatever time is named.
_SELECTED = (Choice.STATEMENT, Choice.TRANSACTIONS)
_OF_A_TIME = (*_SELECTED, Choice.USAGE)
_AWAITING_CODE = frozenset({Situation.CODE, Situation.NEW_CODE})
# Where a number is asked for, or kept until it is.
TAKING_NUMBERS = frozenset(
    {
        *(Situation.CONSENT, Situation.SCOPES, Situation.NUMBER, Situation.NETWORK),
        *(Situation.RESUMING, Situation.ENDED),
    }
)


def heard_in(text: str, at: Situation, offered: tuple[Choice, ...] = (), form: OtpForm | None = None) -> Heard:
    """What a text says at a stage that offers these answers; `form` is the awaited code's."""
    if wish := _wish_of_a_time(text):
        return Meant(wish) if wish is Choice.USAGE else SelectionHeard(wish)
    heard = _heard_at(text, at, offered, form)
    match heard:
        case Meant(Choice.TRANSACTIONS | Choice.STATEMENT as meant) if time_in(text):
            return SelectionHeard(Choice(meant))
        case Meant(Choice.NEW_CODE) if at in _AWAITING_CODE and numbers_in(text):
            return AskBack((Choice.NEW_CODE, Choice.CHANGE_NUMBER), Why.SEVERAL)  # to another number, it may be
        case Meant(Choice.CHANGE_NUMBER as meant) if at is Situation.CODE and _only_speaks_of_change(text):
            return AskBack((meant,), Why.IN_PASSING)
        case NotUnderstood() if at is Situation.LINKED and (time_alone(text) or _wish_of(text, *_SELECTED)):
            return SelectionHeard(_wish_of(text, *_SELECTED) or Choice.TRANSACTIONS)
        case _:
            return heard


def _only_speaks_of_change(text: str) -> bool:
    """Whether it asks if the number is wrong, or wants it to stay: whoever leaves the code must begin again."""
    said = words_in(text).words
    stays = any(pair in pairwise(said) for pair in (("not", "change"), ("no", "change")))
    return stays or said[:1] in _OF_WHAT_IS


def _wish_of_a_time(text: str) -> Choice | None:
    """What is asked for by a text that says no more than of what time: "statement october", "usage 2025"."""
    wish, rest = _wish_of(text, *_OF_A_TIME), without_slash(text).strip().partition(" ")[2]
    return wish if wish and (time_alone(rest) or is_figures(rest)) else None


def _wish_of(text: str, *wishes: Choice) -> Choice | None:
    """Which of them a text begins with, and says more."""
    first, _, rest = without_slash(text).strip().partition(" ")
    return _asking_words(wishes).get(first.casefold()) if rest else None


@cache
def _asking_words(wishes: tuple[Choice, ...]) -> dict[str, Choice]:
    return {word: wish for wish in wishes for word in map(str.casefold, words_of(wish)) if " " not in word}


def _heard_at(text: str, at: Situation, offered: tuple[Choice, ...], form: OtpForm | None) -> Heard:
    written = figures_of(text) or text
    match at:
        case _ if form and at in _AWAITING_CODE and (codes := codes_in(written, form)):
            return _code_heard(text, codes)
        case _ if at in TAKING_NUMBERS and (numbers := numbers_in(written)):
            return meant_instead(text, at, offered) or _numbers_heard(text, numbers, at)
        case Situation.CONSENT:
            meaning = meaning_of(text, at, offered)
            network = network_meant(text) if isinstance(meaning, NotUnderstood) else None
            return NetworkHeard(network) if network else meaning
        case Situation.NUMBER:
            return _number_or_words(text, offered)
        case Situation.NETWORK:
            return _network_or_words(text, offered)
        case Situation.LINKED if numbers_in(written):
            return meaning_of(without_figures(text), at, offered)  # which line it is of is asked, or known
        case _:
            return meaning_of(text, at, offered)


def _code_heard(text: str, codes: tuple[OtpCode, ...]) -> Heard:
    if len(codes) > 1:
        return WhichCode()
    if text.strip().isdecimal():  # as most are typed: nothing is said beside it
        return CodeHeard(codes[0])
    if is_asked_or_given_away(text):
        return Meant(Topic.CODE_ASKED)
    if wants_a_person(text):
        return Meant(Choice.PERSON)
    if is_doubted(text):
        return CodeDoubted()
    if holds_back_a_code(text):
        return CodeDoubted(beside=True)
    return CodeDoubted() if is_not_handed_over(text) else CodeHeard(codes[0])


def _numbers_heard(text: str, numbers: tuple[PhoneNumber, ...], at: Situation) -> Heard:
    """Not one that is said to be somebody else's: no code goes there before they say that it is their own."""
    if speaks_of(text, Topic.OTHERS_LINE):
        return Meant(Topic.OTHERS_LINE)
    if len(numbers) > 1 or (at in _ASKING_BACK and is_doubted_number(text)):
        return WhichNumber(numbers)
    return NumberHeard(numbers[0], network_meant(text), names_identity(text))


def is_doubted_number(text: str) -> bool:
    """Whether a sentence may speak of a number that is not to be linked: "not 0803 …", "0803 … called me"."""
    said = words_in(text)
    words = [word for word in said.words if word.isalpha()]
    tells = not heard_words("heard-number-stories").isdisjoint(words)
    asks = said.asks or begins_to_ask(words_in(with_a_word(text)).words)
    return tells or (asks and bool(words)) or denies_a_figure(text) or is_not_to_be_used(words)


def _number_or_words(text: str, offered: tuple[Choice, ...]) -> Heard:
    """Digits are an attempt at a number, unless the sentence around them means something by itself."""
    meaning = meaning_of(text, Situation.NUMBER, offered)
    problem = parse_number(text)
    if isinstance(meaning, NotUnderstood) and isinstance(problem, NumberProblem):
        return NumberAmiss(problem) if problem is not NumberProblem.NOT_A_NUMBER else meaning
    return meaning


def _network_or_words(text: str, offered: tuple[Choice, ...]) -> Heard:
    """One network named is the answer; two, or one that is asked about, are asked back by name."""
    meaning = meaning_of(text, Situation.NETWORK, offered)
    named = networks_in(text)
    if not named or _says_more(meaning):
        return meaning
    if network := network_meant(text):
        return meant_instead(text, Situation.NETWORK, offered) or NetworkHeard(network)
    served: tuple[Intent, ...] = tuple(Choice(network.value) for network in named if isinstance(network, Network))
    if tells_of_before(text):
        return AskBack(BOTH_NETWORKS, Why.SEVERAL)
    if len(named) == 1 and isinstance(meaning, NotUnderstood) and asks_which(text):
        return Meant(Choice.HELP)
    doubtful = len(named) == 1 and (denies(text) or asks(text) or tells_a_story(text))
    return meaning if doubtful else AskBack(served or BOTH_NETWORKS, Why.SEVERAL)


def _says_more(meaning: Meaning) -> bool:
    """Whether a sentence that names a network is about something else: "will MTN know", "call MTN for me".

    "It is MTN, send it now" is not: it names what the sending waits for.
    """
    return isinstance(meaning, Meant) and isinstance(meaning.intent, Topic | Choice) and meaning != Meant(Choice.RESUME)
