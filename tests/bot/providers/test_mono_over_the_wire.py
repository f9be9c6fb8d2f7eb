"""The adapter on the real client and real sockets: what a refused, a broken and a good connection come to."""

import json
import secrets
import socket
from collections.abc import AsyncIterator
from contextlib import aclosing

import pytest
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from bot.errors import ProviderRefusal, ProviderSilent
from bot.outgoing.client import LeanClient
from bot.providers.mono.module import build_mono
from bot.providers.mono.provider import Mono
from bot.providers.mono.settings import MonoSettings
from bot.providers.mono.transport import MonoAccess, no_observer
from bot.providers.patience import Timing
from bot.sandbox.emulators.loopback import drop_connection, serve
from conversations.account import AccountDetails, DataStatus
from conversations.otp import OtpForm
from conversations.refusal import Refusal
from conversations.secret import Secret
from tests.bot.providers.mono_stage import ACCOUNT, LINE, log_in, otp_field

KEY = Secret(secrets.token_hex(8))


class Upstream:
    """Breaks as many connections as it is told to, then answers a POST as a log-in and a GET as details."""

    def __init__(self, breaks: int = 0, **field: object) -> None:
        self.breaks = breaks
        self.field = field
        self.asked: list[tuple[str, bytes]] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        self.asked.append((scope["path"], (await receive())["body"]))
        if len(self.asked) <= self.breaks:
            await drop_connection(scope, receive)
            return
        body = log_in(otp_field(**self.field)) if scope["method"] == "POST" else {"meta": {"data_status": "PARTIAL"}}
        await JSONResponse(body)(scope, receive, send)


async def no_pause(_: float) -> None:
    """Tests do not wait."""


@pytest.fixture
async def http() -> AsyncIterator[LeanClient]:
    async with aclosing(LeanClient()) as http:
        yield http


async def test_a_code_of_unknown_length_is_as_long_as_the_setting_says(http: LeanClient) -> None:
    async with serve(Upstream(minLength=None, maxLength=None)) as url:
        settings = MonoSettings({"mono_secret_key": KEY, "mono_api_base": url, "mono_otp_length": 8})
        challenge = await build_mono(settings, http, no_observer).request_otp(LINE)
    assert challenge.form == OtpForm(8, 8, "Your code")


async def test_a_log_in_goes_out_once_and_comes_back(http: LeanClient) -> None:
    upstream = Upstream()
    async with serve(upstream) as url:
        challenge = await Mono(http, MonoAccess(url, KEY)).request_otp(LINE)
    assert challenge.reference.reveal() == "S3ss10n"
    [(path, body)] = upstream.asked
    assert (path, json.loads(body)) == ("/v2/telecom/auth", {"phone": "08139990001", "provider": "mtn"})


async def test_a_log_in_whose_connection_breaks_is_unknown_and_went_out_once(http: LeanClient) -> None:
    upstream = Upstream(breaks=9)
    async with serve(upstream) as url:
        with pytest.raises(ProviderSilent):
            await Mono(http, MonoAccess(url, KEY)).request_otp(LINE)
    assert len(upstream.asked) == 1


async def test_a_log_in_that_finds_nobody_was_not_done(http: LeanClient) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(ProviderRefusal) as caught:
        await Mono(http, MonoAccess(f"http://127.0.0.1:{port}", KEY)).request_otp(LINE)
    assert caught.value.refusal is Refusal.UNAVAILABLE


async def test_a_read_survives_a_connection_that_breaks(http: LeanClient) -> None:
    upstream = Upstream(breaks=1)
    async with serve(upstream) as url:
        details = await Mono(http, MonoAccess(url, KEY), timing=Timing(sleep=no_pause)).fetch_details(ACCOUNT)
    assert details == AccountDetails(DataStatus.PARTIAL)
    assert [path for path, _ in upstream.asked] == ["/accounts/acc0ffee"] * 2
