"""Months, days, spans and ways, as people type them, on Monday 23 November 2026."""

from datetime import date

from conversations.account import Direction
from conversations.choice import Choice
from conversations.intents.given import SelectionHeard
from conversations.intents.hearing import heard_in
from conversations.intents.meaning import Meant, NotUnderstood
from conversations.intents.periods import Amiss
from conversations.intents.stages import Situation
from conversations.intents.times import selection_in, time_alone
from conversations.reading import NEWEST, Span, TransactionFilter
from tests.for_every import for_every

TODAY = date(2026, 11, 23)
IN, OUT = Direction.CREDIT, Direction.DEBIT


def span(first: str, last: str) -> Span:
    return Span(date.fromisoformat(first), date.fromisoformat(last))


OCTOBER = span("2026-10-01", "2026-10-31")
TYPED: tuple[tuple[str, TransactionFilter | Amiss], ...] = (
    *(
        (each, TransactionFilter(OCTOBER))
        for each in ("october", "Oct", "OCTOBR", "2026-10", "10/2026", "october 2026")
    ),
    *(
        (each, TransactionFilter(OCTOBER))
        for each in ("last month", "in october", "month wey pass", "/transactions 2026-10")
    ),
    ("this month", TransactionFilter(span("2026-11-01", "2026-11-30"))),
    ("december", TransactionFilter(span("2025-12-01", "2025-12-31"))),  # the newest that has begun
    ("may", TransactionFilter(span("2026-05-01", "2026-05-31"))),
    ("transactions may", TransactionFilter(span("2026-05-01", "2026-05-31"))),
    ("2025", TransactionFilter(span("2025-01-01", "2025-12-31"))),
    ("last year", TransactionFilter(span("2025-01-01", "2025-12-31"))),
    ("today", TransactionFilter(span("2026-11-23", "2026-11-23"))),
    ("yesterday", TransactionFilter(span("2026-11-22", "2026-11-22"))),
    ("monday", TransactionFilter(span("2026-11-23", "2026-11-23"))),
    ("of last monday", TransactionFilter(span("2026-11-16", "2026-11-16"))),
    ("on friday", TransactionFilter(span("2026-11-20", "2026-11-20"))),
    ("last tuesday", TransactionFilter(span("2026-11-17", "2026-11-17"))),
    ("wednesday to friday", TransactionFilter(span("2026-11-18", "2026-11-20"))),
    ("friday to monday in", TransactionFilter(span("2026-11-20", "2026-11-23"), IN)),
    ("last 7 days", TransactionFilter(span("2026-11-17", "2026-11-23"))),
    ("last three months", TransactionFilter(span("2026-09-01", "2026-11-23"))),
    ("last 2 weeks", TransactionFilter(span("2026-11-10", "2026-11-23"))),
    ("last 3 months", TransactionFilter(span("2026-09-01", "2026-11-23"))),
    ("12 october", TransactionFilter(span("2026-10-12", "2026-10-12"))),
    ("5th of october", TransactionFilter(span("2026-10-05", "2026-10-05"))),
    ("12/10/2026", TransactionFilter(span("2026-10-12", "2026-10-12"))),
    ("august to october", TransactionFilter(span("2026-08-01", "2026-10-31"))),
    ("2026-10 to 2026-08", TransactionFilter(span("2026-08-01", "2026-10-31"))),
    ("2026-08 to 2026-10", TransactionFilter(span("2026-08-01", "2026-10-31"))),
    ("november to february", TransactionFilter(span("2025-11-01", "2026-02-28"))),
    ("from august 2025 to march", TransactionFilter(span("2025-08-01", "2026-03-31"))),
    ("1 aug - 15 sep 2025", TransactionFilter(span("2025-08-01", "2025-09-15"))),
    ("1 to 15 october", TransactionFilter(span("2026-10-01", "2026-10-15"))),
    ("between 1st and 15th of october", TransactionFilter(span("2026-10-01", "2026-10-15"))),
    ("1-15 december", TransactionFilter(span("2025-12-01", "2025-12-15"))),
    ("october 1 to 15 2025", TransactionFilter(span("2025-10-01", "2025-10-15"))),
    ("28 september to 3 october", TransactionFilter(span("2026-09-28", "2026-10-03"))),
    ("last month to tomorrow", TransactionFilter(span("2026-10-01", "2026-11-24"))),
    ("in", TransactionFilter(way=IN)),
    ("money out", TransactionFilter(way=OUT)),
    ("wetin enter", TransactionFilter(way=IN)),
    ("october in", TransactionFilter(OCTOBER, IN)),
    ("money in last month", TransactionFilter(OCTOBER, IN)),
    ("transactions out", TransactionFilter(way=OUT)),
    ("out 2026-10", TransactionFilter(OCTOBER, OUT)),
    ("transactions out october", TransactionFilter(OCTOBER, OUT)),
    ("out in october", TransactionFilter(OCTOBER, OUT)),
    ("out last month", TransactionFilter(OCTOBER, OUT)),
    ("transactions in october", TransactionFilter(OCTOBER)),
    ("in and out", NEWEST),
    ("december 2026", Amiss.NOT_YET),
    ("2027", Amiss.NOT_YET),
    ("next month", Amiss.NOT_YET),
    ("tomorrow in", Amiss.NOT_YET),
    ("2027 to 2028", Amiss.NOT_YET),
    ("24 november 2026", Amiss.NOT_YET),
    ("2026-13", Amiss.NO_SUCH_DAY),
    ("31 february", Amiss.NO_SUCH_DAY),
    ("99/99/2026", Amiss.NO_SUCH_DAY),
)


@for_every(("typed", "meant"), TYPED)
def test_a_time_or_a_way_alone_is_read(typed: str, meant: TransactionFilter | Amiss) -> None:
    assert time_alone(typed)
    assert selection_in(typed, TODAY) == meant


@for_every(
    "typed",
    [
        *(
            "",
            "hello",
            "0803 123 4567",
            "482913",
            "last 0 months",
            "0001-01",
            "i dey march go",
            "check am out",
            "comot",
        ),
        *(
            "comot",
            "i will pay on friday",
            "see you monday",
            "may God bless you",
            "come in",
            "20266",
            "9" * 5000,
            "\u202e\u0000",
            "ﷺ" * 60,
        ),
    ],
)
def test_what_says_more_or_something_else_is_no_time_alone(typed: str) -> None:
    assert not time_alone(typed)


@for_every(
    ("typed", "wish"),
    [
        ("transactions october", Choice.TRANSACTIONS),
        ("/transactions 2026-10", Choice.TRANSACTIONS),
        ("history in", Choice.TRANSACTIONS),
        ("statement 2026-08 to 2026-10", Choice.STATEMENT),
        ("please send me my statement for october", Choice.STATEMENT),
        ("show me my transactions for November", Choice.TRANSACTIONS),
        ("transactions of monday", Choice.TRANSACTIONS),
        ("october", Choice.TRANSACTIONS),
    ],
)
def test_a_wish_for_those_of_a_time_is_heard(typed: str, wish: Choice) -> None:
    assert heard_in(typed, Situation.LINKED) == SelectionHeard(wish)


@for_every("typed", ["transactions 5/10", "/transactions 13", "statement 1-2", "history 7", "statement q3"])
def test_what_names_no_time_that_is_known_is_asked_back(typed: str) -> None:
    assert isinstance(heard_in(typed, Situation.LINKED), SelectionHeard)
    assert selection_in(typed, TODAY) is Amiss.UNCLEAR


def test_in_and_out_say_nothing_within_a_sentence_and_may_is_no_month_there() -> None:
    for typed in ("may i see my transactions", "show me the transactions in my line", "check out my transactions"):
        assert heard_in(typed, Situation.LINKED) == Meant(Choice.TRANSACTIONS)


def test_a_month_alone_is_a_wish_only_of_who_has_a_line() -> None:
    for at in set(Situation) - {Situation.LINKED}:
        assert heard_in("october", at) == NotUnderstood()
        assert heard_in("transactions october", at) == SelectionHeard(Choice.TRANSACTIONS)
