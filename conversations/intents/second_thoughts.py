"""What reads like something to do, and may be asked about, put off, told or denied. Never what else a text may mean."""

import re
from collections.abc import Sequence
from itertools import pairwise

from conversations.choice import HIDES, Choice
from conversations.intents.given import CodeMissed
from conversations.intents.intent import Courtesy, Intent, Topic
from conversations.intents.meaning import AskBack, Meaning, Meant, Why, meaning_in, names, speaks_of
from conversations.intents.missed_codes import missed_in, speaks_of_us
from conversations.intents.numbers import numbers_in
from conversations.intents.patterns import Pattern
from conversations.intents.phrases import Phrased, phrased
from conversations.intents.stages import Situation
from conversations.intents.wondering import begins_to_ask
from conversations.intents.words import Words, heard_rows, heard_words, words_in

_CLAUSES = re.compile(r"[.,;:!?\n]")
_HOW = Pattern(r"\W*(?:{heard-before-how} )*{heard-how}\b")
_ENDINGS = (Choice.UNLINK, Choice.DELETE)
_TO_END = [*map(Meant, _ENDINGS)]
_PUT_OFF: tuple[Courtesy, ...] = (Courtesy.LATER, Courtesy.WAIT)
_STOPS = frozenset({Choice.CANCEL, Choice.UNLINK, Choice.DELETE})
_AWAITING_CODE = frozenset({Situation.CODE, Situation.NEW_CODE})


def second_thought(meant: Choice, text: str, at: Situation) -> Meaning | CodeMissed | None:
    """What is done instead of what a text seems to want there; None where that is done."""
    match meant:
        case Choice.NEW_CODE if at in _AWAITING_CODE:
            return _of_new_code(text)
        case Choice.LINK_ANOTHER if names(phrased(text), Topic.PHONE_LOST):
            return Meant(Topic.PHONE_LOST)
        case Choice.CHANGE_NUMBER if at is Situation.CODE and _only_speaks_of_change(text):
            return AskBack((meant,), Why.IN_PASSING)
        case Choice.DECLINE if at is Situation.SCOPES and only_refuses(words_in(text).words):
            return Meant(Choice.LEAVE_OUT)  # of this; who declines wants nothing of it
        case Choice.CANCEL | Choice.DECLINE if _asks_how(text) or _has_come(text, at):
            return AskBack((meant,), Why.IN_PASSING)
        case Choice.DELETE if _asks_whether_all_goes(words_in(text).words):
            return Meant(Topic.OWN_CHOICE)
        case Choice.DELETE if _asks_whether_all_is_gone(words_in(text)):
            return Meant(Choice.MYDATA)
        case Choice.OWN_NUMBER if _is_not_given_yet(text):
            return Meant(Choice.HELP)
        case _ if meant in HIDES and words_in(text).asks:
            return AskBack((meant,), Why.IN_PASSING)
        case Choice.KEEP if at is Situation.CONFIRMING and _also_says_to_end(text):
            return AskBack((meant, Choice.UNLINK), Why.SEVERAL)
        case _:
            return None


def only_refuses(words: Sequence[str]) -> bool:
    """Whether it is a "no thanks", or a no to one thing: "i no want am"."""
    return _says("heard-negations", words) and any(
        heard_words(entry).issuperset(words) for entry in ("heard-no-thanks", "heard-not-this-one")
    )


def _says(entry: str, words: Sequence[str]) -> bool:
    return not heard_words(entry).isdisjoint(words)


def _of_new_code(text: str) -> Meaning | CodeMissed | None:
    """It sends an SMS: none to another number, nor for who asks about it, is told to, does not want one, or only misses
    the one that was sent."""
    read = phrased(text)
    words = read.said.words
    if numbers_in(text):
        return AskBack((Choice.NEW_CODE, Choice.CHANGE_NUMBER), Why.SEVERAL)
    if _says("heard-told-to", words) and _says("heard-somebody", words):
        return Meant(Topic.CODE_ASKED)
    if any(Courtesy.LATER in phrase.intents for phrase in read.phrases):
        return Meant(Courtesy.LATER)
    if (has_been_sent(words) and not speaks_of_us(text)) or (_asks_how(text) and _says("heard-send", words)):
        return Meant(Choice.HELP)
    if _says("heard-not-before", words):
        return Meant(Courtesy.WAIT)  # "let me look before you send it again"
    return Meant(Choice.HELP) if _asks_of_codes(read.said) or _wants_none(words) else _missed(read, text)


def _missed(read: Phrased, text: str) -> CodeMissed | None:
    """Who says to go on, where only a new code leads on, misses none."""
    speaks = any(Choice.NEW_CODE in phrase.intents for phrase in read.phrases)
    return missed_in(read.said, text) if speaks else None


def has_been_sent(words: Sequence[str]) -> bool:
    """Whether it tells that the code is there: "dem don send am", "it has been sent"."""
    told = not heard_rows("heard-has-been-sent").isdisjoint(pairwise(words))
    return told and not _says("heard-asking-if-sent", words[:1]) and not _says("heard-negations", words)


def _asks_of_codes(said: Words) -> bool:
    """Whether it asks what a new one costs, who sends it, or when one expires. "Did you send it" waits for it."""
    asks_when = _says("heard-running-out", said.words) and (said.asks or _says("heard-asking-when", said.words[:1]))
    return _says("heard-asking-of-codes", said.words[:1]) or asks_when or said.words[:2] in heard_rows("heard-how-much")


def _wants_none(words: tuple[str, ...]) -> bool:
    """Whether it says that none is to be sent: "no need to resend", "make you no send am"."""
    no, send = heard_words("heard-negations"), heard_words("heard-sending")
    denied = any(first in no and second in send for first, second in pairwise(words))
    return denied and (_says("heard-of-need", words) or _says("heard-forbidding", words[:1]))


def _asks_whether_all_goes(words: tuple[str, ...]) -> bool:
    """ "Will they delete my data" asks what becomes of it; "will you please delete" is no question of theirs."""
    return _says("heard-asking-if-will", words[:1]) and _says("heard-who-would", words[1:2])


def _asks_whether_all_is_gone(said: Words) -> bool:
    """ "You forget me?" asks whether it was done; "can you forget me?" wishes it."""
    return said.asks and _says("heard-who-would", said.words[:1])


def _only_speaks_of_change(text: str) -> bool:
    """Whether it asks if the number is wrong, or wants it to stay: whoever leaves the code must begin again."""
    said = words_in(text).words
    stays = not heard_rows("heard-not-changing").isdisjoint(pairwise(said))
    return stays or _says("heard-asking-openings", said[:1]) or _asks_how(text)


def _has_come(text: str, at: Situation) -> bool:
    """Whether it is the waiting for the code that is over: "never mind, I have seen it"."""
    return at in _AWAITING_CODE and _says("heard-has-come", words_in(text).words)


def _is_not_given_yet(text: str) -> bool:
    """Whether the own number is asked about, put off or promised: "use my number?", "yes wait", "I will type it"."""
    read = phrased(text)
    put_off = any(not phrase.intents.isdisjoint(_PUT_OFF) for phrase in read.phrases)
    promises = not (heard_words("heard-typing") | heard_words("heard-questions")).isdisjoint(read.said.words)
    return put_off or promises or read.said.asks or begins_to_ask(read.said)


def _asks_how(text: str) -> bool:
    """Whether it asks for the way, to go it or only to know: "how do I cancel", "how I go take stop am"."""
    return bool(_HOW.match(text))


def of_refusing(said: Intent, text: str, at: Situation) -> Meaning | None:
    """A fear of fraud beside which it is given up; and no refusal where an SMS is told of, "dem say make I no
    send am give anybody"."""
    if said is Choice.PROOF:
        return Meant(Topic.REFUSING) if at in _AWAITING_CODE and _also_stops(text) else None
    return Meant(Topic.CODE_ASKED) if names(phrased(text), Topic.CODE_ASKED) else None


def _also_stops(text: str) -> bool:
    """Whether a clause of it says to end what is going on: "I no dey do again, na 419"."""
    heard = (meaning_in(phrased(clause), Situation.CODE) for clause in _CLAUSES.split(text))
    return any(isinstance(each, Meant) and each.intent in _STOPS for each in heard)


def _also_says_to_end(text: str) -> bool:
    """Whether one clause denies a stop and another says to end it: "I no mean make you stop, unlink am"."""
    clauses = [*map(phrased, _CLAUSES.split(text))]
    denies = any(speaks_of(clause, Choice.KEEP) for clause in clauses)
    return denies and any(meaning_in(clause, Situation.BUSY, _ENDINGS) in _TO_END for clause in clauses)
