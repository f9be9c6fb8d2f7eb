"""Questions as people write them who leave the sign out: "is it mtn", "482913 is it". Never what they are about."""

from collections.abc import Sequence

from conversations.intents.networks import network_of
from conversations.intents.words import Words, heard_words, words_in

_ASKED_BEHIND = frozenset({"it", "i", "you", "we", "they"})
_IS = "is"
_TELLING = frozenset({_IS, "do"})  # right before a name
_IS_IT = ("is", "it")  # behind a name it asks: "mtn is it"
_THAT = ("that",)  # which tells: "that is it"
_ORDERING = frozenset({"do", "have"})  # of a thing they ask for it: "do it"
_OFFERING = frozenset({"dey", "you", "people"})
_THINGS = frozenset({"it", "this", "that", "these", "those", "the", "my"})


def asks_whether(text: str) -> bool:
    """Whether it wants to hear "yes" or "no", with its sign or without."""
    if "?" in text:
        return True
    said = words_in(text)
    return wonders(said) or wonders_of_a_network(said)


def wonders(said: Words) -> bool:
    """Whether it does so by its words."""
    words = said.words
    doubts = not heard_words("heard-wondering").isdisjoint(words)
    ends_so = words[-2:] == _IS_IT and words[-3:-2] != _THAT
    return doubts or ends_so or not heard_words("heard-question-ends").isdisjoint(words[-1:]) or begins_to_ask(said)


def begins_to_ask(said: Words) -> bool:
    """`is it`, `will mtn`: a verb before whatever it is asked of. "Is mtn" tells, without its "it", unless it asks how
    that is: "is mtn ok"; and "do mtn" asks for it."""
    opening = heard_words("heard-question-openings")
    start = next((place for place, word in enumerate(said.words) if word not in opening), len(said.words))
    verb, asked_of, how = (*said.words[start : start + 3], "", "", "")[:3]
    if verb not in heard_words("heard-asking-verbs") or (verb in _ORDERING and asked_of in _THINGS):
        return False
    asks_how = how in heard_words("heard-judgements") and len(set(said.clauses[start : start + 3])) == 1
    asks_of_a_name = verb not in _TELLING or (verb == _IS and asks_how)
    return asked_of in heard_words("heard-asked-of") or (asks_of_a_name and network_of(asked_of) is not None)


def wonders_of_a_network(said: Words) -> bool:
    """Whether it says what one can do, or that one is taken, as Pidgin asks it: "mtn go work", "una dey do mtn".

    "Make una do mtn" asks for it.
    """
    verbs, deeds = heard_words("heard-network-verbs"), heard_words("heard-network-deeds")
    return any(
        (network_of(first) is not None and then in verbs and last in deeds)
        or (first in _OFFERING and then in deeds and network_of(last) is not None and "make" not in said.words)
        for first, then, last in zip(said.words, said.words[1:], said.words[2:], strict=False)
    )


def asks_behind(words: Sequence[str], place: int) -> bool:
    """Whether what stands there is asked about right behind it: "… is it correct". "… is the code" tells."""
    verb, asked_of = (*words[place + 1 : place + 3], "", "")[:2]
    return verb in heard_words("heard-asking-verbs") and asked_of in _ASKED_BEHIND
