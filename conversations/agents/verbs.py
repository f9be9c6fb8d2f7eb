"""The commands as agents type them: the verb, and what stands behind it. Never what follows from one."""

import re
from collections.abc import Callable

from conversations.agents import commands
from conversations.agents.arguments import parse_draft, parse_name, take_reference
from conversations.agents.commands import Command
from conversations.agents.session import Draft, Which
from conversations.effects import sentence
from conversations.events import Event, Oddity, OddityReceived, TextReceived
from conversations.minting import parse_code
from conversations.secret import JoinCode
from conversations.typed import plain

_INVITATION = re.compile(r"\S.*/join ([A-Za-z0-9-]{4,40}(?: [A-Za-z0-9-]{4,40})?)$")  # its last line
NO_CODE = JoinCode("")  # opens nothing, as any wrong one


def read_verb(text: str, *, admin: bool) -> Command | None:
    """The command that a text begins with; None where it begins with none that this agent may use."""
    verb, rest = split_verb(text)
    reader = _EVERYBODYS.get(verb) or (_ADMINS.get(verb) if admin else None)
    if reader:
        return reader(rest)
    reference, around = take_reference(text)
    return commands.ShowLink(reference) if reference and not around else None


def is_verb(text: str) -> bool:
    """Whether the text is the word of a command and nothing else."""
    return plain(text).casefold() in _EVERYBODYS


def read_join(event: Event) -> JoinCode | None:
    """The code of somebody who wants to be an agent. A slash says what is meant; without it the code must be whole.

    The invitation that it came in may be sent on or pasted as it stands.
    """
    if not isinstance(event, TextReceived | OddityReceived):
        return None
    text = " ".join(event.text.split())
    invited = _INVITATION.search(text)
    if isinstance(event, OddityReceived):
        return parse_code(invited[1]) if invited and event.oddity is Oddity.FORWARDED else None
    verb, rest = split_verb(text)
    code = parse_code(rest if verb == "join" else invited[1] if invited else "")
    return code or (NO_CODE if verb == "join" and text.startswith("/") else None)


def split_verb(text: str) -> tuple[str, str]:
    """The first word without slash, case and the bot's name behind it; and the rest."""
    first, _, rest = text.partition(" ")
    return plain(first).removeprefix("/").partition("@")[0].casefold(), rest


def _read_link(rest: str) -> Command:
    if not rest:
        return commands.BeginLink()
    described = parse_draft(rest)
    return commands.MakeLink(described) if isinstance(described, Draft) else described


def _read_links(rest: str) -> Command:
    try:
        return commands.ShowBoard(Which(plain(rest).casefold()) if rest else Which.ALL)
    except ValueError:
        return commands.Misuse("links")


def _about_link(verb: str, command: Callable[[str], Command]) -> Callable[[str], Command]:
    def read_reference(rest: str) -> Command:
        reference, _ = take_reference(rest)
        return command(reference) if reference else commands.Misuse(verb)

    return read_reference


def _read_hand(rest: str) -> Command:
    reference, around = take_reference(rest)
    name = parse_name(around.removeprefix("to "))
    return commands.HandLink(reference, name) if reference and name else commands.Misuse("hand")


def _about_agent(verb: str, command: Callable[[str], Command]) -> Callable[[str], Command]:
    def read_name(rest: str) -> Command:
        name = parse_name(rest)
        return command(name) if name else commands.Misuse(verb)

    return read_name


_EVERYBODYS: dict[str, Callable[[str], Command]] = {
    "link": _read_link,
    "links": _read_links,
    "status": _about_link("status", commands.ShowLink),
    "cancel": _about_link("cancel", commands.CancelLink),
    "remind": _about_link("remind", commands.RemindOfLink),
    "hand": _read_hand,
    "today": lambda _: commands.ShowToday(),
    "start": lambda _: commands.ShowHelp(),
    "join": lambda _: commands.Refuse(sentence("agent-join-already")),
}
_ADMINS: dict[str, Callable[[str], Command]] = {
    "agents": lambda _: commands.ShowAgents(),
    "invite": _about_agent("invite", commands.InviteAgent),
    "remove": _about_agent("remove", commands.RemoveAgent),
    "name": _about_agent("name", commands.NameOneself),
}
