"""What became of messages is noted in rounds: those that come together share one, and none waits in vain."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.outbox.notes import Notes
from storage.database import MEMORY, Database, Work
from storage.errors import StorageFull
from storage.transaction import Transaction
from tests.waiting import until, until_quiet


class Counted(Database):
    """Counts what it is asked to do, takes nothing while it is `full`, and keeps whoever comes waiting while `held`."""

    full = False
    works = 0
    held = False

    async def run(self, work: Work[object], wanted: object = ()) -> object:  # type: ignore[override]
        self.works += 1
        if self.full:
            raise StorageFull("no room")
        await until(lambda: not self.held)
        return await super().run(work)


@pytest.fixture
async def database() -> AsyncIterator[Counted]:
    database = await Counted.open(MEMORY)
    yield database
    await database.close()


class Noted:
    """Numbers that were noted, in their order; a defect for those of them that are `odd`."""

    def __init__(self, *odd: int) -> None:
        self.numbers: list[int] = []
        self._odd = odd

    def __call__(self, _: Transaction, number: int) -> None:
        if number in self._odd:
            raise LookupError(number)
        self.numbers.append(number)


async def test_notes_that_come_while_some_are_written_are_written_together(database: Counted) -> None:
    notes, noted = Notes(database), Noted()
    await asyncio.gather(*(notes.write({number: noted}) for number in range(50)))
    assert (noted.numbers, database.works) == (list(range(50)), 1)
    database.held = True
    writing = [asyncio.create_task(notes.write({50: noted}))]
    await until(lambda: database.works > 1)
    writing += [asyncio.create_task(notes.write({number: noted})) for number in range(51, 60)]
    await until_quiet()
    database.held = False
    await asyncio.gather(*writing)
    assert (noted.numbers, database.works) == (list(range(60)), 3)


async def test_a_note_with_a_defect_fails_alone(database: Counted) -> None:
    notes, noted = Notes(database), Noted(2)
    for number in (1, 2, 3):
        notes.take(number)
    outcomes = await asyncio.gather(*(notes.write({number: noted}) for number in (1, 2, 3)), return_exceptions=True)
    assert noted.numbers == [1, 3]
    assert [type(outcome) for outcome in outcomes] == [type(None), LookupError, type(None)]
    assert [notes.take(number) for number in (1, 2, 3)] == [True, False, True]


async def test_what_a_full_disk_did_not_take_is_owed_to_it_whoever_brought_it(database: Counted) -> None:
    notes, noted = Notes(database), Noted()
    database.full = True
    outcomes = await asyncio.gather(*(notes.write({number: noted}) for number in (1, 2)), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes] == [StorageFull, StorageFull]
    assert notes.owed == 2
    database.full = False
    await notes.finish()
    assert (noted.numbers, notes.owed) == ([1, 2], 0)


async def test_what_was_brought_by_somebody_who_left_is_noted_before_the_end(database: Counted) -> None:
    notes, noted = Notes(database), Noted()
    bringing = asyncio.create_task(notes.write({1: noted}))
    await asyncio.sleep(0)
    bringing.cancel()
    await notes.finish()
    assert noted.numbers == [1]
