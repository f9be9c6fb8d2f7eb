"""Every arrow of a customer's conversation means something to the agent, or nothing; and no notice says too much."""

from datetime import date, datetime, timedelta

import pytest

from conversations.account import Identity, Summary
from conversations.allowance import Limit, Refused
from conversations.changing import replace
from conversations.choice import Choice
from conversations.contact import Contact
from conversations.customer.events import (
    AccountOpened,
    ButtonTapped,
    Chosen,
    CustomerLeft,
    Event,
    LimitReached,
    LinkOpened,
    OtpSent,
    OtpVerified,
    ProviderRefused,
    ProviderUnreachable,
    SummaryFetched,
    SummaryPending,
    TextReceived,
    TimeRanOut,
    WarningDue,
)
from conversations.customer.link_progress import Progress, advance, end, forget_customer, is_news, progress_of
from conversations.customer.notifications import (
    contested,
    notice_of,
    reminder,
    unsent,
    unwanted,
)
from conversations.customer.stepping import step
from conversations.link import Link, Milestone, Place, Reason, Stage, Unsent
from conversations.network import Line, Network
from conversations.refusal import Refusal
from conversations.secret import AccountId
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    CheckingOtp,
    ConfirmingUnlink,
    ExchangingCode,
    FetchingSummary,
    Idle,
    SendingOtp,
    Step,
)
from conversations.wording import LANGUAGES, render
from tests.explored import Scene
from tests.for_every import for_every
from tests.scenes import (
    ACCOUNT,
    ADA,
    AGREEMENT,
    ASKING_OTP,
    BUSINESS,
    CLAIM,
    CODE,
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
    sessions,
)
from tests.texts import flaws_in_any_language

AGENT = Contact("console", "2001")
LINK = Link("K7M-4Q2", AGENT, AGENT, "en", ("mango", "river"), NOON, NOON + timedelta(days=1), NOON)
M, S = Milestone, Stage


def progress(at: Step, event: Event, now: datetime = NOON, **fields: object) -> Progress | None:
    before = session_at(at, **{"offer": INVITATION, **fields})
    return progress_of(before, step(before, event, now, RULES))


def stuck(step_name: str, reason: str, line: Line | None = None) -> Progress:
    return Progress(M.STUCK, S.MADE, Place(step_name), Reason(reason), line)


def limit(name: str, wait: timedelta = timedelta(hours=3)) -> LimitReached:
    return LimitReached(1, Refused(Limit(name, 5, timedelta(days=1)), NOON + wait))


A_MINUTE = timedelta(minutes=1)
AGREED_TO = "C-T5UFNVP4"  # made of ADA and NOON
ASKING_NETWORK = AskingNetwork(AGREEMENT, NUMBER, proven=False)
CHECKING = CheckingOtp(1, replace(ASKING_OTP, tries_left=2))
SENDING = SendingOtp(1, CLAIM)
LATE = NOON + timedelta(minutes=11)


@for_every(
    ("at", "event", "expected"),
    [
        (Idle(), LinkOpened(INVITATION), Progress(M.OPENED, S.OPENED, Place.CONSENT)),
        (AskingNumber(AGREEMENT), LinkOpened(FOR_ONE_LINE), Progress(M.OPENED, S.OPENED, Place.CONSENT)),
        (AskingNumber(AGREEMENT), LinkOpened(INVITATION), None),  # still here
        (SENDING, LinkOpened(FOR_ONE_LINE), None),  # busy: it is not opened
        (Idle(), LinkOpened(), None),
        (AskingConsent(), Chosen(Choice.AGREE), Progress(M.AGREED, S.AGREED, Place.NUMBER, consent=AGREED_TO)),
        (AskingConsent(), Chosen(Choice.DECLINE), Progress(M.DECLINED, S.MADE, Place.CONSENT)),
        (AskingConsent(), Chosen(Choice.CANCEL), stuck("consent", "cancelled")),
        (AskingConsent(), Chosen(Choice.PROOF), None),
        (AskingConsent(), Chosen(Choice.PERSON), stuck("consent", "person")),
        (AskingConsent(), TextReceived("what is this?"), None),
        (AskingConsent(), CustomerLeft(), stuck("consent", "left")),
        (Idle(), CustomerLeft(), None),
        (AskingNumber(AGREEMENT), TextReceived("0803 123 4567"), None),
        (AskingNumber(AGREEMENT), TextReceived("0803"), None),
        (AskingNumber(AGREEMENT), TextReceived("+44 7911 123456"), stuck("number", "foreign-number")),
        (AskingNumber(AGREEMENT), TextReceived("0700 123 4567"), stuck("number", "not-mobile")),
        (ASKING_NETWORK, TextReceived("glo"), stuck("network", "not-served")),
        (ASKING_NETWORK, Chosen(Choice.MTN), None),
        (SENDING, OtpSent(1, REFERENCE, FORM), Progress(M.CODE_SENT, S.CODE_SENT, Place.CODE, line=CLAIM.line)),
        (SENDING, OtpSent(2, REFERENCE, FORM), None),
        (SENDING, ProviderRefused(1, Refusal.NUMBER_NOT_ON_NETWORK), stuck("network", "not-on-network")),
        (SENDING, ProviderRefused(1, Refusal.UNAVAILABLE), stuck("network", "network-down")),
        (SENDING, ProviderRefused(1, Refusal.TOO_MANY_REQUESTS), stuck("network", "network-down")),
        (SENDING, ProviderRefused(1, Refusal.NOT_ALLOWED), stuck("network", "our-fault")),
        (SENDING, ProviderRefused(1, Refusal.NOT_UNDERSTOOD), stuck("network", "no-code")),
        (SENDING, ProviderUnreachable(1), stuck("network", "no-answer")),
        (SENDING, limit("otp_requests_per_number_day"), stuck("network", "codes-used-up")),
        (SENDING, limit("otp_requests_per_contact_day"), stuck("network", "codes-used-up")),
        (SENDING, limit("otp_request_pause_per_number", A_MINUTE), stuck("network", "short-wait")),
        (SENDING, limit("otp_requests_per_contact_day", A_MINUTE), stuck("network", "short-wait")),
        (SENDING, limit("otp_requests_per_contact_day", 3 * A_MINUTE), stuck("network", "codes-used-up")),
        (SENDING, limit("otp_requests_per_hour", A_MINUTE), stuck("network", "too-many-people")),
        (SENDING, limit("otp_requests_per_hour"), stuck("network", "too-many-people")),
        (SENDING, limit("otp_requests_per_prefix_hour"), stuck("network", "too-many-people")),
        (ASKING_OTP, TextReceived("482913"), None),
        (ASKING_OTP, Chosen(Choice.CANCEL), stuck("code", "cancelled")),
        (CHECKING, OtpVerified(1, CODE), Progress(M.CODE_SENT, S.VERIFIED, Place.CODE, line=CLAIM.line)),
        (CHECKING, ProviderRefused(1, Refusal.WRONG_CODE), stuck("code", "wrong-code", CLAIM.line)),
        (CheckingOtp(1, USED_UP), ProviderRefused(1, Refusal.WRONG_CODE), stuck("code", "wrong-code-last", CLAIM.line)),
        (CHECKING, ProviderRefused(1, Refusal.REQUEST_EXPIRED), stuck("code", "code-expired", CLAIM.line)),
        (CHECKING, ProviderUnreachable(1), stuck("code", "no-answer", CLAIM.line)),
        (CHECKING, limit("otp_checks_per_number_day"), stuck("code", "tries-used-up", CLAIM.line)),
        (ExchangingCode(1, CLAIM, CODE, NOON), AccountOpened(1, AccountId("account-9")), None),
        *(
            (
                FetchingSummary(1, ACCOUNT, unsaid=True),
                answer,
                Progress(M.LINKED, S.LINKED, Place.SUMMARY, Reason.NONE, CLAIM.line, AGREEMENT.reference, ACCOUNT),
            )
            for answer in (
                SummaryFetched(1, Summary(None, None, NOON)),
                SummaryPending(1),
                ProviderUnreachable(1),
                Chosen(Choice.UNLINK),
                CustomerLeft(),
            )
        ),
        (ExchangingCode(1, CLAIM, CODE, NOON), ProviderRefused(1, Refusal.CODE_SPENT), stuck("network", "link-again")),
        (FetchingSummary(1, ACCOUNT), SummaryFetched(1, Summary(None, None, NOON)), None),
        (
            FetchingSummary(1, ACCOUNT, unsaid=True),
            SummaryFetched(1, Summary(Identity(born=date(2010, 1, 31)), None, NOON)),
            Progress(M.DECLINED, S.VERIFIED, Place.SUMMARY, Reason.TOO_YOUNG, consent=AGREEMENT.reference),
        ),
        (ConfirmingUnlink(None), Chosen(Choice.CONFIRM), None),
        (AskingConsent(), WarningDue(), None),
        (AskingConsent(), ButtonTapped("junk", 7), None),
    ],
)
def test_what_an_arrow_means_for_the_link(at: Step, event: Event, expected: Progress | None) -> None:
    assert progress(at, event) == expected


@for_every(
    ("at", "expected"),
    [
        (AskingConsent(), stuck("consent", "time")),
        (AskingNumber(AGREEMENT), stuck("number", "time")),
        (ASKING_NETWORK, stuck("network", "time")),
        (ASKING_OTP, stuck("code", "time")),
        (SENDING, stuck("sending", "time")),
        (CHECKING, stuck("code", "time")),
        (Idle(), None),
    ],
)
def test_when_the_time_runs_out_the_agent_hears_where(at: Step, expected: Progress | None) -> None:
    assert progress(at, TimeRanOut(), LATE) == expected


def test_a_line_that_is_not_the_links_is_a_reason() -> None:
    at = AskingNumber(AGREEMENT)
    typed = TextReceived(OTHER_NUMBER.spaced)
    assert progress(at, typed, offer=FOR_ONE_LINE) == stuck("number", "other-number")


@pytest.fixture(scope="module")
def every_progress(every_scene: list[Scene]) -> list[Progress]:
    """Of whoever came by a link."""
    turns = [(session, turn) for session, _, turn in every_scene if session.offer]
    for session in sessions():
        before = replace(session, offer=session.offer or INVITATION)
        typed = map(TextReceived, ("0700 123 4567", OTHER_NUMBER.spaced))
        turns += [(before, step(before, event, NOON, RULES)) for event in typed]
        turns.append((before, step(before, TimeRanOut(), LATE, RULES)))
        turns.append((before, step(before, limit("otp_request_pause_per_number", A_MINUTE), NOON, RULES)))
    return [made for before, turn in turns if (made := progress_of(before, turn))]


def test_every_reason_comes_up_and_every_step_is_a_place(every_progress: list[Progress]) -> None:
    of_the_end = {Reason.FORGOTTEN, Reason.OPTED_OUT}  # of whoever ends all of theirs at once, where they stand
    assert {made.reason for made in every_progress} == set(Reason) - of_the_end
    assert {made.step for made in every_progress} == set(Place)


def test_every_notice_is_without_a_flaw_and_shows_no_more_than_a_masked_number(every_progress: list[Progress]) -> None:
    hidden = (NUMBER.local, NUMBER.spaced, NUMBER.e164, OTHER_NUMBER.local, "school fees", ADA.address)
    link = replace(LINK, number=NUMBER, note="school fees", customer=ADA)
    for made in {repr(made): made for made in every_progress}.values():
        say = notice_of(advance(link, made, NOON))
        assert not flaws_in_any_language(say)
        for language in LANGUAGES:
            text = render(say, language, BUSINESS).text
            assert not [secret for secret in hidden if secret in text]
            assert link.reference in text


@for_every("milestone", [M.EXPIRED, M.WITHDRAWN])
@for_every("at", Place)
def test_what_ends_a_link_from_outside_is_told_without_a_flaw(milestone: Milestone, at: Place) -> None:
    assert not flaws_in_any_language(notice_of(end(replace(LINK, step=at), milestone, NOON)))


def test_the_other_notices_have_no_flaw() -> None:
    known = replace(LINK, number=NUMBER, template_chat="Chat")
    told = (
        contested(LINK),
        reminder(LINK, NOON),
        contested(known),
        unwanted(known),
        *(unsent(known, why) for why in Unsent),
    )
    for say in told:
        assert not flaws_in_any_language(say)


def test_a_linked_line_is_told_with_its_account() -> None:
    linked = Progress(M.LINKED, S.LINKED, Place.SUMMARY, Reason.NONE, CLAIM.line, "C-1", ACCOUNT)
    text = render(notice_of(advance(LINK, linked, NOON)), "en", BUSINESS).text
    assert ACCOUNT.reveal() in text
    assert ACCOUNT.reveal() not in repr(notice_of(advance(LINK, linked, NOON)))


# What is news


def test_nothing_is_told_twice() -> None:
    wrong = stuck("code", "wrong-code")
    assert is_news(LINK, wrong)
    assert not is_news(advance(LINK, wrong, NOON), wrong)
    assert is_news(advance(LINK, wrong, NOON), stuck("code", "wrong-code-last"))


def test_opening_and_agreeing_again_are_no_news() -> None:
    opened, agreed = Progress(M.OPENED, S.OPENED, Place.CONSENT), Progress(M.AGREED, S.AGREED, Place.NUMBER)
    far = replace(LINK, reached=S.CODE_SENT, milestone=M.STUCK)
    assert is_news(LINK, opened)
    assert is_news(replace(LINK, reached=S.OPENED), agreed)
    assert not is_news(far, opened)
    assert not is_news(far, agreed)


def test_a_code_after_a_setback_is_news_and_a_right_one_is_kept_for_the_end() -> None:
    sent = Progress(M.CODE_SENT, S.CODE_SENT, Place.CODE, line=CLAIM.line)
    assert is_news(advance(LINK, stuck("network", "no-answer"), NOON), sent)
    assert not is_news(advance(LINK, sent, NOON), sent)
    assert not is_news(LINK, Progress(M.CODE_SENT, S.VERIFIED, Place.CODE))


def test_how_far_a_link_came_is_never_forgotten() -> None:
    sent = advance(LINK, Progress(M.CODE_SENT, S.CODE_SENT, Place.CODE, line=CLAIM.line), NOON)
    back = advance(sent, stuck("network", "not-on-network"), NOON)
    assert (back.reached, back.milestone, back.line) == (S.CODE_SENT, M.STUCK, CLAIM.line)


def test_who_declines_leaves_nothing_of_theirs_in_the_link() -> None:
    sent = replace(LINK, customer=ADA, line=CLAIM.line)
    declined = advance(sent, Progress(M.DECLINED, S.MADE, Place.CONSENT), NOON)
    assert (declined.customer, declined.line) == (None, None)


def test_what_is_forgotten_of_a_customer_is_all_of_them() -> None:
    full = replace(LINK, customer=ADA, line=Line(NUMBER, Network.MTN), number=NUMBER, note="rent", account=ACCOUNT)
    full = replace(full, external_reference="LN-2026-0042")
    assert forget_customer(full) == LINK
