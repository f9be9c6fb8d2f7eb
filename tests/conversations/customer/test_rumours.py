"""What the provider posts of an account's end is believed when the provider says the same to who asks. Never before."""

from datetime import timedelta

from conversations.account import Missing, Rumour
from conversations.changing import replace
from conversations.consent import EndReason
from conversations.customer.events import AccountOpened, SummaryFetched
from conversations.effects import EndForHolders, ForgetLine, KeepLine, LookForAccount, RecordConsent, UnlinkAtProvider
from conversations.line_events import AccountFound, AccountMissing, DataReady, EndPosted
from conversations.linked_line import LinkedLine
from conversations.secret import AccountId
from conversations.session import ExchangingCode, FetchingSummary, Idle, ShowingTransactions, Step
from tests.for_every import for_every
from tests.happenings import SUMMARIES
from tests.scenes import (
    ACCOUNT,
    ASKING_OTP,
    CLAIM,
    CODE,
    JUST_LINKED,
    LINKED,
    MISSING,
    NOON,
    OTHER_ACCOUNT,
    OTHER_LINKED,
    RUMOURED,
    session_at,
)
from tests.talk import Talk

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


def linked(*lines: LinkedLine, at: Step | None = None) -> Talk:
    return Talk(session_at(at or Idle(), lines=lines or (LINKED,)))


def doubted(account: AccountId, log_in: bool = False) -> EndPosted:
    return EndPosted(account, log_in, doubtful=True)


def rumour_of(talk: Talk) -> Rumour | None:
    return talk.session.lines[0].rumour


@for_every("at", [Idle(), ShowingTransactions(ACCOUNT, 1), FetchingSummary(1, ACCOUNT), ASKING_OTP])
def test_what_is_posted_is_noted_with_a_date_and_asked_about_and_nothing_is_said(at: Step) -> None:
    talk = linked(at=at)
    dialog = talk.session.dialog
    talk.hears(doubted(ACCOUNT))
    kept = replace(LINKED, rumour=Rumour(NOON, NOON + MINUTE))
    assert talk.turn.effects == (KeepLine(kept), LookForAccount(1, ACCOUNT, 1))
    assert (talk.step, talk.session.dialog, talk.session.lines) == (at, dialog, (kept,))


def test_a_late_one_leaves_a_line_that_the_provider_knows_as_it_was() -> None:
    for log_in in (False, True):
        talk = linked().hears(doubted(ACCOUNT, log_in)).hears(AccountFound(ACCOUNT, 1))
        assert (talk.keys, talk.session.lines) == ([], (LINKED,))


@for_every("at", [Idle(), ShowingTransactions(ACCOUNT, 1), ASKING_OTP])
def test_a_true_one_ends_the_line_for_all_and_the_customer_hears_it(at: Step) -> None:
    talk = linked(LINKED, OTHER_LINKED, at=at).hears(doubted(ACCOUNT))
    (told,) = talk.session.lines[:1]
    talk.hears(AccountMissing(ACCOUNT))
    assert talk.keys[0] == "line-lost"
    assert talk.session.lines == (OTHER_LINKED,)
    assert talk.wishes(EndForHolders) == [EndForHolders(told, EndReason.NETWORK)]
    assert talk.wishes(ForgetLine) == [ForgetLine(ACCOUNT, EndReason.NETWORK)]
    assert talk.wishes(RecordConsent) == [RecordConsent(CLAIM.agreement, withdrawn=True, why=EndReason.NETWORK)]
    assert talk.wishes(UnlinkAtProvider) == [UnlinkAtProvider(ACCOUNT)]
    assert talk.step == (ASKING_OTP if at is ASKING_OTP else Idle())


def test_a_log_in_that_is_due_ends_the_line_where_nothing_of_it_is_given() -> None:
    talk = linked().hears(doubted(ACCOUNT, log_in=True)).hears(AccountFound(ACCOUNT, 1, readable=False))
    assert (talk.keys[0], talk.session.lines) == ("line-lost", ())
    talk = linked().hears(doubted(ACCOUNT)).hears(AccountFound(ACCOUNT, 1, readable=False))
    assert (talk.keys, talk.session.lines) == ([], (LINKED,))


def test_without_an_answer_it_is_asked_again_more_and_more_seldom_for_good() -> None:
    talk, waited = linked().hears(doubted(ACCOUNT)), []
    for _ in range(12):
        rumour = rumour_of(talk)
        assert rumour
        waited.append((rumour.again_at - talk.now) // MINUTE)
        talk.now = rumour.again_at - timedelta(seconds=1)
        assert talk.hears(DataReady(ACCOUNT)).wishes(LookForAccount) == []
        talk.now = rumour.again_at
        assert talk.hears(DataReady(ACCOUNT)).wishes(LookForAccount) == [LookForAccount(1, ACCOUNT, 1)]
    assert waited == [1, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60]
    assert (len(talk.session.lines), talk.session.lines[0].due_at) == (1, talk.now + HOUR)


def test_a_double_costs_no_call_of_its_own_and_brings_the_next_forward() -> None:
    seldom = replace(RUMOURED, rumour=Rumour(NOON - 9 * HOUR, NOON + HOUR))
    talk = linked(seldom).hears(doubted(ACCOUNT, log_in=True))
    assert talk.wishes(LookForAccount) == []
    assert rumour_of(talk) == Rumour(NOON - 9 * HOUR, NOON + MINUTE, heard=2, log_in=True)
    overdue = linked(RUMOURED).hears(doubted(ACCOUNT))
    assert rumour_of(overdue) == Rumour(NOON - 4 * MINUTE, NOON, heard=2)


def test_an_answer_to_an_earlier_question_clears_nothing_that_was_posted_since_but_an_end_is_an_end() -> None:
    talk = linked().hears(doubted(ACCOUNT)).hears(doubted(ACCOUNT))
    assert rumour_of(talk.hears(AccountFound(ACCOUNT, 1)))
    assert linked(*talk.session.lines).hears(AccountMissing(ACCOUNT)).session.lines == ()
    assert talk.waits(minutes=1).hears(DataReady(ACCOUNT)).wishes(LookForAccount) == [LookForAccount(1, ACCOUNT, 2)]
    assert rumour_of(talk.hears(AccountFound(ACCOUNT, 2))) is None


def test_a_line_that_was_read_meanwhile_is_asked_about_all_the_same() -> None:
    """What was read may have been read before the end, and kept for a minute."""
    talk = linked(RUMOURED).types("balance").gets(SummaryFetched, SUMMARIES[0])
    assert rumour_of(talk)


def test_whoever_links_the_line_again_has_one_of_which_nothing_was_posted() -> None:
    session = session_at(ExchangingCode(1, CLAIM, CODE, NOON), lines=(RUMOURED,))
    talk = Talk(session).gets(AccountOpened, ACCOUNT)
    assert rumour_of(talk) is None
    assert talk.hears(AccountMissing(ACCOUNT)).session.lines[0].account == ACCOUNT


def test_of_a_line_that_ended_meanwhile_nothing_is_asked_and_nothing_said() -> None:
    left = linked(RUMOURED).types("unlink").types("yes").session
    for event in (doubted(ACCOUNT), AccountFound(ACCOUNT, 1), AccountMissing(ACCOUNT), DataReady(ACCOUNT)):
        talk = Talk(left).hears(event)
        assert (talk.turn.effects, talk.session) == ((), left)


def test_two_lines_are_asked_about_each_for_itself() -> None:
    talk = linked(LINKED, OTHER_LINKED).hears(doubted(ACCOUNT)).hears(doubted(OTHER_ACCOUNT))
    assert talk.wishes(LookForAccount) == [LookForAccount(1, OTHER_ACCOUNT, 1)]
    talk.hears(AccountMissing(OTHER_ACCOUNT)).hears(AccountFound(ACCOUNT, 1))
    assert talk.session.lines == (LINKED,)


def test_where_a_key_may_be_wrong_nothing_ends_and_it_is_asked_again() -> None:
    talk = linked(RUMOURED).hears(AccountMissing(ACCOUNT, among_many=True))
    assert talk.session.lines == (RUMOURED,)


def test_a_summary_that_is_due_is_asked_for_meanwhile() -> None:
    both = replace(JUST_LINKED, summary_due=NOON, rumour=RUMOURED.rumour)
    talk = linked(both).hears(DataReady(ACCOUNT))
    assert [type(effect).__name__ for effect in talk.turn.immediate] == ["LookForAccount", "FetchSummary"]


def test_an_account_that_is_missing_besides_is_found_by_the_same_answer() -> None:
    talk = linked(MISSING).hears(doubted(ACCOUNT))
    assert isinstance(talk.session.lines[0].missing, Missing)
    assert talk.hears(AccountFound(ACCOUNT, 1)).session.lines == (LINKED,)
