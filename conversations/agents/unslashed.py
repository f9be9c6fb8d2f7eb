"""What agents mean by a command's word without its slash, where sentences begin so too. Never a link at once."""

from collections.abc import Callable

from conversations.agents import commands
from conversations.agents.agents_typed import offer_name
from conversations.agents.bounds import Days, take_days
from conversations.agents.commands import Command
from conversations.agents.links_typed import STATES, read_board
from conversations.agents.networks_typed import take_networks
from conversations.agents.questions import read_question
from conversations.agents.session import Draft
from conversations.agents.small_talk import complains_of_link
from conversations.agents.standing import Which
from conversations.agents.usage import COMMANDS
from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.understanding import choice_meant
from conversations.intents.words import heard_words, words_in
from conversations.typed import plain

_NAMING_NOTHING = ("heard-agent-around-link", "heard-agent-about", "heard-courtesies")
_BESIDE_TELLING = ("heard-agent-nobody", "heard-negations", "heard-agent-asks-whether", "heard-agent-theirs")
_TELLING = ("heard-agent-progress", "heard-agent-link-works", "heard-agent-link-comes", "heard-agent-link-used")


def read_unslashed(
    verb: str, rest: str, reader: Callable[[str], Command], again: Callable[[str], Command | None]
) -> Command | None:
    """What `reader` reads behind the verb, or what is meant instead; None where the whole text is a sentence. `again`
    reads what else is a command.
    """
    if verb == "name":
        return offer_name(rest)
    if verb != "link":
        return reader(rest)
    if complains_of_link(f"link {rest}"):
        return commands.SmallTalk("agent-answer-not-opening")
    described = reader(rest)
    if not isinstance(described, commands.MakeLink | commands.AskNetwork) or described.draft.number:
        return described
    if plain(rest).casefold() in {*COMMANDS, *STATES} - {verb}:
        return again(rest) or commands.ShowHelp()
    if take_days(rest.split())[0] is not Days.ANY and (board := read_board(f"links {rest}")):
        return board
    return described if _is_for_any(rest) else _of_words(rest, described.draft)


def _is_for_any(rest: str) -> bool:
    """ "Link any number mtn": that the customer types the number is said."""
    return choice_meant(" ".join(take_networks(rest.split())[1]), (Choice.ANY_NUMBER,), ()) is not None


def _of_words(rest: str, draft: Draft) -> Command | None:
    """A sentence about links is read as one. Else the number is asked for, and the words stay as the note."""
    sentence = words_in(f"link {rest}")
    said = frozenset(sentence.words[1:])
    asks = sentence.asks or _holds(said, "heard-questions") or read_question(f"link {rest}") is not None
    if asks or _holds(said, "heard-agent-amiss"):
        return None
    if said <= _all_of(_NAMING_NOTHING):
        return commands.BeginLink(replace(draft, note=""))
    telling = _all_of(_TELLING) - _all_of(_NAMING_NOTHING)
    if not said.isdisjoint(telling) and said <= telling | _all_of((*_NAMING_NOTHING, *_BESIDE_TELLING)):
        return _told_of_link(said)
    return commands.BeginLink(draft)


def _told_of_link(said: frozenset[str]) -> Command:
    if _holds(said, "heard-negations"):
        return commands.SmallTalk("agent-answer-not-opening")
    if _holds(said, "heard-agent-link-used"):
        return commands.SmallTalk("agent-answer-lasts")
    return commands.ShowBoard(Which.OPEN)


def _holds(said: frozenset[str], entry: str) -> bool:
    return not said.isdisjoint(heard_words(entry))


def _all_of(entries: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(heard_words, entries))
