"""What everything else is built from, opened by the settings and closed in reverse order; never what is built of it."""

import asyncio
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from msgspec import Struct

from bot.channels.module import ChannelContext, ChannelKind, ChannelModule
from bot.channels.registry import CHANNELS
from bot.config.settings import Settings
from bot.config.version import read_version
from bot.http.doors import Door
from bot.http.paths import LINKS, RECEIPTS
from bot.http.provider_webhook import ProviderDoor, ReportAccount
from bot.monitoring.metrics import Metrics
from bot.opening import LOCK_PATIENCE, open_database
from bot.operations.pausing import LOOKS_EVERY as PAUSE_EVERY
from bot.operations.pausing import Pausing
from bot.outbox.payloads import KINDS
from bot.outgoing.client import LeanClient
from bot.ports import Channel, Clock, Forward, Receive, TemplateSender
from bot.providers.port import Provider
from bot.providers.registry import PROVIDERS
from bot.providers.watching import WATCH_EVERY, watch
from bot.receipts.about import about
from bot.receipts.business_site import LOOKS_EVERY as SITE_EVERY
from bot.receipts.business_site import BusinessSite
from bot.receipts.signing import ReceiptKeys
from bot.scheduler import Scheduler
from conversations.changing import replace
from conversations.link import Addresses, LinkRules
from conversations.wording import Business
from storage.database import MEMORY, Database
from storage.errors import StorageBusy
from storage.keys.admission import admit_beside_others
from storage.sealing import Keyring
from storage.store import Store

LOOK_AGAIN = 0.2  # seconds


class Resources(Struct, frozen=True):
    """What everything else is built from."""

    settings: Settings
    clock: Clock
    metrics: Metrics
    http: LeanClient
    database: Database
    store: Store
    provider: Provider
    provider_door: ProviderDoor | None
    modules: tuple[ChannelModule, ...]  # the channels that are on
    business: Business
    site: BusinessSite
    pausing: Pausing

    @property
    def channels(self) -> dict[str, Channel]:
        """By name, in the order in which a link offers them."""
        return {module.channel.name: module.channel for module in self.modules}

    @property
    def doors(self) -> list[Door[Any]]:
        """What platforms and the provider post to."""
        doors = [door for module in self.modules for door in module.doors()]
        return [*doors, self.provider_door] if self.provider_door else doors

    @property
    def inviter(self) -> TemplateSender | None:
        """The first channel that can write first."""
        return next((module.inviter for module in self.modules if module.inviter), None)

    @property
    def page(self) -> str:
        """What a link's token is appended to for its page, "" where there is none."""
        return self.settings.address_of(LINKS)

    @property
    def file(self) -> Path | None:
        """The database's, None where it is a server's, or in memory."""
        place = self.settings.database_place()
        return place if isinstance(place, Path) and place != MEMORY else None

    async def prepare(self, receive: Receive, forward: Forward, report: ReportAccount) -> None:
        """Who hears of what comes in is known from now on, and where each channel stands."""
        for module in self.modules:
            await module.prepare(receive, forward)
        if self.provider_door:
            self.provider_door.open_to(report)

    def receipt_keys(self) -> ReceiptKeys:
        """What signs receipts."""
        return ReceiptKeys(self.store.keyring, self.settings.receipt_keys.reveal())

    def tell(self, keys: ReceiptKeys) -> dict[str, Any]:
        """What the service tells of itself to everybody."""
        return about(self.business, self.channels, self.store.receipt_pages.prefix, keys.public)

    def plan(self, scheduler: Scheduler) -> None:
        """What is looked at now and then: the business's site, a pause, the provider's key, what the channels want."""
        for module in self.modules:
            for span, sweep in module.sweeps():
                scheduler.every(span, sweep)
        scheduler.every(SITE_EVERY, partial(self.site.look, self.channels))
        scheduler.every(PAUSE_EVERY, self.pausing.look)
        scheduler.every(WATCH_EVERY, partial(watch, self.provider))

    def vouched_for(self) -> Business:
        """The business with the site that names us, while it does."""
        return replace(self.business, site=self.site.shown)

    def addresses(self) -> Addresses:
        """Where an agent's link leads, as far as it is known now: its page, and into the chats that are on."""
        ways = ((channel.brand, channel.way_in) for channel in self.channels.values())
        return Addresses(self.page, tuple((brand, way_in) for brand, way_in in ways if way_in))

    def link_rules(self) -> LinkRules:
        """As they are now: what a platform calls the bot may be known later than the start."""
        direct = self.inviter.direct if self.inviter else None
        rules = self.settings.link_rules(self.addresses(), direct, self.business.name)
        return replace(rules, pause=self.pausing.now) if self.pausing.now else rules


async def open_resources(
    stack: AsyncExitStack,
    settings: Settings,
    clock: Clock,
    extra: tuple[ChannelModule, ...],
    patience: timedelta = LOCK_PATIENCE,
    database: Database | None = None,
) -> Resources:
    """Opened one by one; what was opened is closed with the stack, also where the next one fails.

    `extra` are channels that no setting switches on; `patience` is for another process that holds the database;
    `database` is one that the stack has open already.
    """
    database = database or await open_database(stack, settings.database_place(), patience)
    http = LeanClient(may_ask=_certainty_of(database))
    stack.push_async_callback(http.aclose)
    await _admit(database, settings.keyring(), clock, patience)
    store = _open_store(settings)
    metrics = _build_metrics(settings, extra)
    modules = await _open_channels(stack, ChannelContext(settings, clock, http, database, store, metrics))
    provider = PROVIDERS[settings.provider].build(settings, http, metrics.provider.call)
    return Resources(
        settings=settings,
        clock=clock,
        metrics=metrics,
        http=http,
        database=database,
        store=store,
        provider=provider,
        provider_door=ProviderDoor(provider.webhook, metrics) if provider.webhook else None,
        modules=(*modules, *extra),
        business=build_business(settings, (*modules, *extra)),
        site=BusinessSite(http, settings.business_url, clock),
        pausing=Pausing(database, store.pauses),
    )


def _certainty_of(database: Database) -> Callable[[], bool]:
    return lambda: database.is_certain


async def _open_channels(stack: AsyncExitStack, context: ChannelContext) -> tuple[ChannelModule, ...]:
    """Those that are on; the one that comes last in the registry is offered first."""
    opened = [await stack.enter_async_context(kind.open(context)) for kind in _kinds_on(context.settings)]
    return tuple(reversed(opened))


def _open_store(settings: Settings) -> Store:
    receipts_at, tells = settings.address_of(RECEIPTS), bool(settings.events_url)
    return Store.under(
        settings.keyring(), settings.rules(), settings.admins, tells_systems=tells, receipts_at=receipts_at
    )


async def _admit(database: Database, keyring: Keyring, clock: Clock, patience: timedelta) -> None:
    """A process that was stopped in the middle of something may keep a server's lock for some seconds."""
    until = asyncio.get_running_loop().time() + patience.total_seconds()
    while True:
        try:
            return await admit_beside_others(database, keyring, clock.now())
        except StorageBusy:
            if asyncio.get_running_loop().time() >= until:
                raise
        await asyncio.sleep(LOOK_AGAIN)


def _build_metrics(settings: Settings, extra: tuple[ChannelModule, ...]) -> Metrics:
    channels = (*(kind.name for kind in _kinds_on(settings)), *(module.channel.name for module in extra))
    metrics = Metrics(channels=channels)
    metrics.tell_release(read_version)
    metrics.expect_attempts(KINDS)
    metrics.provider.expect(PROVIDERS[settings.provider].operations)
    return metrics


def _kinds_on(settings: Settings) -> list[ChannelKind]:
    return [kind for kind in CHANNELS if not settings.off_because(kind.name)]


def load(settings: Settings) -> None:
    """The code of what is on."""
    for kind in _kinds_on(settings):
        kind.load()


def build_business(settings: Settings, modules: tuple[ChannelModule, ...]) -> Business:
    """A business without a name of its own is called what its bot is called."""
    business = settings.business()
    title = next((module.title for module in modules if module.title), "")
    return replace(business, name=business.name or title or "telcolink")
