"""Courtesies, and the questions that agents ask again and again; each with its answer. Never a command."""

from functools import cache

from conversations.intents.hearing import heard_in
from conversations.intents.intent import Courtesy
from conversations.intents.meaning import Meant
from conversations.intents.stages import Situation
from conversations.intents.words import squeezed, words_in
from conversations.keys import Key
from conversations.wording import words_in_all

_COURTESIES: dict[object, Key] = {
    Courtesy.THANKS: "agent-answer-thanks",
    Courtesy.GREETING: "agent-answer-greeting",
    Courtesy.OK: "agent-answer-greeting",
}
_LONGEST = 12  # words; more are a story, which a person must read


def answer_to(text: str) -> Key | None:
    """The answer to what an agent says beside the commands; None where it is not known."""
    heard = heard_in(text, Situation.ENDED)
    if isinstance(heard, Meant) and heard.intent in _COURTESIES:
        return _COURTESIES[heard.intent]
    said = set(words_in(text).words)
    if len(said) > _LONGEST:
        return None
    if "code" in said:
        return "agent-answer-wrong-code" if said & {"wrong", "invalid", "expired"} else _if_denied(said)
    return "agent-answer-not-opening" if said & {"link", "page"} and _denies(said) else None


def _if_denied(said: set[str]) -> Key | None:
    return "agent-answer-no-code" if _denies(said) or said & {"where", "waiting", "delay", "delayed"} else None


def _denies(said: set[str]) -> bool:
    return not _denials().isdisjoint(said)


@cache
def _denials() -> frozenset[str]:
    return frozenset(map(squeezed, words_in_all("heard-negations")))
