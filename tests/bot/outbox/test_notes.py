"""What became of messages is noted together, before whatever is asked of the disk afterwards."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.outbox.notes import Notes
from storage.errors import StorageBusy, StorageFull
from storage.transaction import Transaction
from tests.bot.outbox.dispatcher_stage import Disk


@pytest.fixture
async def disk(tmp_path: Path) -> AsyncIterator[Disk]:
    disk = await Disk.open(tmp_path / "notes.db")
    yield disk
    await disk.close()


class Noted:
    """Numbers that were noted, in their order; a defect for those of them that are `odd`."""

    def __init__(self, *odd: int) -> None:
        self.numbers: list[int] = []
        self._odd = odd

    def __call__(self, tx: Transaction, number: int) -> None:
        if number in self._odd:
            raise LookupError(number)
        tx.execute("UPDATE outbox SET tries = tries WHERE id = ?", (number,))
        self.numbers.append(number)


async def test_notes_of_many_are_one_piece_of_work_until_the_disk_has_begun_on_it(disk: Disk) -> None:
    groups: list[int] = []
    disk.on_commit = lambda jobs, seconds: groups.append(jobs)
    notes, noted = Notes(disk), Noted()
    for _ in range(2):
        await asyncio.gather(*(notes.write({number: noted}) for number in range(50)))
    assert (noted.numbers, groups) == ([*range(50)] * 2, [1, 1])


async def test_whoever_asks_afterwards_finds_it_noted(disk: Disk) -> None:
    """A report of a platform waits for nothing but that its message was sent."""
    notes, noted = Notes(disk), Noted()
    found: list[bool] = []

    async def ask(number: int) -> None:
        found.append(await disk.run(lambda _: number in noted.numbers))

    tasks = []
    for number in range(100):
        writing = asyncio.create_task(notes.write({number: noted}))
        await asyncio.sleep(0)
        tasks += [writing, asyncio.create_task(ask(number))]
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    assert found == [True] * 100


async def test_a_note_with_a_defect_fails_alone(disk: Disk) -> None:
    notes, noted = Notes(disk), Noted(2)
    for number in (1, 2, 3):
        notes.take(number)
    outcomes = await asyncio.gather(*(notes.write({number: noted}) for number in (1, 2, 3)), return_exceptions=True)
    assert noted.numbers == [1, 3]
    assert [type(outcome) for outcome in outcomes] == [type(None), LookupError, type(None)]
    assert [notes.take(number) for number in (1, 2, 3)] == [True, False, True]


async def test_what_a_full_disk_did_not_take_is_owed_to_it_whoever_brought_it(disk: Disk) -> None:
    notes, noted = Notes(disk), Noted()
    disk.full = True
    outcomes = await asyncio.gather(*(notes.write({number: noted}) for number in (1, 2)), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [StorageFull, StorageFull]
    assert notes.owed == 2
    disk.full = False
    await notes.write_owed()
    assert (noted.numbers, notes.owed) == ([1, 2], 0)


async def test_who_leaves_takes_nobodys_note_along(disk: Disk) -> None:
    notes, noted = Notes(disk), Noted()
    leaving, staying = (asyncio.create_task(notes.write({number: noted})) for number in (1, 2))
    await asyncio.sleep(0)
    leaving.cancel()
    await staying
    assert noted.numbers == [1, 2]


async def test_notes_that_were_turned_away_are_written_with_the_next_ones_and_before_them(disk: Disk) -> None:
    """As while it is being found out whether a server kept what it was given.

    Another process would send again what is not noted, behind what was said after it.
    """
    notes, noted = Notes(disk), Noted()
    turned_away = asyncio.create_task(notes.write({1: noted}))
    await asyncio.sleep(0)
    disk._turn_away(StorageBusy("in doubt"))
    with pytest.raises(StorageBusy):
        await turned_away
    groups: list[int] = []
    disk.on_commit = lambda jobs, seconds: groups.append(jobs)
    await notes.write({2: noted})
    assert (noted.numbers, groups, notes.owed) == ([1, 2], [1], 0)
