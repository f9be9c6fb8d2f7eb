"""What the bot answers with figures, of histories that are always the same. Never how it looks, never a test."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import accumulate, pairwise

from bot.sandbox.emulators.mono.invented_histories import InventedHistory, invent_history
from conversations.account import (
    Balance,
    Direction,
    LineTransaction,
    Money,
    Quantity,
    Summary,
    TransactionPage,
    Unit,
)
from conversations.agents.reporting import say_report
from conversations.changing import replace
from conversations.consent import agree
from conversations.customer.events import SummaryFetched, TransactionsFetched
from conversations.drawing.usage_picture import UsagePicture
from conversations.effects import Say, sentence
from conversations.link import LinkOrigin, Milestone, Reason, Stage
from conversations.readings import Readings
from conversations.report import LinkTally, report_of
from conversations.session import Idle
from conversations.usage import History, usage_of
from conversations.wording import Business, Rendered, render
from conversations.wording.usage import months_of, span_of
from tests.scenes import ADA, CLAIM, LINKED, NOON, session_at
from tests.talk import Talk

NOW = datetime(2026, 11, 23, 13, 5, tzinfo=UTC)
MOVEMENTS = tuple(
    LineTransaction(Direction(each.type), Money(each.amount), each.narration, each.at)
    for each in invent_history(InventedHistory.LIFELIKE, "08030000149", NOW)
)
# More than a screen holds, so that the rest is counted.
BALANCES = (
    Balance("Main Balance", Money(123_450)),
    Balance("XtraTime", Money(-50_000)),
    Balance("Airtime Bonus", Money(5_000)),
    Balance("Data Bundle", Quantity(Decimal("1.5"), Unit.GIGABYTE)),
    Balance("GoodyBag Social Bundle", Quantity(Decimal("0.25"), Unit.GIGABYTE)),
    Balance("Night Plan", Quantity(Decimal(2), Unit.GIGABYTE)),
    Balance("Voice Bundle", Quantity(Decimal(45), Unit.MINUTE)),
    Balance("SMS", Quantity(Decimal(20), Unit.MESSAGE)),
    Balance("Roaming Bundle", Quantity(Decimal(30), Unit.MINUTE)),
    *(Balance(f"Welcome Data {week}", Quantity(Decimal(1), Unit.GIGABYTE)) for week in range(1, 6)),
)
AGREED_AT = NOON - timedelta(days=40)
BY_A_LINK = replace(
    LINKED,
    claim=replace(CLAIM, agreement=agree(ADA, "en", AGREED_AT)),
    linked_at=AGREED_AT + timedelta(minutes=4),
    reference="K7M-4Q2",
    origin=LinkOrigin(agent="Tunde Ojo"),
    readings=Readings(6, NOON - timedelta(hours=3)),
)


def transactions_messages(business: Business) -> tuple[Rendered, ...]:
    """What `/transactions` answers: the newest ten."""
    asked = Talk(session_at(Idle(), lines=(LINKED,))).types("/transactions")
    return _said(asked.gets(TransactionsFetched, TransactionPage(MOVEMENTS[:10], 1, more=True)), business)


def balance_messages(business: Business) -> tuple[Rendered, ...]:
    """What `/balance` answers of a line with many bundles, two minutes after it was asked for last."""
    asked = Talk(session_at(Idle(), lines=(LINKED,))).types("/balance")
    at = NOON - timedelta(minutes=2)
    return _said(asked.gets(SummaryFetched, Summary(None, BALANCES, at, anew_at=at)), business)


def mydata_messages(business: Business) -> tuple[Rendered, ...]:
    """What `/mydata` answers of a line that came by an agent's link."""
    return _said(Talk(session_at(Idle(), lines=(BY_A_LINK,))).types("/mydata"), business)


def _said(talk: Talk, business: Business) -> tuple[Rendered, ...]:
    return tuple(render(say, "en", business) for say in talk.wishes(Say))


def usage_messages(business: Business) -> tuple[Rendered, ...]:
    """What `/usage` answers for the emulator's line of six months."""
    usage = usage_of(History(MOVEMENTS, NOW))
    line = {"network": "MTN", "number": "0803 ••• 0149"}
    words = (sentence("usage", usage=usage, **line), sentence("as-of", at=NOW, today="yes"))
    picture = UsagePicture(usage, line["network"], span_of(usage), months_of(usage))
    return (render(Say(words, picture=picture), "en", business),)


def report_messages(business: Business) -> tuple[Rendered, ...]:
    """What `/report 30` answers an administrator of two agents."""
    first, last = date(2026, 10, 25), date(2026, 11, 23)
    came = (
        (Stage.MADE, Milestone.EXPIRED, Reason.NONE, 27),
        (Stage.OPENED, Milestone.DECLINED, Reason.NONE, 9),
        (Stage.AGREED, Milestone.STUCK, Reason.NOT_ON_NETWORK, 4),
        (Stage.CODE_SENT, Milestone.EXPIRED, Reason.WRONG_CODE, 12),
        (Stage.LINKED, Milestone.WITHDRAWN, Reason.NONE, 3),
        (Stage.LINKED, Milestone.LINKED, Reason.NONE, 88),
    )
    where = (
        ("MTN", "en", "WhatsApp", "Tunde Ojo", 5),
        ("Airtel", "pcm", "Telegram", "Bisi", 3),
        ("MTN", "en", "WhatsApp", "Bisi", 1),
    )
    tallies = [
        LinkTally(stage, milestone, reason, network, language, channel, agent, links * share // 9)
        for stage, milestone, reason, links in came
        for network, language, channel, agent, share in where
    ]
    linked = _spread(sum(each.links for each in tallies if each.reached is Stage.LINKED), first)
    report = report_of(first, last, tallies, linked=linked, median=timedelta(minutes=4, seconds=20), billed=1_370)
    return (render(say_report(report), "en", business),)


def _spread(links: int, first: date) -> dict[date, int]:
    """All of them over thirty days, more on some than on others and none on each seventh."""
    busy = [(day * 7 + day // 3) % 6 if (first.day + day) % 7 else 0 for day in range(30)]
    until = [links * done // sum(busy) for done in accumulate(busy, initial=0)]
    return {first + timedelta(days=day): now - before for day, (before, now) in enumerate(pairwise(until))}
