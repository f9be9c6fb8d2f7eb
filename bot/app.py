"""The one place of wiring: settings in, a running service out, and its end in order. Never a decision of its own."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import httpx
import structlog
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.agency import Agency
from bot.channels.telegram import Telegram
from bot.channels.telegram_doors import poll, webhook
from bot.channels.telegram_setup import register
from bot.clock import SystemClock
from bot.config import Settings
from bot.courier import Courier
from bot.delivery import Delivery
from bot.doors import provider_door
from bot.engine import Engine
from bot.interpreter import Interpreter
from bot.metrics import Metrics
from bot.outgoing import open_http
from bot.ports import Channel, Clock, Provider
from bot.post import Post
from bot.providers.mono import Mono
from bot.providers.mono_http import Access
from bot.schedule import Schedule
from bot.service import Service
from bot.web import build_web
from conversations.link import Addresses, LinkRules
from conversations.minting import FRESH
from conversations.wording import Business
from storage.database import Database
from storage.errors import DatabaseLocked
from storage.store import Store

LOCK_PATIENCE = timedelta(seconds=60)  # a deploy that overlaps: the old process ends within this

log = structlog.get_logger()


@dataclass(slots=True)
class App:
    """A running service: its web application, and what tests and the demo need to reach."""

    web: ASGIApp
    service: Service
    database: Database
    store: Store
    channels: dict[str, Channel] = field(default_factory=dict)


@asynccontextmanager
async def run_app(
    settings: Settings, clock: Clock | None = None, extra_channels: tuple[Channel, ...] = ()
) -> AsyncIterator[App]:
    """Everything that runs, until the block is left; then the schedule ends, what runs, the channels, the disk."""
    clock = clock or SystemClock()
    async with AsyncExitStack() as stack:
        metrics = Metrics()
        http = open_http()
        stack.push_async_callback(http.aclose)
        database = await _open_database(settings.database_path())
        stack.push_async_callback(database.close)
        store = Store.under(settings.keyring(), settings.rules(), settings.admins)
        provider = build_provider(settings, http, metrics)
        channels: dict[str, Channel] = {channel.name: channel for channel in extra_channels}
        telegram = await stack.enter_async_context(Telegram.open(settings, clock)) if settings.telegram_on else None
        if telegram:
            channels[telegram.name] = telegram
        business = _business(settings, telegram)
        addresses = _addresses(settings, telegram)
        parts = _Parts(database, store, provider, channels, clock, metrics, business, settings, addresses)
        service = _build_service(parts)
        stack.push_async_callback(service.finish)
        await service.recover()
        schedule = Schedule()
        service.plan(schedule)
        schedule.start()
        stack.callback(schedule.stop)
        if telegram:
            await _connect_telegram(stack, settings, telegram, service, business)
        metrics.watch(database, store)
        database.on_commit = metrics.commit
        doors = _doors(settings, service, telegram)
        yield App(build_web(doors, _readiness(database), metrics), service, database, store, channels)


async def _open_database(path: Path) -> Database:
    """The database for this process alone; one that is about to end may have it until then."""
    try:
        return await Database.open(path)
    except DatabaseLocked as held:
        log.warning("waiting_for_database", reason=str(held), patience_seconds=LOCK_PATIENCE.total_seconds())
    return await Database.open(path, wait_for_lock=LOCK_PATIENCE)


@dataclass(frozen=True, slots=True)
class _Parts:
    database: Database
    store: Store
    provider: Provider
    channels: dict[str, Channel]
    clock: Clock
    metrics: Metrics
    business: Business
    settings: Settings
    addresses: Addresses


def build_provider(settings: Settings, http: httpx.AsyncClient, metrics: Metrics) -> Provider:
    access = Access(settings.mono_api_base, settings.mono_secret_key, settings.mono_api_family)
    return Mono(http, access, observe=metrics.provider_call)


def _build_service(parts: _Parts) -> Service:
    rules = parts.settings.rules()
    post = Post(parts.store, parts.business, parts.channels)
    links = LinkRules(timedelta(hours=parts.settings.link_hours), limits=rules.limits, addresses=parts.addresses)
    agency = Agency(parts.store, links, post, partial(secrets.token_bytes, FRESH))
    engine = Engine(parts.database, parts.store, rules, post, agency, parts.clock)
    service = Service(parts.database, parts.store, engine, parts.clock, parts.metrics)
    delivery = Delivery(parts.channels, parts.provider, service.report, parts.metrics)
    courier = Courier(
        parts.database, parts.store.outbox, parts.clock, delivery.hand_over, delivery.left_behind, parts.metrics
    )
    service.join(courier, Interpreter(parts.provider, parts.channels, parts.clock, service.report))
    return service


def _addresses(settings: Settings, telegram: Telegram | None) -> Addresses:
    """Where an agent's link leads: its page, and the deep links into the chats that are on."""
    page = f"{settings.public_url.rstrip('/')}/l/" if settings.public_url else ""
    chats = []
    if settings.whatsapp_on:
        number = settings.whatsapp_from.partition("+")[2]
        chats.append(("WhatsApp", f"https://wa.me/{number}?text=START%20"))
    if telegram:
        chats.append(("Telegram", f"https://t.me/{telegram.handle.removeprefix('@')}?start="))
    return Addresses(page, tuple(chats))


def _business(settings: Settings, telegram: Telegram | None) -> Business:
    """A business without a name of its own is called what its bot is called."""
    business = settings.business()
    if business.name or not telegram:
        return business
    return replace(business, name=telegram.title)


async def _connect_telegram(
    stack: AsyncExitStack, settings: Settings, telegram: Telegram, service: Service, business: Business
) -> None:
    await register(telegram, settings.public_url, settings.telegram_webhook_secret, business.name)
    if settings.public_url:
        return
    polling = asyncio.create_task(poll(telegram, service.receive))
    stack.push_async_callback(_cancel, polling)


async def _cancel(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


def _doors(settings: Settings, service: Service, telegram: Telegram | None) -> list[Route]:
    doors = []
    if telegram and settings.public_url:
        secret = settings.telegram_webhook_secret
        doors.append(Route("/telegram", webhook(telegram, secret, service.receive), methods=["POST"]))
    if settings.mono_webhook_secret:
        doors.append(Route("/mono", provider_door(service, settings.mono_webhook_secret), methods=["POST"]))
    return doors


def _readiness(database: Database) -> Callable[[], "asyncio.Future[str]"]:
    async def ready() -> str:
        return "the disk failed" if database.failure else ""

    return ready  # type: ignore[return-value]
