"""An agent who is named in a command: invited, renamed, removed, or handed links. Never what comes of it."""

from collections.abc import Callable

from conversations.agents import commands
from conversations.agents.arguments import LONGEST_NAME, parse_name, take_reference
from conversations.agents.bare import without_please
from conversations.agents.commands import Command
from conversations.agents.link_commands import SeekEnding
from conversations.agents.numbers_typed import split_words, take_ending
from conversations.effects import sentence
from conversations.intents.patterns import Pattern
from conversations.intents.words import is_heard_as
from conversations.otp import names_code
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
_NAME_TOLD = Pattern(r"^{heard-agent-name-told} (?=\S)")  # "name is Ada Obi"
_TITLE = Pattern(r"\b{heard-agent-title} (?=\S)")
_OVER_TO = Pattern(r"\b(?:{heard-agent-over} )?(?:{heard-agent-to} )?")


def read_hand(rest: str) -> Command:
    reference, around = take_reference(rest)
    if found := _HAND_ALL.fullmatch(_ALL_LINKS.sub("all", rest)):
        name, of = parse_name(found["to"]), parse_name(_THEIRS.sub("", found["of"] or "")) or ""
        return commands.HandAll(name, of) if name else commands.Misuse("hand", wrong=True)
    name = parse_name(_OVER_TO.sub("", without_please(around)))
    return commands.HandLink(reference, name) if reference and name else commands.Misuse("hand", wrong=bool(rest))


def hand_by_ending(verb: str, rest: str, message: str) -> SeekEnding | None:
    """ "/hand 4567 Ada Obi": the link is shown with its reference, which handing it needs."""
    ending, around = take_ending(split_words(rest)) if verb == "hand" and not names_code(rest) else ("", [])
    name = parse_name(_OVER_TO.sub("", " ".join(around)))
    return SeekEnding(ending, message, name) if ending and name else None


def parse_persons_name(text: str) -> str | None:
    """A name that customers may read: no word is in it that stands in a sentence or at the head of a list."""
    name = parse_name(_NAME_TOLD.sub("", text))
    is_told = name and any(is_heard_as(word, "heard-agent-in-no-name") for word in name.split())
    return None if is_told else name


def offer_name(rest: str) -> Command | None:
    """What stands behind the word where no slash says that it is a command: how to take that name, or nothing."""
    if not rest:
        return commands.Misuse("name")
    name = parse_persons_name(rest)
    return commands.Refuse(sentence("agent-name-how", name=name)) if name else None


def about_agent(
    verb: str, command: Callable[[str], Command], parse: Callable[[str], str | None] = parse_persons_name
) -> Callable[[str], Command]:
    def read_name(rest: str) -> Command:
        rest = _TITLE.sub("", rest)
        if len(rest) > LONGEST_NAME:
            return commands.Refuse(sentence("agent-name-too-long", most=LONGEST_NAME))
        name = parse(rest)
        return command(name) if name else commands.Misuse(verb, wrong=bool(rest))

    return read_name


def read_remove(rest: str) -> Command:
    """An agent by name; "me" is none."""
    if plain(rest).casefold() in words_in_all("heard-agent-oneself"):
        return commands.SmallTalk("agent-answer-leave")
    return about_agent("remove", commands.RemoveAgent, parse_name)(rest)
