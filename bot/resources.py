"""What everything else is built from, opened by the settings and closed in reverse order; never what is built of it."""

from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import httpx
import structlog

from bot.channels.telegram import Telegram
from bot.channels.whatsapp import WhatsApp, build_template_sender, build_whatsapp
from bot.config import Settings
from bot.http_client import open_http
from bot.metrics import Metrics
from bot.ports import Channel, Clock, TemplateSender
from conversations.link import Addresses
from conversations.wording import Business
from storage.database import Database
from storage.errors import DatabaseLocked
from storage.store import Store

LOCK_PATIENCE = timedelta(seconds=60)  # a deploy that overlaps: the old process ends within this

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Resources:
    """What everything else is built from."""

    settings: Settings
    clock: Clock
    metrics: Metrics
    http: httpx.AsyncClient
    database: Database
    store: Store
    telegram: Telegram | None
    whatsapp: WhatsApp | None
    inviter: TemplateSender | None
    channels: dict[str, Channel]
    business: Business

    @property
    def page(self) -> str:
        """What a link's token is appended to for its page, "" where there is none."""
        return f"{self.settings.public_url.rstrip('/')}/l/" if self.settings.public_url else ""

    def addresses(self) -> Addresses:
        """Where an agent's link leads, as far as it is known now: its page, and into the chats that are on."""
        ways = ((channel.brand, channel.way_in) for channel in self.channels.values())
        return Addresses(self.page, tuple((brand, way_in) for brand, way_in in ways if way_in))


async def open_resources(
    stack: AsyncExitStack, settings: Settings, clock: Clock, extra_channels: tuple[Channel, ...]
) -> Resources:
    """Opened one by one; what was opened is closed with the stack, also where the next one fails."""
    http = open_http()
    stack.push_async_callback(http.aclose)
    database = await _open_database(settings.database_path())
    stack.push_async_callback(database.close)
    tells = bool(settings.events_url)
    store = Store.under(settings.keyring(), settings.rules(), settings.admins, tells_systems=tells)
    telegram = await stack.enter_async_context(Telegram.open(settings, clock)) if settings.telegram_on else None
    whatsapp = build_whatsapp(settings, http, database, store, clock) if settings.whatsapp_on else None
    opened: tuple[Channel | None, ...] = (whatsapp, telegram, *extra_channels)  # as they are offered
    return Resources(
        settings=settings,
        clock=clock,
        metrics=Metrics(),
        http=http,
        database=database,
        store=store,
        telegram=telegram,
        whatsapp=whatsapp,
        inviter=build_template_sender(settings, whatsapp),
        channels={channel.name: channel for channel in opened if channel},
        business=build_business(settings, telegram),
    )


async def _open_database(path: Path) -> Database:
    """The database for this process alone; one that is about to end may have it until then."""
    try:
        return await Database.open(path)
    except DatabaseLocked as held:
        log.warning("waiting_for_database", reason=str(held), patience_seconds=LOCK_PATIENCE.total_seconds())
    return await Database.open(path, wait_for_lock=LOCK_PATIENCE)


def build_business(settings: Settings, telegram: Telegram | None) -> Business:
    """A business without a name of its own is called what its bot is called."""
    business = settings.business()
    return replace(business, name=business.name or (telegram.title if telegram else "") or "telcolink")
