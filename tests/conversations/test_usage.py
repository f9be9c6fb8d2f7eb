"""Six months add up to the kobo, whatever moved; and what is not in the figures is said."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from conversations.account import Direction, LineTransaction, Money
from conversations.customer.events import UsageFetched
from conversations.movements import MOVEMENT_RULES, SPENT, MovementKind
from conversations.session import Idle
from conversations.usage import Coverage, History, Stopped, Usage, usage_begins, usage_of
from tests.for_every import for_every
from tests.scenes import LINKED, NOON, session_at
from tests.talk import Talk

THOROUGH = settings().max_examples >= 1_000
BEGIN, END = usage_begins(NOON), datetime(2026, 11, 30, 23, tzinfo=UTC)  # midnight in Lagos
NARRATIONS = [example for rule in MOVEMENT_RULES for example in rule.examples] + ["", "VTU", "Loan", "<b>1GB</b> plan"]


@st.composite
def movements(draw: st.DrawFn) -> LineTransaction:
    direction = draw(st.sampled_from(Direction))
    kobo = draw(st.one_of(st.integers(-(10**6), 10**7), st.sampled_from([0, 10**15, -(10**15)])))
    at = draw(st.datetimes(datetime(2026, 3, 1), datetime(2027, 1, 31), timezones=st.just(UTC)))  # noqa: DTZ001
    money = Money(kobo, draw(st.sampled_from(["NGN", "NGN", "NGN", "USD"])))
    return LineTransaction(direction, money, draw(st.sampled_from(NARRATIONS)), at)


def moved(days: float, kobo: int, narration: str, direction: Direction = Direction.DEBIT) -> LineTransaction:
    return LineTransaction(direction, Money(kobo), narration, NOON - timedelta(days=days))


def of(*transactions: LineTransaction, stopped: Stopped | None = None, unread: int = 0) -> Usage:
    return usage_of(History(transactions, NOON, unread, stopped))


def went(transactions: Sequence[LineTransaction], direction: Direction) -> int:
    counted = [each for each in transactions if each.direction is direction and BEGIN <= each.at < END]
    return sum(abs(each.amount.kobo) for each in counted if each.amount.currency == "NGN")


@settings(max_examples=10_000 if THOROUGH else settings().max_examples)
@given(st.lists(movements(), max_size=25))
def test_every_movement_counts_once_to_the_kobo(transactions: list[LineTransaction]) -> None:
    usage = of(*transactions)
    out, came = went(transactions, Direction.DEBIT), went(transactions, Direction.CREDIT)
    assert sum(usage.total(kind).kobo for kind in SPENT) == sum(month.spent.kobo for month in usage.months) == out
    assert sum(month.came.kobo for month in usage.months) == came
    assert 0 <= usage.debt.kobo <= usage.total(MovementKind.BORROWED).kobo
    assert usage.count + usage.uncounted == sum(each.at >= BEGIN for each in transactions)


def test_the_six_months_are_those_of_lagos_and_end_with_the_running_one() -> None:
    usage = usage_of(History((), datetime(2026, 1, 31, 23, 30, tzinfo=UTC)))
    assert [month.first for month in usage.months] == [
        *(date(2025, month, 1) for month in (9, 10, 11, 12)),
        *(date(2026, month, 1) for month in (1, 2)),
    ]


def test_the_highest_debt_is_what_was_borrowed_and_not_yet_paid_back() -> None:
    borrow, pay = Direction.CREDIT, Direction.DEBIT
    usage = of(
        moved(9, 50_000, "XtraTime Recovery", pay),
        moved(10, 30_000, "XtraTime", borrow),
        moved(20, 20_000, "XtraTime", borrow),
        moved(30, 90_000, "Loan Repayment", pay),  # with the network's fee
        moved(40, 40_000, "Airtime loan", borrow),
    )
    assert usage.debt == Money(50_000)


def test_what_was_paid_back_and_borrowed_again_at_the_same_time_is_owed_once() -> None:
    borrow, pay = Direction.CREDIT, Direction.DEBIT
    usage = of(
        moved(10, 50_000, "XtraTime", borrow),  # the newest comes first, as a provider has it
        moved(10, 50_000, "XtraTime Recovery", pay),
        moved(20, 50_000, "XtraTime", borrow),
    )
    assert usage.debt == Money(50_000)


def test_the_biggest_bundle_is_one_that_was_bought_for_data() -> None:
    usage = of(moved(1, 150_000, "6GB Weekly Plan"), moved(2, 500_000, "20GB Plan"), moved(3, 900_000, "Call charges"))
    assert usage.biggest
    assert usage.biggest.narration == "20GB Plan"


@for_every(
    ("usage", "coverage", "since"),
    [
        (of(moved(3, 1, "x"), moved(300, 1, "x")), Coverage.WHOLE, None),
        (of(moved(3, 1, "x")), Coverage.BEGINS, date(2026, 11, 20)),
        (of(moved(3, 1, "x"), moved(300, 1, "x"), stopped=Stopped.SLOW), Coverage.STOPPED, date(2026, 11, 20)),
        (of(), Coverage.EMPTY, None),
    ],
)
def test_how_far_back_it_goes_is_known(usage: Usage, coverage: Coverage, since: date | None) -> None:
    assert (usage.coverage, usage.since) == (coverage, since)
    assert [month.known for month in usage.months[:5]] == [since is None] * 5


def said(usage: Usage, language: str = "en") -> Talk:
    talk = Talk(session_at(Idle(), lines=(LINKED,), language=language)).types("usage")
    return talk.gets(UsageFetched, usage)


def test_the_figures_are_said_in_words_with_their_time() -> None:
    talk = said(of(moved(3, 150_000, "6GB *Weekly* Plan"), moved(4, 4_250, "Call charges"), moved(300, 1, "x")))
    assert talk.text == (
        "MTN 0803 ••• 4567, June to November 2026\n"
        "Spent ₦1,542.50: airtime (calls, SMS) ₦42.50 · data bundles ₦1,500.00 · other ₦0.00 · paid back ₦0.00\n"
        "Came in ₦0.00\nNothing borrowed\nBiggest bundle: 6GB *Weekly* Plan, ₦1,500.00, 20 Nov\n"
        "Jun: ₦0.00 out, ₦0.00 in\nJul: ₦0.00 out, ₦0.00 in\nAug: ₦0.00 out, ₦0.00 in\nSept: ₦0.00 out, ₦0.00 in\n"
        "Oct: ₦0.00 out, ₦0.00 in\nNov: ₦1,542.50 out, ₦0.00 in\n\nAs of today, 13:00."
    )
    assert talk.step == Idle()


@for_every(
    ("usage", "words"),
    [
        (of(moved(3, 1, "x")), "MTN shows nothing before 20 November 2026"),
        (of(moved(3, 1, "x"), stopped=Stopped.SLOW), "only: the network was too slow with the rest"),
        (of(moved(3, 1, "x"), stopped=Stopped.REFUSED), "only: the network did not give the rest"),
        (of(moved(3, 1, "x"), stopped=Stopped.LONG), "only: there is more than I can read at once"),
        (of(moved(3, 1, "x"), unread=1), "One movement has no date or amount in naira"),
        (of(moved(3, 1, "x"), moved(-40, 1, "x"), unread=1), "2 movements have no date or amount in naira"),
        (of(), "MTN 0803 ••• 4567: no airtime moved from June to November 2026."),
        (of(unread=3), "3 movements have no date"),
    ],
)
@for_every("language", ["en", "pcm"])
def test_what_is_not_in_the_figures_is_said(usage: Usage, words: str, language: str) -> None:
    told = said(usage, language)
    assert language != "en" or words in told.text
    assert told.text.endswith("13:00.")


def test_a_usage_whose_line_is_gone_meanwhile_is_not_shown() -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED,))).types("usage")
    talk.session = session_at(talk.step, lines=(), attempt=talk.session.attempt)
    assert talk.gets(UsageFetched, of(moved(3, 1, "x"))).text == ""
