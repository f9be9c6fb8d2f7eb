"""Opening the database: whoever looks for what was kept hears where a new one was begun instead."""

from contextlib import AsyncExitStack
from pathlib import Path

from structlog.testing import capture_logs

from bot.opening import open_database


async def test_a_database_that_was_not_there_is_told_with_its_place_and_only_then(tmp_path: Path) -> None:
    file = tmp_path / "telcolink.db"
    for expected in [file], []:
        with capture_logs() as said:
            async with AsyncExitStack() as stack:
                await open_database(stack, file)
        assert [line["place"] for line in said if line["event"] == "database_made"] == expected


async def test_a_file_with_nothing_in_it_is_no_database_either(tmp_path: Path) -> None:
    file = tmp_path / "telcolink.db"
    file.touch()
    with capture_logs() as said:
        async with AsyncExitStack() as stack:
            await open_database(stack, file)
    assert [line["place"] for line in said if line["event"] == "database_made"] == [file]
