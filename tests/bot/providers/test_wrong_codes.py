"""A code that was found wrong is known when it comes again, by what tells it from another alone."""

from bot.errors import ProviderRefusal, ProviderSilent
from bot.providers.wrong_codes import MOST, WrongCodes
from conversations.customer import events
from conversations.effects import CheckOtp
from conversations.refusal import Refusal
from conversations.secret import OtpCode, SessionReference
from tests.bot.providers.calls_stage import OTP, REFERENCE, CallsStage

CHECK = CheckOtp(7, REFERENCE, OTP, ())


async def test_the_same_wrong_code_is_not_asked_about_once_more() -> None:
    stage = CallsStage()
    stage.provider.trouble["check_otp"] = ProviderRefusal(Refusal.WRONG_CODE)
    assert await stage.event_of(CHECK) == events.ProviderRefused(7, Refusal.WRONG_CODE)
    assert await stage.event_of(CHECK) == events.ProviderRefused(7, Refusal.SAME_CODE)
    assert stage.provider.asked == ["check_otp"]
    for other in (CheckOtp(7, REFERENCE, OtpCode("246810"), ()), CheckOtp(7, SessionReference("next"), OTP, ())):
        assert await stage.event_of(other) == events.ProviderRefused(7, Refusal.WRONG_CODE)


async def test_one_that_had_no_answer_or_was_not_checked_may_be_right() -> None:
    stage = CallsStage()
    for trouble in (ProviderSilent(), ProviderRefusal(Refusal.UNAVAILABLE)):
        stage.provider.trouble["check_otp"] = trouble
        await stage.event_of(CHECK)
    del stage.provider.trouble["check_otp"]
    assert isinstance(await stage.event_of(CHECK), events.OtpVerified)


def test_no_code_and_no_name_of_a_request_is_kept_and_the_oldest_is_forgotten() -> None:
    codes = WrongCodes()
    codes.note(REFERENCE, OTP)
    assert codes.has(REFERENCE, OTP)
    kept = repr(vars(codes))
    assert OTP.reveal() not in kept
    assert REFERENCE.reveal() not in kept
    for place in range(MOST):
        codes.note(REFERENCE, OtpCode(f"{place:08}"))
    assert not codes.has(REFERENCE, OTP)
