"""The simulator behind the page: the scene that is on, the script that is watched, what can be asked of both."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.sandbox.demo.fitting import PLATFORMS, fitting
from bot.sandbox.demo.script import MORNING, Script, parse_script
from bot.sandbox.demo.venue import Venue
from bot.sandbox.demo.web.journeys import find_journey
from bot.sandbox.demo.web.playback import Playback
from bot.sandbox.demo.web.scene import EVERYBODY, Scene
from bot.sandbox.demo.web.winding import NotNow, in_words, span_to
from bot.sandbox.emulators.clock import EmulatedClock
from conversations.changing import replace

Asked = Mapping[str, Any]
SENT = ("photo", "sticker", "voice", "document", "location", "album")


class Simulator:
    """One scene at a time, each in a folder of its own. `begun` counts them: a page that knows another starts anew."""

    def __init__(self, venue: Venue, clock: Callable[[], EmulatedClock] = EmulatedClock) -> None:
        self.scene: Scene
        self.playback: Playback | None = None
        self.begun = 0
        self._venue = venue
        self._clock = clock
        self._folder: TemporaryDirectory[str] | None = None
        self._changing = asyncio.Lock()
        self._actions: dict[str, Callable[[Asked], Awaitable[None]]] = {
            "say": self._say,
            "tap": self._tap,
            "send": self._send,
            "share": self._share,
            "edit": self._edit,
            "open": self._open,
            "wind": self._wind,
            "restart": lambda _: self._lever("restart"),
            "kill": lambda _: self._lever("killed"),
            "outcome": lambda asked: self._lever("outcome", str(asked["name"])),
            "network": lambda asked: self._lever("network", "down" if asked["down"] else "up"),
            "deliver": self._deliver,
            "begin": self._begin,
            "watch": self._watch,
            "play": self._play,
            "step": self._step,
            "pause": self._pause,
            "stop": lambda _: self._take_over(),
        }

    async def open(self) -> None:
        """The first scene."""
        await self._set(self._venue)

    async def close(self) -> None:
        await self._clear()

    async def do(self, asked: Asked) -> None:
        """What the page asks: `do` and what goes with it. Raises LookupError, ValueError or a reason why not."""
        action = self._actions.get(str(asked.get("do")))
        if action is None:
            raise LookupError("nothing of that name can be done")
        await action(asked)
        self.scene.stage.network.stir()

    async def load(self, text: str, name: str) -> None:
        """A script, to be watched from its beginning in a scene of its own. Raises `ScriptWrong` with the line."""
        await self.show(parse_script(text, name), name)

    async def show(self, script: Script, name: str) -> None:
        """The same of one that was read. Where it is not for the channels that are on, it gets its own."""
        await self._set(fitting(script, self._venue), script, name)

    async def listen(self) -> None:
        """Hear what people heard; while a script is watched, it does that itself."""
        if not (self.playback and self.playback.is_under_way) and not self._changing.locked():
            await self.scene.listen()

    # The scene

    async def _set(self, venue: Venue, script: Script | None = None, name: str = "") -> None:
        async with self._changing:
            await self._clear()
            self._folder = TemporaryDirectory(prefix="telcolink-")
            self._venue = venue
            scene = Scene(Path(self._folder.name), venue, script.at if script else MORNING, self._clock())
            await scene.open()
            self.scene, self.playback = scene, Playback(scene, script, name) if script else None
            self.begun += 1

    async def _clear(self) -> None:
        if self.playback:
            await self.playback.stop()
        if self._folder:
            await self.scene.close()
            self._folder.cleanup()
            self._folder = None

    async def _take_over(self) -> None:
        if self.playback and self.playback.is_under_way:
            await self.playback.stop()

    async def _begin(self, asked: Asked) -> None:
        customers, agents = str(asked["customers"]), str(asked["agents"])
        if not {customers, agents} <= {*PLATFORMS}:
            raise ValueError("there is Telegram and WhatsApp")
        buttons = bool(asked.get("buttons", True))
        await self._set(replace(self._venue, customers=customers, agents=agents, buttons=buttons))

    # What people do

    async def _say(self, asked: Asked) -> None:
        await self._take_over()
        await self.scene.say(_who(asked), str(asked["text"]))

    async def _tap(self, asked: Asked) -> None:
        await self._take_over()
        await self.scene.tap(_who(asked), str(asked["label"]), str(asked.get("message", "")))

    async def _send(self, asked: Asked) -> None:
        if asked["what"] not in SENT:
            raise ValueError("that cannot be sent")
        await self._lever("says", f"({asked['what']})", _who(asked))

    async def _share(self, asked: Asked) -> None:
        await self._lever("says", "(share my contact)" if asked["own"] else "(share a contact)", _who(asked))

    async def _edit(self, asked: Asked) -> None:
        await self._lever("says", f"edit {' '.join(str(asked['text']).split())}", _who(asked))

    async def _open(self, asked: Asked) -> None:
        await self.listen()  # the page shows a message as soon as it is there
        if not self.scene.player.handed_out.token:
            raise NotNow("There is no link yet: the agent makes one with /link.")
        await self._lever("says", "<open link>", _who(asked))

    # Levers

    async def _lever(self, kind: str, text: str = "", who: str = "me") -> None:
        await self._take_over()
        await self.scene.do(kind, text, who)

    async def _wind(self, asked: Asked) -> None:
        newest = self.scene.turns.newest.get(self.scene.contact(_who(asked)))
        await self._lever("wait", in_words(span_to(str(asked["to"]), newest, self.scene.now)))

    async def _deliver(self, asked: Asked) -> None:
        await self._take_over()
        await self.scene.arrange(str(asked["how"]))

    # Scripts

    async def _watch(self, asked: Asked) -> None:
        journey = find_journey(str(asked["name"]))
        await self.show(journey.script, f"{journey.name}.chat")

    async def _play(self, asked: Asked) -> None:
        self._watched.play(str(asked.get("speed", "usual")))

    async def _step(self, _: Asked) -> None:
        self._watched.step()

    async def _pause(self, _: Asked) -> None:
        self._watched.pause()

    @property
    def _watched(self) -> Playback:
        if not self.playback:
            raise NotNow("No conversation is being watched.")
        return self.playback


def _who(asked: Asked) -> str:
    who = str(asked.get("who", "me"))
    if who not in EVERYBODY:
        raise LookupError("there is nobody of that name")
    return who
