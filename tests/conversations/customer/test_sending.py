"""Probe for a code: how often, how far apart, and every way in which it can fail."""

from datetime import datetime, timedelta

from conversations.allowance import Limit, Refused, allowances_for_otp_request
from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.events import LimitReached, OtpSent, ProviderRefused, ProviderUnreachable, TimeRanOut
from conversations.customer.facts import Stuck
from conversations.effects import RequestOtp, ReturnAllowances
from conversations.link import LinkOffer, Reason
from conversations.otp import OtpForm
from conversations.refusal import Refusal
from conversations.secret import SessionReference
from conversations.session import AskingNetwork, AskingNumber, AskingOtp, Idle, SendingOtp
from tests.for_every import for_every
from tests.happenings import LIMITS
from tests.scenes import (
    AGREEMENT,
    ASKING_OTP,
    CLAIM,
    FOR_ONE_LINE,
    FORM,
    INVITATION,
    NOON,
    NUMBER,
    OTHER_NUMBER,
    REFERENCE,
    RULES,
    USED_UP,
    session_at,
)
from tests.talk import Talk

ASKING_NETWORK = AskingNetwork(AGREEMENT, NUMBER, proven=False)
SECOND = SendingOtp(1, CLAIM, before=ASKING_OTP)


def at_network() -> Talk:
    return Talk(session_at(ASKING_NETWORK))


def refused(refusal: Refusal, at: SendingOtp = SECOND) -> Talk:
    return Talk(session_at(at)).waits(seconds=5).gets(ProviderRefused, refusal)


# The prompt


def test_the_prompt_says_who_which_number_what_for_and_for_nobody_else() -> None:
    talk = at_network().taps(Choice.MTN).gets(OtpSent, REFERENCE, FORM)
    assert talk.text == (
        "MTN has sent a 6-digit code by SMS to 0803 ••• 4567. Type the newest one here and nowhere else. It lets"
        " Kudi Loans read this line and nothing else: it cannot move money. Do not give it to anybody, our agent"
        " included."
    )
    assert talk.offered == [Choice.NEW_CODE, Choice.CHANGE_NUMBER]


@for_every(
    ("form", "words"),
    [
        (OtpForm(4, 4), "a 4-digit code"),
        (OtpForm(4, 8), "a code of 4 to 8 digits"),
        (OtpForm(0, 9), "a code by SMS"),
        (OtpForm(6, 6, "Look for the SMS from T2"), 'The network says: "Look for the SMS from T2"'),
    ],
)
def test_length_and_hint_come_from_the_providers_form(form: OtpForm, words: str) -> None:
    assert words in at_network().taps(Choice.MTN).gets(OtpSent, REFERENCE, form).text


def test_a_hint_that_says_nothing_is_not_repeated() -> None:
    assert "says" not in at_network().taps(Choice.MTN).gets(OtpSent, REFERENCE, OtpForm(6, 6, "Enter OTP:")).text


def test_a_new_code_comes_with_its_own_tries_and_its_own_end() -> None:
    talk = Talk(session_at(replace(ASKING_OTP, tries_left=1))).waits(minutes=2).taps(Choice.NEW_CODE)
    talk.waits(seconds=3).gets(OtpSent, SessionReference("reference-2"), FORM)
    assert talk.step == replace(
        ASKING_OTP, reference=SessionReference("reference-2"), requested_at=NOON + timedelta(minutes=2)
    )
    assert talk.session.expires_at == NOON + timedelta(minutes=12)


# How often


def test_codes_are_a_minute_then_two_apart_and_the_wait_is_told_to_the_second() -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(seconds=13).taps(Choice.NEW_CODE)
    assert "new code in 47 seconds" in talk.text
    assert len(talk.waits(seconds=47).taps(Choice.NEW_CODE).wishes(RequestOtp)) == 1
    talk.gets(OtpSent, REFERENCE, FORM).waits(seconds=119).types("resend")
    assert (talk.wishes(RequestOtp), talk.keys) == ([], ["new-code-wait"])
    assert len(talk.waits(seconds=1).types("resend").wishes(RequestOtp)) == 1


@for_every("typed", ["where is the code", "wey the code", "have you sent it", "when will it come?"])
def test_who_asks_where_the_code_is_hears_when_it_was_sent_and_spends_none(typed: str) -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(minutes=3, seconds=30).types(typed)
    assert (talk.wishes(RequestOtp), talk.step) == ([], ASKING_OTP)
    assert "It goes to 0803 ••• 4567." in talk.text
    assert "MTN sent the SMS 3 minutes ago." in talk.text
    assert 'For another code, tap "Send a new code": then only that one counts.' in talk.text
    assert talk.offered == [Choice.NEW_CODE, Choice.CHANGE_NUMBER, Choice.PROOF]
    assert len(talk.taps(Choice.NEW_CODE).wishes(RequestOtp)) == 1


@for_every("typed", ["code never come", "I did not get any SMS", "no code"])
def test_who_tells_that_none_came_gets_another_as_soon_as_they_may_have_one(typed: str) -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(seconds=59).types(typed)
    assert (talk.wishes(RequestOtp), talk.keys) == ([], ["no-code-yet", "code-sent", "new-code-wait"])
    assert len(talk.waits(seconds=1).types(typed).wishes(RequestOtp)) == 1


@for_every("typed", ["where is the code", "code never come"])
def test_who_misses_a_code_hears_from_when_on_another_can_be_had(typed: str) -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(seconds=13).types(typed)
    assert "MTN sent the SMS 13 seconds ago." in talk.text
    assert "You can ask for a new code in 47 seconds." in talk.text
    requests = tuple(NOON - timedelta(minutes=ago) for ago in (8, 6, 0))
    talk = Talk(session_at(ASKING_OTP, requests=requests)).waits(seconds=90).types(typed)
    assert "You can ask for another at 13:02, in 30 seconds." in talk.text
    assert "tap" not in talk.text


def test_where_the_last_code_is_used_up_none_is_missed() -> None:
    talk = Talk(session_at(USED_UP)).waits(minutes=3).types("where is the code")
    assert (talk.wishes(RequestOtp), talk.keys) == ([], ["ask-new-code"])


def test_after_three_codes_the_time_of_the_next_is_told() -> None:
    requests = tuple(NOON - timedelta(minutes=ago) for ago in (8, 6, 3))
    talk = Talk(replace(session_at(ASKING_OTP), requests=requests)).taps(Choice.NEW_CODE)
    assert talk.wishes(RequestOtp) == []
    assert "You can ask for another at 13:02, in 2 minutes." in talk.text


def test_who_comes_at_the_minute_that_was_told_gets_the_next_code() -> None:
    requests = tuple(NOON - timedelta(minutes=ago, seconds=20) for ago in (8, 6, 3))
    talk = Talk(session_at(ASKING_OTP, requests=requests)).taps(Choice.NEW_CODE)
    assert "You can ask for another at 13:02, in 100 seconds." in talk.text
    assert len(talk.waits(minutes=2).taps(Choice.NEW_CODE).wishes(RequestOtp)) == 1


@for_every("way", ["cancel", "change number"])
def test_leaving_and_coming_back_brings_no_code_sooner(way: str) -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(seconds=20).types(way)
    talk.types("start over" if way == "cancel" else "0803 123 4567").types("yes").types("0803 123 4567").types("mtn")
    assert (talk.wishes(RequestOtp), talk.keys[0]) == ([], "new-code-wait")


def test_an_old_request_no_longer_counts() -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(minutes=10).hears(TimeRanOut()).taps(Choice.RESUME)
    assert len(talk.session.requests) == 1
    assert len(talk.wishes(RequestOtp)) == 1


@for_every("asked", [(NOON + timedelta(hours=10),), tuple(NOON + timedelta(hours=hours) for hours in (8, 9, 10))])
def test_after_a_clock_was_set_back_nobody_waits_for_it_to_come_there_again(asked: tuple[datetime, ...]) -> None:
    talk = Talk(session_at(ASKING_NETWORK, requests=asked)).taps(Choice.MTN)
    assert talk.wishes(RequestOtp) == []
    assert talk.session.requests == (NOON,) * len(asked)
    talk.waits(minutes=10).hears(TimeRanOut()).taps(Choice.RESUME).taps(Choice.MTN)
    assert len(talk.wishes(RequestOtp)) == 1


@for_every(
    ("offer", "proven", "vouched"),
    [
        (None, False, False),
        (INVITATION, False, False),  # its link names no number
        (replace(FOR_ONE_LINE, number=OTHER_NUMBER), False, False),
        (FOR_ONE_LINE, False, True),
        (None, True, True),
        (INVITATION, True, True),
    ],
)
def test_a_number_that_is_no_more_than_typed_spends_of_the_share_of_those_also_where_a_link_was_opened(
    offer: LinkOffer | None, *, proven: bool, vouched: bool
) -> None:
    talk = Talk(session_at(AskingNetwork(AGREEMENT, NUMBER, proven), offer=offer)).taps(Choice.MTN)
    (asked,) = talk.wishes(RequestOtp)
    typed = [each.limit.name for each in asked.allowances if each.key.endswith(":unproven")]
    shares = ["otp_requests_per_number_day_unproven", "otp_requests_per_prefix_hour", "otp_requests_per_hour"]
    assert typed == ([] if vouched else shares)


# What the provider may answer


def test_an_unknown_outcome_is_said_with_the_time_of_the_next_chance() -> None:
    talk = Talk(session_at(SECOND)).waits(seconds=15).gets(ProviderUnreachable)
    assert talk.step == ASKING_NETWORK
    assert "I do not know whether a code is on its way" in talk.text
    assert "In 45 seconds you can choose your network again" in talk.text
    assert talk.session.requests == (NOON,)


def test_a_number_on_another_network_offers_the_other_in_its_place_and_costs_no_wait() -> None:
    """Who has read "2" for Airtel types that again."""
    before = at_network().offered
    talk = refused(Refusal.NUMBER_NOT_ON_NETWORK)
    assert "MTN does not know 0803 123 4567" in talk.text
    assert talk.offered == before == [Choice.MTN, Choice.AIRTEL, Choice.CHANGE_NUMBER]
    assert len(talk.taps(Choice.AIRTEL).wishes(RequestOtp)) == 1


def test_a_provider_that_could_not_be_reached_costs_nothing() -> None:
    reserved = at_network().taps(Choice.MTN).wishes(RequestOtp)[0].allowances
    talk = refused(Refusal.UNAVAILABLE, SendingOtp(1, CLAIM))
    assert talk.keys[0] == "sending-unavailable"
    assert talk.wishes(ReturnAllowances) == [ReturnAllowances(reserved)]
    assert len(talk.taps(Choice.MTN).wishes(RequestOtp)) == 1


@for_every(("asked_to_wait", "told"), [(20, "in 55 seconds"), (90, "in 90 seconds")])
def test_a_busy_provider_is_left_alone_for_as_long_as_it_asks_and_we_allow(asked_to_wait: int, told: str) -> None:
    talk = Talk(session_at(SendingOtp(1, CLAIM))).waits(seconds=5)
    talk.gets(ProviderRefused, Refusal.TOO_MANY_REQUESTS, talk.now + timedelta(seconds=asked_to_wait))
    assert f"Please try again {told}" in talk.text


def test_what_only_the_operator_can_mend_is_our_fault() -> None:
    talk = refused(Refusal.NOT_ALLOWED, SendingOtp(1, CLAIM))
    assert "Something on our side" in talk.text
    assert "Ngozi on 0700 555 0100" in talk.text


@for_every("refusal", [Refusal.UNAVAILABLE, Refusal.TOO_MANY_REQUESTS, Refusal.NOT_ALLOWED])
def test_a_code_that_is_still_alive_can_be_typed_when_a_new_one_was_not_sent(refusal: Refusal) -> None:
    talk = refused(refusal)
    assert (talk.step, talk.session.expires_at) == (ASKING_OTP, NOON + timedelta(minutes=10))


@for_every("refusal", [Refusal.NOT_UNDERSTOOD, Refusal.WRONG_CODE, Refusal.ACCOUNT_GONE])
def test_an_answer_that_makes_no_sense_ends_the_old_code_too(refusal: Refusal) -> None:
    talk = refused(refusal)
    assert (talk.step, talk.keys[0]) == (ASKING_NETWORK, "sending-not-possible")


def test_an_old_code_that_died_meanwhile_is_not_asked_for() -> None:
    old = replace(ASKING_OTP, requested_at=NOON - timedelta(minutes=10))
    assert refused(Refusal.UNAVAILABLE, SendingOtp(1, CLAIM, before=old)).step == ASKING_NETWORK


@for_every("limit", LIMITS)
def test_a_limit_that_is_reached_says_until_when_and_nothing_is_sent(limit: Limit) -> None:
    talk = at_network().taps(Choice.MTN).gets(LimitReached, Refused(limit, NOON + timedelta(hours=13, minutes=5)))
    assert talk.step == ASKING_NETWORK
    assert "tomorrow at 02:05, in 13 hours 5 minutes" in talk.text
    assert talk.session.requests == ()


def test_where_only_the_share_of_typed_numbers_is_used_up_proving_it_is_said_to_help() -> None:
    """A number's own limit says so too; of a block of numbers, and of all, it was only said to wait."""
    typed = allowances_for_otp_request(RULES.limits, "ada", NUMBER, vouched=False)
    for each in typed:
        talk = at_network().taps(Choice.MTN).gets(LimitReached, Refused(each.limit, NOON + timedelta(minutes=40)))
        assert ("share it with the button" in talk.text) == each.key.endswith("proven")


def test_sending_can_be_cancelled_and_its_answer_is_then_too_late() -> None:
    talk = Talk(session_at(SendingOtp(1, CLAIM))).taps(Choice.CANCEL)
    assert (talk.step, talk.keys[0]) == (Idle(), "cancelled-code")
    assert not isinstance(talk.gets(OtpSent, REFERENCE, FORM).step, AskingOtp)


# After neither network knew the number, and where no code can be had


def test_a_number_that_neither_network_knows_is_asked_for_anew() -> None:
    talk = at_network().taps(Choice.MTN).gets(ProviderRefused, Refusal.NUMBER_NOT_ON_NETWORK)
    talk.taps(Choice.AIRTEL).gets(ProviderRefused, Refusal.NUMBER_NOT_ON_NETWORK)
    assert talk.text.startswith("Neither MTN nor Airtel knows 0803 123 4567. Check the digits")
    assert talk.step == AskingNumber(AGREEMENT)
    talk.types("0803 123 4567").taps(Choice.MTN).gets(ProviderRefused, Refusal.NUMBER_NOT_ON_NETWORK)
    assert talk.keys[0] == "not-on-network"


def test_the_same_network_tried_twice_says_nothing_of_the_other() -> None:
    talk = at_network().taps(Choice.MTN).gets(ProviderRefused, Refusal.NUMBER_NOT_ON_NETWORK)
    talk.taps(Choice.MTN).gets(ProviderRefused, Refusal.NUMBER_NOT_ON_NETWORK)
    assert talk.keys[0] == "not-on-network"


def test_our_own_fault_does_not_end_in_a_look_at_their_phone() -> None:
    talk = at_network().taps(Choice.MTN).gets(ProviderRefused, Refusal.NOT_ALLOWED)
    assert talk.keys == ["our-fault"]
    assert "phone" not in talk.taps(Choice.MTN).text


def test_who_has_had_all_codes_is_not_told_to_ask_for_another_in_the_same_breath() -> None:
    requests = tuple(NOON - timedelta(minutes=ago) for ago in (8, 6, 3))
    talk = Talk(replace(session_at(replace(ASKING_OTP, tries_left=0)), requests=requests)).taps(Choice.NEW_CODE)
    assert talk.keys == ["codes-used-up"]
    assert Choice.CHANGE_NUMBER in talk.offered
    assert talk.turn.fact == Stuck(Reason.SHORT_WAIT)  # two minutes more


def test_who_has_had_all_codes_for_long_is_told_of_with_that() -> None:
    requests = tuple(NOON - timedelta(minutes=ago) for ago in (7, 6, 3))
    talk = Talk(replace(session_at(replace(ASKING_OTP, tries_left=0)), requests=requests)).taps(Choice.NEW_CODE)
    assert talk.turn.fact == Stuck(Reason.CODES_USED_UP)
