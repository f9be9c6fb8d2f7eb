"""The interactive terminal: what is typed becomes what people do, what happens is printed. Never a script."""

import asyncio
import contextlib
import shutil
import sys
import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.sandbox.demo.handed_out import HandedOut
from bot.sandbox.demo.people import DemoPerson, NotShown, Seen
from bot.sandbox.demo.script import ScriptWrong, parse_span
from bot.sandbox.demo.stage import DemoStage
from bot.sandbox.demo.typing import TypedLines
from conversations.intents.numbers import numbers_in

INTRODUCTION = """\
You are a customer of {business} now, on {channel}. Nothing leaves this machine.

  Type a message, or the number of a button.      :share    share your own contact card ({number})
  The SMS with your code comes here; type <code>. :photo    send a photo (or :sticker, :voice)
  Try mistakes: wrong numbers, wrong codes.       :wait 7 minutes   let time pass
  :quit ends it.                                  :restart  kill the server and start it again
"""
AGENTS = """\
You are the agent too, on {channel}:
  :agent /link {number} mtn   make a link (:agent help tells more, :agent 1 taps a button)
  :open                           open that link as the customer
"""
COMMANDS = ":share, :photo, :sticker, :voice, :agent TEXT, :open, :wait 7 minutes, :restart and :quit"
SCAN_EVERY = 0.2


@dataclass(slots=True)
class TerminalChat:
    """One person's chat: how its messages are set off, and what can be tapped in it."""

    person: DemoPerson
    margin: str
    labels: tuple[str, ...] = ()


class Terminal:
    """Reads lines, shows messages and SMS as they come."""

    def __init__(self, stage: DemoStage) -> None:
        self._stage = stage
        self._customer = TerminalChat(stage.person(), "  │")
        self._agent = TerminalChat(stage.person("agent"), "      agent │") if stage.venue.agents else None
        self._handed_out = HandedOut()
        self._number = stage.own_number
        self._shown_sms = Counter[str]()  # of each number

    async def run(self, business: str) -> None:
        venue, number = self._stage.venue, self._stage.own_number
        write(INTRODUCTION.format(business=business, channel=venue.customers, number=number))
        if self._agent:
            write(AGENTS.format(channel=venue.agents, number=number))
        lines = TypedLines(sys.stdin)
        watch = asyncio.create_task(self._watch())
        try:
            await self._customer.person.say("/start")
            while (line := await lines.next()) is not None and line.strip() != ":quit":
                await self._act(line.strip())
        finally:
            watch.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watch

    async def play(self, lines: Sequence[str]) -> None:
        """What was piped in, each line answered before the next is typed."""
        await self._customer.person.say("/start")
        await self._settle()
        for line in lines:
            if line.strip() == ":quit":
                return
            write(f"\n▸ {line.strip()}")
            await self._act(line.strip())
            await self._settle()

    async def _settle(self) -> None:
        """Show all that follows, until nothing is under way."""
        await self._stage.idle()
        while await self._look(0):
            await self._stage.idle()

    async def _act(self, line: str) -> None:
        try:
            if line.startswith(":"):
                await self._command(line[1:])
            elif line:
                await self._say(self._customer, line)
        except NotShown as missing:
            write(f"That cannot be done: {missing}.")

    async def _say(self, chat: TerminalChat, line: str) -> None:
        if line.isdecimal() and line[0] != "0" and int(line) <= len(chat.labels):  # a code is no place in a list
            await chat.person.tap(chat.labels[int(line) - 1])
        else:
            self._number = next((number.local for number in numbers_in(line)), self._number)
            await chat.person.say(line.replace("<code>", self._stage.newest_code(self._number) or "<code>"))

    async def _command(self, command: str) -> None:
        word, _, rest = command.partition(" ")
        person = self._customer.person
        match word:
            case "share":
                await person.share_contact(own=True)
            case "photo" | "sticker" | "voice":
                await person.send(word)
            case "agent" if self._agent and rest:
                await self._say(self._agent, rest)
            case "open" if self._handed_out.token:
                await person.say(f"{person.opening} {self._handed_out.token}")
            case "open":
                write("There is no link yet; the agent makes one with /link.")
            case "restart":
                write("(the server is killed and starts again)")
                await self._stage.restart()
            case "wait":
                await self._wait(rest)
            case _:
                write(f"There is {COMMANDS}.")

    async def _wait(self, span: str) -> None:
        try:
            await self._stage.let_pass(parse_span(span))
        except ScriptWrong:
            write("Like this: :wait 90 seconds, :wait 7 minutes, :wait 2 hours.")

    async def _watch(self) -> None:
        while True:
            await self._look(SCAN_EVERY)

    async def _look(self, patience: float) -> bool:
        """Show what is new; whether anything was."""
        shown = False
        for chat in filter(None, (self._customer, self._agent)):
            seen = await chat.person.next_message(patience)
            if seen:
                self._show(chat, seen)
                shown = True
        inbox = self._stage.mono.sms(self._number)
        known = self._shown_sms[self._number]
        for sms in inbox[known:]:
            write(f"\n  ┌ SMS from {sms.sender}\n" + fold(sms.text, "  └ "))
        self._shown_sms[self._number] = len(inbox)
        return shown or len(inbox) > known

    def _show(self, chat: TerminalChat, seen: Seen) -> None:
        chat.labels = seen.labels or chat.labels
        if chat is self._agent:
            self._handed_out.note(seen.text)
        brought = [*(["(a picture)"] if seen.picture else []), *([f"(a file: {seen.file})"] if seen.file else [])]
        write("\n" + "\n".join(fold(line, f"{chat.margin} ") for line in brought + seen.text.splitlines()))
        if seen.labels:
            indent = " " * (len(chat.margin) - 1)
            labels = "   ".join(f"{place}. [{label}]" for place, label in enumerate(seen.labels, start=1))
            write(fold(labels, indent))


def fold(line: str, margin: str) -> str:
    """A line within the terminal's width, each of its parts behind the margin."""
    room = max(20, shutil.get_terminal_size().columns - len(margin) - 1)
    return "\n".join(f"{margin}{part}" for part in textwrap.wrap(line, room) or [""])


def write(text: str) -> None:
    """Print a line, and at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
