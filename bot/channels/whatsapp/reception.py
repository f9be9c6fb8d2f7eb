"""The WhatsApp channel put together: its doors, and what it catches up with. Never its parts' work."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import httpx
from starlette.routing import Route

from bot.channels.whatsapp.channel import Sender, Templates, WhatsApp
from bot.channels.whatsapp.doors import status_webhook, webhook
from bot.channels.whatsapp.gate import Gate
from bot.channels.whatsapp.intake import Forward, Intake
from bot.channels.whatsapp.limits import Limits
from bot.channels.whatsapp.missed import Missed
from bot.channels.whatsapp.pictures import Pictures
from bot.channels.whatsapp.records import Records
from bot.channels.whatsapp.reports import Reports
from bot.channels.whatsapp.twilio import Access, Twilio
from bot.config import Settings
from bot.insisting import insist, pauses
from bot.ports import Clock, Receive
from bot.schedule import Schedule
from storage.database import Database
from storage.store import Store

LOOK_EVERY = timedelta(minutes=5)
LOOK_AGAIN_EVERY = timedelta(seconds=15)
FIRST_PAUSE, LONGEST_PAUSE = 2.0, 120.0  # seconds


def build_whatsapp(
    settings: Settings, http: httpx.AsyncClient, database: Database, store: Store, clock: Clock
) -> WhatsApp:
    """The channel of the settings. `http` stays the caller's."""
    sender = Sender(
        handle=settings.whatsapp_from.removeprefix("whatsapp:"),
        templates=Templates(settings.twilio_template_resume, settings.twilio_template_done),
        pictures=Pictures(pages=f"{settings.public_url}/l/"),
        limits=Limits(
            clock, timedelta(seconds=settings.whatsapp_seconds_per_person), settings.whatsapp_sends_per_second
        ),
    )
    return WhatsApp(Twilio(http, Access.of(settings)), Records(database, store), clock, sender)


@dataclass(frozen=True, slots=True)
class Reception:
    """Where messages and reports come in, or are found where they did not."""

    whatsapp: WhatsApp
    gate: Gate
    intake: Intake
    reports: Reports
    missed: Missed

    @classmethod
    async def open(cls, settings: Settings, whatsapp: WhatsApp, receive: Receive, forward: Forward) -> "Reception":
        """To be opened before the server is. `forward` is the courier's `send`. Raises storage's errors."""
        gate = Gate(
            settings.public_url, settings.twilio_auth_tokens(), settings.twilio_account_sid, settings.whatsapp_from
        )
        intake = Intake(whatsapp.records, whatsapp.clock, receive, forward)
        await whatsapp.sending.recall()
        missed = Missed(whatsapp, intake)
        await missed.since()
        return cls(whatsapp, gate, intake, Reports(whatsapp, receive, forward), missed)

    @property
    def routes(self) -> list[Route]:
        return [
            Route("/whatsapp", webhook(self.gate, self.intake, self.missed), methods=["POST"]),
            Route("/whatsapp/status", status_webhook(self.gate, self.reports), methods=["POST"]),
        ]

    def plan(self, schedule: Schedule) -> None:
        schedule.every(LOOK_EVERY, self.missed.look)
        schedule.every(LOOK_AGAIN_EVERY, self.missed.look_again)

    async def catch_up(self) -> None:
        """Learn the account's contents and take in what was missed, each as soon as Twilio lets us.

        To be called before the doors open: no webhook of an older message is on its way then.
        """
        clock = self.whatsapp.clock
        look = partial(self.missed.look, clock.now())
        await asyncio.gather(
            insist(clock, "learn contents", self._learn_contents, pauses(FIRST_PAUSE, LONGEST_PAUSE)),
            insist(clock, "take missed", look, pauses(FIRST_PAUSE, LONGEST_PAUSE)),
        )

    async def _learn_contents(self) -> None:
        self.whatsapp.sending.contents = await self.whatsapp.twilio.contents()
