"""The WhatsApp channel put together: its routes, and what it catches up with. Never its parts' work."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import httpx
from starlette.routing import Route

from bot.channels.whatsapp.channel import Templates, WhatsApp, WhatsAppSender
from bot.channels.whatsapp.inbound import Forward, InboundMessages
from bot.channels.whatsapp.missed import Missed
from bot.channels.whatsapp.pacing import WhatsAppPacing
from bot.channels.whatsapp.pictures import Pictures
from bot.channels.whatsapp.records import WhatsAppTables
from bot.channels.whatsapp.reports import Reports
from bot.channels.whatsapp.routes import status_webhook, webhook
from bot.channels.whatsapp.signature import SignatureCheck
from bot.channels.whatsapp.twilio import Twilio, TwilioAccess
from bot.config import Settings
from bot.ports import Clock, Receive
from bot.retry import pauses, retry_until_done
from bot.scheduler import Scheduler
from storage.database import Database
from storage.store import Store

SCAN_EVERY = timedelta(minutes=5)
SCAN_AGAIN_EVERY = timedelta(seconds=15)
FIRST_PAUSE, LONGEST_PAUSE = 2.0, 120.0  # seconds


def build_whatsapp(
    settings: Settings, http: httpx.AsyncClient, database: Database, store: Store, clock: Clock
) -> WhatsApp:
    """The channel of the settings. `http` stays the caller's."""
    sender = WhatsAppSender(
        handle=settings.whatsapp_from.removeprefix("whatsapp:"),
        templates=Templates(settings.twilio_template_resume, settings.twilio_template_done),
        pictures=Pictures(pages=f"{settings.public_url}/l/"),
        pacing=WhatsAppPacing(
            clock, timedelta(seconds=settings.whatsapp_seconds_per_person), settings.whatsapp_sends_per_second
        ),
    )
    return WhatsApp(Twilio(http, TwilioAccess.of(settings)), WhatsAppTables(database, store), clock, sender)


@dataclass(frozen=True, slots=True)
class WhatsAppModule:
    """Where messages and reports come in, or are found where they did not."""

    whatsapp: WhatsApp
    signature: SignatureCheck
    inbound: InboundMessages
    reports: Reports
    missed: Missed

    @classmethod
    async def open(cls, settings: Settings, whatsapp: WhatsApp, receive: Receive, forward: Forward) -> "WhatsAppModule":
        """To be opened before the server is. `forward` is the dispatcher's `send`. Raises storage's errors."""
        signature = SignatureCheck(
            settings.public_url, settings.twilio_auth_tokens(), settings.twilio_account_sid, settings.whatsapp_from
        )
        inbound = InboundMessages(whatsapp.records, whatsapp.clock, receive, forward)
        await whatsapp.sending.recall()
        missed = Missed(whatsapp, inbound)
        await missed.since()
        return cls(whatsapp, signature, inbound, Reports(whatsapp, receive, forward), missed)

    @property
    def routes(self) -> list[Route]:
        return [
            Route("/whatsapp", webhook(self.signature, self.inbound, self.missed), methods=["POST"]),
            Route("/whatsapp/status", status_webhook(self.signature, self.reports), methods=["POST"]),
        ]

    def plan(self, scheduler: Scheduler) -> None:
        scheduler.every(SCAN_EVERY, self.missed.look)
        scheduler.every(SCAN_AGAIN_EVERY, self.missed.scan_again)

    async def catch_up(self) -> None:
        """Learn the account's contents and take in what was missed, each as soon as Twilio lets us.

        To be called before the routes open: no webhook of an older message is on its way then.
        """
        clock = self.whatsapp.clock
        look = partial(self.missed.look, clock.now())
        await asyncio.gather(
            retry_until_done(clock, "learn contents", self._learn_contents, pauses(FIRST_PAUSE, LONGEST_PAUSE)),
            retry_until_done(clock, "take missed", look, pauses(FIRST_PAUSE, LONGEST_PAUSE)),
        )

    async def _learn_contents(self) -> None:
        self.whatsapp.sending.contents = await self.whatsapp.twilio.contents()
