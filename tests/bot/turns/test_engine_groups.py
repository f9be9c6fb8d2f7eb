"""Turns that share a transaction: what all of them ask of the disk is asked once, and each has its own answer."""

import asyncio
from collections import Counter

from bot.turns.outcome import TurnOutcome
from conversations.contact import Contact
from conversations.customer.events import TextReceived
from tests.bot.turns.engine_stage import Bench, open_bench, texts_of
from tests.raw import connection_of

BOLA = Contact("console", "bola")
MANY = [Contact("console", f"person {number}") for number in range(30)]


async def say_at_once(bench: Bench, text: str, people: list[Contact]) -> list[TurnOutcome]:
    return await asyncio.gather(*(bench.hear(TextReceived(text), contact) for contact in people))


async def count_asked(bench: Bench, text: str, people: list[Contact]) -> Counter[str]:
    """How often the disk was asked for rows of each table, as they all said it."""
    statements: list[str] = []
    await bench.database.run(lambda tx: connection_of(tx).set_trace_callback(statements.append))
    await say_at_once(bench, text, people)
    await bench.database.run(lambda tx: connection_of(tx).set_trace_callback(None))
    asked = [each.split(" FROM ", maxsplit=1)[0] for each in statements if each.startswith("SELECT")]
    return Counter(asked)


async def test_however_many_turns_share_a_transaction_the_disk_is_asked_no_more_often() -> None:
    async with open_bench() as bench:
        await say_at_once(bench, "hello", [BOLA])  # from then on the numbers of rows are known
        for text in ("hello", "no", "hello"):
            for_one = await count_asked(bench, text, MANY[:1])
            assert await count_asked(bench, text, MANY[1:]) == for_one


async def test_each_of_many_hears_what_is_theirs() -> None:
    async with open_bench() as bench:
        await say_at_once(bench, "hello", MANY)
        await say_at_once(bench, "I agree", MANY[::2])
        outcomes = await say_at_once(bench, "0803 123 4567", MANY)
        asked = ["which network" in texts_of(outcome)[0] for outcome in outcomes]
        assert asked == [number % 2 == 0 for number in range(len(MANY))]


async def test_what_one_person_says_at_once_is_answered_one_after_the_other() -> None:
    async with open_bench() as bench:
        texts = ("hello", "I agree", "0803 123 4567")
        outcomes = await asyncio.gather(*(bench.hear(TextReceived(text)) for text in texts))
        assert "which network" in texts_of(outcomes[-1])[0]
        assert await bench.count("outbox") == len(texts)
