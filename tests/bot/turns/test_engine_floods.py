"""Whoever sends faster than can be answered gets twenty replies, then one word about it, then what comes by itself."""

from bot.outbox.payloads import MessageDeletion
from conversations.contact import Contact
from conversations.customer.events import OtpSent, TextReceived
from conversations.session import AskingOtp
from conversations.typed import LONGEST_TEXT
from tests.bot.turns.engine_stage import TO_THE_CODE, Bench, open_bench, payload_of, texts_of
from tests.scenes import ADA, FORM, REFERENCE, RULES

BOLA = Contact("console", "bola")
WAITING = RULES.limits.replies_waiting_per_contact
WORD = "You sent many messages at once"


async def flood(bench: Bench, count: int) -> list[str]:
    """What is said to so many messages that mean nothing."""
    said = []
    for number in range(count):
        said += texts_of(await bench.hear(TextReceived(f"what is {number}", f"m{number}")))
    return said


async def send_all(bench: Bench) -> None:
    await bench.database.run(lambda tx: tx.execute("DELETE FROM outbox"))


async def test_twenty_replies_wait_and_the_next_is_one_word_about_it() -> None:
    async with open_bench() as bench:
        said = await flood(bench, 100)
        assert len(said) == WAITING + 1
        assert [place for place, text in enumerate(said) if text.startswith(WORD)] == [WAITING]


async def test_somebody_else_is_answered_meanwhile() -> None:
    async with open_bench() as bench:
        await flood(bench, 100)
        assert texts_of(await bench.say("hello", contact=BOLA))


async def test_when_all_that_waited_was_sent_they_are_answered_again() -> None:
    async with open_bench() as bench:
        await flood(bench, 100)
        await send_all(bench)
        assert len(await flood(bench, 1)) == 1


async def test_what_the_provider_says_and_codes_that_must_go_are_no_replies() -> None:
    async with open_bench() as bench:
        await bench.say(*TO_THE_CODE)
        await flood(bench, 100)
        assert texts_of(await bench.answer(OtpSent, REFERENCE, FORM))
        assert type((await bench.session()).step) is AskingOtp
        outcome = await bench.hear(TextReceived("my_482913_code", "m7"), ADA)
        assert [payload_of(message) for message in outcome.messages] == [MessageDeletion(ADA, "m7")]


async def test_a_text_longer_than_anybodys_message_is_not_read_to_its_end() -> None:
    """A customer's and an agent's, in whichever channel: the engine is where all of them come in."""
    async with open_bench() as bench:
        await bench.say(*TO_THE_CODE)
        await bench.answer(OtpSent, REFERENCE, FORM)
        blank = "x " * (LONGEST_TEXT // 2)
        outcome = await bench.say(f"{blank}my code is 482913")
        assert MessageDeletion(ADA, "m0") not in map(payload_of, outcome.messages)
        outcome = await bench.say(f"{blank[:-40]}my code is 482913 {blank}")
        assert MessageDeletion(ADA, "m0") in map(payload_of, outcome.messages)
