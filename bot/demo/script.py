"""Conversations as `.chat` files: how one reads, as values. Never how it is played.

# A customer on MTN links a line             a comment
only: telegram console                       channels that the script is for; all of them without it
given: own number 0803 123 4567              what is so before it begins (see `Given`)
me: 0803 123 4567                            the person types
me: [I agree]                                the person taps the button of that label
me: <code>                                   the newest SMS's code is typed; <spaced code>, <wrong code> too
me: (photo)                                  something that is no text; (share my contact), (share a contact)
bot: MTN has sent … by SMS                   the next message has these words, in this order
bot: nothing                                 no message comes
buttons: [MTN] [Airtel]                      the last message offers exactly these
wait: 7 minutes                              time passes
restart                                      the server is killed and started again
deleted                                      my last message is gone from the chat
asked: 1 code                                how many codes the provider was asked for in all
"""

import re
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from bot.errors import TelcolinkError

SPANS = {"second": timedelta(seconds=1), "minute": timedelta(minutes=1), "hour": timedelta(hours=1)}
_LINE = re.compile(r"(only|given|me|bot|agent|told|buttons|wait|asked):\s*(.*)|(restart|deleted)")
_SPAN = re.compile(r"(\d+) (second|minute|hour)s?")


class ScriptWrong(TelcolinkError):  # noqa: N818 - a noun from the catcher's side
    """A line of a script says nothing that can be played."""


@dataclass(frozen=True, slots=True)
class Act:
    """One line: `kind` is its first word, `text` the rest; `number` is its place in the file."""

    kind: str
    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Script:
    """A conversation: its title, the channels that it is for (all, when empty), what is given, and its acts."""

    title: str
    only: frozenset[str] = frozenset()
    given: tuple[str, ...] = ()
    acts: tuple[Act, ...] = field(default=(), repr=False)

    def is_for(self, channel: str) -> bool:
        return not self.only or channel in self.only


def read_script(path: Path) -> Script:
    """Raises `ScriptWrong`, which names the line."""
    return parse_script(path.read_text(encoding="utf-8"), path.name)


def parse_script(text: str, name: str = "script") -> Script:
    title, only, given, acts = "", frozenset[str](), [], []
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        if bare.startswith("#"):
            title = title or bare.lstrip("# ")
        elif bare:
            found = _LINE.fullmatch(bare)
            if not found:
                raise ScriptWrong(f"{name}:{number}: not understood: {bare}")
            kind, rest = found[1] or found[3], found[2] or ""
            if kind == "only":
                only = frozenset(rest.split())
            elif kind == "given":
                given.append(rest)
            else:
                acts.append(Act(kind, rest, number))
    return Script(title or name, only, tuple(given), tuple(acts))


def parse_span(text: str) -> timedelta:
    found = _SPAN.fullmatch(text)
    if not found:
        raise ScriptWrong(f"not a span: {text}")
    return int(found[1]) * SPANS[found[2]]


def matches(expected: str, said: str) -> bool:
    """Whether the pieces of `expected`, between its ellipses, stand in `said` in that order."""
    place, plain = 0, " ".join(said.split()).casefold()
    for piece in expected.split("…"):
        wanted = " ".join(piece.split()).casefold()
        found = plain.find(wanted, place)
        if found < 0:
            return False
        place = found + len(wanted)
    return True
