"""The card of what is held: who sees what, since when, by whose link, and how often it was read."""

from datetime import timedelta

from conversations.changing import replace
from conversations.choice import Choice
from conversations.consent import Asked, Receipt, Scope, ShownAs, Terms
from conversations.customer.events import ProviderUnreachable, SummaryFetched, TransactionsFetched
from conversations.effects import ReadLine, Say
from conversations.link import LinkOrigin
from conversations.linked_line import LinkedLine
from conversations.readings import Readings
from conversations.session import AskingConsent, AskingNetwork, FetchingSummary, Idle, ShowingTransactions, Step
from tests.for_every import for_every
from tests.happenings import PAGES, SUMMARIES
from tests.scenes import (
    ACCOUNT,
    AGREEMENT,
    ASKING_OTP,
    BALANCES_ALONE,
    FOR_ONE_LINE,
    LINKED,
    MEMORY,
    NOON,
    NUMBER,
    OTHER_LINKED,
    session_at,
)
from tests.talk import Talk


def card(*lines: LinkedLine) -> Talk:
    return Talk(session_at(Idle(), lines=lines)).types("/mydata")


def test_it_says_who_sees_what_for_what_since_until_by_whose_link_and_how_often_it_was_read() -> None:
    read = replace(
        BALANCES_ALONE,
        reference="K7M-4Q2",
        origin=LinkOrigin(agent="Tunde"),
        readings=Readings(3, NOON - timedelta(hours=1)),
    )
    text = card(read).text
    for said in (
        "MTN 0803 ••• 4567",
        "Who can see: Kudi Loans, for your loan application",
        "What: your balances\n",
        "Since: 23 November 2026, 13:00",
        "Until: 23 November 2027, 13:00, or sooner when you stop it or I read nothing for 180 days",
        "By: Tunde, link K7M-4Q2",
        "I have read it 3 times, last on 23 November 2026 at 12:00.",
        "What Kudi Loans reads by itself, not through me, I do not see.",
    ):
        assert said in text
    assert "account-1" not in text
    assert "0803 123 4567" not in text


def test_each_line_has_a_message_of_its_own_and_the_last_says_what_else_is_kept() -> None:
    talk = card(LINKED, OTHER_LINKED)
    assert talk.keys == ["mydata-line", "mydata-read", "mydata-line", "mydata-read", "mydata-kept"]
    assert talk.offered == [Choice.CHOOSE, Choice.STOP_SHARING, Choice.MYDATA_FILE]


def test_all_of_it_is_asked_for_as_people_ask() -> None:
    for typed in ("send me my data", "give me all my information", "download my data"):
        talk = Talk(session_at(Idle(), lines=(LINKED,))).types(typed)
        assert [wish.shown for wish in talk.turn.questions] == [ShownAs.FILE], typed


def test_without_a_line_it_says_so_and_what_is_remembered() -> None:
    talk = Talk(session_at(Idle(), memory=MEMORY)).types("mydata")
    assert talk.keys == ["mydata-nobody", "mydata-kept"]
    assert "I also keep your number 0803 ••• 4567, to go on with one tap." in talk.text


@for_every("at", [ASKING_OTP, AskingNetwork(AGREEMENT, NUMBER, proven=False), AskingConsent(found=(NUMBER,))])
def test_the_number_of_the_line_that_is_being_linked_is_kept_too_and_said(at: Step) -> None:
    assert "I also keep your number 0803 ••• 4567." in Talk(session_at(at)).types("mydata").text


def test_the_number_of_an_agents_link_is_kept_before_anybody_agrees() -> None:
    talk = Talk(session_at(AskingConsent(), offer=FOR_ONE_LINE)).types("mydata")
    assert "I also keep your number 0803 ••• 4567." in talk.text


def test_what_is_kept_of_numbers_is_said_so_that_it_is_true_with_and_without_one() -> None:
    for talk in (Talk(session_at(Idle())).types("mydata"), card(LINKED)):
        assert "I keep no number of yours that is not shown here." in talk.text


def test_the_chats_own_number_is_told_apart_from_one_that_is_kept() -> None:
    """Where a channel shows the sender's number, deleting takes nothing of that."""
    talk = Talk(session_at(Idle(), lines=(LINKED,), own_number=NUMBER)).types("mydata")
    came = "This chat's number 0803 ••• 4567 comes with every message: I keep it only to answer you"
    assert came in talk.text
    deleted = talk.types("delete").types("yes")
    assert "Your number 0803 ••• 4567 still comes with each message that you write here." in deleted.text
    again = Talk(replace(deleted.session, own_number=NUMBER)).types("mydata").text
    assert came in again
    assert "also keep" not in again
    assert "comes with" not in Talk(session_at(Idle(), lines=(LINKED,))).types("mydata").text


def test_only_what_the_provider_answered_is_counted_with_the_turn_that_shows_it() -> None:
    talk = Talk(session_at(FetchingSummary(1, ACCOUNT), lines=(LINKED,))).gets(SummaryFetched, SUMMARIES[0])
    assert talk.session.lines[0].readings == Readings(1, NOON)
    talk.types("balance").gets(ProviderUnreachable)
    assert talk.session.lines[0].readings.count == 1
    talk.waits(minutes=1).types("balance").gets(SummaryFetched, SUMMARIES[0])
    talk.waits(minutes=1).types("transactions").gets(TransactionsFetched, PAGES[0])
    assert talk.session.lines[0].readings == Readings(3, NOON + timedelta(minutes=2))


def test_many_accounts_are_said_in_several_messages() -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED,) * 9)).types("accounts")
    assert talk.keys == ["account-line"] * 9
    assert [len(say.sentences) for say in talk.wishes(Say)] == [4, 4, 1]


def test_accounts_says_it_in_short_and_stops_with_one_tap_after_asking() -> None:
    talk = Talk(session_at(Idle(), lines=(BALANCES_ALONE,))).types("accounts")
    assert "Kudi Loans can see your balances" in talk.text
    assert "It ends by itself on 23 November 2027 at the latest." in talk.text
    assert "I have not read it yet." in talk.text
    assert talk.offered == [Choice.STOP_SHARING]
    assert talk.taps(Choice.STOP_SHARING).keys == ["ask-unlink"]
    assert Scope.BALANCES in talk.session.lines[0].claim.agreement.reads


def test_whoever_was_agreed_with_is_named_also_after_the_business_has_changed_its_name() -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED,)))
    then = Asked(Terms("Kudi Credit", "a phone"), "If you agree, Kudi Credit can see …")
    talk.record.receipts = {AGREEMENT.reference: Receipt(AGREEMENT, then)}
    assert "Kudi Credit can see your name" in talk.types("accounts").text
    assert "Who can see: Kudi Credit, for a phone" in talk.types("mydata").text


def test_under_a_page_of_transactions_it_can_be_stopped_as_well_and_more_is_still_the_next_page() -> None:
    shown = ShowingTransactions(ACCOUNT, 1)
    assert Talk(session_at(shown)).types("accounts").offered == [Choice.STOP_SHARING]
    talk = Talk(session_at(shown)).types("mydata")
    assert talk.offered == [Choice.CHOOSE, Choice.STOP_SHARING, Choice.MYDATA_FILE]
    (wish,) = talk.types("more").wishes(ReadLine)
    assert wish.page == 2
