"""A number in a sentence, offered as the link that is wanted, or sought among the links. Never a command."""

import itertools
import re

from conversations.account import clean
from conversations.agents import commands
from conversations.agents.arguments import parse_draft, stray_number, unfit_external
from conversations.agents.bare import without_please
from conversations.agents.commands import Command
from conversations.agents.networks_typed import take_networks
from conversations.agents.notes_typed import take_note
from conversations.agents.numbers_typed import find_number, split_words, take_masked, take_number
from conversations.agents.session import LONGEST_NOTE, Draft
from conversations.agents.small_talk import answer_to
from conversations.agents.standing import Which
from conversations.agents.whose import MOST_NAMES, may_name
from conversations.customer.problems import not_served
from conversations.external_reference import take_external_reference
from conversations.intents.words import heard_words, is_heard_as, words_in
from conversations.network import OtherNetwork
from conversations.phone import PhoneNumber
from conversations.typed import plain

_MOST_OF_NOTE = 4  # words, as no sentence about a customer has
_TOLD_OR_ASKED = (
    "heard-agent-progress",
    "heard-agent-going-on",
    "heard-agent-finished",
    "heard-agent-code-asked",
    "heard-agent-takes-back",
    "heard-agent-persons",
    "heard-questions",
    "heard-negations",
)
_SIGNS = ".,:;-"
_APOSTROPHES = re.compile("['\u2019]")


def offer_link(text: str) -> Command:
    """At rest a number, alone or with its network, is offered as a link; so is the link that a sentence orders."""
    masked, _ = take_masked(text)
    if masked:
        return commands.ShowBoard(Which.ALL, sought=masked)
    external, said = take_external_reference(text)
    if refused := unfit_external(external, said):
        return refused
    noted, words = take_note(split_words(said))
    number, around = take_number(words)
    if not isinstance(number, PhoneNumber):
        return commands.Wonder()
    networks, rest = take_networks(around)
    beside = note_among(rest)
    if _says_which(rest):
        beside = []
    note = [*beside, *noted]
    if stray := stray_number(note, number):
        return stray
    if len(networks) < 2 and beside and (line := _line_alone(text, words)):
        return line
    is_ordered = orders_link(" ".join(words))
    if len(networks) > 1 or (beside and not is_ordered):
        return commands.ExplainLink() if networks else commands.Wonder()
    network = next(iter(networks), None)
    if isinstance(network, OtherNetwork):
        return commands.Refuse(not_served(network))
    draft = Draft(number, network, clean(" ".join(note), LONGEST_NOTE), external_reference=external)
    return commands.MakeLink(draft) if network and note and is_ordered else commands.BeginLink(draft)


def _says_which(words: list[str]) -> bool:
    """ "… is the right one": of the number, and nothing of what the link is for."""
    said = frozenset(words_in(" ".join(words)).words)
    return not said.isdisjoint(heard_words("heard-agent-right")) and said <= heard_words(
        "heard-agent-beside-correction"
    )


def _line_alone(text: str, words: list[str]) -> Command | None:
    """The line of a link without its command, "0803 123 4567 mtn rice": it begins with the number, the network or a
    name, and says in a few words what is neither asked nor told of a customer. It is asked back, as a number alone is.
    """
    _, behind = take_number(words)
    if behind[:1] == words[:1] and not take_networks(words[:1])[0] and not _begins_with_name(words):
        return None
    described, unnoted = parse_draft(without_please(text)), parse_draft(without_please(" ".join(words)))
    beside = unnoted.note if isinstance(unnoted, Draft) else " ".join(take_networks(behind)[1])
    note = words_in(beside)
    told = any(not heard_words(entry).isdisjoint(note.words) for entry in _TOLD_OR_ASKED)
    if len(note.words) > _MOST_OF_NOTE or words_in(" ".join(words)).asks or told or answer_to(beside):
        return None
    return commands.BeginLink(described) if isinstance(described, Draft) else described


def _begins_with_name(words: list[str]) -> bool:
    """Whether what stands before the number can be whose it is: "Ada Obi 0803 123 4567 mtn"."""
    found = find_number(list(map(plain, words)))
    before = take_networks(words[: found[0]])[1] if found else []
    name = [bare for word in before if (bare := word.strip(_SIGNS)) and not _is_around(bare)]
    return 0 < len(name) <= MOST_NAMES and all(map(may_name, name)) and "link" not in words_in(" ".join(before)).words


def orders_link(text: str) -> bool:
    """ "Send a link to …", "I need a link for …": it begins so, and says of no other thing what to do."""
    said = words_in(text)
    begins = [*itertools.dropwhile(lambda word: is_heard_as(word, "heard-agent-before-order"), said.words)]
    before = said.words[: len(said.words) - len(begins)]
    wants = not heard_words("heard-agent-needs").isdisjoint(before) and _is_link_alone(begins)
    is_order = wants or not heard_words("heard-agent-orders").isdisjoint(begins[:1])
    ordered = is_order and said.words.count("link") == 1
    return ordered and not said.asks and heard_words("heard-negations").isdisjoint(said.words)


def _is_link_alone(words: list[str]) -> bool:
    """ "I need a new link for …": nothing but what stands around it comes before the word."""
    return "link" in words and all(map(_is_around, words[: words.index("link")]))


def note_among(words: list[str]) -> list[str]:
    """What is said beside the number: without what leads up to it, and the courtesies at its end."""
    note = list(itertools.dropwhile(_is_around, without_please(" ".join(words)).split()))
    while note and _is_around(note[-1]):
        note.pop()
    return note


def _is_around(word: str) -> bool:
    bare = _APOSTROPHES.sub("", word).strip(".:!?")
    return not bare or is_heard_as(bare, "heard-agent-around-link") or (is_heard_as(bare, "heard-courtesies"))
