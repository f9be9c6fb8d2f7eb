"""Questions as people write them who leave the sign out: "is it mtn", "482913 is it". Never what they are about."""

from collections.abc import Sequence

from conversations.intents.networks import network_of
from conversations.intents.patterns import Pattern
from conversations.intents.words import Words, heard_rows, heard_words, words_in

_OF_US = Pattern(r"\W*(?:{heard-question-openings}\W+){0,2}{heard-asking-verbs} {heard-you}\b")


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
    ends_so = words[-2:] in heard_rows("heard-is-it") and heard_words("heard-that").isdisjoint(words[-3:-2])
    return doubts or ends_so or not heard_words("heard-question-ends").isdisjoint(words[-1:]) or begins_to_ask(said)


def asks_of_us(text: str) -> bool:
    """Whether it begins to ask what we do, also with a word for us that is a courtesy elsewhere: "will una use it"."""
    return _OF_US.match(text) is not None


def begins_to_ask(said: Words) -> bool:
    """`is it`, `will mtn`: a verb before whatever it is asked of. "Is mtn" tells, without its "it", unless it asks how
    that is: "is mtn ok"; and "do mtn" asks for it."""
    opening = heard_words("heard-question-openings")
    start = next((place for place, word in enumerate(said.words) if word not in opening), len(said.words))
    verb, asked_of, how = (*said.words[start : start + 3], "", "", "")[:3]
    if verb not in heard_words("heard-asking-verbs") or _orders(verb, asked_of):
        return False
    asks_how = how in heard_words("heard-judgements") and len(set(said.clauses[start : start + 3])) == 1
    asks_of_a_name = verb not in heard_words("heard-before-a-name") or (asks_how and verb in heard_words("heard-is"))
    return asked_of in heard_words("heard-asked-of") or (asks_of_a_name and network_of(asked_of) is not None)


def _orders(verb: str, thing: str) -> bool:
    """`do it`, `have the code`."""
    return verb in heard_words("heard-ordering-verbs") and thing in heard_words("heard-ordered-things")


def wonders_of_a_network(said: Words) -> bool:
    """Whether it says what one can do, or that one is taken, as Pidgin asks it: "mtn go work", "una dey do mtn".

    "Make una do mtn" asks for it.
    """
    verbs, deeds = heard_words("heard-network-verbs"), heard_words("heard-network-deeds")
    offering = heard_words("heard-offering") if heard_words("heard-letting").isdisjoint(said.words) else ()
    return any(
        (network_of(first) is not None and then in verbs and last in deeds)
        or (first in offering and then in deeds and network_of(last) is not None)
        for first, then, last in zip(said.words, said.words[1:], said.words[2:], strict=False)
    )


def asks_behind(words: Sequence[str], place: int) -> bool:
    """Whether what stands there is asked about right behind it: "… is it correct". "… is the code" tells."""
    verb, asked_of = (*words[place + 1 : place + 3], "", "")[:2]
    return verb in heard_words("heard-asking-verbs") and asked_of in heard_words("heard-asked-behind")
