"""The `.chat` script format: conversations as files, read into values. Never how they are played.

# A customer on MTN links a line             a comment
only: telegram console                       customers' channels that the script is for; all of them without it
agents: telegram                             agents' channels that it is for
at: 10:00                                    the time of day in Lagos at which it begins; 10:00 without it
me: 0803 123 4567                            the customer types
me: [I agree]                                the customer taps the newest button of that label
me: [I agree] older                          the one in the message before; `older older` in the one before that
me: <code>                                   the newest SMS's code is typed; <spaced code>, <wrong code> too
me: (photo)                                  something that is no text; (share my contact), (share a contact)
me: (photo) this is it: <code>               the same with words under it; (album): three photos at once
me: edit 0803 123 4568                       the last text is changed
me: <open link>                              the link is opened that an agent was given last; also in a text:
agent: /status <reference>                     its reference, and <join>, what the last invitation says to write
agent: in a group: /link                     the text is written in a group that the bot is in
bot: MTN has sent … by SMS                   the next message to the customer has these words, in this order
bot: nothing                                 no message comes
to agent: … is linked                        the same of what the agent is told
buttons: [MTN] [Airtel]                      the message that was shown last offers exactly these
picture                                      it came with a picture
page: This receipt is valid                  the newest address of a receipt or file is opened, and says this
file: statement-….csv                        a file of that name is got: it came along, or the page's button gives it
file: nothing                                the button gives none
wait: 7 minutes                              time passes
restart                                      the server is killed and started again
pause: back at 15:00                         an operator pauses linking with these words; until `resume`
killed                                       it will be, in the middle of the next call to the provider
outcome: busy                                the next line to log in behaves as the test number of that name
network: down                                nothing reaches the server, and it reaches nothing; until `network: up`
held                                         what people send stays on its way, until …
delivered                                    … it arrives; also `delivered: twice` and `delivered: backwards`
deleted                                      the customer's last message is gone from the chat
asked: 1 code                                how many codes the provider was asked for in all

Beside `me` and `agent`, who is an administrator, there are `colleague`, who is no agent until invited, and `stranger`,
another customer.
"""

import re
from datetime import time, timedelta
from pathlib import Path

from msgspec import Struct

from bot.errors import TelcolinkError
from conversations.discretion import Discreet, Hidden

CUSTOMERS, AGENTS = ("me", "stranger"), ("agent", "colleague")
MORNING = time(10)  # in Lagos: nobody is reminded at night, and no day ends in the middle
SPANS = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(days=1),
}
_WHO = "|".join(CUSTOMERS + AGENTS)
_LINE = re.compile(
    rf"(?P<header>only|agents|at): *(?P<set>.*)|(?P<says>{_WHO}): *(?P<said>.*)|(?:(?P<me>bot)|to (?P<hears>{_WHO})): *"
    r"(?P<heard>.*)|(?P<sight>buttons|wait|asked|outcome|network|delivered|pause|page|file): *(?P<what>.*)|"
    r"(?P<bare>restart|resume|killed|deleted|picture|held|delivered)"
)
_SPAN = re.compile(r"(\d+) (second|minute|hour|day)s?")


class ScriptWrong(TelcolinkError):  # noqa: N818 - a noun from the catcher's side
    """A line of a script says nothing that can be played."""


class ScriptLine(Struct, frozen=True):
    """One line. `kind` is "says", "hears", or the line's first word; `number` is its place in the file."""

    kind: str
    text: str
    number: int
    who: str = "me"

    @property
    def written(self) -> str:
        """As it stands in the file."""
        begins = {"says": self.who, "hears": "bot" if self.who == "me" else f"to {self.who}"}
        return f"{begins.get(self.kind, self.kind)}: {self.text}".removesuffix(": ")


class Script(Discreet, frozen=True):
    """A conversation: its title, the channels that it is for (all, when empty), and its lines."""

    title: str
    only: frozenset[str] = frozenset()
    agents: frozenset[str] = frozenset()
    at: time = MORNING
    lines: Hidden[tuple[ScriptLine, ...]] = ()

    @property
    def has_agents(self) -> bool:
        return any(line.who in AGENTS for line in self.lines)

    def is_for(self, channel: str, agents: str = "") -> bool:
        """Whether it can be played with customers on `channel`, and agents on `agents`."""
        return (not self.only or channel in self.only) and (not self.agents or agents in self.agents)


def read_script(path: Path) -> Script:
    """Raises `ScriptWrong`, which names the line."""
    return parse_script(path.read_text(encoding="utf-8"), path.name)


def parse_script(text: str, name: str = "script") -> Script:
    """A script from its text; `name` is what mistakes are reported under. Raises `ScriptWrong` with the line."""
    title, headers, lines = "", dict[str, str](), []
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        if bare.startswith("#"):
            title = title or bare.lstrip("# ")
        elif bare:
            found = _LINE.fullmatch(bare)
            if not found:
                raise ScriptWrong(f"{name}:{number}: not understood: {bare}")
            if found["header"]:
                headers[found["header"]] = found["set"]
            else:
                lines.append(_read_line(found, number))
    only, agents = (frozenset(headers.get(header, "").split()) for header in ("only", "agents"))
    try:
        begins = time.fromisoformat(headers["at"]) if "at" in headers else MORNING
    except ValueError:
        raise ScriptWrong(f"{name}: not a time of day: {headers['at']}") from None
    return Script(title or name, only, agents, begins, tuple(lines))


def _read_line(found: re.Match[str], number: int) -> ScriptLine:
    if found["says"]:
        return ScriptLine("says", found["said"], number, found["says"])
    if found["me"] or found["hears"]:
        return ScriptLine("hears", found["heard"], number, found["hears"] or "me")
    return ScriptLine(found["sight"] or found["bare"], found["what"] or "", number)


def parse_span(text: str) -> timedelta:
    """`7 minutes` as a timedelta. Raises `ScriptWrong`."""
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
