"""The one place of wiring: settings in, a running service out, and its end in order. Never a decision of its own."""

import secrets
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial

from starlette.routing import Route
from starlette.types import ASGIApp

from bot.channels.module import ChannelModule
from bot.clock import SystemClock
from bot.commands.version import read_version
from bot.config.settings import Settings
from bot.http.application import build_web
from bot.http.doors import door_routes
from bot.http.one_time_files import one_time_file_routes
from bot.http.pages.files import PATH as FILE_PAGES
from bot.http.pages.files import file_page_routes
from bot.http.pages.lookup import look_up_with
from bot.http.pages.receipts import receipt_routes
from bot.http.pages.routes import link_routes
from bot.monitoring.readiness import Readiness
from bot.operations.agents_schedule import plan_for_agents
from bot.operations.customers import OperatorTurns
from bot.operations.importing import LinkImport
from bot.operations.pausing import Pausing
from bot.operations.resealing import Resealing
from bot.outbox.dispatcher import Dispatcher
from bot.outbox.handlers import PayloadHandlers
from bot.outbox.template_messages import TemplateMessages
from bot.outbox.webhook_signature import read_secrets
from bot.outbox.webhooks import OutgoingWebhooks, WebhookReceiver
from bot.outbox.writer import OutboxWriter
from bot.ports import Channel, Clock
from bot.providers.calls import ProviderCalls
from bot.providers.giving_back import GivingBack
from bot.providers.transactions import TransactionReader
from bot.resources import Resources, open_resources
from bot.scheduler import Scheduler
from bot.service import Service
from bot.standby.catching_up import CatchingUp
from bot.supervisor import Supervisor
from bot.turns.agents import AgentTurns
from bot.turns.engine import Engine
from bot.turns.notifications import Notifications
from bot.turns.programs import ProgramTurns
from conversations.minting import FRESH
from storage.database import Database
from storage.keys.reseal_wish import ResealWish
from storage.operator_wishes import OperatorWishes
from storage.store import Store

READINESS_EVERY = timedelta(seconds=15)  # what has gone off is in the log within a minute, asked for or not
CHANCE = partial(secrets.token_bytes, FRESH)
WISHES_EVERY = timedelta(seconds=1)  # whoever typed the command waits for it


@dataclass(slots=True)
class App:
    """A running service: its web application, and what tests and the demo need to reach."""

    web: ASGIApp
    service: Service
    supervisor: Supervisor
    database: Database
    store: Store
    pausing: Pausing
    channels: dict[str, Channel] = field(default_factory=dict)


@asynccontextmanager
async def run_app(
    settings: Settings, clock: Clock | None = None, extra: tuple[ChannelModule, ...] = ()
) -> AsyncIterator[App]:
    """Everything that runs, until the block is left; then the schedule ends, what runs, the channels, the disk."""
    async with AsyncExitStack() as stack:
        resources = await open_resources(stack, settings, clock or SystemClock(), extra)
        yield await start(stack, resources)


async def start(stack: AsyncExitStack, resources: Resources) -> App:
    """Let it run on parts that the same stack closes: what was cut off is settled, what waits goes out.

    The order is a promise (`bot.channels.module`): channels note where they stand before anything new can come; what
    was cut off is settled before anything is asked for; and nobody is let in by the web before all of that.
    """
    engine = build_engine(resources)
    service = build_service(resources, engine)
    await resources.pausing.look()
    await resources.prepare(service.receive, service.dispatcher.send, service.report_account)
    stack.push_async_callback(service.finish)
    await service.recover()
    supervisor = Supervisor(resources.database)
    readiness = Readiness(supervisor, resources.database, resources.metrics)
    operators = build_operator_turns(resources, engine, service)
    _start_schedule(stack, resources, engine, service, operators, readiness)
    await _start_channels(stack, resources, supervisor)
    if resealing := build_resealing(resources):
        supervisor.run_in_background(stack, "sealing anew", resealing.watch)
    folder = resources.file.absolute().parent if resources.file else None
    resources.metrics.watch(resources.database, resources.store, resources.clock.now, folder, read_version)
    resources.database.on_commit = resources.metrics.commit
    routes, settings = build_routes(resources, engine, service), resources.settings
    routes += await _open_doors(stack, resources, supervisor)
    web = build_web(routes, readiness.missing, resources.metrics, settings.metrics_token, settings.trusted_proxies)
    return App(web, service, supervisor, resources.database, resources.store, resources.pausing, resources.channels)


def _start_schedule(
    stack: AsyncExitStack,
    resources: Resources,
    engine: Engine,
    service: Service,
    operators: OperatorTurns,
    readiness: Readiness,
) -> None:
    scheduler = Scheduler()
    service.plan(scheduler)
    scheduler.every(READINESS_EVERY, readiness.look)
    plan_for_agents(scheduler, resources, engine, service, build_writer(resources), CHANCE)
    resources.plan(scheduler)
    if resources.file:  # commands write to a server's database by themselves
        wishes = OperatorWishes.beside(resources.store.keyring, resources.file)
        scheduler.every(WISHES_EVERY, partial(operators.sweep, wishes))
    scheduler.start()
    stack.callback(scheduler.stop)


async def _start_channels(stack: AsyncExitStack, resources: Resources, supervisor: Supervisor) -> None:
    for module in resources.modules:
        await module.register(resources.business.name)
        for what, work in module.background():
            supervisor.run_in_background(stack, what, work)


async def _open_doors(stack: AsyncExitStack, resources: Resources, supervisor: Supervisor) -> list[Route]:
    """Of several processes on a server, what was posted to those that stand by comes before what is posted here."""
    if not (lease := resources.database.lease):
        return door_routes(resources.doors)
    catching_up = CatchingUp(resources.database, resources.store, lease, resources.doors, resources.clock)
    await catching_up.take_all()
    supervisor.run_in_background(stack, "catching up", catching_up.follow)
    return door_routes(resources.doors, catching_up.caught_up)


def build_engine(resources: Resources) -> Engine:
    """What takes deliveries; it sends nothing itself."""
    # What the bot is called may be known from its platform only, and that is who asks.
    rules = replace(resources.settings.rules(), terms=resources.business.terms)
    writer = build_writer(resources)
    agents = AgentTurns(resources.store, resources.link_rules, writer, CHANCE)
    ruled = partial(resources.pausing.rule, rules)
    return Engine(resources.database, resources.store, ruled, writer, agents, resources.clock)


def build_writer(resources: Resources) -> OutboxWriter:
    settings = resources.settings
    files, notes = f"{settings.public_url}{FILE_PAGES}", settings.notes_in_notices
    return OutboxWriter(
        resources.store, resources.business, resources.channels, files, lambda: resources.site.shown, shows_notes=notes
    )


def build_service(resources: Resources, engine: Engine) -> Service:
    """What carries out the turns that the engine takes."""
    service = Service(resources.database, resources.store, engine, resources.clock, resources.metrics)
    webhooks = OutgoingWebhooks(resources.database, resources.store.events, _receiver(resources), resources.clock)
    template_messages = TemplateMessages(
        resources.inviter, resources.database, resources.store.links, resources.clock, service.report
    )
    transactions = TransactionReader(resources.provider, resources.clock)
    giving_back = GivingBack(resources.provider, transactions, resources.database, resources.store.accounts)
    delivery = PayloadHandlers(
        resources.channels, giving_back.give_back, webhooks, template_messages, service.report, resources.metrics
    )
    dispatcher = Dispatcher(
        resources.database,
        resources.store.outbox,
        resources.clock,
        delivery,
        resources.metrics,
    )
    calls = ProviderCalls(resources.provider, transactions, resources.channels, resources.clock, service.report)
    service.join(dispatcher, calls)
    return service


def build_resealing(resources: Resources) -> Resealing | None:
    """Where one process alone writes, and so the command cannot."""
    if not resources.file:
        return None
    return Resealing(resources.database, resources.store.keyring, ResealWish.beside(resources.file), resources.clock)


def _receiver(resources: Resources) -> WebhookReceiver | None:
    """The business's own endpoint for events, where it has one."""
    settings = resources.settings
    if not settings.events_url:
        return None
    return WebhookReceiver(resources.http, settings.events_url, read_secrets(settings.events_secret.get_secret_value()))


def build_operator_turns(resources: Resources, engine: Engine, service: Service) -> OperatorTurns:
    """What carries out the wishes of operators."""
    return OperatorTurns(
        resources.database,
        resources.store,
        engine,
        resources.clock,
        follow_up=service.follow_up,
        hurry=service.dispatcher.hurry,
        imports=LinkImport(build_programs(resources, engine, service), resources.addresses),
    )


def build_programs(resources: Resources, engine: Engine, service: Service) -> ProgramTurns:
    return ProgramTurns(
        resources.database,
        resources.store,
        engine,
        notifications=Notifications(resources.store, build_writer(resources)),
        rules=resources.link_rules,
        chance=CHANCE,
        clock=resources.clock,
        follow_up=service.follow_up,
        limit_reached=resources.metrics.limit_reached,
    )


def build_routes(resources: Resources, engine: Engine, service: Service) -> list[Route]:
    """The routes of what is on."""
    settings = resources.settings
    routes = list[Route]()
    if settings.api_keys:
        from bot.http.api.routes import api_route  # noqa: PLC0415 - most businesses have no programs

        programs, proxies = build_programs(resources, engine, service), settings.trusted_proxies
        routes.append(api_route(settings.api_keys, programs, resources.addresses, resources.clock, proxies))
    if settings.public_url:
        kept = (resources.database, resources.store.one_time_files, resources.clock)
        routes += [*one_time_file_routes(*kept), *file_page_routes(*kept, settings.trusted_proxies)]
        look_up = look_up_with(engine.look_up, resources.vouched_for, resources.addresses)
        routes += link_routes(look_up, resources.page, resources.clock, settings.trusted_proxies)
        keys, pages = resources.receipt_keys(), resources.store.receipt_pages
        told = (partial(resources.tell, keys), resources.clock, settings.trusted_proxies)
        routes += receipt_routes(resources.database, pages, keys, *told)
    return routes
