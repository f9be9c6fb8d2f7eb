"""What is hidden of a line in one chat is hidden in all that hold it, on record, and told to the business's systems."""

import json
from datetime import timedelta

from conversations.choice import Choice
from conversations.consent import Scope, Scopes
from conversations.contact import Contact
from conversations.customer.events import ButtonTapped
from tests.bot.turns.engine_stage import Bench, open_bench, texts_of
from tests.scenes import ADA, NOON

BOLA = Contact("console", "bola")


async def reads_of(bench: Bench, contact: Contact) -> list[Scopes]:
    lines = await bench.database.read(lambda tx: bench.store.accounts.of(tx, contact))
    return [line.claim.agreement.reads for line in lines]


async def test_what_one_chat_hides_is_hidden_for_every_holder_and_stands_on_the_receipts() -> None:
    left = (Scope.IDENTITY, Scope.TRANSACTIONS)
    async with open_bench(tells_systems=True) as bench:
        await bench.link(ADA)
        bench.clock.at += timedelta(minutes=2)  # another code for the number is not sent at once
        await bench.link(BOLA)
        await bench.say("hide my balance", contact=BOLA)
        await bench.hear(ButtonTapped(Choice.HIDE_BALANCES, None), contact=BOLA)
        assert await reads_of(bench, ADA) == await reads_of(bench, BOLA) == [left]
        for contact in (ADA, BOLA):
            (receipt,) = texts_of(await bench.say("/receipt", contact=contact))
            assert "it is less: only your name, gender and date of birth, your transactions." in receipt
        assert await bench.database.read(bench.store.consents.first_broken) is None
        bodies = await bench.database.read(lambda tx: [each.body for each in bench.store.events.latest(tx, NOON)])
    narrowed = [body for body in map(json.loads, filter(None, bodies)) if body["type"] == "line.narrowed"]
    assert [body["data"]["scopes"] for body in narrowed] == [["identity", "transactions"]] * 2
