"""The one place of wiring: settings in, a running service out, and its end in order. Never a decision of its own."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import structlog
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.agency import Agency
from bot.channels.telegram import Telegram, poll, register, webhook
from bot.channels.whatsapp import Desk, WhatsApp, build_inviter, build_whatsapp
from bot.clock import SystemClock
from bot.config import Settings
from bot.courier import Courier
from bot.delivery import Delivery
from bot.doors import provider_door
from bot.engine import Engine
from bot.hooks import Hooks, Receiver
from bot.interpreter import Interpreter
from bot.inviting import Inviting
from bot.metrics import Metrics
from bot.outgoing import open_http
from bot.pages.door import link_doors
from bot.pages.looking import look_up_with
from bot.ports import Channel, Clock, Inviter, Provider
from bot.post import Post
from bot.providers.mono import Mono
from bot.providers.mono_http import Access
from bot.schedule import Schedule
from bot.service import Service
from bot.signing import read_secrets
from bot.web import Ready, build_web
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
    async with AsyncExitStack() as stack:
        parts = await _open_parts(stack, settings, clock or SystemClock(), extra_channels)
        engine = _build_engine(parts)
        service = _build_service(parts, engine)
        desk = await _open_desk(parts, service)  # notes what came last before anything new can come
        stack.push_async_callback(service.finish)
        await service.recover()
        schedule = Schedule()
        service.plan(schedule)
        schedule.start()
        stack.callback(schedule.stop)
        await _connect_telegram(stack, parts, service)
        if desk:
            _run_beside(stack, desk.catch_up())
        parts.metrics.watch(parts.database, parts.store)
        parts.database.on_commit = parts.metrics.commit
        doors = _doors(parts, engine, service, desk)
        web = build_web(doors, _readiness(parts.database), parts.metrics)
        yield App(web, service, parts.database, parts.store, parts.channels)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What everything else is built from."""

    settings: Settings
    clock: Clock
    metrics: Metrics
    http: httpx.AsyncClient
    database: Database
    store: Store
    telegram: Telegram | None
    whatsapp: WhatsApp | None
    inviter: Inviter | None
    channels: dict[str, Channel]
    business: Business
    addresses: Addresses


async def _open_parts(
    stack: AsyncExitStack, settings: Settings, clock: Clock, extra_channels: tuple[Channel, ...]
) -> _Parts:
    http = open_http()
    stack.push_async_callback(http.aclose)
    database = await _open_database(settings.database_path())
    stack.push_async_callback(database.close)
    tells = bool(settings.events_url)
    store = Store.under(settings.keyring(), settings.rules(), settings.admins, tells_systems=tells)
    telegram = await stack.enter_async_context(Telegram.open(settings, clock)) if settings.telegram_on else None
    whatsapp = build_whatsapp(settings, http, database, store, clock) if settings.whatsapp_on else None
    opened: tuple[Channel | None, ...] = (telegram, whatsapp, *extra_channels)
    return _Parts(
        settings=settings,
        clock=clock,
        metrics=Metrics(),
        http=http,
        database=database,
        store=store,
        telegram=telegram,
        whatsapp=whatsapp,
        inviter=build_inviter(settings, whatsapp),
        channels={channel.name: channel for channel in opened if channel},
        business=_business(settings, telegram),
        addresses=_addresses(settings, telegram),
    )


async def _open_database(path: Path) -> Database:
    """The database for this process alone; one that is about to end may have it until then."""
    try:
        return await Database.open(path)
    except DatabaseLocked as held:
        log.warning("waiting_for_database", reason=str(held), patience_seconds=LOCK_PATIENCE.total_seconds())
    return await Database.open(path, wait_for_lock=LOCK_PATIENCE)


def _business(settings: Settings, telegram: Telegram | None) -> Business:
    """A business without a name of its own is called what its bot is called."""
    business = settings.business()
    return replace(business, name=business.name or (telegram.title if telegram else "") or "telcolink")


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


def _build_engine(parts: _Parts) -> Engine:
    rules = parts.settings.rules()
    post = Post(parts.store, parts.business, parts.channels)
    life, direct = timedelta(hours=parts.settings.link_hours), parts.inviter.direct if parts.inviter else None
    links = LinkRules(life, limits=rules.limits, addresses=parts.addresses, direct=direct)
    agency = Agency(parts.store, links, post, partial(secrets.token_bytes, FRESH))
    return Engine(parts.database, parts.store, rules, post, agency, parts.clock)


def _build_service(parts: _Parts, engine: Engine) -> Service:
    provider = build_provider(parts.settings, parts.http, parts.metrics)
    service = Service(parts.database, parts.store, engine, parts.clock, parts.metrics)
    hooks = Hooks(parts.database, parts.store.events, _receiver(parts), parts.clock)
    inviting = Inviting(parts.inviter, parts.database, parts.store.links, parts.clock, service.report)
    delivery = Delivery(parts.channels, provider, hooks, inviting, service.report, parts.metrics)
    courier = Courier(
        parts.database, parts.store.outbox, parts.clock, delivery.hand_over, delivery.left_behind, parts.metrics
    )
    service.join(courier, Interpreter(provider, parts.channels, parts.clock, service.report))
    return service


def build_provider(settings: Settings, http: httpx.AsyncClient, metrics: Metrics) -> Provider:
    access = Access(settings.mono_api_base, settings.mono_secret_key, settings.mono_api_family)
    return Mono(http, access, observe=metrics.provider_call)


def _receiver(parts: _Parts) -> Receiver | None:
    """The business's own door for events, where it has one."""
    settings = parts.settings
    if not settings.events_url:
        return None
    return Receiver(parts.http, settings.events_url, read_secrets(settings.events_secret.get_secret_value()))


async def _open_desk(parts: _Parts, service: Service) -> Desk | None:
    if not parts.whatsapp:
        return None
    return await Desk.open(parts.settings, parts.whatsapp, service.receive, service.courier.send)


async def _connect_telegram(stack: AsyncExitStack, parts: _Parts, service: Service) -> None:
    telegram, settings = parts.telegram, parts.settings
    if not telegram:
        return
    await register(telegram, settings.public_url, settings.telegram_webhook_secret, parts.business.name)
    if not settings.public_url:
        _run_beside(stack, poll(telegram, service.receive))


def _run_beside(stack: AsyncExitStack, work: Coroutine[Any, Any, None]) -> None:
    """Work that goes on while the service runs and ends with it."""
    task = asyncio.create_task(work)

    async def end() -> None:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)

    stack.push_async_callback(end)


def _doors(parts: _Parts, engine: Engine, service: Service, desk: Desk | None) -> list[Route]:
    settings, doors = parts.settings, list(desk.routes) if desk else []
    if parts.telegram and settings.public_url:
        door = webhook(parts.telegram, settings.telegram_webhook_secret, service.receive)
        doors.append(Route("/telegram", door, methods=["POST"]))
    if settings.mono_webhook_secret:
        doors.append(Route("/mono", provider_door(service, settings.mono_webhook_secret), methods=["POST"]))
    if settings.public_url:
        look_up = look_up_with(engine.look_up, parts.business, parts.addresses)
        doors += link_doors(look_up, parts.addresses.page, parts.clock, settings.trusted_proxies)
    return doors


def _readiness(database: Database) -> Ready:
    async def ready() -> str:
        return "the disk failed" if database.failure else ""

    return ready
