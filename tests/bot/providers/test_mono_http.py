"""What is read of Mono's answers and how much of it, and what is said about a call afterwards."""

import asyncio
import contextlib
import gzip
from datetime import timedelta

import httpx
import pytest
from structlog.testing import capture_logs

from bot.errors import ProviderError, ProviderSilent
from bot.outgoing.client import LeanClient
from bot.outgoing.errors import AnswerTooLarge
from bot.outgoing.messages import Headers, Origin
from bot.providers.mono.provider import Mono
from bot.providers.mono.transport import LARGEST_BODY, MonoAccess
from bot.providers.patience import Patience, Timing
from bot.providers.port import Provider
from conversations.refusal import Refusal
from conversations.secret import Secret
from tests.bot.outgoing.scripted import ScriptedClient
from tests.bot.providers.mono_stage import (
    ACCOUNT,
    BROKEN,
    CODE,
    KEY,
    LINE,
    OPERATIONS,
    OTP,
    READY,
    SESSION,
    UNREACHABLE,
    Stage,
    enveloped,
    failed,
    log_in,
    otp_field,
    said,
)
from tests.for_every import for_every

END = b"\r\n\r\n"


def test_mono_is_a_provider_of_lines() -> None:
    provider: Provider = Stage(READY).mono
    assert KEY not in repr(provider) + repr(vars(provider))


async def test_redirects_are_not_followed() -> None:
    stage = Stage(httpx.Response(307, headers={"location": "https://elsewhere.test/"}))
    assert (await stage.refusal_of("exchange")).refusal is Refusal.NOT_UNDERSTOOD
    assert [request.url.host for request in stage.requests] == ["mono.test"]


@for_every("kind", ["text/html", "application/octet-stream", ""])
async def test_the_content_type_is_not_trusted(kind: str) -> None:
    stage = Stage(httpx.Response(200, content=b'{"id": "acc1"}', headers={"content-type": kind}))
    assert (await stage.mono.exchange(CODE)).reveal() == "acc1"


@for_every(
    "body",
    [b"", b"<html>", b"{", b"\xff\xfe\x00", b"[" * 100_000, b'{"id": ' + b"9" * 5000 + b"}", b'{"id": "acc1"} {}'],
)
async def test_a_body_that_is_not_json_leaves_it_unknown_whether_anything_happened(body: bytes) -> None:
    for operation in ("request_otp", "check_otp", "exchange"):
        with pytest.raises(ProviderSilent):
            await OPERATIONS[operation](Stage(httpx.Response(200, content=body)).mono)


async def test_json_in_no_known_shape_is_not_understood() -> None:
    stage = Stage(said(enveloped({"surprise": 1})))
    for operation in ("request_otp", "check_otp", "exchange", "fetch_balances"):
        assert (await stage.refusal_of(operation)).refusal is Refusal.NOT_UNDERSTOOD


async def test_a_body_that_is_too_large_is_not_read() -> None:
    with pytest.raises(ProviderSilent):
        await Stage(httpx.Response(200, content=b'{"id": "' + b"a" * LARGEST_BODY + b'"}')).mono.exchange(CODE)
    refused = Stage(httpx.Response(404, content=b" " * (LARGEST_BODY + 1)))
    assert (await refused.refusal_of("exchange")).refusal is Refusal.CODE_SPENT


async def test_an_endless_head_leaves_it_unknown_whether_anything_happened() -> None:
    with pytest.raises(ProviderSilent):
        await Stage(AnswerTooLarge("the answer is too large", 0)).mono.exchange(CODE)


async def test_a_packed_body_that_nobody_asked_for_is_not_unpacked() -> None:
    stage = Stage(httpx.Response(200, content=gzip.compress(b'{"id": "acc1"}')))
    with pytest.raises(ProviderSilent):
        await stage.mono.exchange(CODE)


async def test_a_call_that_is_not_answered_in_time_ends_by_itself() -> None:
    async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """The second time: a connection that is made only now could take as long by itself."""
        with contextlib.closing(writer):
            await reader.readuntil(END)
            writer.write(b"HTTP/1.1 204 No Content" + END)
            await reader.readuntil(END)
            asked.set()
            await over.wait()

    asked, over = asyncio.Event(), asyncio.Event()
    once = Patience(timedelta(seconds=0.05), each=timedelta(seconds=0.05))
    async with contextlib.aclosing(LeanClient()) as http, await asyncio.start_server(hang, "127.0.0.1", 0) as server:
        base = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        await http.ask(Origin.of(base), "GET", "/", Headers.of({}), patience=30, most=0)
        with pytest.raises(ProviderSilent):
            await Mono(http, MonoAccess(base, Secret(KEY)), timing=Timing(once=once)).request_otp(LINE)
        await asked.wait()
        over.set()


async def test_every_try_is_observed_with_its_outcome_and_time() -> None:
    stage = Stage(BROKEN, UNREACHABLE, said(failed(), 404), seconds_per_call=0.5)
    await stage.refusal_of("fetch_details")
    assert stage.observed == [
        ("fetch_details", "silent", 0.5),
        ("fetch_details", "unavailable", 0.5),
        ("fetch_details", "account_gone", 0.5),
    ]


async def test_the_log_names_operation_status_outcome_and_time_and_nothing_else() -> None:
    stage = Stage(said(log_in(otp_field())), seconds_per_call=0.25)
    with capture_logs() as log:
        await stage.mono.request_otp(LINE)
    assert log == [
        {
            "event": "provider_called",
            "log_level": "info",
            "operation": "request_otp",
            "status": 200,
            "outcome": "done",
            "seconds": 0.25,
        }
    ]


FAILURES = [
    *((operation, BROKEN) for operation in OPERATIONS),
    *((operation, said(failed("upstream words"), 400)) for operation in OPERATIONS),
    *(
        (operation, said(enveloped({"id": "upstream words", "balance": []})))
        for operation in ("request_otp", "check_otp", "exchange")
    ),
    ("fetch_balances", said(enveloped({"balance": "upstream words"}))),
]


@for_every(("operation", "reply"), FAILURES)
async def test_neither_secrets_nor_upstream_words_show_in_errors_or_logs(
    operation: str, reply: httpx.Response | Exception
) -> None:
    stage = Stage(reply)
    with capture_logs() as log, pytest.raises(ProviderError) as caught:
        await OPERATIONS[operation](stage.mono)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    shown = f"{caught.value} {caught.value!r} {log}"
    secrets = (KEY, LINE.number.local, SESSION.reveal(), OTP.reveal(), CODE.reveal(), ACCOUNT.reveal())
    assert not [word for word in (*secrets, "upstream words") if word in shown]


async def test_a_cancelled_call_is_cancelled_and_not_counted() -> None:
    started = asyncio.Event()

    async def hang(_: httpx.Request) -> httpx.Response:
        started.set()
        await asyncio.Event().wait()
        raise AssertionError

    mono = Mono(ScriptedClient(hang), MonoAccess("https://mono.test", Secret(KEY)))
    call = asyncio.create_task(mono.request_otp(LINE))
    await started.wait()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
