"""The requests of python-telegram-bot: what goes over the wire, and answers that are not Telegram's."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from logging import LogRecord

import pytest
import pytest_asyncio
from starlette.responses import RedirectResponse, Response, StreamingResponse
from telegram import Bot, BotCommandScopeChat
from telegram.error import NetworkError, TelegramError, TimedOut

from bot.channels.telegram.library_calls import LibraryRequests, TooManyRequests
from bot.channels.telegram.transport import LARGEST_ANSWER, Transport
from bot.outgoing.client import LeanClient
from bot.sandbox.emulators.loopback import serve
from bot.sandbox.emulators.telegram import TelegramEmulator, make_token
from tests.bot.channels.telegram_wire import TOKEN, Server
from tests.for_every import for_every

pytestmark = pytest.mark.asyncio(loop_scope="module")

CHUNK = 1_000_000


@asynccontextmanager
async def open_bot(url: str, token: str = TOKEN) -> AsyncIterator[Bot]:
    http = LeanClient()
    requests = LibraryRequests(Transport(http, f"{url}/bot{token}"))
    try:
        yield Bot(token, f"{url}/bot", request=requests, get_updates_request=requests)
    finally:
        await http.aclose()


@pytest_asyncio.fixture(loop_scope="module")
async def bot(served: tuple[Server, str], server: Server) -> AsyncIterator[Bot]:
    async with open_bot(served[1]) as bot:
        yield bot


async def test_a_call_is_one_post_with_nested_json(server: Server, bot: Bot) -> None:
    await bot.set_my_commands([("link", "Link a line")], BotCommandScopeChat(5))
    ((path, headers, body),) = server.asked
    assert path == f"/bot{TOKEN}/setMyCommands"
    assert headers["content-type"] == "application/json"
    commands, scope = [{"command": "link", "description": "Link a line"}], {"type": "chat", "chat_id": 5}
    assert json.loads(body) == {"commands": commands, "scope": scope}


async def test_a_picture_is_uploaded() -> None:
    telegram = TelegramEmulator(make_token())
    ada = telegram.add_person().id
    telegram.start(ada)
    picture = b"\x89PNG\r\n\x1a\n" + bytes(2000)
    async with serve(telegram.app) as url, open_bot(url, telegram.token) as bot:
        sent = await bot.send_photo(ada, picture, caption="Scan me")
    assert telegram.state.files[sent.photo[-1].file_id] == picture
    assert telegram.screen(ada).shown[-1].text == "Scan me"


@for_every(
    ("answer", "span"),
    [
        (b'{"ok": false, "parameters": {"retry_after": 31}}', 31),
        (b'{"ok": false, "parameters": {"retry_after": 0}}', 1),
        (b'{"ok": false, "parameters": {"retry_after": 99999999999}}', 86_400),
        (b'{"ok": false, "parameters": {"retry_after": "soon"}}', 1),
        (b'{"ok": false, "parameters": []}', 1),
        (b"<html>slow down</html>", 1),
    ],
)
async def test_too_many_requests_say_how_long_to_wait(server: Server, bot: Bot, answer: bytes, span: int) -> None:
    server.answer = Response(answer, 429)
    with pytest.raises(TooManyRequests) as refused:
        await bot.delete_message(5, 7)
    assert refused.value.retry_after == timedelta(seconds=span)


@for_every(
    "answer",
    [b"<html>log in to the hotel's network</html>", b"", b"[]", b'"ok"', b'{"ok": false}', b"[" * 100_000, b"\xff"],
)
@for_every("status", [200, 404, 502])
async def test_what_is_no_answer_of_telegrams_has_no_result(
    server: Server, bot: Bot, answer: bytes, status: int, library_log: list[LogRecord]
) -> None:
    server.answer = Response(answer, status)
    if status == 200:
        assert await bot.delete_message(5, 7) is None
    else:
        with pytest.raises(TelegramError):
            await bot.delete_message(5, 7)
    assert not library_log


@pytest.mark.parametrize("parameters", ["[]", "7", '"soon"', "{}", "null"])
async def test_parameters_of_any_shape_are_borne(server: Server, bot: Bot, parameters: str) -> None:
    server.answer = Response(f'{{"ok": false, "description": 7, "parameters": {parameters}}}', 500)
    with pytest.raises(NetworkError):
        await bot.delete_message(5, 7)


async def test_no_redirect_is_followed(server: Server, bot: Bot) -> None:
    server.answer = RedirectResponse("/elsewhere")
    with pytest.raises(NetworkError):
        await bot.delete_message(5, 7)
    assert len(server.asked) == 1


async def test_no_cookie_is_kept(served: tuple[Server, str], server: Server) -> None:
    server.answer = Response(b'{"ok": true, "result": true}', headers={"Set-Cookie": "a=b"})
    async with open_bot(served[1].replace("127.0.0.1", "localhost")) as bot:  # an address alone has no cookies
        await bot.delete_message(5, 7)
        await bot.delete_message(5, 7)
    assert "cookie" not in server.asked[1][1]


async def test_an_answer_that_is_too_large_is_not_read_to_its_end(server: Server, bot: Bot) -> None:
    async def flood() -> AsyncIterator[bytes]:
        for _ in range(2 * LARGEST_ANSWER // CHUNK):
            yield bytes(CHUNK)

    server.answer = StreamingResponse(flood())
    with pytest.raises(NetworkError, match="AnswerTooLarge"):
        await bot.delete_message(5, 7)


async def test_an_answer_that_does_not_come_is_not_waited_for(server: Server, bot: Bot) -> None:
    server.free.clear()
    with pytest.raises(TimedOut):
        await bot.delete_message(5, 7, read_timeout=0.5)
    server.free.set()


async def test_what_breaks_names_neither_the_address_nor_the_token(server: Server, bot: Bot) -> None:
    server.answer = None
    with pytest.raises(NetworkError) as broken:
        await bot.delete_message(5, 7)
    assert TOKEN not in repr(broken.value)
    assert broken.value.__cause__ is broken.value.__context__ is None
