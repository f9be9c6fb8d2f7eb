"""Events on their way to the business's own systems: in order, tried again, given up."""

import socket
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from bot.errors import MessageRefused
from bot.outbox.webhook_signature import read_secrets
from bot.outbox.webhooks import NO_ANSWER, WAITS, WebhookReceiver
from bot.outgoing.client import LeanClient
from storage.events import PATIENCE, EventState, WebhookPost
from tests.bot.outbox.webhooks_stage import (
    ACCOUNT,
    DATA,
    LINK,
    NOW,
    Business,
    House,
    World,
    new_secret,
    open_for_business,
    opened,
)
from tests.bot.outgoing.servers import saying, serving
from tests.waiting import until


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
async def business(world: World) -> AsyncIterator[Business]:
    async with open_for_business(world) as business:
        yield business


@pytest.fixture
async def http() -> AsyncIterator[LeanClient]:
    async with aclosing(LeanClient()) as http:
        yield http


@pytest.fixture
async def house(world: World, business: Business, http: LeanClient) -> AsyncIterator[House]:
    async with opened(world, WebhookReceiver(http, business.url, read_secrets(business.secret))) as house:
        yield house


# Arriving


async def test_an_event_arrives_signed_and_says_what_was_promised(house: House, business: Business) -> None:
    event = await house.tell()
    await house.carry()
    assert business.taken == [
        {
            "type": "line.linked",
            "version": 1,
            "timestamp": "2026-11-23T09:30:00.000Z",
            "consents_head": "0-bbbbbbbbbbbb",
            "data": {
                "account_id": ACCOUNT,
                "reference": LINK,
                "external_reference": None,
                "after": None,
                "agent": None,
                "network": "mtn",
                "consent_id": "C-ABCDEFGH",
                "scopes": None,
                "reason": None,
            },
        }
    ]
    found = await house.find(event)
    assert (found.state, found.tries, found.answer) == (EventState.DELIVERED, 1, "204")


# Trying again


async def test_an_event_that_is_not_taken_is_tried_again_later_and_later(house: House, business: Business) -> None:
    business.answers = [500, 503, 404, 429]
    event = await house.tell()
    await house.carry()
    assert [at - NOW for _, at, _ in business.tried] == [sum(WAITS[:number], timedelta()) for number in range(5)]
    assert len({(identity, body) for identity, _, body in business.tried}) == 1
    assert business.forged == 0  # each try has a signature of its own time
    assert (await house.find(event)).tries == 5


async def test_an_event_is_given_up_after_a_day(house: House, business: Business, world: World) -> None:
    business.answers = [500] * 1_000
    event = await house.tell()
    await house.carry()
    assert NOW + PATIENCE - WAITS[-1] < business.tried[-1][1] < NOW + PATIENCE
    assert len(business.tried) < 40
    assert world.time >= NOW + PATIENCE
    assert (await house.find(event)).state is EventState.FAILED


async def test_a_receiver_that_wants_no_more_is_left_in_peace(house: House, business: Business) -> None:
    business.answers = [410]
    event = await house.tell()
    await house.carry()
    assert len(business.tried) == 1
    assert (await house.find(event)).state is EventState.FAILED


async def test_a_redirect_is_no_receipt_and_is_not_followed(house: House, business: Business) -> None:
    business.answers = [307, 301]
    await house.tell()
    await house.carry()
    assert len(business.tried) == 3
    assert len(business.taken) == 1


async def test_nobody_listening_is_no_answer(http: LeanClient) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    receiver = WebhookReceiver(http, f"http://127.0.0.1:{port}/", read_secrets(new_secret()))
    assert await receiver.post("evt_1", b"{}", NOW) == NO_ANSWER


async def test_a_receiver_that_keeps_silent_is_not_waited_for(http: LeanClient) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        receiver = WebhookReceiver(http, address, read_secrets(new_secret()), patience=0.05)
        assert await receiver.post("evt_1", b"{}", NOW) == NO_ANSWER


@pytest.mark.parametrize("rest", [b"content-length: 9000000\r\n\r\n", b"\r\n" + b"x" * 100_000])
async def test_a_receiver_that_says_much_or_slowly_has_taken_it_all_the_same(http: LeanClient, rest: bytes) -> None:
    async with serving(saying(b"HTTP/1.1 200 OK\r\n" + rest, hang=True)) as server:
        patience, answer = 0.05, NO_ANSWER
        while answer == NO_ANSWER:  # a busy machine has taken it to get there
            receiver = WebhookReceiver(http, server.url, read_secrets(new_secret()), patience=patience)
            answer, patience = await receiver.post("evt_1", b"{}", NOW), 2 * patience
        assert answer == "200"


async def test_the_log_says_what_helps_and_names_no_account_and_no_link(house: House, business: Business) -> None:
    business.answers = [500]
    with capture_logs() as lines:
        await house.tell()
        await house.carry()
    assert [(line["event"], line["once"], "events ping" in line["remedy"]) for line in lines] == [
        ("event_not_taken", "500", True)
    ]
    assert not [secret for secret in (*DATA.values(), LINK) if secret in str(lines[0])]


# In order


async def test_events_of_one_link_arrive_in_order_and_hold_up_no_other(house: House, business: Business) -> None:
    business.answers = [503, 503]
    first, second = await house.tell("linked"), await house.tell("withdrawn")
    await house.carry()
    other = await house.tell("linked", link="B2C-9XY")
    await house.carry()
    assert [identity for identity, _, _ in business.tried] == [first, first, first, second, other]
    assert [taken["type"] for taken in business.taken] == ["line.linked", "line.withdrawn", "line.linked"]


async def test_a_link_that_waits_holds_up_no_other(
    house: House, business: Business, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def sleep(seconds: float) -> None:
        """Whichever was refused, it rests until both were tried."""
        await until(lambda: len({identity for identity, _, _ in business.tried}) == 2)
        world.time += timedelta(seconds=seconds)

    monkeypatch.setattr(world, "sleep", sleep)
    business.answers = [503]
    told = {await house.tell(), await house.tell(link="B2C-9XY")}
    await house.dispatcher.adopt()
    await until(lambda: len(business.tried) == 3)  # what rests until later is cut off by an end before that
    await house.carry()
    tried = [identity for identity, _, _ in business.tried]
    assert (set(tried[:2]), len(tried)) == (told, 3)


# After a crash, and when settings change


async def test_what_was_taken_before_a_crash_is_not_posted_again(house: House, business: Business) -> None:
    event = await house.tell()
    await house.webhooks.deliver(WebhookPost(event))  # and the process died before the outbox heard of it
    await house.carry()
    assert len(business.tried) == 1


async def test_tries_go_on_after_a_start_where_they_stopped(house: House, business: Business, world: World) -> None:
    business.answers = [503, 503]
    await house.tell()
    await house.dispatcher.adopt()
    await house.dispatcher.finish(patience=0)  # the process ends
    house.dispatcher = house.new_courier()
    await house.carry()
    assert len(business.taken) == 1
    assert world.time - NOW >= WAITS[0]


async def test_a_posting_without_its_event_or_receiver_is_refused(world: World) -> None:
    async with opened(world, None) as house:
        for event in (await house.tell(), "evt_unknown"):
            with pytest.raises(MessageRefused):
                await house.webhooks.deliver(WebhookPost(event))
