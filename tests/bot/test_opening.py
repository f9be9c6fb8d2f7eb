"""Opening the database: whoever looks for what was kept hears where a new one was begun instead."""

from contextlib import AsyncExitStack
from pathlib import Path

from structlog.testing import capture_logs

from bot.config.version import read_version
from bot.opening import open_database
from storage.database import Database
from storage.migrations import read_migrations, read_twins
from storage.place import DatabasePlace
from tests.local_postgres import LocalPostgres


async def test_a_database_that_was_not_there_is_told_with_its_place_and_only_then(tmp_path: Path) -> None:
    file = tmp_path / "telcolink.db"
    for expected in [file], []:
        with capture_logs() as said:
            async with AsyncExitStack() as stack:
                await open_database(stack, file)
        assert [line["place"] for line in said if line["event"] == "database_made"] == expected


async def test_a_migration_is_told_once_with_the_release_that_made_it(tmp_path: Path) -> None:
    file, known = tmp_path / "telcolink.db", read_migrations()
    await (await Database.open(file, migrations=known[:-2])).close()
    assert await migrated(file) == [{"before": known[-3].number, "after": known[-1].number, "release": read_version()}]
    assert await migrated(file) == []
    assert await migrated(tmp_path / "new.db") == []  # of which another line says that it is new


async def test_so_it_is_on_a_server(postgres: LocalPostgres) -> None:
    place, known = postgres.place(), read_twins()
    newest = {"after": known[-1].number, "release": read_version()}
    await (await Database.open(place, migrations=known[:-2])).close()
    assert await migrated(place) == [{"before": known[-3].number} | newest]
    assert await migrated(place) == []
    assert await migrated(postgres.place()) == [{"before": 0} | newest]  # where nothing else says that it is new


async def migrated(place: DatabasePlace) -> list[dict[str, object]]:
    with capture_logs() as said:
        async with AsyncExitStack() as stack:
            await open_database(stack, place)
    names = ("before", "after", "release")
    return [{name: line[name] for name in names} for line in said if line["event"] == "database_migrated"]


async def test_a_file_with_nothing_in_it_is_no_database_either(tmp_path: Path) -> None:
    file = tmp_path / "telcolink.db"
    file.touch()
    with capture_logs() as said:
        async with AsyncExitStack() as stack:
            await open_database(stack, file)
    assert [line["place"] for line in said if line["event"] == "database_made"] == [file]
