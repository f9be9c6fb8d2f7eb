"""What a platform took is found by its receipt, told apart by its reports, and known by the question that it asked."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest

from storage.outbox import MessageState, Outbox
from storage.sealing import Keyring
from storage.sent_messages import Sent, SentMessages
from storage.transaction import Transaction
from tests.raw import memory

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)
LANE = b"ada"
KEYRING = Keyring.parse(Keyring.generate_key())
OUTBOX, MESSAGES = Outbox(KEYRING), SentMessages(KEYRING)


@pytest.fixture
def tx() -> Iterator[Transaction]:
    with memory() as tx:
        yield tx


def add(tx: Transaction) -> int:
    return OUTBOX.add(tx, LANE, "message", b"one", NOW, NOW + timedelta(days=1)).number


def send(tx: Transaction, receipt: str, prompt: int = 0, shown_at: datetime | None = None) -> Sent:
    OUTBOX.sent(tx, add(tx), LANE, receipt, prompt, shown_at)
    sent = MESSAGES.find(tx, receipt)
    assert sent is not None
    return sent


def test_what_the_platform_took_is_found_by_its_receipt(tx: Transaction) -> None:
    sent = send(tx, "SM1")
    content = MESSAGES.content_of(tx, sent)
    assert (sent.state, sent.lane, content and content.body) == (MessageState.SENT, LANE, b"one")
    assert OUTBOX.waiting(tx) == []
    assert MESSAGES.find(tx, "SM2") is None


@pytest.mark.parametrize("state", [MessageState.FAILED, MessageState.DELIVERED, MessageState.READ])
def test_what_was_said_is_forgotten_with_the_report(tx: Transaction, state: MessageState) -> None:
    MESSAGES.note(tx, send(tx, "SM1"), state)
    sent = MESSAGES.find(tx, "SM1")
    assert sent is not None
    assert sent.state is state
    assert MESSAGES.content_of(tx, sent) is None


def test_what_was_sent_tells_which_question_it_asked_also_when_it_has_arrived(tx: Transaction) -> None:
    MESSAGES.note(tx, send(tx, "SM1", prompt=7), MessageState.READ)
    assert MESSAGES.prompt_of(tx, "SM1") == 7
    assert MESSAGES.prompt_of(tx, "SM2") is None


def test_the_newest_question_is_on_the_screen_once_it_has_arrived(tx: Transaction) -> None:
    assert MESSAGES.seen(tx, LANE, NOW) is None
    first, second = send(tx, "SM1", prompt=7), send(tx, "SM2", prompt=8)
    assert MESSAGES.seen(tx, LANE, NOW) == 0
    MESSAGES.note(tx, second, MessageState.DELIVERED, NOW + SECOND)
    MESSAGES.note(tx, first, MessageState.DELIVERED, NOW)
    assert [MESSAGES.seen(tx, LANE, NOW + after * SECOND) for after in (-1, 0, 1)] == [0, 7, 8]


def test_a_question_that_nobody_reports_on_is_on_the_screen_from_when_it_is_taken_to_be(tx: Transaction) -> None:
    send(tx, "SM1", prompt=7, shown_at=NOW)
    assert [MESSAGES.seen(tx, LANE, NOW + after * SECOND) for after in (-1, 0)] == [0, 7]


def test_what_asks_nothing_is_no_question_but_what_waits_may_be_one(tx: Transaction) -> None:
    send(tx, "SM1", shown_at=NOW)
    assert MESSAGES.seen(tx, LANE, NOW) is None
    add(tx)
    assert MESSAGES.seen(tx, LANE, NOW) == 0


def test_reports_go_one_way_whatever_their_order() -> None:
    order = (MessageState.SENT, MessageState.FAILED, MessageState.DELIVERED, MessageState.READ)
    for earlier, later in pairwise(order):
        assert later.is_news_after(earlier)
        assert not earlier.is_news_after(later)
    for state in order:
        assert not state.is_news_after(state)
        assert not state.is_news_after(MessageState.WAITING)
        assert not state.is_news_after(MessageState.HELD)
