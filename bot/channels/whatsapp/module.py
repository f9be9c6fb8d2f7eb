"""The WhatsApp channel put together: its webhooks, and what it catches up with. Never its parts' work."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

from bot.channels.module import ChannelCode, ChannelContext
from bot.channels.whatsapp.access import TwilioAccess
from bot.channels.whatsapp.channel import Templates, WhatsApp, WhatsAppSender
from bot.channels.whatsapp.checks import check_whatsapp
from bot.channels.whatsapp.inbound import InboundMessages
from bot.channels.whatsapp.inbound_scan import InboundScan
from bot.channels.whatsapp.pacing import WhatsAppPacing
from bot.channels.whatsapp.pictures import Pictures
from bot.channels.whatsapp.reports import Reports
from bot.channels.whatsapp.settings import WhatsAppSettings
from bot.channels.whatsapp.signature import SignatureCheck
from bot.channels.whatsapp.tables import WhatsAppTables
from bot.channels.whatsapp.template_messages import WhatsAppTemplateSender
from bot.channels.whatsapp.twilio import Twilio
from bot.channels.whatsapp.watching import WATCH_EVERY, AccountWatch
from bot.channels.whatsapp.webhooks import MessagesDoor, ReportsDoor
from bot.http.paths import FILES, LINKS
from bot.monitoring.metrics import Metrics
from bot.ports import Forward, Receive
from bot.retry import Work, pauses, retry_until_done
from bot.scheduler import Sweep

SCAN_EVERY = timedelta(minutes=5)
SCAN_AGAIN_EVERY = timedelta(seconds=15)
FIRST_PAUSE, LONGEST_PAUSE = 2.0, 120.0  # seconds


class WhatsAppModule:
    """Implements `ChannelModule`: where messages and reports come in, or are found where they did not."""

    title = ""  # the sender's name is shown by WhatsApp, and not known here

    def __init__(self, channel: WhatsApp, settings: WhatsAppSettings, metrics: Metrics, watch: AccountWatch) -> None:
        self.channel = channel
        self._metrics = metrics
        self._watch = watch
        template = settings.twilio_template_invite
        self.inviter = WhatsAppTemplateSender(channel, template) if template else None
        signature = SignatureCheck(
            settings.public_url, settings.twilio_auth_tokens(), settings.twilio_account_sid, settings.whatsapp_from
        )
        self._messages, self._reports = MessagesDoor(signature, metrics), ReportsDoor(signature, metrics)
        self.inbound: InboundMessages
        self.reports: Reports
        self.scan: InboundScan

    async def prepare(self, receive: Receive, forward: Forward) -> None:
        """What was being sent is looked up before it is sent again; what comes from now on hides nothing older."""
        channel = self.channel
        self.inbound = InboundMessages(channel.tables, channel.clock, receive)
        self.reports = Reports(channel, receive, forward)
        await channel.sending.recall()
        self.scan = InboundScan(channel, self.inbound)
        self._messages.open_to(self.inbound, self.scan)
        self._reports.open_to(self.reports)
        await self.scan.since()

    async def register(self, business: str) -> None:
        """Twilio's console is where it is told of our webhooks."""
        self._metrics.health.expect(self.channel.name)

    def doors(self) -> list[MessagesDoor | ReportsDoor]:
        return [self._messages, self._reports]

    def sweeps(self) -> list[tuple[timedelta, Sweep]]:
        return [(SCAN_EVERY, self.scan.look), (SCAN_AGAIN_EVERY, self.scan.scan_again), (WATCH_EVERY, self._watch.look)]

    def background(self) -> list[tuple[str, Work]]:
        return [("catching up on WhatsApp", self.catch_up)]

    async def catch_up(self) -> None:
        """Learn the account's contents and take in what was missed, each as soon as Twilio lets us.

        To be called before the routes open: no webhook of an older message is on its way then. One that waits to be let
        in is taken once, whichever way is first.
        """
        clock = self.channel.clock
        look = partial(self.scan.look, clock.now())
        await asyncio.gather(
            retry_until_done(clock, "learn contents", self._learn_contents, pauses(FIRST_PAUSE, LONGEST_PAUSE)),
            retry_until_done(clock, "take missed", look, pauses(FIRST_PAUSE, LONGEST_PAUSE)),
        )

    async def _learn_contents(self) -> None:
        self.channel.sending.contents = await self.channel.twilio.contents()


@asynccontextmanager
async def open_whatsapp(context: ChannelContext) -> AsyncIterator[WhatsAppModule]:
    """There is nothing to be closed: the HTTP client stays the caller's."""
    twilio = Twilio(context.http, TwilioAccess.of(context.settings))
    tables = WhatsAppTables(context.database, context.store)
    channel = WhatsApp(twilio, tables, context.clock, _build_sender(context))
    access = TwilioAccess.of(context.settings)
    watch = AccountWatch(context.http, access, context.settings.twilio_auth_tokens(), context.metrics.health)
    yield WhatsAppModule(channel, context.settings, context.metrics, watch)


def _build_sender(context: ChannelContext) -> WhatsAppSender:
    settings: WhatsAppSettings = context.settings
    per_person = timedelta(seconds=settings.whatsapp_seconds_per_person)
    return WhatsAppSender(
        handle=settings.whatsapp_from.removeprefix("whatsapp:"),
        templates=Templates(
            settings.twilio_template_resume, settings.twilio_template_done, settings.twilio_template_news
        ),
        pictures=Pictures(settings.address_of(LINKS), settings.address_of(FILES)),
        pacing=WhatsAppPacing(context.clock, per_person, settings.whatsapp_sends_per_second),
    )


WHATSAPP = ChannelCode(open_whatsapp, checks=(check_whatsapp,))
