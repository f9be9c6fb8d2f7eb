"""Behind a pooler in transaction mode, which gives each transaction another session, all works as without one."""

import asyncio
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from bot.checks.server import check_server
from storage.database import Database
from storage.place import ServerUrl
from storage.postgres.hearing import hear
from tests.local_postgres import LocalPostgres
from tests.storage.notes import NOTES_ON_A_SERVER, from_outside, read, write
from tests.waiting import until_now

POOLER = shutil.which("pgbouncer", path="/usr/sbin:/usr/bin:/usr/local/bin")

ABSENT = "no pgbouncer is installed here (Debian: apt install pgbouncer): nothing was tried through it"


@pytest.fixture
def place(postgres: LocalPostgres, tmp_path: Path) -> Iterator[ServerUrl]:
    """A database of its own, for a pooler takes no schema in the address."""
    if POOLER is None:
        (pytest.fail if os.environ.get("REQUIRE_POSTGRES") else pytest.skip)(ABSENT)
    postgres.run("DROP DATABASE IF EXISTS pooled")
    postgres.run("CREATE DATABASE pooled")
    settings = postgres.folder / "pooler.ini"
    settings.write_text(
        f"[databases]\npooled = host={postgres.folder} user=telcolink\n"
        f"[pgbouncer]\nunix_socket_dir = {postgres.folder}\nlisten_port = 6432\npool_mode = transaction\n"
        "auth_type = any\ndefault_pool_size = 2\nlogfile =\npidfile =\n"
    )
    place = ServerUrl(f"postgresql://telcolink@/pooled?host={postgres.folder}&port=6432")
    running = subprocess.Popen(
        [POOLER, "-q", str(settings)], user=postgres.user, stderr=subprocess.DEVNULL, cwd=postgres.folder
    )
    until_now(lambda: _answers(place))
    yield place
    running.kill()
    running.wait()


def _answers(place: ServerUrl) -> bool:
    try:
        psycopg.connect(place.reveal()).close()
    except psycopg.OperationalError:
        return False
    return True


async def test_several_processes_share_fewer_sessions(place: ServerUrl) -> None:
    databases = [await Database.open(place, migrations=NOTES_ON_A_SERVER) for _ in range(3)]
    await asyncio.gather(*(each.run(write(f"{n} {id(each)}")) for n in range(30) for each in databases))
    assert len(from_outside(place)) == 90
    assert len(await databases[0].read(read)) == 90
    for each in databases:
        await each.close()


async def test_doctor_says_that_there_is_one(place: ServerUrl) -> None:
    await (await Database.open(place)).close()
    assert check_server(place)[0].said.endswith("through a pooler")


async def test_who_would_hear_of_what_waits_is_told_that_nothing_can_be_heard(place: ServerUrl) -> None:
    told: list[bool] = []
    await asyncio.wait_for(hear(place, lambda _: told.append(True)), timeout=20)
    assert told == []
