"""A person at a terminal: what they type becomes what a customer does, what happens is printed. Never a script."""

import asyncio
import contextlib
import sys

from bot.demo.people import NotShown, Person, Seen
from bot.demo.script import ScriptWrong, parse_span
from bot.demo.stage import Stage
from conversations.phone import PhoneNumber, parse_number

INTRODUCTION = """\
You are a customer of {business} now, on {channel}. Nothing leaves this machine.

  Type a message, or the number of a button.      :share    share your own contact card ({number})
  The SMS with your code appears here.            :photo    send a photo (or :sticker, :voice)
  Try mistakes: wrong numbers, wrong codes.       :wait 7 minutes   let time pass
  :quit ends it.                                  :restart  kill the server and start it again
"""
LOOK_EVERY = 0.2


class Terminal:
    """Reads lines, shows messages and SMS as they come."""

    def __init__(self, stage: Stage, person: Person) -> None:
        self._stage = stage
        self._person = person
        self._labels: tuple[str, ...] = ()
        self._number = stage.own_number
        self._shown_sms = 0

    async def run(self, business: str) -> None:
        write(INTRODUCTION.format(business=business, channel=self._person.channel, number=self._stage.own_number))
        watch = asyncio.create_task(self._watch())
        try:
            await self._person.say("/start")
            while (line := await asyncio.to_thread(sys.stdin.readline)) and line.strip() != ":quit":
                await self._act(line.strip())
        finally:
            watch.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watch

    async def _act(self, line: str) -> None:
        try:
            if line.startswith(":"):
                await self._command(line[1:])
            elif line.isdigit() and 0 < int(line) <= len(self._labels):
                await self._person.tap(self._labels[int(line) - 1])
            elif line:
                number = parse_number(line)
                self._number = number.local if isinstance(number, PhoneNumber) else self._number
                await self._person.say(line)
        except NotShown:
            write("That button is gone.")

    async def _command(self, command: str) -> None:
        word, _, rest = command.partition(" ")
        match word:
            case "share":
                await self._person.share_contact(own=True)
            case "photo" | "sticker" | "voice":
                await self._person.send(word)
            case "restart":
                write("(the server is killed and starts again)")
                await self._stage.restart()
            case "wait":
                with contextlib.suppress(ScriptWrong):
                    await self._stage.let_pass(parse_span(rest))
            case _:
                write("There is :share, :photo, :sticker, :voice, :wait 7 minutes, :restart and :quit.")

    async def _watch(self) -> None:
        while True:
            seen = await self._person.next_message(LOOK_EVERY)
            if seen:
                self._show(seen)
            inbox = self._stage.mono.sms(self._number)
            for sms in inbox[self._shown_sms :]:
                write(f"\n  ┌ SMS from {sms.sender}\n  └ {sms.text}")
            self._shown_sms = len(inbox)

    def _show(self, seen: Seen) -> None:
        self._labels = seen.labels or self._labels
        write("\n" + "\n".join(f"  │ {line}" for line in seen.text.splitlines()))
        if seen.labels:
            write("  " + "   ".join(f"{place}. [{label}]" for place, label in enumerate(seen.labels, start=1)))


def write(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
