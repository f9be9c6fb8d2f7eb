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

from bot.channels.telegram import poll, register, webhook
from bot.channels.whatsapp import WhatsAppModule
from bot.clock import SystemClock
from bot.config import Settings
from bot.http.application import Ready, build_web
from bot.http.pages.lookup import look_up_with
from bot.http.pages.routes import link_routes
from bot.http.provider_webhook import provider_webhook
from bot.metrics import Metrics
from bot.outbox.dispatcher import Dispatcher
from bot.outbox.handlers import PayloadHandlers
from bot.outbox.template_messages import TemplateMessages
from bot.outbox.webhook_signature import read_secrets
from bot.outbox.webhooks import OutgoingWebhooks, WebhookReceiver
from bot.outbox.writer import OutboxWriter
from bot.ports import Channel, Clock, Provider
from bot.providers.calls import ProviderCalls
from bot.providers.mono.provider import Mono
from bot.providers.mono.transport import MonoAccess
from bot.resources import Resources, open_resources
from bot.scheduler import Scheduler
from bot.service import Service
from bot.supervisor import Supervisor
from bot.turns.agents import AgentTurns
from bot.turns.engine import Engine
from conversations.link import LinkRules
from conversations.minting import FRESH
from storage.database import Database
from storage.store import Store


@dataclass(slots=True)
class App:
    """A running service: its web application, and what tests and the demo need to reach."""

    web: ASGIApp
    service: Service
    supervisor: Supervisor
    database: Database
    store: Store
    channels: dict[str, Channel] = field(default_factory=dict)


@asynccontextmanager
async def run_app(
    settings: Settings, clock: Clock | None = None, extra_channels: tuple[Channel, ...] = ()
) -> AsyncIterator[App]:
    """Everything that runs, until the block is left; then the schedule ends, what runs, the channels, the disk."""
    async with AsyncExitStack() as stack:
        resources = await open_resources(stack, settings, clock or SystemClock(), extra_channels)
        yield await start(stack, resources)


async def start(stack: AsyncExitStack, resources: Resources) -> App:
    """Let it run on parts that the same stack closes: what was cut off is settled, what waits goes out."""
    engine = build_engine(resources)
    service = build_service(resources, engine)
    module = await _open_reception(resources, service)  # notes where we stand before anything new can come
    stack.push_async_callback(service.finish)
    await service.recover()
    scheduler = Scheduler()
    service.plan(scheduler)
    if module:
        module.plan(scheduler)
    scheduler.start()
    stack.callback(scheduler.stop)
    supervisor = Supervisor(resources.database)
    await _connect_telegram(stack, resources, service, supervisor)
    if module:
        supervisor.run_in_background(stack, "catching up on WhatsApp", module.catch_up)
    resources.metrics.watch(resources.database, resources.store)
    resources.database.on_commit = resources.metrics.commit
    routes = build_routes(resources, engine, service, module)
    web = build_web(routes, _readiness(supervisor), resources.metrics)
    return App(web, service, supervisor, resources.database, resources.store, resources.channels)


def build_engine(resources: Resources) -> Engine:
    """What takes deliveries; it sends nothing itself."""
    rules = resources.settings.rules()
    writer = OutboxWriter(resources.store, resources.business, resources.channels)
    life, direct = (
        timedelta(hours=resources.settings.link_hours),
        resources.inviter.direct if resources.inviter else None,
    )

    def links() -> LinkRules:
        """As they are now: what a platform calls the bot may be known later than the start."""
        return LinkRules(life, limits=rules.limits, addresses=resources.addresses(), direct=direct)

    agents = AgentTurns(resources.store, links, writer, partial(secrets.token_bytes, FRESH))
    return Engine(resources.database, resources.store, rules, writer, agents, resources.clock)


def build_service(resources: Resources, engine: Engine) -> Service:
    """What carries out the turns that the engine takes."""
    provider = build_provider(resources.settings, resources.http, resources.metrics)
    service = Service(resources.database, resources.store, engine, resources.clock, resources.metrics)
    webhooks = OutgoingWebhooks(resources.database, resources.store.events, _receiver(resources), resources.clock)
    template_messages = TemplateMessages(
        resources.inviter, resources.database, resources.store.links, resources.clock, service.report
    )
    delivery = PayloadHandlers(
        resources.channels, provider, webhooks, template_messages, service.report, resources.metrics
    )
    dispatcher = Dispatcher(
        resources.database,
        resources.store.outbox,
        resources.clock,
        delivery.hand_over,
        delivery.left_behind,
        resources.metrics,
    )
    service.join(dispatcher, ProviderCalls(provider, resources.channels, resources.clock, service.report))
    return service


def build_provider(settings: Settings, http: httpx.AsyncClient, metrics: Metrics) -> Provider:
    access = MonoAccess(settings.mono_api_base, settings.mono_secret_key, settings.mono_api_family)
    return Mono(http, access, observe=metrics.provider_call)


def _receiver(resources: Resources) -> WebhookReceiver | None:
    """The business's own endpoint for events, where it has one."""
    settings = resources.settings
    if not settings.events_url:
        return None
    return WebhookReceiver(resources.http, settings.events_url, read_secrets(settings.events_secret.get_secret_value()))


async def _open_reception(resources: Resources, service: Service) -> WhatsAppModule | None:
    if not resources.whatsapp:
        return None
    return await WhatsAppModule.open(resources.settings, resources.whatsapp, service.receive, service.dispatcher.send)


async def _connect_telegram(
    stack: AsyncExitStack, resources: Resources, service: Service, supervisor: Supervisor
) -> None:
    telegram, settings = resources.telegram, resources.settings
    if not telegram:
        return
    await register(telegram, settings.public_url, settings.telegram_webhook_secret, resources.business.name)
    if not settings.public_url:
        supervisor.run_in_background(stack, "polling Telegram", partial(poll, telegram, service.receive))


def build_routes(resources: Resources, engine: Engine, service: Service, module: WhatsAppModule | None) -> list[Route]:
    """The routes of what is on."""
    settings, routes = resources.settings, list(module.routes) if module else []
    if resources.telegram and settings.public_url:
        endpoint = webhook(resources.telegram, settings.telegram_webhook_secret, service.receive)
        routes.append(Route("/telegram", endpoint, methods=["POST"]))
    if settings.mono_webhook_secret:
        routes.append(Route("/mono", provider_webhook(service, settings.mono_webhook_secret), methods=["POST"]))
    if settings.public_url:
        look_up = look_up_with(engine.look_up, resources.business, resources.addresses)
        routes += link_routes(look_up, resources.page, resources.clock, settings.trusted_proxies)
    return routes


def _readiness(supervisor: Supervisor) -> Ready:
    async def ready() -> str:
        return supervisor.broken

    return ready
