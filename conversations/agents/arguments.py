"""What stands behind an agent's command, in whatever order: numbers, networks, references, names. Never the command."""

import re
from functools import cache

from conversations.account import clean
from conversations.agents.bare import without_please
from conversations.agents.commands import AskNetwork, Refuse
from conversations.agents.networks_typed import take_doubtful, take_networks
from conversations.agents.notes_typed import is_label, take_note
from conversations.agents.numbers_typed import split_words, take_masked, take_number
from conversations.agents.session import LONGEST_NOTE, Draft
from conversations.changing import replace
from conversations.choice import LANGUAGES, Choice
from conversations.customer.problems import not_served, number_problem
from conversations.customer.understanding import choice_meant
from conversations.effects import sentence
from conversations.external_reference import holds_number, take_external_reference
from conversations.intents.naming import denied_in
from conversations.intents.networks import NamedNetwork
from conversations.intents.spelt import numbers_spelt
from conversations.intents.words import is_heard_as, squeezed
from conversations.minting import parse_reference
from conversations.network import Network, OtherNetwork
from conversations.otp import without_file_numbers
from conversations.phone import NumberProblem, PhoneNumber, parse_number
from conversations.typed import plain
from conversations.wording import words_in_all

LONGEST_NAME = 40
_SIGNS = ";/:|#*_~=<>\"'.,-()"  # which are left over where a number or a network was set apart by them
_BETWEEN_REFERENCES = re.compile(r"[,;/&+|]")
# Letters, with the tone marks that have no letter of their own (Yoruba, Igbo), and what stands between names.
_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f .'\u2019-])+")


def parse_draft(text: str) -> Draft | AskNetwork | Refuse:
    """A link's number, network, language, external reference and note, in any order; at the end, that it is to be sent.

    What may be meant as a network is asked back.
    """
    external, text = take_external_reference(text)
    if refused := unfit_external(external, text):
        return refused
    if take_masked(text)[0]:
        return Refuse(number_problem(NumberProblem.TOO_SHORT))
    language, send, words = _take_language_and_wish(split_words(text))
    noted, words = take_note(words)
    number, words = take_number(words)
    if number is None:
        number, noted = take_number(noted)
    if isinstance(number, NumberProblem) and isinstance(
        take_number(without_file_numbers(" ".join([*words, *noted])).split())[0], NumberProblem
    ):
        return Refuse(number_problem(number))
    named, words = _take_undenied(words)
    if len(named) == 1 and isinstance(named[0], OtherNetwork):
        return Refuse(not_served(named[0]))
    if stray := stray_number([*words, *noted], number):
        return stray
    send, words = (" ".join(words), []) if not send and is_wish(" ".join(words)) else (send, words)
    known = number if isinstance(number, PhoneNumber) else None
    draft = Draft(known, None, _note_in([*words, *noted]), language, send, external)
    match named:
        case ():
            return _with_doubtful(draft, words, noted)
        case (Network() as network,):
            return replace(draft, network=network)
        case _:
            return AskNetwork(draft, sentence("agent-two-networks"))


def _take_undenied(words: list[str]) -> tuple[tuple[NamedNetwork, ...], list[str]]:
    """The networks that are named, but for those that are denied: "mtn, not glo"."""
    denied = denied_in(plain(" ".join(words)).casefold())
    named, rest = take_networks(words)
    if not denied:
        return named, rest
    kept = tuple(network for network in named if network not in denied)
    return kept, [word for word in rest if not is_heard_as(word, "heard-negations")]


def _with_doubtful(draft: Draft, words: list[str], noted: list[str]) -> Draft | AskNetwork:
    """Asked back where a word of the note is a slip of the finger away from a network."""
    doubtful, rest = take_doubtful(words)
    if not doubtful:
        return draft
    return AskNetwork(
        replace(draft, note=_note_in([*rest, *noted])), sentence("agent-which-network", word=clean(doubtful))
    )


def stray_number(words: list[str], number: PhoneNumber | NumberProblem | None) -> Refuse | None:
    """Why it is no note: a number is left in it, a second one, stuck to something, or said in words."""
    if isinstance(take_number(words)[0], PhoneNumber):
        return Refuse(sentence("agent-several-numbers"))
    rest = " ".join(words)
    if not number and isinstance(parse_number(rest), PhoneNumber):
        return Refuse(sentence("agent-number-stuck"))
    if any(isinstance(parse_number(digits), PhoneNumber) for digits in numbers_spelt(rest)):
        return Refuse(sentence("agent-number-in-words"))
    return None


def parse_note(text: str, draft: Draft) -> Draft | Refuse | None:
    """The draft with its note, and with the wish to have it sent where it ends so.

    A number in it is the link's, or is refused; None where nothing is said.
    """
    external, text = take_external_reference(without_please(text, before=False))
    known_as = draft.external_reference
    if refused := unfit_external(external, text, known_as):
        return refused
    draft = replace(draft, external_reference=external or known_as)
    if is_wish(text):
        return replace(draft, send=text)
    send, said = _take_wish(text.split())  # whose commas are the note's
    if send and said:
        draft, text = replace(draft, send=send), " ".join(said).rstrip(" ,;")
    number, rest = take_number(split_words(text))
    if isinstance(number, PhoneNumber) and draft.number not in (None, number):
        return Refuse(sentence("agent-several-numbers"))
    known = number if isinstance(number, PhoneNumber) else draft.number
    note = clean(" ".join(rest) if isinstance(number, PhoneNumber) else text, LONGEST_NOTE)
    if stray := stray_number(split_words(note), None):
        return stray
    return replace(draft, number=known, note=note) if note or external or known != draft.number else None


def unfit_external(external: str, rest: str, before: str = "") -> Refuse | None:
    """Why it cannot be what the business calls the link, which has one such name, and no phone number for one."""
    if holds_number(external):
        return Refuse(sentence("agent-reference-number"))
    if external and (take_external_reference(rest)[0] or before not in ("", external)):
        return Refuse(sentence("agent-two-references"))
    return None


def read_sought(text: str) -> tuple[PhoneNumber | None, str]:
    """What is sought: a number, and a text that stands in a note, an external reference or a reference."""
    external, rest = take_external_reference(text)
    number, words = take_number(split_words(rest))
    known = number if isinstance(number, PhoneNumber) else None
    return known, external or (" ".join(words) if known else rest)


def take_reference(text: str) -> tuple[str | None, str]:
    """The reference in a text, in one word or two, and the rest."""
    words = text.split()
    for start in range(len(words)):
        for stop in (start + 1, start + 2):
            reference = parse_reference("".join(words[start:stop]))
            if reference:
                return reference, " ".join(words[:start] + words[stop:])
    return None, text


def take_references(text: str) -> tuple[tuple[str, ...], str]:
    """Every reference in a text, each once, whatever parts them; and the rest."""
    found, rest = list[str](), _BETWEEN_REFERENCES.sub(" ", text)
    while reference := take_reference(rest)[0]:
        found.append(reference)
        rest = take_reference(rest)[1]
    return tuple(dict.fromkeys(found)), rest if found else text


def parse_name(text: str) -> str | None:
    """A person's name as people write one: letters, at least two."""
    name = clean(text, LONGEST_NAME + 1)
    return name if len(name) <= LONGEST_NAME and _NAME.fullmatch(name) else None


def _note_in(words: list[str]) -> str:
    """ "any number" says that there is none, and is no note; nor is what only leads up to a number: "for", "note:"."""
    told = [word for word in words if word.strip(_SIGNS) and not (word.endswith(":") and is_label(word))]
    leads_up = all(is_heard_as(word.strip(_SIGNS), "heard-agent-around-note") for word in told)
    said = "" if leads_up else " ".join(told)
    return "" if choice_meant(said, (Choice.ANY_NUMBER,), ()) else clean(said, LONGEST_NOTE)


# The end of the line: language and wish

_LONGEST_WISH = 5  # words, of "send it to her …"


def _take_language_and_wish(words: list[str]) -> tuple[str, str, list[str]]:
    send, words = _take_wish(words)
    language, words = _take_language(words)
    if language and not send:
        send, words = _take_wish(words)
    return language, send, words


def _take_wish(words: list[str]) -> tuple[str, list[str]]:
    """The wish to have the invitation sent, as it was typed: at the very end, for a note may speak of sending too."""
    said = words[:-1] if words and is_heard_as(words[-1].strip(_SIGNS), "heard-courtesies") else words
    for count in range(min(_LONGEST_WISH, len(said)), 0, -1):
        before, wish = said[:-count], " ".join(said[-count:])
        if not is_wish(wish):
            continue
        if count > 1 and before and is_heard_as(before[-1], "heard-agent-joins"):
            before = before[:-1]  # "… and send it"
        if not (before and _speaks_of_sending(before[-1])):
            return wish, before[:-1] if before and _is_please(before[-1]) else before
    return "", words


def is_wish(text: str) -> bool:
    """Whether it is the word that has an invitation sent, and nothing else."""
    return _squeezed(plain(text).casefold().strip(" .!")) in _wishes()


def _is_please(word: str) -> bool:
    return is_heard_as(word, "heard-agent-around-note") and not _speaks_of_sending(word)


def _speaks_of_sending(word: str) -> bool:
    """Whether a "send" behind that word is what somebody does: "money to send", "wetin I wan send"."""
    return plain(word).casefold() in _before_sending()


@cache
def _wishes() -> frozenset[str]:
    """In every language, as all words are."""
    return frozenset(map(_squeezed, words_in_all("word-send")))


def _squeezed(text: str) -> str:
    return " ".join(map(squeezed, text.split()))


@cache
def _before_sending() -> frozenset[str]:
    return frozenset(words_in_all("heard-before-sending"))


def is_language(word: str) -> bool:
    return choice_meant(word, (), LANGUAGES) is not None


def _take_language(words: list[str]) -> tuple[str, list[str]]:
    """Only at the very beginning or the end, where it is not part of a note such as "books for the English class"."""
    for place in (0, -1) if words else ():
        choice = choice_meant(words[place], (), LANGUAGES)
        if choice:
            return LANGUAGES[choice], words[1:] if place == 0 else words[:-1]
    return "", words
