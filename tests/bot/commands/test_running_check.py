"""The doctor on the server that runs here: ready, standing by, another one, none; and who sees its metrics."""

import asyncio
import os
from pathlib import Path

from starlette.responses import PlainTextResponse

from bot.checks.finding import Check, CheckContext, Finding, HostFacts, Verdict, ok
from bot.checks.probe import Probe
from bot.checks.running import check_openness, check_running
from bot.config.reading import read_settings
from bot.monitoring.unkept import UNKEPT, explain_unkept
from bot.outgoing.occasional import open_http
from bot.sandbox.emulators.loopback import serve
from bot.standby.leading import ANOTHER
from bot.standby.web import STANDS_BY
from storage.database import Database
from storage.sealing import Keyring
from tests.ports import free_port

CONFLICT = "telegram takes nothing for 80 s: Conflict: terminated by other getUpdates request"


async def find(check: Check, file: Path, **more: str) -> list[Finding]:
    given = {"ENCRYPTION_KEYS": Keyring.generate_key(), "MONO_SECRET_KEY": "live_sk_1", "HOST": "127.0.0.1"}
    settings = read_settings(given | {"DATABASE_URL": f"sqlite:///{file}"} | more, needs_channel=False)
    around = HostFacts(names=tuple(more))
    async with open_http() as http:
        return await check(CheckContext(settings, Probe(http, around.now), around))


async def find_where(answers: PlainTextResponse, file: Path) -> list[Finding]:
    """Where a server here answers so."""
    async with serve(answers) as url:
        return await find(check_running, file, PORT=url.rpartition(":")[2])


async def test_what_the_server_here_says_of_itself_is_told(tmp_path: Path) -> None:
    file = tmp_path / "telcolink.db"
    database = await Database.open(file)
    try:
        ready = await find_where(PlainTextResponse("ready"), file)
        standby = await find_where(PlainTextResponse(f"{ANOTHER}; {STANDS_BY}", 503), file)
        (unready,) = await find_where(PlainTextResponse(CONFLICT, 503), file)
    finally:
        await database.close()
    assert ready == [ok("running", "the server here takes, keeps and sends messages")]
    assert standby == [ok("running", f"the server here is well: {ANOTHER}; {STANDS_BY}")]
    assert (unready.verdict, unready.said) == (Verdict.WRONG, f"the server here is not ready: {CONFLICT}")
    assert "Two servers use one bot" in unready.advice


async def test_of_whatever_keeps_it_from_keeping_anything_what_helps_is_told(tmp_path: Path) -> None:
    file, found = tmp_path / "telcolink.db", dict[str, Finding]()
    database = await Database.open(file)
    try:
        for kind, _, _ in UNKEPT:
            said, helps = explain_unkept(kind("for a test"))
            (found[helps],) = await find_where(PlainTextResponse(f"{said}; {STANDS_BY}", 503), file)
    finally:
        await database.close()
    assert {each.verdict for each in found.values()} == {Verdict.WRONG}
    told = {helps: each.advice for helps, each in found.items()}
    assert told == {helps: f"{helps[0].upper()}{helps[1:]}: until then nobody is answered." for helps in found}
    assert told["start it, or mend the way to it"] == "Start it, or mend the way to it: until then nobody is answered."


async def test_a_server_of_another_database_is_not_taken_for_ours(tmp_path: Path) -> None:
    (found,) = await find_where(PlainTextResponse("ready"), tmp_path / "telcolink.db")
    assert found.verdict is Verdict.WRONG
    assert "does not hold the database that DATABASE_URL names" in found.said


async def test_a_port_that_another_program_has_is_told_as_serve_tells_it(tmp_path: Path) -> None:
    file = tmp_path / "telcolink.db"
    assert await find(check_running, file, PORT=str(free_port())) == []
    (found,) = await find_where(PlainTextResponse("a wiki"), file)
    assert found.verdict is Verdict.WRONG
    assert found.said.startswith("The web server cannot listen at 127.0.0.1, port ")
    (found,) = await find(check_running, file, HOST="192.0.2.1")  # of no machine
    assert "Set HOST to an address of this machine" in found.advice


async def test_a_server_that_hangs_is_not_taken_for_another_program(tmp_path: Path) -> None:
    file = tmp_path / "telcolink.db"
    async with await asyncio.start_server(lambda _, writer: writer.close(), "127.0.0.1", 0) as mute:
        port = str(mute.sockets[0].getsockname()[1])
        (found,) = await find(check_running, file, PORT=port)
        assert "End what has it" in found.advice
        database = await Database.open(file)
        (found,) = await find(check_running, file, PORT=port)
        await database.close()
    assert found.said.startswith(f"the server here (process {os.getpid()}) holds port {port} and does not answer")
    assert f"`kill -KILL {os.getpid()}`" in found.advice


async def test_metrics_that_others_can_read_are_told(tmp_path: Path) -> None:
    file = tmp_path / "telcolink.db"
    (found,) = await find(check_openness, file, PORT="5000", HOST="")
    assert found.verdict is Verdict.WARN
    assert found.said.endswith("port 5000 can read /metrics: it listens at 0.0.0.0")
    assert await find(check_openness, file, PORT="5000") == []
    assert await find(check_openness, file, PORT="5000", HOST="", METRICS_TOKEN="7f3a9c51e0b2" * 3) == []
