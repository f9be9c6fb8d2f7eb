"""After everything that a customer can do, nothing personal can be read in the database or its side files."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.ports import UnreadableInbound
from conversations.account import Direction, LineTransaction, Money, TransactionPage
from conversations.contact import Contact
from conversations.customer.events import ContactShared, ProviderRefused, SummaryFetched, TransactionsFetched
from conversations.refusal import Refusal
from conversations.session import Session
from storage.codec import encode
from tests.bot.turns.engine_stage import Bench, open_bench
from tests.happenings import SUMMARIES
from tests.scenes import NOON

CUSTOMER = Contact("console", "7700112233")
# What must not be found: numbers in every spelling, codes, names of sessions and accounts, identity, balances, texts.
# None is so short that what is sealed may hold it by chance, as four figures do once in some ten thousand runs.
PRIVATE = (
    *(
        "8031234567",
        "803 123 4567",
        "8037654321",
        "803 765 4321",
        "0803 ••• 4567",
        "7700112233",
        "482913",
        "482914",
        "993377",
    ),
    *(
        "reference-1",
        "exchange-1",
        "account-1",
        "Adaeze",
        "Okafor",
        "1994-05-14",
        "14 May 1994",
        "199•",
        "1,234.50",
        "123450",
    ),
    *("Main Balance", "Recharge by 4444", "a picture of my passport", "Kudi Loans"),
)


async def do_everything(bench: Bench) -> None:
    """A whole life with the bot, wrong turns included."""
    await bench.say("hello", "993377", "yes", contact=CUSTOMER)
    await bench.hear(ContactShared("+2348031234567", proven=True), CUSTOMER)
    await bench.say("cancel", contact=CUSTOMER)
    await bench.link(CUSTOMER)
    await bench.say("482914", "balance", contact=CUSTOMER)
    await bench.answer(SummaryFetched, SUMMARIES[0], contact=CUSTOMER)
    await bench.say("transactions", contact=CUSTOMER)
    movement = LineTransaction(Direction.DEBIT, Money(123_450), "Recharge by 4444", NOON)
    await bench.answer(TransactionsFetched, TransactionPage((movement,), 1, more=True), contact=CUSTOMER)
    await bench.say("link another line", "yes", "0803 765 4321", contact=CUSTOMER)
    await bench.engine.take(UnreadableInbound("console", "strange", b"a picture of my passport", "u1", CUSTOMER))
    await bench.clock.sleep(90)
    await bench.say("mtn", contact=CUSTOMER)
    await bench.answer(ProviderRefused, Refusal.NUMBER_NOT_ON_NETWORK, contact=CUSTOMER)


def found_in(path: Path, texts: tuple[str, ...]) -> Iterator[str]:
    """Which texts stand in the database or a file beside it, in any usual encoding."""
    content = b"".join(file.read_bytes() for file in sorted(path.parent.iterdir()))
    for text in texts:
        if any(text.encode(encoding) in content for encoding in ("utf-8", "utf-16-le", "utf-16-be")):
            yield text


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.db"


async def test_nothing_personal_can_be_read_in_any_file(path: Path) -> None:
    async with open_bench(path) as bench:
        await do_everything(bench)
        assert await bench.count("outbox") > 10
        assert path.with_name("test.db-wal").stat().st_size > 10_000
        assert list(found_in(path, PRIVATE)) == []
        await bench.database.checkpoint()
        assert list(found_in(path, PRIVATE)) == []
    assert list(found_in(path, PRIVATE)) == []


async def test_what_was_planted_is_found(path: Path) -> None:
    async with open_bench(path) as bench:
        for text in PRIVATE:
            plant = "INSERT INTO inbound_ids (channel, id, forget_at) VALUES ('planted', ?, 0)"
            await bench.database.run(lambda tx, plant=plant, text=text: tx.execute(plant, (text,)))  # type: ignore[misc]
        assert list(found_in(path, PRIVATE)) == list(PRIVATE)


async def test_what_was_deleted_leaves_no_row_but_the_evidence(path: Path) -> None:
    async with open_bench(path) as bench:
        await do_everything(bench)
        await bench.say("delete everything", "yes", contact=CUSTOMER)
        assert await bench.count("accounts") == 0
        session = await bench.session(CUSTOMER)
        assert (session.lines, session.memory, session.own_number) == ((), None, None)
        evidence = await bench.database.read(lambda tx: bench.store.consents.of(tx, CUSTOMER))
        assert sum(each.withdrawn for each in evidence) == 2


async def test_nothing_personal_stands_in_what_a_turn_leaves_to_be_done(path: Path) -> None:
    async with open_bench(path) as bench:
        await bench.link(CUSTOMER)
        await bench.say("balance", contact=CUSTOMER)
        outcome = await bench.answer(SummaryFetched, SUMMARIES[0], contact=CUSTOMER)
        assert b"Main Balance" in outcome.messages[0].body
        assert [text for text in PRIVATE if text in repr(outcome)] == []


async def test_a_one_time_password_is_never_written_not_even_sealed(path: Path) -> None:
    async with open_bench(path) as bench:
        await do_everything(bench)
        messages = await bench.database.read(bench.store.outbox.waiting)
        opened = [message.body for message in messages] + [encode(await bench.session(CUSTOMER), Session)]
        assert [body for body in opened if b"8037654321" in body]
        assert [body for body in opened for code in (b"482913", b"482914", b"993377") if code in body] == []
