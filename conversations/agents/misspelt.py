"""Commands with a slip of the finger in them, where the slash says that one is meant. Never one that ends anything."""

from conversations.agents import commands
from conversations.agents.arguments import take_reference
from conversations.agents.commands import Command
from conversations.agents.numbers_typed import split_words, take_number
from conversations.agents.session import Agent
from conversations.agents.small_talk import answer_to
from conversations.agents.usage import commands_of
from conversations.agents.verbs import read_verb, split_verb
from conversations.intents.slips import differs_by_a_slip
from conversations.phone import PhoneNumber

_SHOWS = frozenset({"link", "links", "status", "remind", "today", "report", "agents"})  # nothing ends by these

_ABOUT_ITSELF: dict[str, Command] = {"help": commands.ShowHelp(), "language": commands.AskLanguage()}


def read_misspelt(agent: Agent, text: str) -> Command:
    """The command that is one slip away; of those by which something ends, or somebody comes or goes, its example."""
    verb, rest = split_verb(text)
    near = [each for each in commands_of(agent) if differs_by_a_slip(verb, each)]
    if {"link", "links"} <= set(near):
        near = ["link" if isinstance(take_number(split_words(rest))[0], PhoneNumber) else "links"]
    if len(near) != 1:
        leaves = answer_to(text) == "agent-answer-leave"  # "/resign" is no command, and means nothing else
        return commands.SmallTalk("agent-answer-leave") if leaves else commands.Wonder()
    if asked := _ABOUT_ITSELF.get(near[0]):
        return asked
    if near[0] in _SHOWS:
        return read_verb(f"/{near[0]} {rest}".strip(), admin=agent.admin) or commands.Wonder()
    reference, _ = take_reference(rest)
    return commands.ShowLink(reference) if reference else commands.Misuse(near[0], wrong=True)
