"""Somebody who is pressed for the code, or who got one that is awaited by nobody here. Never what a code is.

What they say names no code, or says of it only that it came: both are told to give it to nobody.
"""

from conversations.choice import Choice
from conversations.intents.intent import Intent, Topic
from conversations.intents.stages import Situation
from conversations.intents.words import heard_words, words_in
from conversations.otp import is_sum

_TOLD_WITHIN = 4  # words, of "my agent dey here with me say"
_LONG_ENOUGH = 6  # digits, to be a code though nothing calls it one
# What "I got a code" is heard as elsewhere, and what may be asked of it.
ASKED_OF_ONE: frozenset[Intent] = frozenset({Choice.HELP, Topic.WHY_NUMBER, Topic.CODE_USE, Topic.NO_CODE})
# Where there was a code, or will be none: a late one may come.
_AFTER_ONE = frozenset({Situation.LINKED, Situation.RESUMING})


def is_pressed(text: str) -> bool:
    """Whether somebody is said to tell them what to do, or they ask whether to hand it over: "make I give am"."""
    words = words_in(text).words
    people = heard_words("heard-somebody") | heard_words("heard-code-people") | heard_words("heard-pressing-people")
    telling, handing, to = heard_words("heard-told-to"), heard_words("heard-handing"), heard_words("heard-handed-to")
    return any(
        (word in telling and not people.isdisjoint(words[max(0, place - _TOLD_WITHIN) : place]))
        or (word in handing and not to.isdisjoint(words[place + 1 : place + _TOLD_WITHIN]))
        for place, word in enumerate(words)
    )


def of_unasked_code(text: str, at: Situation) -> Topic | None:
    """What answers who tells that a code came, where none is waited for; None for who tells no such thing."""
    words = words_in(text).words
    figures = [word for word in words if word.isdecimal()]
    is_long = any(len(word) >= _LONG_ENOUGH and not is_sum(word) for word in figures)
    names = not heard_words("heard-sms-or-code").isdisjoint(words)
    if heard_words("heard-arriving").isdisjoint(words) or not (is_long or names):
        return None
    if at in _AFTER_ONE:
        return Topic.NO_CODE
    return Topic.CODE_ASKED if figures else None
