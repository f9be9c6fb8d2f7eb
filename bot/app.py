"""The one place of wiring: settings in, a running service out, and its end in order. Never a decision of its own."""

import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

import httpx
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.agency import Agency
from bot.channels.telegram import poll, register, webhook
from bot.channels.whatsapp import Reception
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
from bot.pages.door import link_doors
from bot.pages.looking import look_up_with
from bot.parts import Parts, open_parts
from bot.ports import Channel, Clock, Provider
from bot.post import Post
from bot.providers.mono import Mono
from bot.providers.mono_http import Access
from bot.schedule import Schedule
from bot.service import Service
from bot.signing import read_secrets
from bot.watch import Watch
from bot.web import Ready, build_web
from conversations.link import LinkRules
from conversations.minting import FRESH
from storage.database import Database
from storage.store import Store


@dataclass(slots=True)
class App:
    """A running service: its web application, and what tests and the demo need to reach."""

    web: ASGIApp
    service: Service
    watch: Watch
    database: Database
    store: Store
    channels: dict[str, Channel] = field(default_factory=dict)


@asynccontextmanager
async def run_app(
    settings: Settings, clock: Clock | None = None, extra_channels: tuple[Channel, ...] = ()
) -> AsyncIterator[App]:
    """Everything that runs, until the block is left; then the schedule ends, what runs, the channels, the disk."""
    async with AsyncExitStack() as stack:
        parts = await open_parts(stack, settings, clock or SystemClock(), extra_channels)
        yield await start(stack, parts)


async def start(stack: AsyncExitStack, parts: Parts) -> App:
    """Let it run on parts that the same stack closes: what was cut off is settled, what waits goes out."""
    engine = build_engine(parts)
    service = build_service(parts, engine)
    reception = await _open_reception(parts, service)  # notes where we stand before anything new can come
    stack.push_async_callback(service.finish)
    await service.recover()
    schedule = Schedule()
    service.plan(schedule)
    if reception:
        reception.plan(schedule)
    schedule.start()
    stack.callback(schedule.stop)
    watch = Watch(parts.database)
    await _connect_telegram(stack, parts, service, watch)
    if reception:
        watch.run_beside(stack, "catching up on WhatsApp", reception.catch_up)
    parts.metrics.watch(parts.database, parts.store)
    parts.database.on_commit = parts.metrics.commit
    doors = build_doors(parts, engine, service, reception)
    web = build_web(doors, _readiness(watch), parts.metrics)
    return App(web, service, watch, parts.database, parts.store, parts.channels)


def build_engine(parts: Parts) -> Engine:
    """What takes deliveries; it sends nothing itself."""
    rules = parts.settings.rules()
    post = Post(parts.store, parts.business, parts.channels)
    life, direct = timedelta(hours=parts.settings.link_hours), parts.inviter.direct if parts.inviter else None

    def links() -> LinkRules:
        """As they are now: what a platform calls the bot may be known later than the start."""
        return LinkRules(life, limits=rules.limits, addresses=parts.addresses(), direct=direct)

    agency = Agency(parts.store, links, post, partial(secrets.token_bytes, FRESH))
    return Engine(parts.database, parts.store, rules, post, agency, parts.clock)


def build_service(parts: Parts, engine: Engine) -> Service:
    """What carries out the turns that the engine takes."""
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


def _receiver(parts: Parts) -> Receiver | None:
    """The business's own door for events, where it has one."""
    settings = parts.settings
    if not settings.events_url:
        return None
    return Receiver(parts.http, settings.events_url, read_secrets(settings.events_secret.get_secret_value()))


async def _open_reception(parts: Parts, service: Service) -> Reception | None:
    if not parts.whatsapp:
        return None
    return await Reception.open(parts.settings, parts.whatsapp, service.receive, service.courier.send)


async def _connect_telegram(stack: AsyncExitStack, parts: Parts, service: Service, watch: Watch) -> None:
    telegram, settings = parts.telegram, parts.settings
    if not telegram:
        return
    await register(telegram, settings.public_url, settings.telegram_webhook_secret, parts.business.name)
    if not settings.public_url:
        watch.run_beside(stack, "polling Telegram", partial(poll, telegram, service.receive))


def build_doors(parts: Parts, engine: Engine, service: Service, reception: Reception | None) -> list[Route]:
    """The doors of what is on."""
    settings, doors = parts.settings, list(reception.routes) if reception else []
    if parts.telegram and settings.public_url:
        door = webhook(parts.telegram, settings.telegram_webhook_secret, service.receive)
        doors.append(Route("/telegram", door, methods=["POST"]))
    if settings.mono_webhook_secret:
        doors.append(Route("/mono", provider_door(service, settings.mono_webhook_secret), methods=["POST"]))
    if settings.public_url:
        look_up = look_up_with(engine.look_up, parts.business, parts.addresses)
        doors += link_doors(look_up, parts.page, parts.clock, settings.trusted_proxies)
    return doors


def _readiness(watch: Watch) -> Ready:
    async def ready() -> str:
        return watch.broken

    return ready
