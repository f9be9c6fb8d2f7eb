"""How long a line is shared: reminders and the notice by day, going on, and an end after which nothing is read."""

from datetime import UTC, datetime, timedelta

from conversations.allowance import Limit, Refused
from conversations.changing import replace
from conversations.choice import Choice
from conversations.consent import Agreement, EndReason, Terms, agree
from conversations.consent_events import ConsentDue
from conversations.customer.events import (
    AccountOpened,
    ButtonTapped,
    LimitReached,
    LinkOpened,
    ProviderRefused,
    ProviderUnreachable,
    StatementRead,
    SummaryFetched,
    SummaryPending,
    TextReceived,
    TransactionsFetched,
    UsageFetched,
)
from conversations.effects import (
    FetchSummary,
    ForgetLine,
    KeepLine,
    ReadLine,
    RecordConsent,
    Say,
    UnlinkAtProvider,
)
from conversations.line_events import DataReady
from conversations.linked_line import Claim, LinkedLine
from conversations.refusal import Refusal
from conversations.schedule import scheduled
from conversations.session import ChoosingLine, ExchangingCode, Idle
from tests.for_every import for_every
from tests.happenings import PAGES, STATEMENTS, SUMMARIES, USAGES
from tests.scenes import (
    ACCOUNT,
    ADA,
    AGREEMENT,
    ASKING_OTP,
    CODE,
    LINKED,
    NOON,
    OTHER_LINKED,
    POSTPONED,
    RULES,
    session_at,
)
from tests.talk import Talk

YEAR_ON = datetime(2027, 11, 23, 12, tzinfo=UTC)
NOTICE = datetime(2027, 11, 9, 8, tzinfo=UTC)  # nine in the morning, in Lagos, fourteen days before
FIRST_RELEASE = replace(AGREEMENT, version="2026-11", until=None, unused_days=None)


def line() -> LinkedLine:
    """Linked at noon, and read often: it ends after a year."""
    return scheduled(replace(LINKED, linked_at=NOON, used_at=YEAR_ON), RULES)


def shared(*lines: LinkedLine, at: object = Idle()) -> Talk:
    return Talk(session_at(at, lines=lines or (line(),)))  # type: ignore[arg-type]


def at(talk: Talk, now: datetime) -> Talk:
    talk.now = now
    return talk


def noticed(*lines: LinkedLine) -> Talk:
    talk = at(shared(*lines), NOTICE)
    for each in talk.session.lines:
        talk.hears(ConsentDue(each.account))
    return talk


# The end


def test_a_consent_ends_by_itself_as_if_by_the_customers_own_hand() -> None:
    talk = at(shared(), YEAR_ON).hears(ConsentDue(ACCOUNT))
    assert talk.turn.effects[:3] == (
        ForgetLine(ACCOUNT, EndReason.TIME),
        RecordConsent(AGREEMENT, withdrawn=True, why=EndReason.TIME),
        UnlinkAtProvider(ACCOUNT),
    )
    assert talk.session.lines == ()
    for said in ("0803 ••• 4567", AGREEMENT.reference, "23 November 2027 at 13:00", "no longer allowed to read it"):
        assert said in talk.text


def test_it_ends_unused_after_as_long_as_was_agreed() -> None:
    talk = shared(scheduled(replace(LINKED, linked_at=NOON), RULES))
    assert at(talk, NOON + timedelta(days=180, seconds=-1)).hears(ConsentDue(ACCOUNT)).session.lines
    (ended,) = at(talk, NOON + timedelta(days=180)).hears(ConsentDue(ACCOUNT)).wishes(RecordConsent)
    assert ended.why is EndReason.UNUSED
    assert "nothing was read for 180 days" in talk.text


READ = [
    ("balance", (SummaryFetched, SUMMARIES[0])),
    ("transactions", (TransactionsFetched, PAGES[0])),
    ("usage", (UsageFetched, USAGES[0])),
    ("statement", (StatementRead, STATEMENTS[0])),
]


@for_every(("wish", "answer"), READ)
def test_reading_is_use_and_a_clock_set_back_takes_nothing_from_it(wish: str, answer: tuple[type, ...]) -> None:
    talk = shared(scheduled(replace(LINKED, linked_at=NOON), RULES)).waits(days=100).types(wish).gets(*answer)
    (line,) = talk.session.lines
    assert talk.wishes(KeepLine)[-1].line == line
    assert line.end == (NOON + timedelta(days=280), EndReason.UNUSED)
    (again,) = Talk(session_at(Idle(), lines=(line,))).types(wish).gets(*answer).session.lines
    assert again.end == line.end


@for_every(
    "answer",
    [
        (LimitReached, Refused(Limit("reads_per_contact_hour", 30, timedelta(hours=1)), NOON + timedelta(days=101))),
        (ProviderUnreachable,),
        (ProviderRefused, Refusal.UNAVAILABLE),
        (SummaryPending,),
    ],
)
def test_what_was_not_read_is_no_use(answer: tuple[type, ...]) -> None:
    talk = shared(scheduled(replace(LINKED, linked_at=NOON), RULES)).waits(days=100).types("balance").gets(*answer)
    (line,) = talk.session.lines
    assert line.end == (NOON + timedelta(days=180), EndReason.UNUSED)


@for_every("event", [TextReceived("balance"), ButtonTapped("transactions"), DataReady(ACCOUNT), LinkOpened()])
def test_nothing_is_read_in_the_second_of_the_end_whatever_happens_first(event: object) -> None:
    late = replace(POSTPONED, linked_at=NOON, used_at=YEAR_ON)
    talk = at(shared(late), YEAR_ON).hears(event)  # type: ignore[arg-type]
    assert talk.wishes(UnlinkAtProvider) == [UnlinkAtProvider(ACCOUNT)]
    assert talk.wishes(ReadLine) + talk.wishes(FetchSummary) == []


def test_an_answer_that_comes_after_the_end_is_not_shown() -> None:
    talk = at(shared(), YEAR_ON - timedelta(seconds=1)).types("balance")
    talk.waits(seconds=1).gets(SummaryFetched, SUMMARIES[0])
    assert (talk.session.lines, talk.step) == ((), Idle())
    assert "₦" not in talk.text


def test_the_end_of_one_line_leaves_the_linking_of_another_where_it_is() -> None:
    begun = replace(ASKING_OTP, requested_at=YEAR_ON)
    talk = shared(at=begun)
    talk.session = replace(talk.session, expires_at=YEAR_ON + timedelta(minutes=10))
    at(talk, YEAR_ON).hears(ConsentDue(ACCOUNT))
    assert (talk.step, talk.session.lines, talk.keys[0]) == (begun, (), "consent-over")


def test_the_word_that_it_has_ended_waits_for_as_long_as_it_matters() -> None:
    (say,) = at(shared(), YEAR_ON).hears(ConsentDue(ACCOUNT)).wishes(Say)
    assert say.until == YEAR_ON + timedelta(days=365)


# Before it


def test_the_notice_comes_once_by_day_fourteen_days_before() -> None:
    talk = at(shared(), NOTICE - timedelta(seconds=1))
    talk.session = replace(talk.session, lines=(replace(line(), reminded_at=talk.now),))
    assert talk.hears(ConsentDue(ACCOUNT)).keys == []
    at(talk, NOTICE).hears(ConsentDue(ACCOUNT))
    assert (talk.keys, talk.offered) == (["consent-ends"], [Choice.SHARE_ON, Choice.STOP_SHARING])
    assert [say.until for say in talk.wishes(Say)] == [YEAR_ON]
    for later in (NOTICE, NOTICE - timedelta(days=1), NOTICE + timedelta(days=13)):
        assert at(talk, later).hears(ConsentDue(ACCOUNT)).keys == []


def test_it_waits_for_the_morning_and_for_the_end_of_what_is_under_way() -> None:
    night = NOTICE + timedelta(hours=14)
    (kept,) = at(shared(), night).hears(ConsentDue(ACCOUNT)).wishes(KeepLine)
    assert kept.line.tend_at == NOTICE + timedelta(days=1)
    busy = shared(at=replace(ASKING_OTP, requested_at=NOTICE))
    busy.session = replace(busy.session, expires_at=NOTICE + timedelta(minutes=10))
    at(busy, NOTICE).hears(ConsentDue(ACCOUNT))
    assert (busy.keys, busy.wishes(KeepLine)[0].line.tend_at) == ([], NOTICE + timedelta(minutes=10))


def test_every_ninety_days_there_is_a_word_that_it_is_shared_and_how_to_stop() -> None:
    talk = shared()
    for number in range(1, 4):
        at(talk, NOON + timedelta(days=90 * number, seconds=-1)).hears(ConsentDue(ACCOUNT))
        assert talk.keys == []
        assert talk.waits(seconds=1).hears(ConsentDue(ACCOUNT)).keys == ["sharing-reminder"]
        assert 'type "unlink"' in talk.text
        assert talk.hears(ConsentDue(ACCOUNT)).keys == []


# Going on, and stopping


def test_one_tap_goes_on_with_a_new_agreement_to_the_very_words_of_the_notice() -> None:
    talk = noticed()
    shown = talk.text
    new, old = at(talk, NOTICE + timedelta(days=3)).taps(Choice.SHARE_ON).wishes(RecordConsent)
    assert (old.agreement, old.withdrawn, old.why) == (AGREEMENT, True, EndReason.RENEWED)
    assert new.agreement == agree(ADA, "en", talk.now, RULES.terms)
    assert new.asked
    assert new.asked.words == shown.replace("Kudi Loans", "").replace("your loan application", "")
    (renewed,) = talk.session.lines
    assert (renewed.claim.agreement, renewed.notice) == (new.agreement, None)
    assert f"Receipt {new.agreement.reference}" in talk.text
    assert at(talk, YEAR_ON).hears(ConsentDue(ACCOUNT)).session.lines


def test_a_tap_weeks_later_at_another_question_is_understood() -> None:
    talk = noticed().types("menu").taps(Choice.SHARE_ON)
    assert len(talk.wishes(RecordConsent)) == 2


def test_yes_is_no_consent_to_go_on() -> None:
    for word in ("yes", "ok", "go on", "I agree"):
        assert noticed().types(word).wishes(RecordConsent) == []


def test_words_that_changed_since_are_shown_again_before_anything_is_agreed_to() -> None:
    talk = noticed()
    talk.rules = replace(RULES, terms=Terms("Another Bank", "a loan", 6))
    assert talk.taps(Choice.SHARE_ON).wishes(RecordConsent) == []
    assert talk.keys == ["consent-changed", "consent-ends"]
    assert talk.taps(Choice.SHARE_ON).wishes(RecordConsent)[0].agreement.until == datetime(2028, 5, 9, 8, tzinfo=UTC)


def test_one_tap_stops_at_once() -> None:
    talk = noticed().taps(Choice.STOP_SHARING)
    assert (talk.session.lines, talk.keys) == ((), ["unlinked"])
    assert talk.wishes(RecordConsent) == [RecordConsent(AGREEMENT, withdrawn=True)]


def test_with_two_lines_under_notice_it_is_asked_which_one_goes_on() -> None:
    other = scheduled(replace(OTHER_LINKED, linked_at=NOON, used_at=YEAR_ON), RULES)
    talk = noticed(line(), other).taps(Choice.SHARE_ON)
    assert talk.step == ChoosingLine(None, renews=True)
    talk.taps(Choice.LINE_2)
    assert [bool(each.notice) for each in talk.session.lines] == [True, False]
    assert noticed(line(), other).taps(Choice.STOP_SHARING).step == ChoosingLine(None)


def test_without_a_notice_the_buttons_of_an_old_one_end_and_renew_nothing() -> None:
    assert shared().taps(Choice.SHARE_ON).keys == ["account-line"]
    asked = shared().taps(Choice.STOP_SHARING)
    assert (asked.keys, asked.session.lines) == (["ask-unlink"], (line(),))


def test_a_notice_of_an_end_that_has_moved_is_void() -> None:
    talk = shared(scheduled(replace(LINKED, linked_at=NOON), RULES))
    at(talk, NOON + timedelta(days=166)).hears(ConsentDue(ACCOUNT))
    assert "because I have read nothing for long" in talk.text
    assert talk.types("balance").gets(SummaryFetched, SUMMARIES[0]).session.lines[0].notice is None


# What the first release left


def test_a_line_without_an_end_gets_one_from_its_agreements_date() -> None:
    old = replace(LINKED, claim=replace(LINKED.claim, agreement=FIRST_RELEASE))
    (kept,) = shared(old).waits(days=30).hears(ConsentDue(ACCOUNT)).wishes(KeepLine)
    assert kept.line.claim.agreement.until == YEAR_ON
    assert kept.line.end == (NOON + timedelta(days=210), EndReason.UNUSED)


def test_a_line_that_is_older_than_its_time_is_told_before_it_ends() -> None:
    old = replace(LINKED, claim=replace(LINKED.claim, agreement=FIRST_RELEASE))
    talk = shared(old).waits(days=500).hears(ConsentDue(ACCOUNT))
    assert (talk.keys, len(talk.session.lines)) == ([], 1)
    assert talk.waits(days=1).hears(ConsentDue(ACCOUNT)).keys == ["consent-ends"]
    assert talk.waits(days=14).hears(ConsentDue(ACCOUNT)).session.lines == ()


def test_linking_a_line_again_ends_the_agreement_under_which_it_was_linked_before() -> None:
    newer = Claim(Agreement("C-NEWER123", NOON, "en"), LINKED.claim.line, proven=False)
    talk = Talk(session_at(ExchangingCode(1, newer, CODE, NOON), lines=(LINKED,))).gets(AccountOpened, ACCOUNT)
    assert talk.wishes(RecordConsent) == [RecordConsent(AGREEMENT, withdrawn=True, why=EndReason.RENEWED)]
