"""The calls of every message: what goes over the wire, what comes of it, and that the library would judge it alike."""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio
from starlette.responses import RedirectResponse, Response, StreamingResponse

from bot.channels.telegram.answers import NOT_REACHED, CallFailed
from bot.channels.telegram.calls import BotCalls
from bot.channels.telegram.channel import Telegram
from bot.channels.telegram.library import Library
from bot.channels.telegram.pacing import TelegramPacing
from bot.channels.telegram.refusals import judge
from bot.channels.telegram.transport import LARGEST_ANSWER, Transport
from bot.errors import ChannelBusy, ChannelDown
from bot.outgoing.client import LeanClient
from bot.sandbox.emulators.clock import EmulatedClock
from conversations.contact import Contact
from conversations.wording import Rendered
from tests.bot.channels.telegram_wire import TOKEN, Server
from tests.for_every import for_every

pytestmark = pytest.mark.asyncio(loop_scope="module")

ADA = Contact("telegram", "5")
CHUNK = 1_000_000
DELETION = {"chat_id": "5", "message_id": 7}


@pytest_asyncio.fixture(loop_scope="module")
async def transport(served: tuple[Server, str]) -> AsyncIterator[Transport]:
    http = LeanClient()
    yield Transport(http, f"{served[1]}/bot{TOKEN}")
    await http.aclose()


@pytest.fixture
def calls(server: Server, transport: Transport) -> BotCalls:
    return BotCalls(transport)


async def error_of(calls: BotCalls) -> CallFailed:
    with pytest.raises(CallFailed) as failed:
        await calls.do("deleteMessage", DELETION)
    assert failed.value.__cause__ is failed.value.__context__ is None
    assert TOKEN not in repr(failed.value)
    return failed.value


async def test_a_call_is_one_post_with_nested_json(server: Server, calls: BotCalls) -> None:
    server.answer = Response(b'{"ok": true, "result": {"message_id": 77, "date": 0, "chat": {"id": 5}}}')
    arguments = {"chat_id": "5", "text": "₦5", "reply_markup": {"remove_keyboard": True}}
    assert await calls.send(arguments) == 77
    ((path, headers, body),) = server.asked
    assert path == f"/bot{TOKEN}/sendMessage"
    assert headers["content-type"] == "application/json"
    assert json.loads(body) == arguments


async def test_what_is_done_is_told(server: Server, calls: BotCalls) -> None:
    assert await calls.do("deleteMessage", DELETION) is True
    ((path, _, body),) = server.asked
    assert (path, json.loads(body)) == (f"/bot{TOKEN}/deleteMessage", DELETION)


@pytest.mark.parametrize(
    ("answer", "span"),
    [
        (b'{"ok": false, "parameters": {"retry_after": 31}}', 31),
        (b'{"ok": false, "parameters": {"retry_after": 99999999999}}', 86_400),
        (b"<html>slow down</html>", 1),
    ],
)
async def test_too_many_requests_say_how_long_to_wait(
    server: Server, calls: BotCalls, answer: bytes, span: int
) -> None:
    server.answer = Response(answer, 429)
    error = await error_of(calls)
    assert error.retry_after == timedelta(seconds=span)


SAID = (
    "Forbidden: bot was blocked by the user",
    "Bad Request: chat not found",
    "Bad Request: message is not modified: specified new message content is exactly the same",
    "Bad Request: message to delete not found",
    "Bad Request: message can't be deleted",
    "Bad Request: query is too old and response timeout expired or query ID is invalid",
    "Bad Request: BUTTON_DATA_INVALID",
    "Unauthorized",
    "",
)


@for_every("said", [*SAID, None, 7])
@for_every("status", [300, 400, 401, 403, 404, 409, 413, 420, 429, 500, 502, 503])
async def test_an_error_is_judged_as_the_librarys_own_is(
    server: Server, transport: Transport, calls: BotCalls, status: int, said: object
) -> None:
    server.answer = Response(json.dumps({"ok": False, "error_code": status, "description": said}), status)
    ours = judge(await error_of(calls))
    library = await Library(transport, TOKEN, "http://127.0.0.1:9/bot").calls()
    with pytest.raises(CallFailed) as librarys:
        await library.show_menu("5", ())
    expected = judge(librarys.value)
    assert type(ours) is type(expected)
    if said and isinstance(said, str):
        assert str(ours) == str(expected)
    if isinstance(ours, ChannelBusy):
        assert isinstance(expected, ChannelBusy)
        assert ours.retry_after == expected.retry_after


NO_ANSWERS = {
    "page": b"<html>log in to the hotel's network</html>",
    "empty": b"",
    "list": b"[]",
    "text": b'"ok"',
    "nothing": b'{"ok": false}',
    "null": b'{"ok": true, "result": null}',
    "deep list": b"[" * 100_000,
    "deep object": b'{"result": ' * 100_000,
    "no text": b"\xff",
}
NO_MESSAGES = {"true": b"true", "number": b"7", "no id": b"{}", "another id": b'{"message_id": "7"}'}


def telegram_of(calls: BotCalls) -> Telegram:
    library = Library(calls._transport, TOKEN, "http://127.0.0.1:9/bot")
    return Telegram(calls, library, TelegramPacing(EmulatedClock()), EmulatedClock())


@pytest.mark.parametrize("answer", NO_ANSWERS.values(), ids=NO_ANSWERS)
async def test_a_stranger_at_telegrams_place_leaves_it_open_what_was_done(
    server: Server, calls: BotCalls, answer: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    server.answer = Response(answer)
    with pytest.raises(ChannelDown) as failed:
        await telegram_of(calls).deliver(ADA, Rendered("hello"))
    assert failed.value.__cause__ is failed.value.__context__ is None
    with pytest.raises(ChannelDown):
        await telegram_of(calls).delete(ADA, "7")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("result", NO_MESSAGES.values(), ids=NO_MESSAGES)
async def test_a_text_without_a_name_may_not_have_been_sent(server: Server, calls: BotCalls, result: bytes) -> None:
    server.answer = Response(b'{"ok": true, "result": %b}' % result)
    with pytest.raises(ChannelDown):
        await telegram_of(calls).deliver(ADA, Rendered("hello"))


SENT_ALL_THE_SAME = {
    "half a character": rb'{"ok": true, "result": {"message_id": 77, "text": "\ud83d"}}',
    "half a character as it is": b'{"ok": true, "result": {"message_id": 77, "text": "\xed\xa0\xbd"}}',
    "mark": b'\xef\xbb\xbf{"ok": true, "result": {"message_id": 77}}',
    "no number": b'{"ok": true, "result": {"message_id": 77, "date": NaN}}',
    "fraction": b'{"ok": true, "result": {"message_id": 77.0}}',
}


@pytest.mark.parametrize("answer", SENT_ALL_THE_SAME.values(), ids=SENT_ALL_THE_SAME)
async def test_what_was_sent_is_not_sent_again_for_how_that_is_told(
    server: Server, calls: BotCalls, answer: bytes
) -> None:
    server.answer = Response(answer)
    assert await calls.send({"chat_id": "5", "text": "hello"}) == 77
    assert await calls.do("deleteMessage", DELETION)


async def test_no_redirect_is_followed(server: Server, calls: BotCalls) -> None:
    server.answer = RedirectResponse("/elsewhere")
    assert (await error_of(calls)).kind == NOT_REACHED
    assert len(server.asked) == 1


async def test_an_answer_that_is_too_large_is_not_read_to_its_end(server: Server, calls: BotCalls) -> None:
    async def flood() -> AsyncIterator[bytes]:
        for _ in range(2 * LARGEST_ANSWER // CHUNK):
            yield bytes(CHUNK)

    server.answer = StreamingResponse(flood())
    assert (await error_of(calls)).words == "AnswerTooLarge"


async def test_what_breaks_is_told_without_the_address(server: Server, calls: BotCalls) -> None:
    server.answer = None
    assert (await error_of(calls)).words == "ConnectionBroke"


async def test_what_does_not_connect_is_told_without_the_address() -> None:
    http = LeanClient()
    assert (await error_of(BotCalls(Transport(http, f"http://127.0.0.1:9/bot{TOKEN}")))).words == "NotSent"
    await http.aclose()


async def test_many_calls_at_once_are_all_answered(server: Server, calls: BotCalls) -> None:
    assert await asyncio.gather(*(calls.do("deleteMessage", DELETION) for _ in range(50))) == [True] * 50
    assert len(server.asked) == 50
