"""The service behind its web server, until it is told to stop or cannot go on. Never the wiring."""

import asyncio
import contextlib
import gc
import signal
import socket
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import AsyncExitStack
from functools import partial

import structlog
import uvicorn
from starlette.types import ASGIApp

from bot.app import App, start
from bot.clock import SteadyClock
from bot.commands.witnesses import check_time
from bot.config.settings import Settings
from bot.config.version import read_version
from bot.http.listening import bind
from bot.http.server import build_server_config, counting, raise_descriptor_limit
from bot.providers.kind import ProviderKind
from bot.providers.registry import PROVIDERS
from bot.resources import Resources, open_resources
from bot.standby.keeping import Keeping
from bot.standby.leading import Leadership
from bot.standby.web import Switch
from bot.supervisor import Supervisor, reason_of
from conversations import phone
from conversations.intents import phrases
from storage.backend import Lease
from storage.database import Database

STOPPING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)  # the last where the terminal that began it goes

log = structlog.get_logger()


class WebServer(uvicorn.Server):
    """uvicorn's server without its signal handling: it would end the process before the service has finished.

    It has all in `learn` done when it lets everybody in: what the first messages would have to wait for.
    """

    def __init__(self, config: uvicorn.Config, learn: Callable[[], None]) -> None:
        super().__init__(config)
        self._learn = learn

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        port = sockets[0].getsockname()[1] if sockets else self.config.port  # of PORT=0 the one that was free
        log.info("serving", host=self.config.host, port=port, release=await asyncio.to_thread(read_version))
        self._learning = asyncio.create_task(asyncio.to_thread(self._learn))


def learn(provider: ProviderKind) -> None:
    """What texts need, and then what a line's data needs, which nobody has before some texts."""
    phrases.learn()
    phone.learn()
    provider.load()


def tune_runtime() -> None:
    """Python's defaults are for programs that compute; this one hands small things on (figures: `make bench`).

    Objects here live for one turn or for the process, and the collector finds nothing in between; looking for it on
    every 700th allocation took a quarter of the CPU. And the database's thread, which gives up the provider calls at
    every statement, must not wait the default 5 ms to get it back.
    """
    gc.enable()  # off until now, where the command line has begun this
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    sys.setswitchinterval(0.0005)


async def run(stack: AsyncExitStack, settings: Settings, database: Database) -> bool:
    """Until it is told to stop; whether it could not go on. What is opened is closed with the stack."""
    resources = await open_resources(stack, settings, SteadyClock(), (), database=database)
    # Whoever had the database before us had the port too.
    endpoint = stack.enter_context(bind(settings.host, settings.port))
    raise_descriptor_limit()
    lease = resources.database.lease
    serve_with = _serve_alone if lease is None else partial(_serve_as_one_of_several, lease=lease)
    return await serve_with(stack, resources, endpoint)


async def _serve_alone(stack: AsyncExitStack, resources: Resources, endpoint: socket.socket) -> bool:
    """Nobody is let in before everything stands. Whether it could not go on."""
    app = await _start(stack, resources)
    tune_runtime()
    server = _build_server(app.web, resources)
    await _watched(app.supervisor, server, server.serve([endpoint]))
    return bool(app.supervisor.broken)


async def _serve_as_one_of_several(
    stack: AsyncExitStack, resources: Resources, endpoint: socket.socket, lease: Lease
) -> bool:
    """Stand by, and answer so, until nobody leads; then the same. The lease goes when all is done, before the disk."""
    beside = await resources.database.open_beside()
    stack.push_async_callback(beside.close)
    keeping = Keeping(beside, resources.store.kept_posts, lease, resources.clock, resources.metrics)
    leadership = Leadership(resources.database, beside, lease, resources.store.keyring, resources.clock)
    routes = keeping.routes(resources.doors)
    switch = Switch(routes, resources.metrics, resources.settings, lambda: leadership.hindrance)
    server = _build_server(switch, resources)
    gaining = asyncio.create_task(leadership.gain())
    serving = asyncio.create_task(server.serve([endpoint]))
    failing = asyncio.create_task(beside.wait_failed())
    stack.callback(failing.cancel)
    await asyncio.wait({gaining, serving, failing}, return_when=asyncio.FIRST_COMPLETED)
    if failing.done():
        log.critical("service_broken", reason=reason_of(failing.result()))
        _stop(server)
    if serving.done() or server.should_exit:
        leadership.decline()
        await asyncio.gather(gaining, serving)
        return failing.done()
    try:
        await gaining
        await stack.enter_async_context(leadership.held())
        app = await _start(stack, resources)
    except BaseException:
        _stop(server)
        await serving
        raise
    switch.lead_to(app.web)
    tune_runtime()
    await _watched(app.supervisor, server, serving)
    return bool(app.supervisor.broken)


async def _start(stack: AsyncExitStack, resources: Resources) -> App:
    """Raises `ClockDoubted`, before anything is told what time it is."""
    if isinstance(resources.clock, SteadyClock):
        resources.clock.hold()
    await check_time(resources.database, resources.store, resources.clock, resources.settings)
    app = await start(stack, resources)
    if isinstance(resources.clock, SteadyClock):
        app.supervisor.run_in_background(stack, "the clock", resources.clock.watch)
    return app


def _build_server(web: ASGIApp, resources: Resources) -> WebServer:
    """Which the signals that end a process stop."""
    host, port = resources.settings.host, resources.settings.port
    config = build_server_config(web, host, port, counting(resources.metrics))
    server = WebServer(config, partial(learn, PROVIDERS[resources.settings.provider]))
    loop = asyncio.get_running_loop()
    for number in STOPPING:
        if signal.getsignal(number) is not signal.SIG_IGN:  # `nohup` means it
            loop.add_signal_handler(number, _stop, server)
    return server


async def _watched(supervisor: Supervisor, server: WebServer, serving: Awaitable[None]) -> None:
    broken = asyncio.create_task(_stop_when_broken(supervisor, server))
    await serving
    broken.cancel()


def _stop(server: uvicorn.Server) -> None:
    server.should_exit = True


async def _stop_when_broken(supervisor: Supervisor, server: uvicorn.Server) -> None:
    """Nothing is certain after a failed sync, nor after a defect that ended what has to run: the next process knows."""
    await supervisor.wait_broken()
    log.critical("service_broken", reason=supervisor.broken)
    server.should_exit = True
