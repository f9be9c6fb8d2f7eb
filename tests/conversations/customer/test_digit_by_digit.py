"""A code that is typed digit by digit, a message each: no digit of it is the number of an answer, or a code."""

from conversations.changing import replace
from conversations.customer.events import TextReceived
from conversations.otp import OtpForm
from conversations.session import AskingOtp, SendingOtp
from tests.for_every import for_every
from tests.scenes import ASKING_OTP, CLAIM, USED_UP, session_at
from tests.talk import Talk


@for_every("step", [ASKING_OTP, USED_UP, replace(ASKING_OTP, form=OtpForm(0, 12))])
def test_a_code_that_is_typed_digit_by_digit_chooses_nothing_and_spends_nothing(step: AskingOtp) -> None:
    talk = Talk(session_at(step)).waits(minutes=3)
    for message, digit in enumerate("112924"):
        talk.hears(TextReceived(digit, f"m{message}", seen=talk.session.dialog.prompt))
        assert (talk.step, talk.turn.immediate) == (step, ())
        talk.waits(seconds=31)


def test_nor_does_it_cancel_the_sending_of_the_code() -> None:
    talk = Talk(session_at(SendingOtp(1, CLAIM))).types("where is it").types("1")
    assert isinstance(talk.step, SendingOtp)
    assert talk.types("cancel").keys[0] == "cancelled-code"
