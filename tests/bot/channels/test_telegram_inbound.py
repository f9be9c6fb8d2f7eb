"""Telegram's webhook of the whole service: nobody gets in, nothing is refused for what it says, nobody waits."""

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot.channels.telegram.updates import decode
from bot.http.webhook_endpoint import MOST_BYTES
from tests.bot.channels.telegram_updates_made import ADA, CHAT, PERSON, Json, message, tap, update
from tests.bot.http.webhook_stage import LONG, ServiceStage, hostile, open_stage, wrong
from tests.for_every import for_every

NUMBERS = count(800_000_001)


class Ada:
    """Somebody whose updates are posted by hand, in any shape, and whose screen is looked at."""

    def __init__(self, stage: ServiceStage) -> None:
        self._stage = stage
        stage.telegram.add_person("Ada", person_id=ADA)
        stage.telegram.start(ADA)

    async def posts(self, body: bytes, *secrets: bytes) -> int:
        headers = (b"X-Telegram-Bot-Api-Secret-Token: " + secret for secret in secrets)
        return await self._stage.post("/telegram", body, *headers)

    async def delivers(self, body: bytes) -> int:
        return await self.posts(body, self._stage.telegram_secret.encode())

    async def gets_an_answer(self) -> None:
        """To the next message of this chat, and not to one before it."""
        await self._stage.app.service.idle()
        said = len(self.answers)
        assert await self.delivers(help_wanted()) == 200
        await self._stage.app.service.idle()
        assert len(self.answers) > said

    @property
    def answers(self) -> list[str]:
        return [line.text for line in self._stage.telegram.screen(ADA).lines if line.by_bot]


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[ServiceStage]:
    async with open_stage(tmp_path) as stage:
        yield stage


@pytest.fixture
async def ada(stage: ServiceStage) -> Ada:
    return Ada(stage)


def help_wanted() -> bytes:
    number = next(NUMBERS)
    return json.dumps(update(update_id=number, message=message(message_id=number % 1000, text="help"))).encode()


async def test_nobody_gets_in_without_the_secret(stage: ServiceStage, ada: Ada) -> None:
    for secrets in wrong(stage.telegram_secret).values():
        assert await ada.posts(help_wanted(), *secrets) == 401
    right = stage.telegram_secret.encode()
    assert await ada.posts(help_wanted(), b"wrong", right) == 401
    assert (await stage.held("inbound_ids"), await stage.held("quarantine")) == (0, 0)
    await ada.gets_an_answer()


async def test_too_much_is_refused_before_it_is_read(ada: Ada, stage: ServiceStage) -> None:
    assert await ada.delivers(b" " * (MOST_BYTES + 1)) == 413
    assert await ada.posts(b" " * (MOST_BYTES + 1)) == 401
    await ada.gets_an_answer()


async def test_who_hangs_up_in_the_middle_harms_nobody(stage: ServiceStage, ada: Ada) -> None:
    secret = b"X-Telegram-Bot-Api-Secret-Token: " + stage.telegram_secret.encode()
    for _ in range(5):
        await stage.post("/telegram", b'{"update_id"', secret, length=1000)
    await ada.gets_an_answer()


async def test_bodies_of_every_kind_are_put_aside_and_acknowledged(stage: ServiceStage, ada: Ada) -> None:
    bodies = hostile(update(message=message(text="hello")))
    assert {name: await ada.delivers(body) for name, body in bodies.items()} == dict.fromkeys(bodies, 200)
    assert await stage.held("quarantine") >= len(bodies) - 2  # Python reads UTF-16 and the mark of UTF-8, too
    await ada.gets_an_answer()


def strange_updates() -> Iterator[Json]:
    """Updates of Ada's that are JSON, in which one thing is not as it ever was."""
    texts: tuple[Any, ...] = (
        "\0",
        "a\0b",
        "\ud800",
        "\udfff\ud800",
        "x" * 4096,
        "\u202e" * 100,
        "",
        "9" * 4000,
        {},
        [],
        7,
        None,
    )
    taps: tuple[Any, ...] = ("", "x" * 64, "7:agree\0", "\ud800", "99999999999:agree", ":", None, {})
    yield from (update(message=message(text=text)) for text in texts)
    yield from (update(callback_query=tap(data=data)) for data in taps)
    for field, value in {"message_id": -1, "date": "today", "from": {}, "chat": {"id": ADA}, "entities": 7}.items():
        yield update(message=message(**{"text": "hello", field: value}))
    yield update(message=message(text="hello", chat=CHAT | {"id": 2**70}))
    yield update(message=message(contact={"phone_number": "\ud800", "first_name": 7, "user_id": "x"}))
    yield update(message=message(text="hello", **{"from": PERSON | {"language_code": 7}}))
    yield {"update_id": 2**80, "message": message(text="hello")}
    yield {"update_id": "first", "message": message(text="hello")}


async def test_updates_in_strange_shapes_are_acknowledged_and_the_next_message_is_answered(ada: Ada) -> None:
    for number, strange in enumerate(strange_updates()):
        body = json.dumps(strange | ({"update_id": number} if strange["update_id"] == update()["update_id"] else {}))
        assert await ada.delivers(body.encode()) == 200, body[:200]
        await ada.gets_an_answer()


async def test_numbers_without_end_are_acknowledged_wherever_they_stand(ada: Ada) -> None:
    genuine = json.dumps(update(message=message(text="hello"))).encode()
    for value in (str(ADA), str(update()["update_id"]), str(message()["date"])):
        assert await ada.delivers(genuine.replace(value.encode(), LONG)) == 200
    await ada.gets_an_answer()


async def test_an_update_is_taken_once_however_often_it_is_delivered(stage: ServiceStage, ada: Ada) -> None:
    body = help_wanted()
    assert set(await asyncio.gather(*(ada.delivers(body) for _ in range(50)))) == {200}
    await ada.gets_an_answer()
    assert len(ada.answers) == 2
    assert await stage.held("inbound_ids") == 2


@for_every(
    "brought",
    [message(text="my code is 482915"), message(contact={"phone_number": "+2348482915", "first_name": "Ada"}), 482915],
)
def test_what_came_in_is_not_shown_by_accident(brought: Any) -> None:
    assert "482915" not in repr(decode(json.dumps(update(message=brought)).encode()))


async def test_without_a_disk_nothing_is_acknowledged(stage: ServiceStage, ada: Ada) -> None:
    await stage.app.database.close()
    bodies: dict[str, Any] = {"good": help_wanted(), "bad": b"{"}
    assert {name: await ada.delivers(body) for name, body in bodies.items()} == {"good": 503, "bad": 503}
