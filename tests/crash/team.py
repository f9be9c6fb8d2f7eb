"""Several processes of one service, and what befalls them. Never what must hold all the same."""

import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, closing, suppress
from pathlib import Path

import psycopg

from bot.sandbox.emulators.loopback import serve
from tests import waiting
from tests.crash.front import Front
from tests.crash.pace import PACE
from tests.crash.test_kills import ENDLESS
from tests.local_postgres import LocalPostgres
from tests.ports import free_port
from tests.server_stage import Server, Town, open_town, until
from tests.waiting import until_found

PROCESSES = 3
WITHIN = PACE.within  # seconds until customers are answered again
PATIENCE = 45.0  # seconds for another to lead, on a machine that has much else to do
LOOKS_EVERY = 0.05  # seconds, for a leader: who stands by has to answer each time
KILLED, STOPPED, CUT_OFF, WITHOUT_DATABASE = "killed", "stopped", "cut off", "its database killed"
READING_ONLY, CROWDED_OUT = "its database takes no writes", "its database has no session left"
DEADLY = (KILLED, STOPPED)
ALL_FATES = (KILLED, READING_ONLY, CUT_OFF, STOPPED, CROWDED_OUT, WITHOUT_DATABASE)
# Each in turn; the first half of them on one platform is the second on the other.
FATES = {"telegram": ALL_FATES, "whatsapp": (*ALL_FATES[3:], *ALL_FATES[:3])}
_OVERDUE = (
    "SELECT 1 FROM outbox WHERE state = 'waiting' AND due_at < extract(epoch FROM clock_timestamp()) * 1000 - 1000"
)
_LEASE = "SELECT until FROM leases"
_UNRENEWED = (
    f"SELECT 1 FROM leases WHERE until < extract(epoch FROM clock_timestamp()) * 1000 + {PACE.unrenewed * 1000}"  # noqa: S608
)
_CUT = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'telcolink'"


class Team:
    """The processes of one service. Whoever is ready leads."""

    def __init__(self, town: Town, postgres: LocalPostgres) -> None:
        self._town = town
        self._postgres = postgres
        self.members: list[Server] = []
        self._waited: dict[str, float] = {}  # for a CPU, by those that are there for customers
        self._hired: list[Server] = []

    def hire(self) -> None:
        settings = self._town.server.settings | {"PORT": str(free_port())}
        folder = self._town.server.folder / f"process{len(list(self._town.server.folder.glob('process*')))}"
        folder.mkdir()
        server = Server(settings, folder, PACE.keep)
        server.spawn()
        self.members.append(server)
        self._hired.append(server)

    async def leader(self) -> Server:
        """Once there is one, which takes no longer than it may on a machine that has much else to do."""
        ready: list[Server] = []

        async def look() -> bool:
            ready[:] = [server for server in self.members if server.is_alive and await server.is_ready()]
            return bool(ready)

        await until_found(look, patience=PATIENCE, glance=LOOKS_EVERY)
        return ready[0]

    def logs(self) -> dict[str, Path]:
        """Of all that there ever were, by the names of their folders."""
        return {server.folder.name: server.log for server in self._hired}

    def held_up(self) -> float:
        """Seconds since the last look for which the machine kept the one waiting that it kept waiting longest."""
        there = [each for each in self.members if each.is_alive and "serving" in each.said]
        before, self._waited = self._waited, {each.folder.name: each.waited_for_cpu() for each in there}
        return max((waited - before.get(name, waited) for name, waited in self._waited.items()), default=0.0)

    async def settle(self) -> None:
        """Until the others stand by."""
        leader = await self.leader()
        await until(lambda: all("standing_by" in each.said for each in self.members if each is not leader))

    async def suffer(self, leader: Server, how: str, note: Callable[[], None]) -> None:
        """It befalls the leader, or all of them. `note` is called at the moment itself."""
        if how in DEADLY:
            leader.pause()
            self.members.remove(leader)
        note()
        if how == KILLED:
            await leader.kill()
        elif how == CUT_OFF:
            self._town.look(_CUT)
        elif how == WITHOUT_DATABASE:
            self._postgres.stop(signal.SIGQUIT)
            self._postgres.start()
            before = self._town.look(_LEASE)  # renewed once it is known what became of what was being written
            await until(lambda: self._town.look(_LEASE) != before)
        elif how == READING_ONLY:
            async with self._reading_only():
                await until(lambda: bool(self._town.look(_UNRENEWED)))
        elif how == CROWDED_OUT:
            await self._crowd_out()

    @asynccontextmanager
    async def _reading_only(self) -> AsyncIterator[None]:
        """As a primary that was made a standby, and is made the primary again."""
        self._set_system("SET default_transaction_read_only = on")
        try:
            yield
        finally:
            self._set_system("RESET default_transaction_read_only")

    def _set_system(self, what: str) -> None:
        for statement in (f"ALTER SYSTEM {what}", "SELECT pg_reload_conf()"):
            self._postgres.run(statement)

    async def _crowd_out(self) -> None:
        """Others have all sessions that were theirs, and whatever else there is."""
        with ExitStack() as others:
            watcher = self._take_session(others, self._town.server.settings["DATABASE_URL"])

            def crowd() -> None:
                watcher.execute(_CUT)
                with suppress(psycopg.OperationalError):
                    while True:
                        self._take_session(others, self._postgres.url().reveal())

            await waiting.until(lambda: bool(watcher.execute(_UNRENEWED).fetchall()), patience=PATIENCE, act=crowd)

    def _take_session(self, others: ExitStack, url: str) -> psycopg.Connection:
        return others.enter_context(closing(psycopg.connect(url, autocommit=True)))

    async def recover(self, leader: Server, how: str) -> None:
        """Once another leads, who was stopped goes on and ends; and they are as many as before.

        Who leads still has noted what it had in hand when this returns: one thing at a time befalls it.
        """
        if how == STOPPED:
            leader.go_on()
            assert await leader.ended() == 1
            assert "another process carries the service on" in leader.said
        for server in [each for each in self.members if not each.is_alive]:  # and nobody has been told anything
            assert "it is unknown whether it was kept" in server.said
            self.members.remove(server)
        while len(self.members) < PROCESSES:
            self.hire()
        if how not in DEADLY:
            await until(lambda: not self._town.look(_OVERDUE))

    async def end(self) -> None:
        for server in self._hired:  # also who was stopped and never went on
            await server.put_away()


@asynccontextmanager
async def open_team(postgres: LocalPostgres, folder: Path, platform: str) -> AsyncIterator[tuple[Town, Team]]:
    async with AsyncExitStack() as stack:
        database = postgres.place().reveal()
        town = await stack.enter_async_context(open_town(folder, DATABASE_URL=database, **ENDLESS))
        team = Team(town, postgres)
        front = await stack.enter_async_context(Front(lambda: [each.settings["PORT"] for each in team.members]))
        left_out = ["TELEGRAM_"] if platform == "whatsapp" else ["TWILIO_", "WHATSAPP_", "PUBLIC_URL"]
        for name in list(town.server.settings):
            if name.startswith((*left_out, "ACCEPT_LOSING_DATA")):
                del town.server.settings[name]
        if platform == "whatsapp":
            url = town.server.settings["PUBLIC_URL"] = await stack.enter_async_context(serve(front))
            town.whatsapp.connect(url)
            town.whatsapp.set_up_contents()
            town.mono.set_webhook(f"{url}/mono", town.server.settings["MONO_WEBHOOK_SECRET"])
        for _ in range(PROCESSES):
            team.hire()
        try:
            await team.settle()
            yield town, team
        finally:
            await team.end()
