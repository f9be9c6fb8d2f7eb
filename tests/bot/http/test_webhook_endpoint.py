"""A webhook's endpoint: no body fills the memory, and every answer says what came of the delivery."""

from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.types import Message

from bot.http.headers import HEADERS
from bot.http.prepared_answer import PreparedAnswer
from bot.http.refused import RefusedPosts
from bot.http.webhook_endpoint import BodyTooLarge, Delivery, Take, WebhookEndpoint
from bot.monitoring.metrics import Metrics
from storage.errors import StorageFull
from tests.for_every import for_every

MOST = 1000


async def measure(delivery: Delivery) -> PreparedAnswer:
    try:
        return PreparedAnswer.text(200, str(len(await delivery.read(MOST))))
    except BodyTooLarge:
        return PreparedAnswer.text(200, "too much")


async def read_all(delivery: Delivery) -> PreparedAnswer:
    return PreparedAnswer.of(200, await delivery.read(MOST), (b"content-type", b"text/xml"))


async def meet_a_full_disk(_: Delivery) -> PreparedAnswer:
    raise StorageFull("no room")


def open_client(take: Take) -> httpx.AsyncClient:
    return httpx.AsyncClient(
        transport=httpx.ASGITransport(WebhookEndpoint(take, RefusedPosts("hook", Metrics(), ()))), base_url="http://bot"
    )


@pytest.fixture
async def http() -> AsyncIterator[httpx.AsyncClient]:
    async with open_client(measure) as http:
        yield http


@for_every(("size", "answer"), [(0, "0"), (MOST, "1000"), (MOST + 1, "too much"), (50 * MOST, "too much")])
async def test_a_body_is_read_up_to_its_most(http: httpx.AsyncClient, size: int, answer: str) -> None:
    assert (await http.post("/", content=b"x" * size)).text == answer


@for_every("declared", ["1001", "999999999999999999999999", "-5", "+5", "five", "\u0665", "1_0"])
async def test_what_is_declared_is_not_what_is_believed(http: httpx.AsyncClient, declared: str) -> None:
    answer = await http.post("/", content=b"x" * 50, headers={b"content-length": declared.encode()})
    assert answer.text in {"50", "too much"}


async def test_a_body_without_end_is_given_up_at_its_most(http: httpx.AsyncClient) -> None:
    sent = 0

    async def pour() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            sent += 100
            yield b"x" * 100

    assert (await http.post("/", content=pour())).text == "too much"
    assert sent <= MOST + 200


async def test_a_body_in_pieces_is_put_together(http: httpx.AsyncClient) -> None:
    async def drip() -> AsyncIterator[bytes]:
        for _ in range(30):
            yield b"ten bytes."

    assert (await http.post("/", content=drip())).text == "300"


async def test_an_answer_says_its_length_its_type_and_what_every_answer_says() -> None:
    async with open_client(read_all) as http:
        answer = await http.post("/", content=b"<Response/>")
    assert (answer.status_code, answer.content) == (200, b"<Response/>")
    own = {"content-length": "11", "content-type": "text/xml"}
    assert dict(answer.headers) == own | {name.decode(): value.decode() for name, value in HEADERS}


async def test_too_much_is_refused_and_a_full_disk_asks_to_come_again() -> None:
    async with open_client(read_all) as http:
        assert (await http.post("/", content=b"x" * (MOST + 1))).status_code == 413
    async with open_client(meet_a_full_disk) as http:
        answer = await http.post("/")
    assert (answer.status_code, answer.headers["retry-after"], answer.content) == (503, "5", b"")


async def test_who_hangs_up_before_the_end_is_answered_by_no_error() -> None:
    came: list[Message] = [{"type": "http.request", "body": b"{", "more_body": True}, {"type": "http.disconnect"}]
    sent: list[Message] = []

    async def receive() -> Message:
        return came.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    await WebhookEndpoint(read_all, RefusedPosts("hook", Metrics(), ()))({"type": "http", "headers": []}, receive, send)
    assert sent[0]["status"] == 400


def test_a_delivery_shows_nothing_by_accident() -> None:
    async def receive() -> Message:
        raise AssertionError

    assert "482915" not in repr(Delivery({"headers": [(b"secret", b"482915")]}, receive))
