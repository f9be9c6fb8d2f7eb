"""What the business's own programs want of links, and what keeps that from being done. Never how they ask for it.

A link made by a program is as one made in a chat. It may be for an agent, who then serves it; otherwise nobody is told
in a chat how it goes, and the program hears it.
"""

from enum import StrEnum

from msgspec import Struct

from conversations.agents.making import new_link
from conversations.agents.session import Agent, AgentContext, Draft
from conversations.agents.turn import AgentTurn
from conversations.changing import replace
from conversations.contact import Contact
from conversations.discretion import Discreet, Hidden
from conversations.link import Link
from conversations.minting import make_token
from conversations.pause import Pause

# The channels of contacts that are programs, and operators on the command line: nothing is ever written to them.
PROGRAM, OPERATOR = "program", "operator"


class LinkOrder(Struct, frozen=True):
    """A link as a program wants it; `agent` is the name of who is to serve it, "" for nobody."""

    draft: Draft
    agent: str = ""


class MakingNote(StrEnum):
    """What whoever makes a link should know, above all of its number. The values are told to programs."""

    ALREADY_LINKED = "already-linked"  # somebody shares that line already
    OPEN_ELSEWHERE = "open-elsewhere"  # somebody else has an open link for it
    PAUSED = "paused"  # no line is linked just now


class LinkMade(Struct, frozen=True):
    """The link, and what should be known; `told` is what customers are told while linking is paused."""

    link: Link
    notes: tuple[MakingNote, ...] = ()
    told: str = ""


class OpenAlready(Struct, frozen=True):
    """There is an open link of the same agent, or program, for the same number."""

    link: Link


class NoSuchAgent(Discreet, frozen=True):
    """Nobody is called so."""

    name: Hidden[str]


class NotSpoken(Struct, frozen=True):
    """Customers are not spoken to in that language, but in these."""

    languages: tuple[str, ...]


def program_named(name: str) -> Contact:
    return Contact(PROGRAM, name)


def program_of(link: Link) -> str:
    """The name of its key, where a program made the link for nobody else; "" otherwise."""
    return link.served_by.address if link.served_by.channel == PROGRAM else ""


def notes_of(known: AgentContext, pause: Pause | None) -> tuple[MakingNote, ...]:
    """What an agent would hear: what there is of the line already, and that it cannot be linked just now."""
    found = {
        MakingNote.ALREADY_LINKED: known.linked,
        MakingNote.OPEN_ELSEWHERE: known.elsewhere,
        MakingNote.PAUSED: pause is not None,
    }
    return tuple(note for note, is_so in found.items() if is_so)


def make_link(turn: AgentTurn, draft: Draft, served_by: Agent | None) -> Link:
    """The link keeps its token, for a program may ask for its addresses again; `turn.agent` is the program."""
    made = replace(new_link(turn, draft), token=make_token(turn.fresh))
    return replace(made, served_by=served_by.contact) if served_by else made
