"""What Mono posts of an account's end, by the door of the whole service: late, twice, while Mono is silent, or true."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Never

import httpx
import pytest

from bot.sandbox.demo.stage import DemoStage, open_stage
from bot.sandbox.demo.venue import Venue
from bot.sandbox.emulators.mono import MonoFault
from bot.sandbox.emulators.mono.events import MonoEvent
from bot.turns.engine import Engine
from bot.turns.line_holders import POSTED_WITHIN
from conversations.customer.events import TextReceived
from storage.accounts import Owned
from storage.errors import StorageFull
from tests.bot.service_stage import HANGS, Talk
from tests.waiting import until

ENDED = "the network ended it"
UNLINKED, LOG_IN = "mono.events.account_unlinked", "mono.events.reauthorisation_required"


class Posts:
    """Ada's line, and Mono, which posts about it when it is told to and never by itself."""

    def __init__(self, stage: DemoStage) -> None:
        target = stage.mono._webhooks.target
        assert target
        self._url, self._secret = target.url, target.secret
        self.stage, self.talk = stage, Talk(stage)

    async def links(self, role: str = "same-account") -> str:
        """The account."""
        self.stage.mono.cast_next(role)
        linked = sum("Receipt" in text for text in self.talk.said)
        await self.talk.asks_for_a_code()
        await self.talk.hears("digit code by SMS", linked + 1)
        await self.talk.does(TextReceived(self.stage.newest_code("08030000101"), "m1"))
        await self.talk.hears("Receipt", linked + 1)
        await self.stage.idle()
        (held,) = await self.lines()
        return held.line.account.reveal()

    async def links_again(self) -> str:
        """The account, of which an end may still be posted: the customer has ended it ten minutes before."""
        account = await self.links_and_unlinks()
        assert await self.links() == account
        return account

    async def links_and_unlinks(self) -> str:
        account = await self.links()
        for word in ("unlink", "yes"):
            await self.talk.does(TextReceived(word))
        await until(lambda: self.talk.calls(f"{account}/unlink"))
        await self.stage.idle()
        self.stage.clock.advance(10 * 60)
        return account

    async def lines(self) -> tuple[Owned, ...]:
        return await self.stage.app.database.read(self.stage.app.store.accounts.all)

    async def comes(self, account: str, name: str = UNLINKED) -> int:
        """The status that an event is answered with."""
        event: MonoEvent = {"event": name, "data": {"account": {"id": account}}}
        async with httpx.AsyncClient() as http:
            posted = await http.post(self._url, json=event, headers={"mono-webhook-secret": self._secret})
        return posted.status_code

    async def is_unlinked_at_mono(self, account: str) -> None:
        """By the business, at Mono itself."""
        headers = {"mono-sec-key": self.stage.mono.key}
        async with httpx.AsyncClient(transport=httpx.ASGITransport(self.stage.mono.app), headers=headers) as http:
            answer = await http.post(f"http://mono/v2/accounts/{account}/unlink")
        assert answer.status_code == 200

    async def time_passes(self, seconds: float) -> None:
        self.stage.clock.advance(seconds)
        await self.stage.app.sweeps.summaries()
        await self.stage.idle()

    def asked(self, account: str) -> int:
        """How often Mono was asked whether it has the account."""
        return self.talk.calls(f"/accounts/{account}")


@pytest.fixture
async def posts(tmp_path: Path) -> AsyncIterator[Posts]:
    async with open_stage(tmp_path, Venue("console")) as stage:
        yield Posts(stage)


async def test_a_late_and_doubled_one_leaves_a_line_that_was_linked_again_under_the_same_account(posts: Posts) -> None:
    account = await posts.links_again()
    before, said = posts.asked(account), list(posts.talk.said)
    assert await asyncio.gather(*(posts.comes(account) for _ in range(3))) == [200, 200, 200]
    await posts.stage.idle()
    await posts.time_passes(61)
    assert 1 <= posts.asked(account) - before <= 3
    (held,) = await posts.lines()
    assert (held.line.account.reveal(), held.line.rumour, held.line.due_at) == (account, None, None)
    assert posts.talk.said == said


async def test_a_true_one_ends_the_line_and_says_so_once(posts: Posts) -> None:
    account = await posts.links()
    asked = posts.asked(account)
    assert await asyncio.gather(*(posts.comes(account) for _ in range(2))) == [200, 200]
    await posts.talk.hears(ENDED)
    await posts.time_passes(61)
    assert (await posts.lines(), sum(ENDED in text for text in posts.talk.said)) == ((), 1)
    assert posts.asked(account) == asked  # there was no other end that it could be


async def test_a_true_one_after_the_line_was_linked_again_ends_it_when_mono_says_so_too(posts: Posts) -> None:
    account = await posts.links_again()
    await posts.is_unlinked_at_mono(account)
    assert await posts.comes(account) == 200
    await posts.talk.hears(ENDED)
    assert await posts.lines() == ()


async def test_days_after_the_last_end_a_posted_one_is_of_this_line(posts: Posts) -> None:
    account = await posts.links_again()
    posts.stage.clock.advance(POSTED_WITHIN.total_seconds())
    assert await posts.comes(account) == 200
    await posts.talk.hears(ENDED)
    assert await posts.lines() == ()


async def test_one_that_was_cut_off_from_its_answer_is_asked_about_after_the_start(posts: Posts) -> None:
    account = await posts.links_again()
    before = posts.asked(account)
    posts.stage.mono.fail(f"*/accounts/{account}", HANGS)
    assert await posts.comes(account) == 200
    await until(lambda: posts.asked(account) > before)
    await posts.is_unlinked_at_mono(account)
    await posts.stage.restart()
    await posts.time_passes(0)
    assert (posts.asked(account) - before, len(await posts.lines())) == (1, 1)
    await posts.time_passes(61)
    await posts.talk.hears(ENDED)
    assert await posts.lines() == ()


async def test_while_mono_does_not_say_nothing_ends_and_it_is_asked_again(posts: Posts) -> None:
    account = await posts.links_again()
    before, said = posts.asked(account), list(posts.talk.said)
    posts.stage.mono.fail(f"*/accounts/{account}", MonoFault(403), times=3)
    assert await posts.comes(account) == 200
    await posts.stage.idle()
    for asked, seconds in enumerate((61, 62, 125), 2):
        await posts.time_passes(seconds)
        assert posts.asked(account) - before == asked
    (held,) = await posts.lines()
    assert (held.line.rumour, posts.talk.said) == (None, said)


async def test_a_log_in_that_is_due_ends_the_line_only_while_mono_has_nothing_of_it(posts: Posts) -> None:
    await posts.links_and_unlinks()
    account = await posts.links("needs-log-in")
    assert await posts.comes(account, LOG_IN) == 200
    await posts.stage.idle()
    assert len(await posts.lines()) == 1
    await posts.talk.does(TextReceived("balance"))
    await posts.stage.idle()
    posts.stage.clock.advance(3)
    assert await posts.comes(account, LOG_IN) == 200
    await posts.talk.hears(ENDED)
    await posts.stage.idle()
    assert await posts.lines() == ()


async def test_what_the_disk_does_not_take_is_not_acknowledged(posts: Posts, monkeypatch: pytest.MonkeyPatch) -> None:
    account = await posts.links()
    await posts.is_unlinked_at_mono(account)

    def find_no_room(*_: object) -> Never:
        raise StorageFull("the disk is full")

    with monkeypatch.context() as full:
        full.setattr(Engine, "take", find_no_room)
        assert await posts.comes(account) == 503
    assert await posts.comes(account) == 200
    await posts.talk.hears(ENDED)
