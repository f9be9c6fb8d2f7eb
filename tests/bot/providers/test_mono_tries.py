"""How often Mono is asked, how long that may take, and when it is not asked at all."""

from datetime import timedelta

import httpx
import pytest

from bot.errors import ProviderSilent
from bot.providers.patience import ONCE as ONE_TRY
from bot.providers.patience import REPEATED as SOME_TRIES
from conversations.account import AccountDetails, DataStatus
from conversations.refusal import Refusal
from tests.bot.providers.mono_stage import (
    ACCOUNT,
    BROKEN,
    CODE,
    LINE,
    ONCE,
    OPERATIONS,
    READY,
    REPEATED,
    UNREACHABLE,
    Stage,
    failed,
    log_in,
    otp_field,
    said,
)
from tests.for_every import for_every


def test_a_customer_hears_of_a_slow_mono_within_fifteen_seconds() -> None:
    assert max(ONE_TRY.total, SOME_TRIES.total) < timedelta(seconds=15)


@for_every("operation", ONCE)
@for_every("reply", [BROKEN, said(failed(), 500), said(failed(), 503, retry_after="1"), said([], 408)])
async def test_what_may_cost_something_is_never_repeated(operation: str, reply: httpx.Response | Exception) -> None:
    stage = Stage(reply)
    with pytest.raises(ProviderSilent):
        await OPERATIONS[operation](stage.mono)
    assert len(stage.requests) == 1


@for_every("operation", ONCE)
async def test_what_was_not_even_sent_is_not_repeated_either(operation: str) -> None:
    stage = Stage(UNREACHABLE)
    assert (await stage.refusal_of(operation)).refusal is Refusal.UNAVAILABLE
    assert len(stage.requests) == 1


@for_every("operation", REPEATED)
async def test_a_read_is_tried_three_times_with_growing_pauses(operation: str) -> None:
    stage = Stage(BROKEN)
    with pytest.raises(ProviderSilent):
        await OPERATIONS[operation](stage.mono)
    assert len(stage.requests) == 3
    assert stage.slept == [0.4, 0.8]


@for_every(
    "trouble", [BROKEN, UNREACHABLE, said(failed(), 502), said(failed(), 429), httpx.Response(200, html="<p>Soon")]
)
async def test_a_read_goes_on_after_trouble_that_passes(trouble: httpx.Response | Exception) -> None:
    stage = Stage(trouble, READY)
    assert await stage.mono.fetch_details(ACCOUNT) == AccountDetails(DataStatus.AVAILABLE)


@for_every("status", [400, 401, 404, 302])
async def test_a_read_that_was_refused_is_not_repeated(status: int) -> None:
    stage = Stage(said(failed(), status))
    await stage.refusal_of("fetch_details")
    assert len(stage.requests) == 1


async def test_all_tries_of_a_read_share_one_deadline() -> None:
    stage = Stage(BROKEN, seconds_per_call=5.9)
    with pytest.raises(ProviderSilent):
        await stage.mono.fetch_details(ACCOUNT)
    assert len(stage.requests) == 2
    assert stage.now <= 1000 + 12.5


async def test_each_try_is_bounded_by_what_is_left() -> None:
    stage = Stage(BROKEN, seconds_per_call=4)
    with pytest.raises(ProviderSilent):
        await stage.mono.fetch_details(ACCOUNT)
    bounds = [request.extensions["patience"] for request in stage.requests]
    assert bounds == pytest.approx([5, 5, 2.8])


async def test_a_read_waits_as_long_as_it_is_asked_to() -> None:
    stage = Stage(said(failed(), 429, retry_after="3"), READY)
    await stage.mono.fetch_details(ACCOUNT)
    assert stage.slept == [3.0]


async def test_a_wait_past_the_deadline_is_left_to_the_caller() -> None:
    stage = Stage(said(failed(), 429, retry_after="30"), READY)
    refused = await stage.refusal_of("fetch_details")
    assert (refused.refusal, refused.retry_after) == (Refusal.TOO_MANY_REQUESTS, timedelta(seconds=30))
    assert stage.slept == []


@for_every("header", ["", "soon", "-5", "1e9", "9" * 400, "Wed, 21 Oct 2026 07:28:00 GMT"])
async def test_a_wait_that_is_no_number_is_none(header: str) -> None:
    stage = Stage(said(failed(), 429, retry_after=header))
    assert (await stage.refusal_of("request_otp")).retry_after is None


async def test_after_many_failures_nothing_is_sent_until_a_trial_succeeds() -> None:
    stage = Stage(BROKEN)
    for _ in range(10):
        with pytest.raises(ProviderSilent):
            await stage.mono.request_otp(LINE)
    assert (await stage.refusal_of("request_otp")).refusal is Refusal.UNAVAILABLE
    assert len(stage.requests) == 10
    stage.replies[:] = [said(log_in(otp_field()))]
    stage.now += 30
    await stage.mono.request_otp(LINE)
    await stage.mono.request_otp(LINE)


async def test_a_read_does_not_wait_for_a_breaker() -> None:
    stage = Stage(BROKEN)
    for _ in range(10):
        with pytest.raises(ProviderSilent):
            await stage.mono.exchange(CODE)
    assert (await stage.refusal_of("fetch_details")).refusal is Refusal.UNAVAILABLE
    assert stage.slept == []


async def test_refusals_do_not_count_as_failures_of_the_service() -> None:
    stage = Stage(said(failed(), 400))
    for _ in range(30):
        assert (await stage.refusal_of("check_otp")).refusal is Refusal.WRONG_CODE
