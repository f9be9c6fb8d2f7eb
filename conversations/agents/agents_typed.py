"""An agent who is named in a command: invited, renamed, removed, or handed links. Never what comes of it."""

from collections.abc import Callable

from conversations.agents import commands
from conversations.agents.arguments import LONGEST_NAME, parse_name, take_reference
from conversations.agents.bare import without_please
from conversations.agents.commands import Command
from conversations.effects import sentence
from conversations.intents.patterns import Pattern
from conversations.typed import plain
from conversations.wording import words_in_all

_HAND_ALL = Pattern(
    r"{heard-agent-all} (?:(?:{heard-agent-from} )?(?P<of>.+?) {heard-agent-to} |{heard-agent-to} )?(?P<to>.+)"
)
# "everything", "over all of my links", "all the customers"; and behind a name what is theirs.
_ALL_LINKS = Pattern(
    r"(?:{heard-agent-over} )?(?:{heard-agent-everything}|{heard-agent-all}(?= ))"
    r"(?: {heard-agent-of-all}(?= {heard-agent-of-whose}\b))?(?: {heard-agent-of-these}\b)*"
)
_THEIRS = Pattern(r"['\u2019]s?(?: {heard-agent-of-these})*$")
_TITLE = Pattern(r"\b{heard-agent-title} (?=\S)")
_OVER_TO = Pattern(r"\b(?:{heard-agent-over} )?(?:{heard-agent-to} )?")


def read_hand(rest: str) -> Command:
    reference, around = take_reference(rest)
    if found := _HAND_ALL.fullmatch(_ALL_LINKS.sub("all", rest)):
        name, of = parse_name(found["to"]), parse_name(_THEIRS.sub("", found["of"] or "")) or ""
        return commands.HandAll(name, of) if name else commands.Misuse("hand", wrong=True)
    name = parse_name(_OVER_TO.sub("", without_please(around)))
    return commands.HandLink(reference, name) if reference and name else commands.Misuse("hand", wrong=bool(rest))


def about_agent(verb: str, command: Callable[[str], Command]) -> Callable[[str], Command]:
    def read_name(rest: str) -> Command:
        rest = _TITLE.sub("", rest)
        if len(rest) > LONGEST_NAME:
            return commands.Refuse(sentence("agent-name-too-long", most=LONGEST_NAME))
        name = parse_name(rest)
        return command(name) if name else commands.Misuse(verb, wrong=bool(rest))

    return read_name


def read_remove(rest: str) -> Command:
    """An agent by name; "me" is none."""
    if plain(rest).casefold() in words_in_all("heard-agent-oneself"):
        return commands.SmallTalk("agent-answer-leave")
    return about_agent("remove", commands.RemoveAgent)(rest)
