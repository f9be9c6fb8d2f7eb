"""What a server costs in the place of a file: CPU of both sides, waits, statements, and several processes at it.

The server syncs as it comes; it and the bot are on one machine, on a Unix socket. Never a promise.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from tests.benchmarks.contestants import TELCOLINK, running
from tests.benchmarks.cores import pin_bot
from tests.benchmarks.fakes.telegram import Telegram
from tests.benchmarks.races import WARMING_UP, Race, link, scene
from tests.benchmarks.table import write, write_finding, write_head, write_race
from tests.local_postgres import ABSENT, LocalPostgres, find_programs

SYNCING = {"fsync": "on", "full_page_writes": "on", "shared_buffers": "128MB"}
COUNTING = {"shared_preload_libraries": "pg_stat_statements", "track_io_timing": "off"}
PROCESSES = (1, 2, 3)


async def bench_databases(options: argparse.Namespace) -> bool:
    """There is nothing that would not hold."""
    programs = find_programs()
    if not programs:
        write(f"\nA file and a server: {ABSENT}")
        return True
    for chats in (1, options.chats):
        write_head(f"A file and a server, {chats} {'chat' if chats == 1 else 'chats'} at once")
        write_race("SQLite", await _race(options.seconds, chats))
        with _server(programs) as server:
            await _race_on(server, options.seconds, chats)
    await _write_in_several(programs, options)
    return True


async def _race(seconds: float, chats: int, url: str = "") -> Race:
    settings = {"DATABASE_URL": url} if url else {}
    async with scene([Telegram()]) as (crowds, world), running(TELCOLINK, world, settings) as bot:
        return await link(bot, crowds, seconds, chats)


async def _race_on(server: LocalPostgres, seconds: float, chats: int) -> None:
    used = server.cpu()
    done = await _race(seconds, chats, server.place().reveal())
    messages = len(done.whole.all) * (seconds + WARMING_UP) / seconds
    write_race("PostgreSQL", done)
    statements, commits, claimed = _counted(server)
    write_finding(f"the server's own CPU: {(server.cpu() - used) / max(messages, 1) * 1e6:.0f} µs a message")
    write_finding(f"{statements / claimed:.2f} statements and {commits / claimed:.2f} commits for each delivery")


def _counted(server: LocalPostgres) -> tuple[int, int, int]:
    """Statements, transactions, and what was taken in."""
    ((statements,),) = server.ask("SELECT sum(calls)::bigint FROM pg_stat_statements")
    ((commits,),) = server.ask("SELECT sum(calls)::bigint FROM pg_stat_statements WHERE query = 'COMMIT'")
    ((claimed,),) = server.ask("SELECT sum(rows)::bigint FROM pg_stat_statements WHERE query LIKE '%INTO inbound_ids%'")
    return statements, commits, max(claimed or 0, 1)


async def _write_in_several(programs: Path, options: argparse.Namespace) -> None:
    write("\nTurns at the tables alone, a second, by so many processes")
    with tempfile.TemporaryDirectory() as folder:
        write(f"{'SQLite':22}{await _turns(f'sqlite:///{folder}/bench.db', 1, options):>10.0f}")
    for processes in PROCESSES:
        with _server(programs) as server:
            turns = await _turns(server.place().reveal(), processes, options)
            write(f"{f'PostgreSQL, {processes}':22}{turns:>10.0f}")


async def _turns(url: str, processes: int, options: argparse.Namespace) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.writers", url, str(options.seconds), str(options.chats)]
    begun = [await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE) for _ in range(processes)]
    for process in begun:
        pin_bot(psutil.Process(process.pid), alone=False)
    said = [await process.communicate() for process in begun]
    turns: float = sum(int(out) for out, _ in said) / options.seconds
    return turns


@contextmanager
def _server(programs: Path) -> Iterator[LocalPostgres]:
    """New, so that nothing that was counted before counts."""
    server = LocalPostgres(programs, **SYNCING, **COUNTING)
    pin_bot(server.process, alone=False)
    server.run("CREATE EXTENSION pg_stat_statements")
    try:
        yield server
    finally:
        server.close()
