"""One scene: the running demo with everybody in it, what is done there, and the script that it makes. Never the page.

Whatever happens is a line of a `.chat` script, carried out by the same player: so every run can be played again.
"""

import asyncio
import re
from datetime import datetime, time
from pathlib import Path

from bot.monitoring.metrics import Metrics
from bot.sandbox.demo.people.telegram import TelegramPerson
from bot.sandbox.demo.people.whatsapp import WhatsAppPerson
from bot.sandbox.demo.player import Player
from bot.sandbox.demo.script import AGENTS, CUSTOMERS, MORNING, ScriptLine
from bot.sandbox.demo.stage import DemoStage
from bot.sandbox.demo.venue import Venue
from bot.sandbox.demo.web.phones import Phone, TelegramPhone, WhatsAppPhone
from bot.sandbox.demo.web.recording import Recording
from bot.sandbox.demo.web.turns import TurnLog, WatchedMetrics
from bot.sandbox.emulators.clock import EmulatedClock
from conversations.contact import Contact

EVERYBODY = (*CUSTOMERS, *AGENTS)
LATE = "30 seconds"
DELIVERIES = ("twice", "late", "backwards")
_MEANT_OTHERWISE = re.compile(r"\[.*|\(.*|edit .*|in a group: .*|.*<[a-z ]+>.*")


class Scene:
    """`next_delivery`: how what is sent next will arrive, "" as it does."""

    def __init__(self, folder: Path, venue: Venue, at: time = MORNING, clock: EmulatedClock | None = None) -> None:
        self.stage = DemoStage(folder, venue, metrics=self._metrics, clock=clock)
        self.turns = TurnLog(self.stage.clock)
        self.player = Player(self.stage, lambda _: None)
        self.next_delivery = ""
        self.recording: Recording
        self.phones: dict[str, Phone] = {}
        self.lock = asyncio.Lock()
        self._at = at
        self._waiting_for = 0  # messages that are still to be sent before what is held arrives

    async def open(self) -> None:
        await self.stage.open()
        self.player.begin(EVERYBODY, self._at)
        self.phones = {who: self._phone(who) for who in EVERYBODY}
        self.recording = Recording(self.stage.venue, self.now)

    async def close(self) -> None:
        await self.stage.close()

    @property
    def now(self) -> datetime:
        return self.stage.clock.now()

    def who(self, contact: Contact | None) -> str:
        """Which of the people somebody is for the server; "" for nobody of them."""
        return next((who for who in EVERYBODY if self.contact(who) == contact), "")

    def contact(self, who: str) -> Contact:
        person = self.player.cast[who]
        if isinstance(person, TelegramPerson):
            return Contact("telegram", str(person.id))
        assert isinstance(person, WhatsAppPerson)  # noqa: S101 - for the type checker: a scene has no console
        return Contact("whatsapp", person.me.phone)

    # What is done

    async def say(self, who: str, text: str) -> None:
        """Somebody types a text. What the script's own words would mean otherwise is only remarked in it."""
        text = " ".join(text.split())
        if _MEANT_OTHERWISE.fullmatch(text):
            async with self.lock:
                await self._listen()
                await self.player.cast[who].say(text)
                self.recording.remark(f"{who} types: {text}")
                await self._deliver_held()
        else:
            await self.do("says", self._as_script(text), who)

    async def tap(self, who: str, label: str, message: str) -> None:
        """Somebody taps a button of this message, which may be an old one."""
        older = self.phones[who].older_than(message, label)
        await self.do("says", f"[{label}]{' older' * older}", who)

    async def do(self, kind: str, text: str = "", who: str = "me") -> None:
        """One line of a script, outside of any. Raises what its doing raises, and then it stands in no script.

        What it answers stands there before it, also where the page has shown that and nobody has listened yet.
        """
        async with self.lock:
            await self._listen()
            await self.act(ScriptLine(kind, text, self.recording.length + 1, who))
            if kind == "says":
                await self._deliver_held()

    async def arrange(self, delivery: str) -> None:
        """What is sent next will arrive twice, late, or (two of it) backwards. ValueError for anything else."""
        if delivery not in DELIVERIES:
            raise ValueError("there is no such way to arrive")
        if not self.next_delivery:
            await self.do("held")
        self.next_delivery = delivery
        self._waiting_for = 2 if delivery == "backwards" else 1

    async def act(self, line: ScriptLine) -> None:
        """For who holds the lock: carry the line out, then write it down."""
        begun = self.now
        await self.player.act(line)
        self.recording.act(line.written, begun)
        self.recording.passed(self.now)

    async def listen(self) -> None:
        """Write down what people have heard, where no script is being played that does."""
        async with self.lock:
            await self._listen()

    async def _listen(self) -> None:
        for who, person in self.player.cast.items():
            while seen := await person.next_message(0):
                self.player.note(who, seen)
                self.recording.hear(who, seen, self.now)

    async def _deliver_held(self) -> None:
        self._waiting_for -= 1
        if not self.next_delivery or self._waiting_for > 0:
            return
        delivery, self.next_delivery = self.next_delivery, ""
        if delivery == "late":
            await self.act(ScriptLine("wait", LATE, 0))
        await self.act(ScriptLine("delivered", "" if delivery == "late" else delivery, 0))

    def _as_script(self, text: str) -> str:
        """What another run would call otherwise, by the script's own names."""
        code, handed = self.player.newest_code(), self.player.handed_out
        names = {code: "<code>", f"{code[:3]} {code[3:]}".strip(): "<spaced code>"} if code else {}
        names |= {handed.join: "<join>", handed.reference: "<reference>"}
        for said, name in names.items():
            text = text.replace(said, name) if said else text
        return text

    def _metrics(self) -> Metrics:
        return WatchedMetrics(self.turns)

    def _phone(self, who: str) -> Phone:
        person = self.player.cast[who]
        if isinstance(person, TelegramPerson):
            return TelegramPhone(self.stage.telegram, person)
        assert isinstance(person, WhatsAppPerson)  # noqa: S101 - as above
        return WhatsAppPhone(person)
