"""Whether figures in a sentence are to be used: what denies them, asks about them, or says whose or how old they are.

A code that is used links a line, and one that is not must only be typed once more: whoever wonders is asked.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from conversations.intents.codes import with_a_word
from conversations.intents.networks import asks_behind, asks_whether
from conversations.intents.words import Words, heard_words, words_in
from conversations.typed import plain

_ID = re.compile(r"\bid\b", re.IGNORECASE)  # which is read as "I would" elsewhere
_CODE = frozenset({"code", "token"})  # as every word for it is read
# How long a code is good is in its own SMS; one that is said to be over has its time behind it.
_WILL_EXPIRE = re.compile(r"\b(?:(?:will|shall|to) expires?|expires?(?= (?:in|after|within|at)\b))\b", re.IGNORECASE)
_AFTER_NO = frozenset({("be",), ("use",)})  # elsewhere "no" is short for number
_DENIED_WITHIN = 2  # words; an SMS may say "do not share your code 482913"
_SENTENCE = re.compile(r"[^.!?\n]++\??")
_FIGURE = re.compile(r"[0-9]")
_WARNED_WITHIN = 3  # words, of "do not ever share"
_WONDERING = frozenset({"why"})
_SENDER = "i"  # a network's SMS speaks to somebody, and never of itself


def is_doubted(text: str) -> bool:
    """Whether it says of a number that it is another sender's code, or over, or not the one: "no be 482913".

    Or the number of something else: "order 482913". Beside the word for the code, as in an SMS, that tells nothing.
    """
    said = frozenset(words_in(_WILL_EXPIRE.sub(" ", text)).words)
    names_another = not said.isdisjoint(heard_words("heard-other-figures")) or _ID.search(text)
    return (
        bool(names_another and said.isdisjoint(_CODE))
        or not said.isdisjoint(heard_words("heard-other-codes"))
        or denies_a_figure(text)
    )


def is_not_handed_over(text: str) -> bool:
    """Whether it asks about a number, tells where it went, or does not want it used: "is it 482913". No SMS does."""
    return not is_of_a_network(text) and (_asks_about_it(text) or _tells_of_it(text))


def is_of_a_network(text: str) -> bool:
    """Whether it may be the SMS itself, which says "your" or "do not share", asks nothing, and speaks of no "I"."""
    said = words_in(text).words
    if _SENDER in said:
        return False
    return "your" in said or (_warns_of_sharing(said) and "?" not in text and _WONDERING.isdisjoint(said))


def _warns_of_sharing(said: Sequence[str]) -> bool:
    warnings = heard_words("heard-sms-warnings")
    return any(
        word in heard_words("heard-negations") and not warnings.isdisjoint(said[place + 1 : place + 1 + _WARNED_WITHIN])
        for place, word in enumerate(said)
    )


def denies_a_figure(text: str) -> bool:
    """Whether a "not" stands right beside figures: "not 482913", "482913 no be am". "Code no 482913" denies nothing,
    nor does "482913 don't share it"."""
    said, negations = words_in(text), heard_words("heard-negations")
    return any(
        said.words[beside] in negations
        and said.clauses[beside] == said.clauses[place]
        and (said.words[beside] != "no" or said.words[beside + 1 : beside + 2] in _AFTER_NO)
        and not _warns_of_sharing(said.words[beside : beside + 1 + _WARNED_WITHIN])
        for place, word in enumerate(said.words)
        if word.isdecimal()
        for beside in range(max(0, place - _DENIED_WITHIN), min(place + _DENIED_WITHIN + 1, len(said.words)))
    )


def is_not_to_be_used(words: Sequence[str]) -> bool:
    """Whether a question opens it, or a "not" stands before a use: "why 0803 …", "don't use my number 0803 …"."""
    uses, negations = heard_words("heard-code-denials"), heard_words("heard-negations")
    return not heard_words("heard-code-questions").isdisjoint(words[:1]) or any(
        word in negations and after in uses for word, after in pairwise(words)
    )


def _asks_about_it(text: str) -> bool:
    """Whether it is a question, and says more than the figures."""
    words = words_in(text).words
    asks = _is_asked_with_its_sign(text) or asks_whether(with_a_word(text).replace("?", " "))
    return (
        (asks and any(map(str.isalpha, words)))
        or any(asks_behind(words, place) for place, word in enumerate(words) if word.isdecimal())
        or not heard_words("heard-code-questions").isdisjoint(words)
        or _opens_with_a_question(words)
    )


def _opens_with_a_question(words: Sequence[str]) -> bool:
    """`what is 482913`, `is 482913 right`; "what they sent is 482913" and "is 482913" tell."""
    first, second, *more = (*words[:3], "", "", "")
    verbs = heard_words("heard-asking-verbs")
    asks_what = first in heard_words("heard-questions") and second in verbs
    return asks_what or (first in verbs and second.isdecimal() and bool(more[0]))


def _is_asked_with_its_sign(text: str) -> bool:
    """Whether a question mark ends the sentence of the figures: that of "hello? 482913" does not."""
    return any(said.endswith("?") and _FIGURE.search(said) for said in _SENTENCE.findall(plain(text)))


def _tells_of_it(text: str) -> bool:
    """Whether it says what became of it, or that it is not to be used: "I sent 482913", "482913 but don't use it"."""
    said = words_in(text)
    return not heard_words("heard-code-stories").isdisjoint(said.words) or any(
        _holds_it_back(said, place) for place in range(len(said.words))
    )


def _holds_it_back(said: Words, place: int) -> bool:
    """Whether a "not" here is of the code: neither a warning, as in "do not share", nor a "no" that is a courtesy."""
    word, after = said.words[place], said.words[place + 1 : place + 1 + _WARNED_WITHIN]
    if word not in heard_words("heard-negations") or not heard_words("heard-code-untouched").isdisjoint(after):
        return False
    if word == "no":
        return not heard_words("heard-code-denials").isdisjoint(after[:1])
    is_warning = not heard_words("heard-code-warnings").isdisjoint(after)
    return not is_warning or _SENDER in said.words[max(0, place - _WARNED_WITHIN) : place]
