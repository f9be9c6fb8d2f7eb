"""The measured bots hold the same conversation, and do the same work for it; with `EVERY_VENUE=1` all of them."""

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
PEERS = {"floor": FLOOR, "one at a time": SERIAL_PEER} if "EVERY_VENUE" in os.environ else {}
WORKS = {"concurrent": (CONCURRENT_PEER, WORK), "telcolink": (TELCOLINK, WORK + MORE)} | {
    name: (peer, WORK) for name, peer in PEERS.items()
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


@pytest.mark.parametrize(("contestant", "work"), WORKS.values(), ids=WORKS)
async def test_on_telegram_it_does_the_same_work_as_the_others(
    contestant: Contestant, work: Counter[str], tmp_path: Path
) -> None:
    telegram = Telegram()
    crowd, mono = await converse(contestant, telegram, tmp_path)
    assert (crowd.waits.conversations, crowd.waits.lost) == (1, 0)
    assert {method: telegram.asked[method] for method in work} == work
    assert mono.asked == CALLS


async def test_on_whatsapp_telcolink_holds_it_too(tmp_path: Path) -> None:
    crowd, mono = await converse(TELCOLINK, WhatsApp(), tmp_path)
    assert (crowd.waits.conversations, crowd.waits.lost) == (1, 0)
    assert mono.asked == CALLS
