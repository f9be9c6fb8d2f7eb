"""What can be done with a linked line: read it, and let it go."""

from datetime import timedelta

from conversations.account import Missing, Summary
from conversations.allowance import Refused
from conversations.changing import replace
from conversations.choice import LINES, Choice
from conversations.customer.events import (
    LimitReached,
    ProviderRefused,
    ProviderUnreachable,
    SummaryFetched,
    TimeRanOut,
    TransactionsFetched,
)
from conversations.effects import EndForHolders, ForgetLine, ReadLine, RecordConsent, RequestOtp, UnlinkAtProvider
from conversations.line_events import AccountMissing, EndPosted
from conversations.reading import Reading
from conversations.refusal import Refusal
from conversations.secret import AccountId
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    ChoosingLine,
    ConfirmingUnlink,
    FetchingSummary,
    Idle,
    ReadingLine,
    ShowingTransactions,
    Step,
)
from tests.for_every import for_every
from tests.happenings import PAGES, SUMMARIES
from tests.scenes import (
    ACCOUNT,
    AGREEMENT,
    ASKING_OTP,
    CLAIM,
    INVITATION,
    LINKED,
    MEMORY,
    NOON,
    NUMBER,
    OTHER_ACCOUNT,
    OTHER_LINKED,
    session_at,
)
from tests.talk import Talk


def linked(*lines: object, at: Step | None = None) -> Talk:
    return Talk(session_at(at or Idle(), lines=lines or (LINKED,)))


def both(at: Step | None = None) -> Talk:
    return linked(LINKED, OTHER_LINKED, at=at)


# Reading


@for_every(
    ("word", "reading"),
    [
        ("balance", Reading.BALANCE),
        ("/balance", Reading.BALANCE),
        ("wetin remain", Reading.BALANCE),
        ("transactions", Reading.TRANSACTIONS),
        ("usage", Reading.USAGE),
        ("1", Reading.BALANCE),
        ("2", Reading.TRANSACTIONS),
    ],
)
def test_a_linked_line_is_read_without_a_code(word: str, reading: Reading) -> None:
    talk = linked().types(word)
    assert talk.readings == [ReadLine(2, ACCOUNT, reading)]
    assert talk.wishes(RequestOtp) == []


def test_balances_are_shown_with_their_time_and_without_the_identity() -> None:
    talk = linked().types("balance").gets(SummaryFetched, SUMMARIES[0])
    assert talk.text.startswith(
        "MTN 0803 ••• 4567\nAirtime\n- Main Balance: ₦1,234.50\n- you owe ₦50.00\nData\n- Data: 1.5 GB\nRoaming\n"
    )
    assert talk.text.endswith("As of today, 13:00.")
    assert "Okafor" not in talk.text
    assert talk.step == Idle()


def test_how_long_the_same_figures_come_is_said_in_time_left() -> None:
    talk = linked().types("balance").gets(SummaryFetched, SUMMARIES[0]).waits(minutes=2)
    assert talk.types("balance").wishes(ReadLine)[0].anew_at == NOON
    talk.gets(SummaryFetched, replace(SUMMARIES[0], as_of=NOON, anew_at=NOON))
    assert talk.text.endswith("As of today, 13:00.\n\nThe network gives new figures in 3 minutes.")


@for_every(
    ("summary", "said"),
    [
        (SUMMARIES[0], "As of today, 13:00."),
        (replace(SUMMARIES[0], as_of=None, refreshed=False), "so these may be from earlier"),
    ],
)
def test_no_figures_are_of_a_time_that_is_to_come(summary: Summary, said: str) -> None:
    ahead = replace(LINKED, as_of=NOON + timedelta(hours=9))  # by a clock that was set back
    talk = Talk(session_at(Idle(), lines=(ahead,))).types("balance").gets(SummaryFetched, summary)
    assert said in talk.text


def test_transactions_come_a_page_at_a_time() -> None:
    talk = linked().types("transactions").gets(TransactionsFetched, PAGES[0])
    assert talk.types("more").readings == [ReadLine(3, ACCOUNT, Reading.TRANSACTIONS, 2)]


def test_no_transactions_are_said() -> None:
    assert linked().types("transactions").gets(TransactionsFetched, PAGES[2]).keys == ["transactions-none"]


@for_every("answer", [(ProviderUnreachable,), (ProviderRefused, Refusal.UNAVAILABLE)])
def test_a_line_that_cannot_be_read_now_stays_linked(answer: tuple[type, ...]) -> None:
    talk = linked().types("balance").gets(*answer)
    assert (talk.step, talk.keys) == (Idle(), ["reading-failed"])
    assert [line.account for line in talk.session.lines] == [ACCOUNT]


def test_a_reading_whose_answer_never_comes_is_said_to_have_failed() -> None:
    assert linked().types("balance").waits(minutes=10).hears(TimeRanOut()).keys[0] == "reading-failed"


def test_who_looks_more_often_than_is_allowed_hears_until_when_and_keeps_the_line() -> None:
    talk = linked().types("balance")
    (wish,) = talk.wishes(ReadLine)
    assert [each.limit.name for each in wish.allowances] == ["reads_per_contact_hour"]
    talk.gets(LimitReached, Refused(wish.allowances[0].limit, NOON + timedelta(minutes=17)))
    assert (talk.step, talk.keys) == (Idle(), ["limit-reads-per-contact-hour"])
    assert talk.text.endswith("You can look again at 13:17, in 17 minutes.")


def test_with_several_lines_the_customer_chooses_one() -> None:
    talk = both().types("balance")
    assert (talk.keys, talk.offered) == (["ask-which-line"], [Choice.LINE_1, Choice.LINE_2])
    assert talk.types("2").readings == [ReadLine(2, OTHER_ACCOUNT, Reading.BALANCE)]


def test_a_line_may_be_named_by_its_number_also_when_there_are_more_than_answers() -> None:
    others = tuple(replace(LINKED, account=AccountId(f"{place:024}")) for place in range(5))
    talk = linked(*others, OTHER_LINKED).types("balance")
    assert talk.offered == list(LINES)
    assert "type its number" in talk.text
    talk.types(OTHER_LINKED.claim.line.number.local)
    assert talk.readings == [ReadLine(2, OTHER_ACCOUNT, Reading.BALANCE)]
    assert both().types("balance").types("0803 999 9999").keys == ["not-understood", "ask-which-line"]


def test_a_line_that_is_gone_by_the_time_it_is_chosen_is_not_read() -> None:
    talk = both(at=ChoosingLine(Reading.BALANCE))
    talk.session = replace(talk.session, lines=(LINKED,))
    talk.taps(Choice.LINE_2)
    assert (talk.wishes(ReadLine), talk.offered) == ([], [Choice.LINE_1])


@for_every("word", ["balance", "transactions", "usage", "unlink", "accounts"])
def test_without_a_line_that_is_said_and_the_question_stays(word: str) -> None:
    talk = Talk(session_at(AskingNumber(AGREEMENT))).types(word)
    told = ["nothing-to-unlink", "ask-back-cancel"] if word == "unlink" else ["nothing-linked"]
    assert (talk.step, talk.keys) == (AskingNumber(AGREEMENT), told)


def test_reading_waits_until_the_line_being_linked_is_done() -> None:
    talk = linked(at=AskingNetwork(AGREEMENT, NUMBER, proven=False)).types("balance")
    assert (talk.keys[0], talk.wishes(ReadLine)) == ("finish-first", [])


def test_lines_and_receipts_are_listed_at_every_step() -> None:
    talk = both(at=ASKING_OTP)
    first, second = talk.types("accounts").text.split("\n\n")
    assert first.startswith("MTN 0803 ••• 4567, linked on 21 November 2026: Kudi Loans can see your name")
    assert "It ends by itself on 23 November 2027 at the latest." in first
    assert second.startswith("Airtel 0802 ••• 4567, linked on 22 November 2026: Kudi Loans can see your name")
    assert talk.types("receipt").text.startswith(f"Receipt {AGREEMENT.reference}: on 23 November 2026 at 13:00 you let")
    assert talk.step == ASKING_OTP


def test_reading_on_after_transactions_needs_no_cancel() -> None:
    for word in ("usage", "balance"):
        assert linked(at=ShowingTransactions(ACCOUNT, 1)).types(word).wishes(ReadLine)
    assert linked(at=ShowingTransactions(ACCOUNT, 1)).types("link another line").step == AskingConsent()


# Letting go


@for_every("at", [Idle(), ASKING_OTP, FetchingSummary(1, ACCOUNT), ReadingLine(1, ACCOUNT, Reading.BALANCE)])
def test_who_says_stop_is_heard_at_every_step_and_asked_once(at: Step) -> None:
    talk = linked(at=at).types("unlink")
    before = at if isinstance(at, AskingOtp) else None
    assert (talk.step, talk.keys) == (ConfirmingUnlink(ACCOUNT, before), ["ask-unlink"])
    assert talk.turn.records == ()


def test_unlinking_forgets_the_line_records_the_end_and_gives_the_account_back() -> None:
    talk = both().types("unlink").types("1").types("yes")
    kinds = [EndForHolders, ForgetLine, RecordConsent, UnlinkAtProvider]
    assert [type(effect) for effect in talk.turn.effects[:4]] == kinds
    assert talk.wishes(RecordConsent) == [RecordConsent(AGREEMENT, withdrawn=True)]
    assert talk.wishes(UnlinkAtProvider) == [UnlinkAtProvider(ACCOUNT)]
    assert talk.session.lines == (OTHER_LINKED,)
    assert "Deleted: the account, with the line's number and network. Kept: the note that you agreed" in talk.text


@for_every("word", ["no", "never mind", "back", "No, keep it", "2"])
def test_who_thinks_better_of_it_keeps_the_line(word: str) -> None:
    talk = linked(at=ConfirmingUnlink(ACCOUNT)).types(word)
    assert (talk.step, talk.session.lines, talk.turn.records) == (Idle(), (LINKED,), ())


@for_every("word", ["stop", "stop everything", "cancel", "I want to stop", "I wan stop am"])
def test_a_second_stop_at_the_question_is_no_no(word: str) -> None:
    talk = linked(at=ConfirmingUnlink(ACCOUNT)).types(word)
    assert (talk.step, talk.keys) == (ConfirmingUnlink(ACCOUNT), ["ask-back-confirm"])
    assert talk.offered == [Choice.CONFIRM, Choice.KEEP]
    assert talk.types("yes").session.lines == ()


@for_every("at", [Idle(), ShowingTransactions(ACCOUNT, 1), ASKING_OTP])
@for_every("said", ["I want to stop sharing my line", "I wan stop to share my line"])
def test_wherever_a_line_is_linked_stopping_to_share_it_is_asked(at: Step, said: str) -> None:
    assert linked(at=at).types(said).keys == ["ask-unlink"]


def test_a_question_that_is_not_answered_changes_nothing() -> None:
    talk = linked(at=ConfirmingUnlink(ACCOUNT)).waits(minutes=10).hears(TimeRanOut())
    assert (talk.keys[0], talk.session.lines) == ("unanswered", (LINKED,))


def test_deleting_forgets_every_line_the_number_the_memory_and_the_link() -> None:
    session = session_at(Idle(), lines=(LINKED, OTHER_LINKED), memory=MEMORY, offer=INVITATION, own_number=NUMBER)
    talk = Talk(session).types("delete").taps(Choice.CONFIRM)
    assert len(talk.wishes(ForgetLine)) == len(talk.wishes(UnlinkAtProvider)) == 2
    left = talk.session
    assert (left.lines, left.memory, left.offer, left.own_number) == ((), None, None, None)
    assert talk.keys == ["deleted"]


def test_deleting_in_the_middle_ends_the_agreement_under_which_nothing_was_linked_yet() -> None:
    talk = Talk(session_at(ASKING_OTP)).types("delete everything").types("yes")
    assert talk.wishes(RecordConsent) == [RecordConsent(CLAIM.agreement, withdrawn=True)]
    assert (talk.step, talk.session.memory) == (Idle(), None)
    assert "No line was linked here" in talk.text


def test_the_loss_of_a_line_leaves_the_buttons_of_the_question_alive() -> None:
    talk = linked(at=ASKING_OTP).hears(EndPosted(ACCOUNT)).hears(AccountMissing(ACCOUNT)).waits(minutes=2)
    assert talk.offered == [Choice.NEW_CODE, Choice.CHANGE_NUMBER]
    assert talk.taps(Choice.NEW_CODE).wishes(RequestOtp)


def test_one_answer_that_the_account_is_gone_ends_nothing() -> None:
    talk = both(at=ReadingLine(1, ACCOUNT, Reading.BALANCE)).gets(ProviderRefused, Refusal.ACCOUNT_GONE)
    assert (talk.step, talk.keys) == (Idle(), ["reading-missing"])
    assert [line.account for line in talk.session.lines] == [ACCOUNT, OTHER_ACCOUNT]
    assert talk.session.lines[0].missing == Missing(NOON, NOON + timedelta(hours=8))


def test_the_menu_says_how_many_lines_there_are() -> None:
    assert "Your line is linked." in linked().types("hello").text
    assert "You have 2 linked lines." in both().types("hello").text
