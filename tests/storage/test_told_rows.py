"""What the tables tell of their rows as they put them is what stands there once all is written.

Never that of pages of many rows, of which some are told by their place alone (`test_counters_in_groups`).
"""

import random
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta

from storage.group import Group
from storage.sqlite.transaction import SqliteTransaction
from storage.transaction import Found, Key, RowSet
from tests.for_every import for_every
from tests.raw import memory
from tests.scenes import NOON
from tests.storage.histories import ACTS, PEOPLE, World

OF_A_TABLE = (
    ("save", "load", "forget old"),
    ("keep account", "forget account", "lines", "holders"),
    ("keep chat", "named"),
    ("add", "waiting", "sent", "seen", "note", "drop", "release"),
    ("keep link", "bind link", "links", "invited"),
    ("agree", "claim"),
)


def act(chance: random.Random, acts: tuple[str, ...], world: World, group: Group, since: int) -> None:
    """Some of them by one of three people, about what was new `since` then; now and then all of that is undone."""
    world.fresh = []
    with suppress(LookupError), group.part():
        for _ in range(chance.randrange(1, 4)):
            number, minutes = since + chance.randrange(6), chance.randrange(60)
            ACTS[chance.choice(acts)](world, group, chance.choice(PEOPLE), number, NOON + timedelta(minutes=minutes))
        if chance.random() < 0.2:
            raise LookupError
        world.given = [*world.given, *world.fresh][-6:]  # the newest messages: of older ones all was told


@for_every("acts", OF_A_TABLE)
def test_what_a_group_knows_at_its_end_is_what_the_database_has(acts: tuple[str, ...]) -> None:
    chance, world = random.Random(7), World()
    with memory() as tx:
        assert isinstance(tx, SqliteTransaction)
        for since in range(60):
            group = Group(tx)
            for _ in range(chance.randrange(1, 6)):
                act(chance, acts, world, group, since)
            group.write_out()
            for rows, known in [each for each in group._known.found.items() if not each[0].most]:
                assert comparable(rows, known) == comparable(rows, {key: tx.find(rows, *key) for key in known})


def comparable(rows: RowSet, found: Mapping[Key, Found]) -> dict[Key, list[object]]:
    """Rows without an order may come in any."""
    return {key: [*each] if rows.order else sorted(each, key=repr) for key, each in found.items()}
