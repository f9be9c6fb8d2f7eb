"""Transactions of a linked line: by page, month and way, and as a file."""

from datetime import date, timedelta
from typing import Any

from conversations.account import Direction, LineTransaction, Money, Statement, TransactionPage
from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.events import StatementRead, SummaryFetched, TransactionsFetched
from conversations.effects import ReadLine, Say
from conversations.reading import NEWEST, Reading, Span, TransactionFilter, Wish
from conversations.session import (
    AskingNumber,
    ChoosingLine,
    FetchingSummary,
    Idle,
    ReadingLine,
    SendingOtp,
    ShowingTransactions,
    Step,
)
from conversations.wording import render
from tests.for_every import for_every
from tests.happenings import SUMMARIES
from tests.scenes import (
    ACCOUNT,
    AGREEMENT,
    BUSINESS,
    CLAIM,
    LINKED,
    NOON,
    OCTOBER,
    OTHER_ACCOUNT,
    OTHER_LINKED,
    session_at,
)
from tests.talk import Talk


def linked(at: Step | None = None, *lines: Any) -> Talk:
    return Talk(session_at(at or Idle(), lines=lines or (LINKED,)))


def moved(days: float, direction: Direction = Direction.DEBIT, kobo: int = 12_345, **more: Any) -> LineTransaction:
    return LineTransaction(
        direction, Money(kobo), more.pop("narration", "Airtime"), NOON - timedelta(days=days), **more
    )


def page(*movements: LineTransaction, number: int = 1, more: bool = False, **fields: Any) -> TransactionPage:
    return TransactionPage(movements, number, more, **fields)


# A page


def test_a_page_names_the_line_the_months_and_each_way_in_a_word() -> None:
    rows = (moved(1, Direction.CREDIT, 50_000), moved(2), moved(30))
    talk = linked().types("transactions").gets(TransactionsFetched, page(*rows, more=True))
    assert talk.text.splitlines() == [
        "MTN 0803 ••• 4567",
        "November 2026",
        "22 Nov · +₦500.00 in · Airtime",
        "21 Nov · −₦123.45 out · Airtime",
        "October 2026",
        "24 Oct · −₦123.45 out · Airtime",
        "",
        'More transactions? You can also type a month, "in" or "out".',
    ]
    assert talk.offered == [Choice.MORE, Choice.STATEMENT, Choice.BALANCE]


def test_the_month_that_was_asked_for_is_named_once() -> None:
    talk = linked().types("/transactions 2026-10").gets(TransactionsFetched, page(moved(30)))
    assert talk.text.startswith("MTN 0803 ••• 4567, October 2026\n24 Oct ·")


def test_the_next_page_is_of_the_same_and_the_last_offers_no_more() -> None:
    talk = linked().types("transactions october in").gets(TransactionsFetched, page(moved(30), more=True))
    money_in = replace(OCTOBER, way=Direction.CREDIT)
    assert talk.taps(Choice.MORE).readings == [ReadLine(3, ACCOUNT, Reading.TRANSACTIONS, 2, money_in)]
    talk.gets(TransactionsFetched, page(moved(31), number=2))
    assert talk.text.startswith("MTN 0803 ••• 4567, October 2026, money in · page 2")
    assert talk.offered == [Choice.STATEMENT, Choice.BALANCE]


def test_a_page_that_took_too_long_is_no_end_and_more_goes_on_with_it() -> None:
    talk = linked().types("money in").gets(TransactionsFetched, page(moved(30), more=True, unfinished=True))
    assert "I have not looked at all of them yet: the network is slow." in talk.text
    (wish,) = talk.types("more").readings
    assert (wish.page, wish.selection) == (1, TransactionFilter(way=Direction.CREDIT))
    talk.gets(TransactionsFetched, page(moved(30), moved(29)))
    assert talk.types("more").keys[0] == "transactions-no-more"


def test_a_page_for_which_nothing_was_found_yet_is_not_said_to_be_empty() -> None:
    talk = linked().types("transactions october").gets(TransactionsFetched, page(more=True, unfinished=True))
    assert talk.keys[0] == "transactions-unfinished"
    assert talk.offered[0] is Choice.MORE
    assert talk.taps(Choice.MORE).readings[0].page == 1


def test_a_page_that_is_gone_is_said_to_be_the_end() -> None:
    talk = linked(ShowingTransactions(ACCOUNT, 1)).types("more").gets(TransactionsFetched, page(number=2))
    assert talk.keys[0] == "transactions-no-more"
    assert Choice.MORE not in talk.offered


def test_more_after_the_last_page_is_said_to_be_none_and_guesses_nothing() -> None:
    talk = linked().types("transactions october").gets(TransactionsFetched, page(moved(30)))
    for typed in ("more", "next page", "show me more"):
        assert talk.types(typed).keys == ["transactions-no-more", "ask-other"]
        assert (talk.wishes(ReadLine), talk.offered) == ([], [Choice.STATEMENT, Choice.BALANCE])
    (wish,) = talk.types("in").wishes(ReadLine)
    assert (wish.page, wish.selection) == (1, replace(OCTOBER, way=Direction.CREDIT))


def test_more_of_nothing_that_is_shown_is_asked_back() -> None:
    for nothing in (linked(), linked().types("statement").gets(StatementRead, Statement((moved(1),)))):
        talk = nothing.types("more")
        assert (talk.keys, talk.wishes(ReadLine)) == (["transactions-more-of-what", "menu"], [])
    assert "not-understood" in Talk(session_at(Idle())).types("more").keys[0]


@for_every(
    ("typed", "selection"),
    [
        ("in", replace(OCTOBER, way=Direction.CREDIT)),
        ("out", replace(OCTOBER, way=Direction.DEBIT)),
        ("september", TransactionFilter(Span(date(2026, 9, 1), date(2026, 9, 30)))),
        ("transactions", NEWEST),
    ],
)
def test_what_is_typed_under_a_page_is_about_it(typed: str, selection: TransactionFilter) -> None:
    talk = linked(ShowingTransactions(ACCOUNT, 1, OCTOBER), OTHER_LINKED, LINKED)
    if typed == "transactions":
        assert talk.types(typed).step == ChoosingLine(Reading.TRANSACTIONS)
    else:
        assert talk.types(typed).readings == [ReadLine(2, ACCOUNT, Reading.TRANSACTIONS, 1, selection)]


def test_with_several_lines_the_month_is_kept_while_one_is_chosen() -> None:
    talk = linked(Idle(), LINKED, OTHER_LINKED).types("transactions last month").types("2")
    assert talk.readings == [ReadLine(2, OTHER_ACCOUNT, Reading.TRANSACTIONS, 1, OCTOBER)]


def test_nothing_in_a_month_is_said_of_that_month() -> None:
    talk = linked().types("october").gets(TransactionsFetched, page(unread=2))
    assert talk.text.startswith("No transactions for MTN 0803 ••• 4567, October 2026.\n\n2 more came in a form")


@for_every(
    ("typed", "key"),
    [
        ("2027-01", "transactions-not-yet"),
        ("transactions next month", "transactions-not-yet"),
        ("statement 2027 to 2028", "transactions-not-yet"),
        ("transactions 2026-13", "transactions-no-such-day"),
        ("transactions 5/10", "transactions-which-time"),
    ],
)
def test_a_month_that_has_not_come_or_that_there_is_not_is_not_asked_for(typed: str, key: str) -> None:
    talk = linked().types(typed)
    assert (talk.keys, talk.wishes(ReadLine)) == ([key], [])


def test_without_a_line_or_in_the_middle_of_linking_nothing_is_read() -> None:
    assert Talk(session_at(Idle())).types("transactions october").keys[0] == "nothing-linked"
    assert linked(AskingNumber(AGREEMENT)).types("statement october").keys[0] == "finish-first"
    assert linked(SendingOtp(1, CLAIM)).types("statement october").wishes(ReadLine) == []


def test_what_was_read_before_the_network_stopped_answering_is_shown_with_its_age() -> None:
    old = page(moved(1), read_at=NOON - timedelta(minutes=5))
    text = linked().types("transactions").gets(TransactionsFetched, old).text
    assert "The network does not answer just now: this was read today at 12:55." in text


def test_a_line_that_ended_while_it_was_read_shows_nothing() -> None:
    for answer in (TransactionsFetched, StatementRead):
        talk = linked().types("transactions")
        talk.session = replace(talk.session, lines=())
        shown = page(moved(1)) if answer is TransactionsFetched else Statement((moved(1),))
        assert (talk.gets(answer, shown).wishes(Say), talk.step) == ([], Idle())


def test_what_the_network_wrote_is_shown_as_text_of_one_line() -> None:
    rows = (moved(1, narration="x" * 64), moved(2, Direction.DEBIT, -500, narration=""), moved(2, kobo=10**15))
    lines = linked().types("transactions").gets(TransactionsFetched, page(*rows)).text.splitlines()
    assert lines[2].endswith(f"{'x' * 39}…")
    assert lines[3] == "21 Nov · −₦5.00 out"
    assert lines[4].startswith("21 Nov · −₦10,000,000,000,000.00 out")


# What is asked for meanwhile


def test_a_month_that_is_asked_for_while_something_is_read_comes_after_it() -> None:
    talk = linked().types("balance").types("transactions october").types("statement")
    assert isinstance(talk.step, ReadingLine)
    assert talk.step.then[0] == Wish(Reading.TRANSACTIONS, OCTOBER)
    talk.gets(SummaryFetched, SUMMARIES[0])
    assert talk.wishes(ReadLine)[0].selection == OCTOBER
    assert linked(FetchingSummary(1, ACCOUNT)).types("transactions october").keys == ["reading-next"]


# A file


def test_a_statement_is_of_what_is_shown_or_of_the_last_six_months() -> None:
    shown = linked(ShowingTransactions(ACCOUNT, 2, replace(OCTOBER, way=Direction.CREDIT)))
    (wish,) = shown.taps(Choice.STATEMENT).wishes(ReadLine)
    assert (wish.reading, wish.selection) == (Reading.STATEMENT, replace(OCTOBER, way=Direction.CREDIT))
    (wish,) = linked().types("statement").wishes(ReadLine)
    assert wish.selection == TransactionFilter(Span(date(2026, 6, 1), date(2026, 11, 23)))


def test_a_statement_comes_as_a_file_with_what_it_adds_up_to() -> None:
    rows = (moved(24, Direction.CREDIT, 50_000), moved(30), moved(31, kobo=99, narration="=cmd|' /C calc'!A0"))
    talk = linked().types("statement october").gets(StatementRead, Statement(rows))
    assert talk.text.startswith(
        "Your statement, MTN 0803 ••• 4567, October 2026: 3 transactions, ₦500.00 in, ₦124.44 out."
    )
    (say,) = talk.wishes(Say)
    file = render(say, "en", BUSINESS).file
    assert file
    assert file.name == "statement-2026-10.csv"
    head, first, *_ = file.content.splitlines()
    assert head == "\ufeffDate,Time,In,Out,Currency,What,Balance after"
    assert first == "2026-10-23,13:00,,0.99,NGN,'=cmd|' /C calc'!A0,"
    assert "4567" not in file.content


def test_a_statement_that_was_broken_off_says_how_far_it_goes_and_an_empty_one_is_no_file() -> None:
    talk = linked().types("statement october").gets(StatementRead, Statement((moved(30),), whole=False))
    assert "so it goes back to 24 October 2026 only" in talk.text
    talk = linked().types("statement october").gets(StatementRead, Statement(()))
    assert [say.file for say in talk.wishes(Say)] == [None]
    assert talk.keys == ["transactions-none"]
