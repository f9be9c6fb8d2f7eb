"""The measured bots hold the same conversation, and do the same work for it.

What pays is telcolink on Telegram, for it is what changes; with `EVERY_VENUE=1` all of them, and on WhatsApp too.
"""

import os
from collections import Counter
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.benchmarks.contestants import CONCURRENT_PEER, FLOOR, SERIAL_PEER, TELCOLINK, Contestant, World, running
from tests.benchmarks.crowd import Crowd, numbers
from tests.benchmarks.fakes.mono import Mono
from tests.benchmarks.fakes.telegram import Telegram
from tests.benchmarks.fakes.whatsapp import WhatsApp
from tests.benchmarks.races import Platform
from tests.benchmarks.wire import serve
from tests.ports import free_port

WORK = Counter(sendmessage=6, answercallbackquery=2, deletemessage=1)
# A key that shares the contact is shown with the question for the number, and only a message of its own takes it away.
MORE = Counter(sendmessage=1, deletemessage=1)
CALLS = 6
PLAYED: dict[str, tuple[Contestant, type[Platform], Counter[str]]] = {"telcolink": (TELCOLINK, Telegram, WORK + MORE)}
if "EVERY_VENUE" in os.environ:
    PLAYED |= {
        "floor": (FLOOR, Telegram, WORK),
        "one at a time": (SERIAL_PEER, Telegram, WORK),
        "concurrent": (CONCURRENT_PEER, Telegram, WORK),
        "telcolink on whatsapp": (TELCOLINK, WhatsApp, Counter()),
    }


async def converse(contestant: Contestant, platform: Platform, folder: Path) -> tuple[Crowd, Mono]:
    """One customer links one line."""
    mono = Mono()
    async with AsyncExitStack() as stack:
        world = World(folder, free_port(), {}, await stack.enter_async_context(serve(mono.handle)), mono.key)
        world.platforms.update(platform.settings(await stack.enter_async_context(serve(platform.handle))))
        platform.connect(world.url)
        crowd = Crowd(platform.phone, numbers(), think=0.05, again=contestant.again)
        async with running(contestant, world):
            await crowd.link_for(0, 1)
    return crowd, mono


@pytest.mark.parametrize(("contestant", "platform", "work"), PLAYED.values(), ids=PLAYED)
async def test_each_does_the_same_work(
    contestant: Contestant, platform: type[Platform], work: Counter[str], tmp_path: Path
) -> None:
    between = platform()
    crowd, mono = await converse(contestant, between, tmp_path)
    assert (crowd.waits.conversations, crowd.waits.lost) == (1, 0)
    if isinstance(between, Telegram):
        assert {method: between.asked[method] for method in work} == work
    assert mono.asked == CALLS
