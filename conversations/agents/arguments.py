"""What stands behind an agent's command, in whatever order: numbers, networks, references, names. Never the command."""

import re
from collections.abc import Iterator
from functools import cache

from conversations.account import clean
from conversations.agents.commands import Refuse
from conversations.agents.session import LONGEST_NOTE, Draft
from conversations.choice import LANGUAGES
from conversations.effects import sentence
from conversations.external_reference import take_external_reference
from conversations.minting import parse_reference
from conversations.network import Network, OtherNetwork, parse_network
from conversations.phone import NumberProblem, PhoneNumber, parse_number
from conversations.problems import not_served, number_problem
from conversations.typed import plain
from conversations.understanding import choice_meant
from conversations.wording import catalogue_of

LONGEST_NAME = 40
_DIGITS = re.compile(r"[+(]*[0-9OoIl][0-9OoIl().-]*")  # a word that can be a piece of a number
# Between a number and what was typed right before or behind it: "08031234567mtn", "phone:0803…", "0803 123 4567mtn".
_STUCK = re.compile(
    r"(?<=[0-9]{10})(?:[;/:|]+|(?=[^\W\d_]))"
    r"|(?:[;/:|]+|(?<=[^\W\d_]))(?=\+?(?:234|0)[789][01][0-9]{8})"
    r"|(?<=[0-9]{4})(?=(?:mtn|airtel|glo)\b)",
    re.IGNORECASE,
)
_NOT_DIALLED = re.compile(r"[^0-9OoIl]")
_WHOLE = range(10, 16)  # digits of a Nigerian number, from 803 123 4567 to 00234 803 123 4567 and 234 (0) 803 123 4567
_MEANT_AS_NUMBER = 7  # digits; fewer are "2 bags", a year or an amount
_MOST_PIECES = 11  # of a number that is typed with a space after every digit
# Letters, with the tone marks that have no letter of their own (Yoruba, Igbo), and what stands between names.
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f .'\u2019-])+")


def parse_draft(text: str) -> Draft | Refuse:
    """A link's number, network, language, external reference and note, all but the note wherever they stand; at the
    end, to send it.
    """
    external, text = take_external_reference(text)
    send, words = _take_wish(split_words(text))
    number, words = take_number(words)
    if isinstance(number, NumberProblem):
        return Refuse(number_problem(number))
    network, words = _take_network(words)
    if isinstance(network, OtherNetwork):
        return Refuse(not_served(network))
    if isinstance(take_number(words)[0], PhoneNumber):
        return Refuse(sentence("agent-two-numbers"))
    language, words = _take_language(words)
    if language and not send:
        send, words = _take_wish(words)
    if not number and isinstance(parse_number(" ".join(words)), PhoneNumber):
        return Refuse(sentence("agent-number-stuck"))
    return Draft(number, network, clean(" ".join(words), LONGEST_NOTE), language, send, external)


def parse_note(text: str) -> tuple[str, str]:
    """An agent's note, or the wish to have the invitation sent where that is all there is: a note may end so too."""
    send, words = _take_wish(text.split())
    return ("", send) if send and not words else (clean(text, LONGEST_NOTE), "")


def split_words(text: str) -> list[str]:
    """The words of a text as they were typed; a comma ends one, and what sticks to a whole number is none of it."""
    return _STUCK.sub(" ", text.replace(",", " ")).split()


def take_number(words: list[str]) -> tuple[PhoneNumber | NumberProblem | None, list[str]]:
    """The first number in `words`, and the words without it; its problem where it is meant as one and is none."""
    runs = _runs(words)
    for first, stop in _windows(words, runs):
        number = parse_number(" ".join(words[first:stop]))
        if isinstance(number, PhoneNumber):
            return number, words[:first] + words[stop:]
    problems = (parse_number(" ".join(words[start:end])) for start, end in runs if _is_long(words[start:end]))
    return next((problem for problem in problems if isinstance(problem, NumberProblem)), None), words


def take_reference(text: str) -> tuple[str | None, str]:
    """The reference in a text, in one word or two, and the rest."""
    words = text.split()
    for start in range(len(words)):
        for stop in (start + 1, start + 2):
            reference = parse_reference("".join(words[start:stop]))
            if reference:
                return reference, " ".join(words[:start] + words[stop:])
    return None, text


def parse_name(text: str) -> str | None:
    """A person's name as people write one: letters, at least two."""
    name = clean(text, LONGEST_NAME + 1)
    return name if len(name) <= LONGEST_NAME and _NAME.fullmatch(name) else None


def _windows(words: list[str], runs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where a whole number can stand: the first place first, the longest there first. The rest is not worth reading."""
    lengths = [len(_NOT_DIALLED.sub("", plain(word))) for word in words]
    for start, end in runs:
        for first in range(start, end):
            for stop in range(min(end, first + _MOST_PIECES), first, -1):
                if sum(lengths[first:stop]) in _WHOLE:
                    yield first, stop


def _is_long(words: list[str]) -> bool:
    return len(re.sub(r"[^0-9]", "", plain("".join(words)))) >= _MEANT_AS_NUMBER


def _runs(words: list[str]) -> list[tuple[int, int]]:
    """Where words that can be pieces of one number stand together: first place, and the one after the last."""
    runs: list[tuple[int, int]] = []
    for place, word in enumerate(words):
        if not _DIGITS.fullmatch(plain(word)) or not re.search(r"\d", word):
            continue
        if runs and runs[-1][1] == place:
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def _take_wish(words: list[str]) -> tuple[str, list[str]]:
    """The wish to have the invitation sent, as it was typed: at the very end, for a note may speak of sending too."""
    for start in (-2, -1):
        wish = " ".join(words[start:])
        if plain(wish).casefold().strip(" .!") in _wishes():
            return wish, words[:start]
    return "", words


@cache
def _wishes() -> frozenset[str]:
    """In every language, as all words are."""
    return frozenset(word for language in LANGUAGES.values() for word in catalogue_of(language).words("word-send"))


def _take_network(words: list[str]) -> tuple[Network | OtherNetwork | None, list[str]]:
    for place, word in enumerate(words):
        network = parse_network(word)
        if network:
            return network, words[:place] + words[place + 1 :]
    return None, words


def _take_language(words: list[str]) -> tuple[str, list[str]]:
    """Only at the beginning or the end, where it is not part of a note such as "books for the English class"."""
    for place in (0, -1) if words else ():
        choice = choice_meant(words[place], (), LANGUAGES)
        if choice:
            return LANGUAGES[choice], words[1:] if place == 0 else words[:-1]
    return "", words
