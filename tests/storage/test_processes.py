"""One process at a time has the database, and what it acknowledged outlives it."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import psutil
import pytest

from storage.database import Database
from storage.errors import DatabaseLocked
from tests.storage.notes import NOTES, from_outside, log_length, pragma, read, write

HOLD = """
async def main():
    database = await Database.open(Path(sys.argv[1]), migrations=NOTES)
    print("open", flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""

WRITE_FOREVER = """
async def main():
    database = await Database.open(Path(sys.argv[1]), migrations=NOTES)
    async def write(start):
        for number in range(start, start + 1_000_000, 8):
            await database.run(lambda c: c.execute("INSERT INTO notes (text) VALUES (?)", (str(number),)))
            print(number, flush=True)
    first = int(sys.argv[2])
    await asyncio.gather(*map(write, range(first, first + 8)))
asyncio.run(main())
"""

FORGET_TO_CLOSE = """
async def main():
    database = await Database.open(Path(sys.argv[1]), migrations=NOTES)
    await database.run(lambda c: c.execute("INSERT INTO notes (text) VALUES ('kept')"))
asyncio.run(main())
"""


@contextmanager
def process(script: str, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """Another Python that runs `script`; killed at the end."""
    prelude = (
        "import asyncio, sys; from pathlib import Path; "
        "from storage.database import Database; from storage.migrations import Migration\n"
        f"NOTES = ({NOTES[0]!r},)\n"
    )
    command = [sys.executable, "-c", prelude + script, *map(str, arguments)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        try:
            yield running
        finally:
            running.kill()


def output(running: subprocess.Popen[str]) -> Iterator[str]:
    assert running.stdout
    return iter(running.stdout.readline, "")


async def test_a_second_process_is_refused_with_the_first_ones_id_until_that_one_dies(path: Path) -> None:
    with process(HOLD, path) as first:
        assert next(output(first)) == "open\n"
        with pytest.raises(DatabaseLocked, match=str(first.pid)):
            await Database.open(path, migrations=NOTES)
    await (await Database.open(path, migrations=NOTES)).close()


async def test_a_lock_that_somebody_removed_lets_no_second_process_in(path: Path) -> None:
    with process(HOLD, path) as first:
        assert next(output(first)) == "open\n"
        path.with_name(f"{path.name}.lock").unlink()
        with pytest.raises(DatabaseLocked, match="in use by another process"):
            await Database.open(path, migrations=NOTES)
    await (await Database.open(path, migrations=NOTES)).close()


async def test_a_refused_opening_leaves_no_file_open(path: Path, database: Database) -> None:
    this = psutil.Process()
    before = this.num_fds()
    with pytest.raises(DatabaseLocked):
        await Database.open(path, migrations=NOTES)
    assert this.num_fds() == before


async def test_a_second_opening_waits_as_long_as_it_is_told_to(path: Path, database: Database) -> None:
    second = asyncio.create_task(Database.open(path, migrations=NOTES, wait_for_lock=timedelta(seconds=20)))
    await database.run(write("still mine"))
    assert not second.done()
    await database.close()
    opened = await second
    assert await opened.read(read) == ["still mine"]
    await opened.close()


async def test_another_name_of_the_same_file_has_the_same_lock(path: Path, database: Database) -> None:
    alias = path.with_name("alias.db")
    alias.symlink_to(path)
    with pytest.raises(DatabaseLocked):
        await Database.open(alias, migrations=NOTES)


async def test_what_was_acknowledged_survives_a_killed_process(path: Path) -> None:
    acknowledged: set[str] = set()
    for first in (1_000_000, 2_000_000, 3_000_000):
        with process(WRITE_FOREVER, path, first) as writer:
            acknowledged |= {next(output(writer)).strip() for _ in range(200)}
            writer.kill()
            acknowledged |= {line.strip() for line in output(writer) if line.endswith("\n")}
        database = await Database.open(path, migrations=NOTES)
        assert acknowledged <= set(await database.read(read))
        assert await database.read(pragma("integrity_check")) == "ok"
        await database.close()
    assert len(acknowledged) >= 600


async def test_what_a_dead_process_left_in_the_log_is_in_the_file_once_opened(path: Path) -> None:
    with process(WRITE_FOREVER, path, 0) as writer:
        next(output(writer))
    assert log_length(path)
    database = await Database.open(path, migrations=NOTES)
    assert log_length(path) == 0
    await database.close()


def test_a_program_that_forgets_to_close_still_ends(path: Path) -> None:
    with process(FORGET_TO_CLOSE, path) as running:
        assert running.wait(timeout=20) == 0
    assert from_outside(path) == ["kept"]
