"""The wiring of the demo, on loopback: emulated Mono and platforms, the real server, one clock. No script."""

import asyncio
import re
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from pathlib import Path

from bot.app import App, start
from bot.channels.console import Console, ConsoleModule
from bot.channels.whatsapp.contents import SHAPES
from bot.config.reading import read_settings
from bot.config.settings import Settings
from bot.monitoring.metrics import Metrics
from bot.resources import open_resources
from bot.sandbox.demo.cast import BUSINESS, INVITATION, OTHERS, OWN_NUMBER
from bot.sandbox.demo.events_inbox import EventsInbox
from bot.sandbox.demo.key import demo_key
from bot.sandbox.demo.network import DemoNetwork, Plug
from bot.sandbox.demo.passing import SELDOM, look, look_seldom
from bot.sandbox.demo.people import DemoPerson
from bot.sandbox.demo.people.console import ConsolePerson
from bot.sandbox.demo.people.telegram import TelegramPerson
from bot.sandbox.demo.people.whatsapp import WhatsAppPerson
from bot.sandbox.demo.script import AGENTS
from bot.sandbox.demo.venue import Venue
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.mono import MonoEmulator
from bot.sandbox.emulators.mono.faults import MonoFault
from bot.sandbox.emulators.telegram.emulator import TelegramEmulator, make_token
from bot.sandbox.emulators.twilio.emulator import TwilioEmulator
from conversations.changing import replace

LANDED = 30.0  # seconds, after which a platform's post has come, or never will
GLANCE = 0.002  # real seconds between two looks at what is on its way


class DemoStage:
    """The running whole. `clock` is everybody's and can be wound; the server can be killed and started again."""

    port = 0  # the server's own; any that is free, unless a picture is to be the same every time

    def __init__(
        self,
        folder: Path,
        venue: Venue,
        own_number: str = OWN_NUMBER,
        metrics: Callable[[], Metrics] | None = None,
        clock: EmulatedClock | None = None,
    ) -> None:
        """With `metrics`, which hear of every turn, the business has a system that takes its events too."""
        self.clock = clock or EmulatedClock()
        self._looked_at = self.clock.now()  # for what comes seldom
        self.own_number = own_number
        self.mono = MonoEmulator(clock=self.clock)
        self.telegram = TelegramEmulator(make_token(), clock=self.clock)
        self.twilio = TwilioEmulator(sender="whatsapp:+2349010000000", clock=self.clock)
        self.console = Console()
        self._folder = folder
        self.database = f"sqlite:///{folder / 'telcolink.db'}"
        self.venue = venue
        self.network = DemoNetwork()
        self.inbox = EventsInbox()
        self._metrics = metrics
        self._plug = Plug()
        self._dying: asyncio.Task[None] | None = None
        self._stack = AsyncExitStack()
        self._running = AsyncExitStack()
        self._settings: Settings
        self.app: App

    async def open(self) -> None:
        """Start the emulators, then the server."""
        mono_url = await self._stack.enter_async_context(serve(self.network.across(self.mono.app)))
        server_url = await self._stack.enter_async_context(serve(self.network.across(self._plug), port=self.port))
        webhook_secret = secrets.token_hex(16)
        self.mono.set_webhook(f"{server_url}/mono", webhook_secret)
        environment = {
            **BUSINESS,
            "ADMINS": "telegram:{},whatsapp:{}".format(*OTHERS["agent"][1:]),
            "PUBLIC_URL": server_url,
            "DATABASE_URL": self.database,
            "ENCRYPTION_KEYS": demo_key(self._folder),
            "MONO_SECRET_KEY": self.mono.key,
            "MONO_API_BASE": mono_url,
            "MONO_WEBHOOK_SECRET": webhook_secret,
        }
        if self.venue.languages:
            environment["LANGUAGES"] = self.venue.languages
        if "whatsapp" in self.venue.channels:
            environment |= await self._open_twilio(server_url)
        if "telegram" in self.venue.channels:
            environment |= await self._open_telegram()
        if self._metrics:
            inbox_url = await self._stack.enter_async_context(serve(self.network.across(self.inbox)))
            environment |= {"EVENTS_URL": inbox_url, "EVENTS_SECRET": self.inbox.secret}
        self._settings = read_settings(environment, needs_channel=self.venue.customers != "console")
        if "whatsapp" in self.venue.channels and self.venue.buttons:
            self.twilio.hold_contents(shape.definition() for shape in SHAPES)
        await self._start()

    async def _open_telegram(self) -> dict[str, str]:
        telegram_url = await self._stack.enter_async_context(serve(self.network.across(self.telegram.app)))
        return {"TELEGRAM_TOKEN": self.telegram.token, "TELEGRAM_API_BASE": telegram_url}

    async def _open_twilio(self, server_url: str) -> dict[str, str]:
        self.twilio.base_url = await self._stack.enter_async_context(serve(self.network.across(self.twilio.app)))
        self.twilio.set_webhook(f"{server_url}/whatsapp", status_url=f"{server_url}/whatsapp/status")
        return {
            "TWILIO_ACCOUNT_SID": self.twilio.account.sid,
            "TWILIO_AUTH_TOKEN": self.twilio.account.auth_token,
            "TWILIO_API_BASE": self.twilio.base_url,
            "TWILIO_CONTENT_BASE": self.twilio.base_url,
            "WHATSAPP_FROM": self.twilio.sender,
            "TWILIO_TEMPLATE_INVITE": self.twilio.add_template(INVITATION),
        }

    async def close(self) -> None:
        if self._dying and self._dying.cancel():
            await asyncio.gather(self._dying, return_exceptions=True)
        await self._running.aclose()
        await self._stack.aclose()

    async def restart(self) -> None:
        """As after a crash: whatever is under way gets no chance to finish."""
        self._plug.app = None
        self.app.service.drain_seconds = 0
        await self._running.aclose()
        await self._start()

    def kill_in_next_call(self) -> None:
        """The provider does what it is asked next; before its answer is there, the server is killed and restarted."""
        self.mono.fail("*", MonoFault(hang=True, carried_out=True))
        self._dying = asyncio.create_task(self._die_after(self.mono.journal.counts.total()))

    async def _die_after(self, calls: int) -> None:
        while self.mono.journal.counts.total() == calls:  # noqa: ASYNC110 - nobody tells when it is called
            await asyncio.sleep(GLANCE)
        await self.restart()

    @property
    def is_to_be_killed(self) -> bool:
        """Whether it waits for the next call, or is being killed."""
        return self._dying is not None and not self._dying.done()

    def hold(self) -> None:
        """What people send stays on its way from now on."""
        self.telegram.hold()
        self.twilio.hold()

    def release(self, *, reverse: bool = False, copies: int = 1) -> None:
        """It arrives; if asked in reversed order, or each several times."""
        self.telegram.release(reverse=reverse, copies=copies)
        self.twilio.release(reverse=reverse, copies=copies)

    async def mend_network(self) -> None:
        """Everybody can be reached again; what was lost is looked for, once nothing of before can be on its way."""
        self.network.down = False
        self.clock.advance(LANDED)
        for _, sweep in self._sweeps:
            await sweep()

    async def let_pass(self, span: timedelta) -> None:
        """Time passes, and the schedule looks; at what comes seldom once a week has passed, also day by day."""
        await self.rest()
        seldom = self.clock.now() + span - self._looked_at >= SELDOM
        if seldom:
            await look_seldom(self.app)
        self.clock.advance(span.total_seconds())
        await look(self.app, self.rest, seldom=seldom)
        self._looked_at = self.clock.now() if seldom else self._looked_at

    async def idle(self) -> None:
        """Return once the service has nothing left to do; where that waits for time, it passes at once."""
        while not (self._is_settled and not self.app.service.under_way):
            self.hurry()
            await asyncio.sleep(GLANCE)

    def hurry(self) -> None:
        """A second passes, where that is all that the service waits for to do what it has to."""
        if self.app.service.under_way and self.waits_for_time:
            self.clock.advance(1)

    async def rest(self) -> None:
        while not self.waits_for_time:  # noqa: ASYNC110 - many are asked, and none of them tells when it is so
            await asyncio.sleep(GLANCE)

    @property
    def waits_for_time(self) -> bool:
        """Whether nothing more happens before time has passed. A server that is being started again has yet to act."""
        return bool(self._plug.app) and self._is_settled and self.clock.is_waited_for_by(self.app.service.under_way)

    @property
    def _is_settled(self) -> bool:
        """Whether the platforms and the provider have told the service all that is due."""
        return all(each.is_settled for each in (self.mono, self.telegram, self.twilio))

    def person(self, who: str = "me") -> DemoPerson:
        """Somebody who has not written to the bot yet: a customer, or one of `OTHERS`. `agent` is an administrator."""
        name, id_, number = OTHERS.get(who, ("Ada", None, f"+234{self.own_number[1:]}"))
        match self.venue.agents if who in AGENTS else self.venue.customers:
            case "whatsapp":
                return WhatsAppPerson(self.twilio, number, name)
            case "telegram":
                return TelegramPerson(self.telegram, number, name, id_)
            case _:
                return ConsolePerson(self.console, who)

    def newest_code(self, number: str) -> str:
        """The code in the newest SMS to a number, "" when there is none."""
        inbox = self.mono.sms(number)
        return found[0] if inbox and (found := re.search(r"\d{4,8}", inbox[-1].text)) else ""

    async def _start(self) -> None:
        self._running = AsyncExitStack()
        channels = (ConsoleModule(self.console),) if "console" in self.venue.channels else ()
        resources = await open_resources(self._running, self._settings, self.clock, channels)
        if self._metrics:
            resources = replace(resources, metrics=self._metrics())
        self.app = await start(self._running, resources)
        self._sweeps = [sweep for module in resources.modules for sweep in module.sweeps()]
        self._plug.app = self.app.web


@asynccontextmanager
async def open_stage(folder: Path, venue: Venue, own: str = OWN_NUMBER, database: str = "") -> AsyncIterator[DemoStage]:
    """A stage in a folder of its own, until the block is left; `database` is the URL of one that is elsewhere."""
    stage = DemoStage(folder, venue, own)
    stage.database = database or stage.database
    try:
        await stage.open()
        yield stage
    finally:
        await stage.close()
