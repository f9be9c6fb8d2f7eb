"""The running service: settings in, all that runs, and its end in order. Never a decision of its own."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import timedelta
from functools import partial

from msgspec import Struct
from starlette.routing import Route
from starlette.types import ASGIApp

from bot.channels.module import ChannelModule
from bot.clock import SystemClock
from bot.config.settings import Settings
from bot.http.application import build_web
from bot.http.doors import door_routes
from bot.http.one_time_files import one_time_file_routes
from bot.http.pages.files import file_page_routes
from bot.http.pages.lookup import look_up_with
from bot.http.pages.receipts import receipt_routes
from bot.http.pages.routes import link_routes
from bot.http.pages.visitors import Visitors
from bot.monitoring.readiness import Readiness
from bot.operations.pausing import Pausing
from bot.operations.restores import NOTED_EVERY, RestoreWatch
from bot.parts import Parts
from bot.ports import Channel, Clock
from bot.providers.line_reader import FORGET_EVERY
from bot.resources import Resources, open_resources
from bot.scheduler import Scheduler, alone
from bot.service import Service
from bot.standby.catching_up import CatchingUp
from bot.supervisor import Supervisor
from bot.sweeps import Sweeps
from storage.database import Database
from storage.operator_wishes import OperatorWishes
from storage.store import Store

READINESS_EVERY = timedelta(seconds=15)  # what has gone off is in the log within a minute, asked for or not
CHANNELS_EVERY = timedelta(seconds=15)


class App(Struct, frozen=True):
    """A running service: its web application, and what tests and the demo need to reach."""

    web: ASGIApp
    parts: Parts
    supervisor: Supervisor

    @property
    def service(self) -> Service:
        return self.parts.service

    @property
    def sweeps(self) -> Sweeps:
        return self.parts.sweeps

    @property
    def database(self) -> Database:
        return self.parts.resources.database

    @property
    def store(self) -> Store:
        return self.parts.resources.store

    @property
    def pausing(self) -> Pausing:
        return self.parts.resources.pausing

    @property
    def channels(self) -> dict[str, Channel]:
        return self.parts.resources.channels


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
    parts = Parts.of(resources)
    service = parts.service
    await resources.pausing.look()
    await resources.prepare(service.receive, service.dispatcher.send, service.report_account)
    stack.push_async_callback(service.finish)
    await alone(parts.sweeps.put_time_right())
    await service.recover()
    await alone(parts.sweeps.tell_heads())
    supervisor = Supervisor(resources.database)
    readiness = Readiness(supervisor, resources.database, resources.metrics)
    restores = parts.restores()
    if restores:
        await alone(restores.look())
        stack.push_async_callback(restores.note)
    _start_schedule(stack, parts, readiness, supervisor, restores)
    await _start_channels(stack, resources, supervisor)
    _watch_for_operators(stack, parts, supervisor)
    folder = resources.file.absolute().parent if resources.file else None
    resources.metrics.watch(resources.database, resources.store, resources.clock.now, folder)
    resources.database.on_commit = resources.metrics.commit
    routes, settings = build_routes(parts), resources.settings
    routes += await _open_doors(stack, resources, service, supervisor)
    web = build_web(routes, readiness.missing, resources.metrics, settings.metrics_token, settings.trusted_proxies)
    return App(web, parts, supervisor)


def _start_schedule(
    stack: AsyncExitStack,
    parts: Parts,
    readiness: Readiness,
    supervisor: Supervisor,
    restores: RestoreWatch | None,
) -> None:
    scheduler, resources = Scheduler(), parts.resources
    parts.sweeps.plan(scheduler)
    scheduler.every(READINESS_EVERY, readiness.look)
    scheduler.every(CHANNELS_EVERY, parts.channel_alarm())
    for span, sweep in parts.sweeps_for_agents():
        scheduler.every(span, sweep)
    scheduler.every(FORGET_EVERY, parts.lines.forget_old)
    resources.plan(scheduler)
    if restores:
        scheduler.every(NOTED_EVERY, restores.note)
    supervisor.run_in_background(stack, "beginning the schedule", scheduler.start)
    stack.callback(scheduler.stop)


def _watch_for_operators(stack: AsyncExitStack, parts: Parts, supervisor: Supervisor) -> None:
    """What commands cannot do by themselves beside us; in a server's database they do it."""
    resources = parts.resources
    if resealing := parts.resealing():
        supervisor.run_in_background(stack, "sealing anew", resealing.watch)
    if resources.file:
        wishes = OperatorWishes.beside(resources.store.keyring, resources.file)
        supervisor.run_in_background(stack, "operators' wishes", partial(parts.operators.watch, wishes))


async def _start_channels(stack: AsyncExitStack, resources: Resources, supervisor: Supervisor) -> None:
    for module in resources.modules:
        await module.register(resources.business.name)
        for what, work in module.background():
            supervisor.run_in_background(stack, what, work)


async def _open_doors(
    stack: AsyncExitStack, resources: Resources, service: Service, supervisor: Supervisor
) -> list[Route]:
    """Of several processes on a server, what was posted to those that stand by comes before what is posted here."""
    if not (lease := resources.database.lease):
        return door_routes(resources.doors)
    catching_up = CatchingUp(
        resources.database, resources.store, lease, resources.doors, resources.clock, service.dispatcher.adopt
    )
    await catching_up.take_all()
    supervisor.run_in_background(stack, "catching up", catching_up.follow)
    supervisor.run_in_background(stack, "taking what commands left", catching_up.take_what_is_left)
    return door_routes(resources.doors, catching_up.caught_up)


def build_routes(parts: Parts) -> list[Route]:
    """The routes of what is on."""
    resources, settings = parts.resources, parts.resources.settings
    routes = list[Route]()
    if settings.api_keys:
        from bot.http.api.routes import api_routes  # noqa: PLC0415 - most businesses have no programs

        programs, proxies = parts.programs, settings.trusted_proxies
        routes += api_routes(settings.api_keys, programs, resources.addresses, resources.clock, proxies)
    if settings.public_url:
        visitors = Visitors(settings.trusted_proxies, settings.languages)
        kept = (resources.database, resources.store.one_time_files, resources.clock)
        routes += [*one_time_file_routes(*kept), *file_page_routes(*kept, visitors)]
        look_up = look_up_with(parts.engine.look_up, resources.vouched_for, resources.addresses)
        routes += link_routes(look_up, resources.page, resources.clock, visitors)
        keys, pages = resources.receipt_keys(), resources.store.receipt_pages
        told = (partial(resources.tell, keys), resources.clock, visitors)
        routes += receipt_routes(resources.database, pages, keys, *told)
    return routes
