"""A script being watched: line by line, by itself at some speed or at every step. Never what a line does."""

import asyncio
from typing import Any, Literal

from bot.errors import TelcolinkError
from bot.sandbox.demo.script import Script
from bot.sandbox.demo.web.scene import Scene
from bot.sandbox.emulators.patience import comes_within

State = Literal["paused", "playing", "done", "failed", "stopped"]
PAUSES = {"slow": 2.0, "usual": 0.8, "fast": 0.0}  # seconds between two lines


class Playback:
    """`place` lines were played. `why` is what went otherwise."""

    def __init__(self, scene: Scene, script: Script, name: str) -> None:
        self.script = script
        self.name = name
        self.place = 0
        self.state: State = "paused"
        self.speed = "usual"
        self.why = ""
        self._scene = scene
        self._going = asyncio.Event()
        self._asked = asyncio.Event()
        self._task = asyncio.create_task(self._run())

    @property
    def is_under_way(self) -> bool:
        return self.state in {"paused", "playing"}

    def show(self) -> dict[str, Any]:
        lines = [{"number": line.number, "text": line.written, "who": line.who} for line in self.script.lines]
        told = {"name": self.name, "title": self.script.title, "state": self.state, "speed": self.speed}
        return {**told, "why": self.why, "place": self.place, "lines": lines}

    def play(self, speed: str) -> None:
        """Go on by itself. LookupError for a speed that there is not."""
        PAUSES[speed]
        self.speed = speed
        self._begin("playing")

    def step(self) -> None:
        """One line."""
        self._begin("paused")

    def pause(self) -> None:
        if self.is_under_way:
            self.state = "paused"
            self._going.clear()

    async def stop(self) -> None:
        """Whoever watches takes over."""
        if self.is_under_way:
            self.state = "stopped"
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    def _begin(self, state: State) -> None:
        if self.is_under_way:
            self.state = state
            self._going.set()
            self._asked.set()

    async def _run(self) -> None:
        for line in self.script.lines:
            await self._going.wait()
            try:
                async with self._scene.lock:
                    await self._scene.act(line)
            except TelcolinkError as otherwise:
                self.state, self.why = "failed", str(otherwise)
                return
            self.place += 1
            if self.state == "playing":
                await self._rest()
            else:
                self._going.clear()
        self.state = "done"

    async def _rest(self) -> None:
        """Until the next line is due, or somebody asks for it."""
        self._asked.clear()
        await comes_within(PAUSES[self.speed], self._asked.wait())
