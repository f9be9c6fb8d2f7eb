"""Spans that were set otherwise: they rule every step, and what is said of them is so."""

from datetime import timedelta

from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.events import LinkOpened, OtpSent, OtpVerified, ProviderUnreachable, Restarted, TimeRanOut
from conversations.effects import ExchangeForAccount, Say
from conversations.otp import OtpForm
from conversations.rules import Rules
from conversations.session import AskingOtp, ExchangingCode, Idle
from conversations.wording import render
from tests.for_every import for_every
from tests.scenes import ASKING_OTP, BUSINESS, CLAIM, CODE, FORM, NOON, REFERENCE, session_at
from tests.talk import Talk


def talk_by(rules: Rules) -> Talk:
    talk = Talk()
    talk.rules = rules
    return talk


def at_the_code(rules: Rules, form: OtpForm = FORM) -> Talk:
    talk = talk_by(rules).hears(LinkOpened()).taps(Choice.AGREE).types("0803 123 4567").taps(Choice.MTN)
    return talk.gets(OtpSent, REFERENCE, form)


@for_every("session,end", [(5, 5), (10, 10), (20, 10)])
def test_a_session_at_the_code_ends_by_the_shorter_of_two_clocks(session: int, end: int) -> None:
    talk = at_the_code(Rules(session=timedelta(minutes=session)))
    assert (type(talk.step), talk.session.expires_at) == (AskingOtp, NOON + timedelta(minutes=end))
    talk.waits(minutes=end).hears(TimeRanOut())
    assert talk.step == Idle()


def test_a_code_that_was_not_right_brings_no_time_back() -> None:
    talk = at_the_code(Rules(session=timedelta(minutes=5))).waits(minutes=1).types("482913").gets(ProviderUnreachable)
    assert (type(talk.step), talk.session.expires_at) == (AskingOtp, NOON + timedelta(minutes=5))


def test_a_process_that_comes_back_late_exchanges_no_code_that_is_dead() -> None:
    talk = at_the_code(Rules(session=timedelta(minutes=60))).types("482913").gets(OtpVerified, CODE)
    assert isinstance(talk.step, ExchangingCode)
    late = talk.waits(minutes=10).hears(Restarted())
    assert isinstance(late.step, Idle)
    assert late.wishes(ExchangeForAccount) == []


def test_no_exchange_is_put_off_until_the_code_is_dead() -> None:
    exchanging = ExchangingCode(1, CLAIM, CODE, NOON)
    talk = Talk(session_at(exchanging, attempt=1, expires_at=NOON + timedelta(hours=1)))
    talk.waits(minutes=9, seconds=59).gets(ProviderUnreachable)
    assert (talk.keys[:1], talk.wishes(ExchangeForAccount)) == (["link-again"], [])


def test_how_long_one_can_go_on_is_said_as_it_was_set() -> None:
    talk = Talk(session_at(ASKING_OTP))
    talk.rules = Rules(memory=timedelta(hours=2))
    assert 'type "continue" within 2 hours.' in talk.types("cancel").text


def test_what_is_said_at_the_end_is_so_however_long_it_was() -> None:
    talk = at_the_code(Rules(session=timedelta(minutes=5))).waits(minutes=5).hears(TimeRanOut())
    assert talk.text.startswith("Time is up")


@for_every("months,said", [(1, "for up to 1 month;"), (12, "for up to 12 months;")])
def test_how_long_it_may_be_read_is_said_as_people_say_it(months: int, said: str) -> None:
    asked = talk_by(Rules()).hears(LinkOpened()).wishes(Say)[0]
    assert said in render(asked, "en", replace(BUSINESS, consent_months=months)).text


@for_every("length,said", [(4, "a 4-digit code"), (6, "a 6-digit code"), (8, "an 8-digit code")])
def test_the_length_of_a_code_is_said_as_people_say_it(length: int, said: str) -> None:
    assert said in at_the_code(Rules(), OtpForm(length, length)).text
