"""Whether figures in a sentence are to be used: what denies them, asks about them, or says whose or how old they are.

A code that is used links a line, and one that is not must only be typed once more: whoever wonders is asked.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from conversations.intents.beside import WARNED_WITHIN, Beside, speaks_of_itself, warns_of_sharing
from conversations.intents.patterns import Pattern
from conversations.intents.whose import is_somebodys, names_somebody
from conversations.intents.wondering import asks_behind, asks_of_us, begins_to_ask, wonders
from conversations.intents.words import Words, heard_rows, heard_words
from conversations.typed import plain

_OLD = Pattern(r"\b{heard-old-line}\b")  # which others may have by now
_ID = Pattern(r"\b{heard-id-card}\b")  # which is read as "I would" elsewhere
_MY_PIN = Pattern(r"\b{heard-my-pin}\b")  # which is first the bank's
_TOLD_WITHIN = 4  # words, of "the man on the phone told me"
_DENIED_WITHIN = 2  # words; an SMS may say "do not share your code 482913"


def is_of_something_else(beside: Beside) -> bool:
    """Whether figures are said to be another sender's code, or over, or not the one: "no be 482913".

    Or the number of something else: "order 482913". Beside the word for the code, as in an SMS, that tells nothing.
    """
    words = _without_time_to_come(beside.said.words)
    names_another = not words.isdisjoint(heard_words("heard-other-figures")) or _ID.search(beside.text)
    return (
        bool(names_another and words.isdisjoint(heard_words("heard-code-named")))
        or not words.isdisjoint(heard_words("heard-other-codes"))
        or _MY_PIN.search(beside.text) is not None
        or denies_a_figure(beside.said)
    )


def is_not_handed_over(beside: Beside) -> bool:
    """Whether it asks about a code, tells where it went, or does not want it used: "is it 482913". No SMS does."""
    return not beside.is_sms and (
        _asks_about_it(beside) or _tells_of_it(beside.said) or names_somebody(beside.around.said)
    )


def is_dictated(beside: Beside) -> bool:
    """Whether a person is named who told it: "the man on the phone told me". Who sent one may have sent an SMS."""
    people = heard_words("heard-code-people") | heard_words("heard-he-or-she")
    return not beside.is_sms and _does(beside.said, people, heard_words("heard-code-telling"))


def is_doubted_number(beside: Beside) -> bool:
    """Whether a sentence may speak of a number that is not to be linked: "not 0803 …", "0803 … called me"."""
    words = [word for word in beside.said.words if word.isalpha()]
    tells = not heard_words("heard-number-stories").isdisjoint(words)
    asks = beside.said.asks or begins_to_ask(beside.said) or asks_of_us(plain(beside.text)) or _asks_if_ours(words)
    doubts = tells or _OLD.search(beside.text) is not None or (asks and bool(words)) or is_somebodys(beside)
    return doubts or denies_a_figure(beside.said) or _is_not_to_be_used(words)


def _asks_if_ours(words: Sequence[str]) -> bool:
    """Whether it asks if the number is ours: "is 0802 … your line", "did 0802 … send this"."""
    asks = not heard_words("heard-asking-if-ours").isdisjoint(words[:1])
    return asks and not heard_words("heard-doing-of-ours").isdisjoint(words)


def _without_time_to_come(words: Sequence[str]) -> frozenset[str]:
    """Without the "expire" of "will expire" and "expires in".

    How long a code is good is in its own SMS; one that is said to be over has its time behind it.
    """
    over, padded = heard_words("heard-running-out"), ("", *words, "")
    if over.isdisjoint(words):
        return frozenset(words)
    before, behind = heard_words("heard-before-running-out"), heard_words("heard-behind-running-out")
    return frozenset(
        word
        for left, word, right in zip(padded, words, padded[2:], strict=False)
        if word not in over or (left not in before and right not in behind)
    )


def denies_a_figure(said: Words) -> bool:
    """Whether a "not" stands right beside figures: "not 482913", "482913 no be am". "Code no 482913" denies nothing,
    nor does "482913 don't share it"."""
    negations, no = heard_words("heard-negations"), heard_words("heard-saying-no")
    return any(
        said.words[near] in negations
        and said.clauses[near] == said.clauses[place]
        and (said.words[near] not in no or _denies_behind(said.words[near + 1 : near + 2]))
        and not warns_of_sharing(said.words[near : near + 1 + WARNED_WITHIN])
        for place, word in enumerate(said.words)
        if word.isdecimal()
        for near in range(max(0, place - _DENIED_WITHIN), min(place + _DENIED_WITHIN + 1, len(said.words)))
    )


def _denies_behind(words: Sequence[str]) -> bool:
    """Whether a "no" before these denies; elsewhere it is short for number."""
    return not heard_words("heard-behind-a-no").isdisjoint(words)


def _is_not_to_be_used(words: Sequence[str]) -> bool:
    """Whether a question opens it, or a "not" stands before a use: "why 0803 …", "don't use my number 0803 …"."""
    uses, negations = heard_words("heard-code-denials"), heard_words("heard-negations")
    return not heard_words("heard-code-questions").isdisjoint(words[:1]) or any(
        word in negations and after in uses for word, after in pairwise(words)
    )


def _asks_about_it(beside: Beside) -> bool:
    """Whether it is a question, and says more than the figures."""
    words = beside.said.words
    asks = beside.is_asked_with_its_sign or wonders(beside.said) or asks_of_us(plain(beside.text))
    return (
        (asks and any(map(str.isalpha, words)))
        or any(asks_behind(words, place) for place, word in enumerate(words) if word.isdecimal())
        or not heard_words("heard-code-questions").isdisjoint(words)
        or _opens_with_a_question(words)
        or _asks_what(words)
    )


def _opens_with_a_question(words: Sequence[str]) -> bool:
    """`what is 482913`, `is 482913 right`; "what they sent is 482913" and "is 482913" tell."""
    first, second, third = (*words[:3], "", "", "")[:3]
    asks_what = _of_what_is() & {third if second.isdecimal() else second}
    return bool(asks_what and first in heard_words("heard-questions")) or (
        first in heard_words("heard-asking-verbs") and second.isdecimal() and bool(third)
    )


def _asks_what(words: Sequence[str]) -> bool:
    """`482913 how about it`, `482913 wetin be this`, `482913 for what`. "482913 na wetin dem send" tells, and
    "482913 what is the interest" asks of another thing."""
    questions, about = heard_words("heard-questions"), heard_words("heard-asking-about")
    asks_of_it = not heard_words("heard-it-or-that").isdisjoint(words[-2:]) and any(
        word.isdecimal() and asked in questions and verb in _of_what_is()
        for word, asked, verb in zip(words, words[1:], words[2:], strict=False)
    )
    asks_about = any(word in questions and after in about for word, after in pairwise(words))
    return (
        asks_of_it or asks_about or words[-2:] in heard_rows("heard-which-one") or not questions.isdisjoint(words[-1:])
    )


def _of_what_is() -> frozenset[str]:
    return heard_words("heard-asking-verbs") | heard_words("heard-be")


def _tells_of_it(said: Words) -> bool:
    """Whether it says what became of it, or that it is not to be used: "I sent 482913", "482913 but don't use it"."""
    i_told, us = heard_rows("heard-i-told"), heard_words("heard-you-or-it")
    told = any(pair in i_told and after not in us for pair, after in _with_next(said.words))
    tells = told or _comes_from_somebody(said) or not heard_words("heard-code-stories").isdisjoint(said.words)
    return tells or any(_holds_it_back(said, place) for place in range(len(said.words)))


def _comes_from_somebody(said: Words) -> bool:
    """Whether a person told it to them, or handed it over: "the man told me", "a lady sent me". A network sends too.

    Of "madam say na 482913" the courtesy is no word, so who told it is not there.
    """
    telling = heard_words("heard-code-telling")
    told = not telling.isdisjoint(said.words[:1]) or _does(said, heard_words("heard-code-tellers"), telling)
    return told or _does(said, heard_words("heard-code-people"), heard_words("heard-code-sending"))


def _does(said: Words, who: frozenset[str], what: frozenset[str]) -> bool:
    """Whether one of these does one of those."""
    return any(
        word in what and not who.isdisjoint(said.words[max(0, place - _TOLD_WITHIN) : place])
        for place, word in enumerate(said.words)
    )


def _with_next(words: Sequence[str]) -> Iterator[tuple[tuple[str, str], str]]:
    """Each two words that follow each other, and the one behind them."""
    return zip(pairwise(words), (*words[2:], ""), strict=False)


def _holds_it_back(said: Words, place: int) -> bool:
    """Whether a "not" here is of the code: neither a warning, as in "do not share", nor a "no" that is a courtesy."""
    word, after = said.words[place], said.words[place + 1 : place + 1 + WARNED_WITHIN]
    if word not in heard_words("heard-negations") or not heard_words("heard-code-untouched").isdisjoint(after):
        return False
    if word in heard_words("heard-saying-no"):
        return not heard_words("heard-code-denials").isdisjoint(after[:1])
    warnings = heard_words("heard-sms-warnings") | heard_words("heard-code-warnings")
    return warnings.isdisjoint(after) or speaks_of_itself(said.words[max(0, place - WARNED_WITHIN) : place])
