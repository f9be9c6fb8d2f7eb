"""A number in a sentence, offered as the link that is wanted, or sought among the links. Never a command."""

import itertools
import re

from conversations.account import clean
from conversations.agents import commands
from conversations.agents.arguments import stray_number
from conversations.agents.commands import Command
from conversations.agents.networks_typed import take_networks
from conversations.agents.numbers_typed import split_words, take_masked, take_number
from conversations.agents.session import LONGEST_NOTE, Draft, Which
from conversations.customer.problems import not_served
from conversations.intents.words import heard_words, is_heard_as, words_in
from conversations.network import OtherNetwork
from conversations.phone import PhoneNumber

_APOSTROPHES = re.compile("['\u2019]")


def offer_link(text: str) -> Command:
    """At rest a number, alone or with its network, is offered as a link; so is the link that a sentence orders."""
    masked, _ = take_masked(text)
    if masked:
        return commands.ShowBoard(Which.ALL, sought=masked)
    number, around = take_number(split_words(text))
    if not isinstance(number, PhoneNumber):
        return commands.Wonder()
    networks, rest = take_networks(around)
    note = note_among(rest)
    if stray := stray_number(note, number):
        return stray
    if len(networks) > 1 or (note and not orders_link(text)):
        return commands.ExplainLink() if networks else commands.Wonder()
    network = next(iter(networks), None)
    if isinstance(network, OtherNetwork):
        return commands.Refuse(not_served(network))
    draft = Draft(number, network, clean(" ".join(note), LONGEST_NOTE))
    return commands.MakeLink(draft) if network and note else commands.BeginLink(draft)


def orders_link(text: str) -> bool:
    """ "Send a link to …": it begins so, and says of no other thing what to do."""
    said = words_in(text)
    begins = itertools.dropwhile(lambda word: is_heard_as(word, "heard-agent-before-order"), said.words)
    ordered = next(begins, "") in heard_words("heard-agent-orders") and said.words.count("link") == 1
    return ordered and not said.asks and heard_words("heard-negations").isdisjoint(said.words)


def note_among(words: list[str]) -> list[str]:
    """What is said beside the number: without what leads up to it, and the courtesies at its end."""
    note = list(itertools.dropwhile(_is_around, words))
    while note and _is_around(note[-1]):
        note.pop()
    return note


def _is_around(word: str) -> bool:
    bare = _APOSTROPHES.sub("", word).strip(".:!?")
    return not bare or is_heard_as(bare, "heard-agent-around-link") or is_heard_as(bare, "heard-courtesies")
