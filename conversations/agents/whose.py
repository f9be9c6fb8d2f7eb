"""Whose links a sentence asks for, where it names somebody: "how many did Bisi link", "Bisi Ade's links". Never whether
there is an agent, or a customer, of that name.
"""

import re
from collections.abc import Iterator

from conversations.agents.standing import Which
from conversations.intents.words import is_heard_as
from conversations.typed import plain

MOST_NAMES = 3  # words of a name; more are a sentence of their own
_POSSESSIVE = re.compile(r"(.+?)(?:['’]s|(?<=s)['’])")
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’-])*")
_SIGNS = '.,;:!?"“”()'
_STATES = frozenset(each.value for each in Which)
# Every word that a question about links is made of. What is none of these may be a name.
_NO_NAMES = (
    *("heard-agent-no-name", "heard-agent-nobody", "heard-agent-about", "heard-agent-asks", "heard-agent-progress"),
    *("heard-agent-theirs", "heard-agent-shows", "heard-agent-who", "heard-agent-going-on", "heard-agent-finished"),
    *("heard-agent-orders", "heard-agent-makes", "heard-agent-opened", "heard-agent-agreed", "heard-agent-declined"),
    *("heard-agent-expired", "heard-agent-cancelled", "heard-agent-withdrawn", "heard-agent-failed"),
    *("heard-agent-being", "heard-agent-says", "heard-agent-ability", "heard-agent-events", "heard-agent-last"),
    *("heard-agent-does", "heard-agent-done-by", "heard-agent-beside-name", "heard-agent-before-order"),
    *(
        "heard-agent-week",
        "heard-agent-month",
        "heard-today",
        "heard-yesterday",
        "heard-months",
        "heard-agent-other-days",
    ),
    *("heard-courtesies", "heard-questions", "heard-negations"),
)


def whose_asked_for(text: str) -> str:
    """The name beside which stands what somebody has or does, "" where there is none."""
    words = [word.strip(_SIGNS) for word in text.split()]
    bare = [_POSSESSIVE.sub(r"\1", word) if _POSSESSIVE.fullmatch(word) else word for word in words]
    owned = [word != name for word, name in zip(words, bare, strict=True)]
    for start, end in _runs(bare, owned):
        before, after = (*bare[:start][-1:], "")[0], (*bare[end:][:1], "")[0]
        does = is_heard_as(after, "heard-agent-done-by") or is_heard_as(after, "heard-agent-shown-of-somebody")
        if end - start <= MOST_NAMES and (owned[end - 1] or does or is_heard_as(before, "heard-agent-beside-name")):
            return " ".join(bare[start:end])
    return ""


def _runs(words: list[str], owned: list[bool]) -> Iterator[tuple[int, int]]:
    """Where words begin and end that may be a name: as many as follow one another, up to one that owns something."""
    begins = 0
    for place, word in enumerate([*words, ""]):
        if not may_name(word):
            if begins < place:
                yield begins, place
            begins = place + 1
        elif owned[place]:
            yield begins, place + 1
            begins = place + 1


def may_name(word: str) -> bool:
    known = plain(word).casefold() in _STATES or any(is_heard_as(word, entry) for entry in _NO_NAMES)
    return bool(_NAME.fullmatch(word)) and not known
