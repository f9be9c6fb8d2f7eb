"""The real Mono client against the emulated Mono over HTTP: every way to a linked line, and every way to miss it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
import pytest_asyncio

from bot.errors import ProviderError, ProviderRefusal, ProviderSilent
from bot.providers.mono.routes import Family
from bot.providers.patience import ONCE
from bot.sandbox.emulators.mono import BY_NAME, MonoFault
from conversations.network import Line, Network
from conversations.otp import OtpForm
from conversations.refusal import Refusal
from conversations.secret import ExchangeCode, OtpCode, SessionReference
from tests.bot.providers.emulated_mono_stage import FAMILIES, IMPATIENT, Ended, Hall, Stage, line_named, open_hall
from tests.for_every import for_every
from tests.waiting import until, until_quiet

pytestmark = pytest.mark.asyncio(loop_scope="module")

LOG_IN, CHECK, EXCHANGE = "request_otp", "check_otp", "exchange"
MISSES = {
    "nowhere": Ended(LOG_IN, Refusal.NUMBER_NOT_ON_NETWORK),
    "two-fields": Ended(LOG_IN, Refusal.NOT_UNDERSTOOD),
    "busy": Ended(LOG_IN, Refusal.TOO_MANY_REQUESTS, timedelta(seconds=30)),
    "broken": Ended(LOG_IN, None),
    "gateway": Ended(LOG_IN, None),
    "never": Ended(LOG_IN, None),
    "sent-unheard": Ended(LOG_IN, None),
    "empty-200": Ended(LOG_IN, None),
    "null-200": Ended(LOG_IN, Refusal.NOT_UNDERSTOOD),
    "huge": Ended(LOG_IN, None),
    "other-schema": Ended(LOG_IN, Refusal.NOT_UNDERSTOOD),
    "bad-key": Ended(LOG_IN, Refusal.NOT_ALLOWED),
    "no-money": Ended(LOG_IN, Refusal.NOT_ALLOWED),
    "not-allowed": Ended(LOG_IN, Refusal.NOT_ALLOWED),
    "check-unheard": Ended(CHECK, None),
    "check-broken": Ended(CHECK, None),
    "check-expired": Ended(CHECK, Refusal.REQUEST_EXPIRED),
    "code-spent": Ended(EXCHANGE, Refusal.CODE_SPENT),
    "exchange-unheard": Ended(EXCHANGE, None),
}
SMS_SENT = {"sent-unheard", "two-fields"}
FORMS = {
    "happy-mtn": OtpForm(6, 6, "Enter OTP"),
    "happy-airtel": OtpForm(6, 6, "Enter OTP"),
    "ported": OtpForm(6, 6, "Enter OTP"),
    "four-digits": OtpForm(4, 4, "Enter OTP"),
    "eight-digits": OtpForm(8, 8, "The long code"),
    "no-lengths": OtpForm(6, 6, "One time code"),
}
PATHS = {
    Family.AUTO: ["/v2/telecom/auth", "/v2/telecom/verify", "/v2/accounts/auth"],
    Family.V1: ["/v1/telecom/auth", "/v1/telecom/verify", "/account/auth"],
    Family.V2: ["/v2/telecom/auth", "/v2/telecom/verify", "/v2/accounts/auth"],
}

TESTED_BY_READING = {
    *("processing", "processing-forever", "no-identity", "no-balances", "partial", "unavailable", "failed"),
    *("empty", "borrowed", "many-balances", "hostile-name", "half-name", "nameless", "minor", "with-bvn"),
    *("other-shapes", "data-broken", "unlink-broken", "unlink-unheard", "same-account"),
    *("nothing-new", "slow-refresh", "refresh-fails", "needs-log-in"),
    *("six-months", "no-movements", "hostile-movements", "endless"),
}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def hall() -> AsyncIterator[Hall]:
    async with open_hall() as hall:
        yield hall


async def test_every_test_number_is_tried() -> None:
    assert {*MISSES, *FORMS, *TESTED_BY_READING} == set(BY_NAME)


@for_every("family", FAMILIES)
@for_every("name", MISSES)
async def test_a_line_that_cannot_be_linked_is_refused_in_our_words_and_nothing_is_repeated(
    hall: Hall, name: str, family: Family
) -> None:
    stage = hall.open_stage(family, once=IMPATIENT if name == "never" else ONCE)
    with pytest.raises(ProviderError) as missed:
        await stage.link(name)
    ended = stage.ended(missed.value)
    assert ended == MISSES[name]
    assert isinstance(missed.value, ProviderRefusal) == (ended.refusal is not None)
    made = [LOG_IN, CHECK, EXCHANGE].index(ended.operation) + 1
    assert [call.path for call in stage.emulator.journal.calls] == PATHS[family][:made]
    assert len(stage.emulator.sms(line_named(name).number.local)) == (made > 1 or name in SMS_SENT)


@for_every("family", FAMILIES)
@for_every("name", FORMS)
async def test_a_line_is_linked_in_three_calls(hall: Hall, name: str, family: Family) -> None:
    stage = hall.open_stage(family)
    challenge = await stage.ask(name)
    assert challenge.form == FORMS[name]
    assert len(stage.otp(name).reveal()) == challenge.form.max_length
    account = await stage.mono.exchange(await stage.mono.check_otp(challenge.reference, stage.otp(name)))
    assert account.reveal()
    assert [call.path for call in stage.emulator.journal.calls] == PATHS[family]
    assert stage.emulator.journal.calls[0].phone == line_named(name).number.local
    assert stage.outcomes == [(LOG_IN, "done"), (CHECK, "done"), (EXCHANGE, "done")]


@pytest.mark.parametrize("family", FAMILIES)
async def test_the_wrong_network_is_refused_and_sends_nothing(hall: Hall, family: Family) -> None:
    stage = hall.open_stage(family)
    line = Line(line_named("ported").number, Network.MTN)
    with pytest.raises(ProviderRefusal) as refused:
        await stage.mono.request_otp(line)
    assert refused.value.refusal is Refusal.NUMBER_NOT_ON_NETWORK
    assert (stage.count("/telecom/auth"), stage.emulator.sms(line.number.local)) == (1, [])


async def refusal_of_check(stage: Stage, reference: SessionReference, otp: OtpCode) -> Refusal:
    with pytest.raises(ProviderRefusal) as refused:
        await stage.mono.check_otp(reference, otp)
    return refused.value.refusal


async def test_a_wrong_code_is_wrong_and_the_right_one_still_right(hall: Hall) -> None:
    stage = hall.open_stage()
    reference = (await stage.ask()).reference
    assert await refusal_of_check(stage, reference, OtpCode("none")) is Refusal.WRONG_CODE
    assert await stage.mono.check_otp(reference, stage.otp())
    assert stage.count("/telecom/verify") == 2


async def test_after_three_wrong_codes_the_right_one_is_wrong_as_well(hall: Hall) -> None:
    stage = hall.open_stage()
    reference = (await stage.ask()).reference
    for _ in range(3):
        assert await refusal_of_check(stage, reference, OtpCode("none")) is Refusal.WRONG_CODE
    assert await refusal_of_check(stage, reference, stage.otp()) is Refusal.WRONG_CODE
    assert stage.count("/telecom/verify") == 4


@pytest.mark.parametrize("seconds", [599, 600])
async def test_a_code_is_checked_within_ten_minutes_or_not_at_all(hall: Hall, seconds: float) -> None:
    stage = hall.open_stage()
    reference = (await stage.ask()).reference
    stage.emulator.advance(seconds)
    if seconds < 600:
        assert await stage.mono.check_otp(reference, stage.otp())
    else:
        assert await refusal_of_check(stage, reference, stage.otp()) is Refusal.WRONG_CODE
    assert stage.count("/telecom/verify") == 1


async def refusal_of_exchange(stage: Stage, code: ExchangeCode) -> Refusal:
    with pytest.raises(ProviderRefusal) as refused:
        await stage.mono.exchange(code)
    return refused.value.refusal


@pytest.mark.parametrize("family", FAMILIES)
async def test_a_code_is_exchanged_once(hall: Hall, family: Family) -> None:
    stage = hall.open_stage(family)
    code = await stage.check()
    assert await stage.mono.exchange(code)
    assert await refusal_of_exchange(stage, code) is Refusal.CODE_SPENT


async def test_a_code_that_grew_old_is_spent(hall: Hall) -> None:
    stage = hall.open_stage()
    code = await stage.check()
    stage.emulator.advance(600)
    assert await refusal_of_exchange(stage, code) is Refusal.CODE_SPENT


async def test_an_exchange_that_went_unheard_has_spent_its_code(hall: Hall) -> None:
    stage = hall.open_stage()
    code = await stage.check("exchange-unheard")
    with pytest.raises(ProviderSilent):
        await stage.mono.exchange(code)
    assert await refusal_of_exchange(stage, code) is Refusal.CODE_SPENT


async def test_a_line_that_is_linked_again_is_the_same_account(hall: Hall) -> None:
    stage = hall.open_stage()
    assert (await stage.link()).reveal() == (await stage.link()).reveal()


async def test_an_answer_that_is_slow_but_in_time_is_waited_for(hall: Hall) -> None:
    stage = hall.open_stage()
    stage.emulator.slow_down(13)
    asked = asyncio.create_task(stage.ask())
    await until(lambda: stage.emulator.journal.calls)
    stage.emulator.advance(12.9)
    await until_quiet()
    assert not asked.done()
    stage.emulator.advance(0.1)
    assert (await asked).form == FORMS["happy-mtn"]
    assert stage.count("/telecom/auth") == 1


async def test_a_log_in_that_was_given_up_may_still_send_its_sms_and_is_not_repeated(hall: Hall) -> None:
    stage = hall.open_stage(once=IMPATIENT)
    stage.emulator.slow_down(60)
    with pytest.raises(ProviderSilent):
        await stage.ask()
    phone = line_named("happy-mtn").number.local
    assert (stage.count("/telecom/auth"), stage.emulator.sms(phone)) == (1, [])
    stage.emulator.advance(60)
    await until(lambda: stage.emulator.sms(phone))


async def test_a_check_that_was_given_up_may_still_use_the_code_up_and_is_not_repeated(hall: Hall) -> None:
    stage = hall.open_stage(once=IMPATIENT)
    reference = (await stage.ask()).reference
    stage.emulator.fail("/v2/telecom/verify", MonoFault(delay=60))
    with pytest.raises(ProviderSilent):
        await stage.mono.check_otp(reference, stage.otp())
    assert stage.count("/telecom/verify") == 1
    stage.emulator.advance(60)
    assert await refusal_of_check(stage, reference, stage.otp()) is Refusal.WRONG_CODE


async def test_a_key_that_is_wrong_is_ours_to_mend(hall: Hall) -> None:
    stage = hall.open_stage(key="test_sk_wrong")
    with pytest.raises(ProviderRefusal) as refused:
        await stage.ask()
    assert refused.value.refusal is Refusal.NOT_ALLOWED
    assert stage.count("/telecom/auth") == 1


async def test_when_mono_keeps_failing_it_is_no_longer_asked(hall: Hall) -> None:
    stage = hall.open_stage()
    stage.emulator.fail("/v2/telecom/auth", MonoFault(500), times=99)
    for _ in range(10):
        with pytest.raises(ProviderSilent):
            await stage.ask()
    with pytest.raises(ProviderRefusal) as refused:
        await stage.ask()
    assert refused.value.refusal is Refusal.UNAVAILABLE
    assert stage.count("/telecom/auth") == 10
