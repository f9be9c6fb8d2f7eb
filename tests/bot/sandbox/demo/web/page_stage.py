"""The demo's page without a browser: its routes over real HTTP, and what a person would do and see there."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from bot.sandbox.demo.stage import DemoStage
from bot.sandbox.demo.venue import Venue
from bot.sandbox.demo.web import open_page
from bot.sandbox.demo.web.simulator import Simulator
from tests.waiting import until

TELEGRAM, WHATSAPP = Venue("telegram", "telegram"), Venue("whatsapp", "telegram")
NUMBER = "0803 000 0101"


@dataclass
class PageStage:
    """A simulator and its page. What cannot be done is answered with the reason."""

    simulator: Simulator
    http: httpx.AsyncClient

    async def ask(self, do: str, **given: Any) -> str:
        """Nothing when it was done, else why not."""
        answer = await self.http.post("do", json={"do": do, **given})
        return str(answer.json().get("error", ""))

    async def say(self, text: str, who: str = "me") -> str:
        return await self.ask("say", who=who, text=text)

    async def tap(self, label: str, who: str = "me", message: str = "") -> str:
        return await self.ask("tap", who=who, label=label, message=message)

    async def load(self, script: str, name: str = "mine.chat") -> str:
        answer = await self.http.post("load", params={"name": name}, content=script.encode())
        return str(answer.json().get("error", ""))

    def messages(self, who: str = "me") -> list[dict[str, Any]]:
        scene = self.simulator.scene
        found: list[dict[str, Any]] = scene.phones[who].show(scene.now)["messages"]
        return found

    def heard(self, who: str = "me") -> list[str]:
        """What the bot said to somebody, as it stands on their screen."""
        return [each["text"] for each in self.messages(who) if not each["mine"]]

    async def hears(self, words: str, who: str = "me", times: int = 1) -> None:
        await until(lambda: sum(words in text for text in self.heard(who)) >= times, act=self.stage.hurry)

    @property
    def stage(self) -> DemoStage:
        return self.simulator.scene.stage

    async def quiet(self) -> None:
        """Until nothing is on its way but what waits for time."""
        await until(lambda: self.stage.waits_for_time)

    async def come_to_the_code(self, number: str = NUMBER) -> None:
        """As far as the network's choice, which then has the code sent."""
        await self.say("hello")
        await self.hears("Kudi Loans asked me")
        await self.tap("I agree")
        await self.hears("What is the phone number")
        await self.say(number)
        await self.hears("which network")
        await self.tap("MTN")


@asynccontextmanager
async def open_stage_with_page(venue: Venue = TELEGRAM) -> AsyncIterator[PageStage]:
    simulator = Simulator(venue)
    async with open_page(simulator) as address, httpx.AsyncClient(base_url=address) as http:
        yield PageStage(simulator, http)
