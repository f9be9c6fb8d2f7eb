"""The network among an agent's words: misspelt, in pieces, or two of them. Never on which one a line really is."""

import re

from conversations.intents.networks import NamedNetwork, networks_in
from conversations.intents.slips import differs_by_a_slip
from conversations.intents.words import is_heard_as
from conversations.network import Network
from conversations.typed import plain

_MOST_PIECES = 3  # "m t n", "air tel", "9 mobile"
_IN_PIECES = frozenset({"mtn", "airtel", "9mobile", "ninemobile", "t2", "t2mobile"})
_VOWEL = re.compile(r"[aeiou]")  # "man" and "men" are words; "mtm" and "mnt" are none


def take_networks(words: list[str]) -> tuple[tuple[NamedNetwork, ...], list[str]]:
    """Every network that is named, each once, and the words without their names."""
    named, rest, place = list[NamedNetwork](), list[str](), 0
    while place < len(words):
        networks, pieces = _named_at(words, place)
        named += networks
        rest += [] if networks else words[place : place + 1]
        place += pieces
    return tuple(dict.fromkeys(named)), rest


def take_networks_asked(words: list[str]) -> tuple[tuple[NamedNetwork, ...], list[str]]:
    """The same of words about lines: what leads up to a network, and the "line" behind it, go with its name."""
    named, rest, place = list[NamedNetwork](), list[str](), 0
    while place < len(words):
        networks, pieces = _named_at(words, place)
        place += pieces
        if not networks:
            rest.append(words[place - 1])
            continue
        named += networks
        while rest and is_heard_as(rest[-1], "heard-agent-before-network"):
            rest.pop()
        while place < len(words) and is_heard_as(words[place], "heard-agent-behind-network"):
            place += 1
    return tuple(dict.fromkeys(named)), rest


def take_doubtful(words: list[str]) -> tuple[str, list[str]]:
    """The first word that may have been meant as MTN, and the words without it; "" where there is none."""
    for place, word in enumerate(words):
        if _resembles_mtn(plain(word).casefold()):
            return word, words[:place] + words[place + 1 :]
    return "", words


def _named_at(words: list[str], place: int) -> tuple[tuple[NamedNetwork, ...], int]:
    """What the words from there on name, and how many of them it takes."""
    for pieces in range(_MOST_PIECES, 1, -1):
        written = plain("".join(words[place : place + pieces])).casefold()
        if len(words) >= place + pieces and written in _IN_PIECES:
            return networks_in(" ".join(words[place : place + pieces])), pieces
    return networks_in(words[place]), 1


def _resembles_mtn(word: str) -> bool:
    return word.isalpha() and not _VOWEL.search(word) and differs_by_a_slip(word, Network.MTN)
