"""What an operator wishes for is done once, and stands in the audit without a name or a number of the customer's."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.sandbox.demo.stage import Venue, open_stage
from conversations.agents.turn import Act
from conversations.on_behalf import Because
from storage.audit import operator_named
from storage.operator_wishes import OperatorAnswer, OperatorWish, OperatorWishes, Target
from tests.bot.service_stage import ADA, NUMBER, Talk
from tests.waiting import until

WISH = OperatorWish("Ngozi", Act.CUSTOMER_DELETED, "C-ABCDEFGH", Because.LOST, (Target(ADA),))


@pytest.fixture
async def talk(tmp_path: Path) -> AsyncIterator[Talk]:
    async with open_stage(tmp_path, Venue("console")) as stage:
        yield Talk(stage)


async def ask(wishes: OperatorWishes) -> OperatorAnswer:
    answers: list[OperatorAnswer] = []

    def is_answered() -> bool:
        answer = wishes.read_answer(WISH.id)
        answers.extend([answer] if answer else [])
        return bool(answers)

    wishes.make(WISH)
    await until(is_answered)
    return answers[0]


async def test_a_wish_whose_answer_was_lost_is_not_carried_out_twice(talk: Talk, tmp_path: Path) -> None:
    await talk.links()
    app = talk.stage.app
    wishes = OperatorWishes.beside(app.store.keyring, tmp_path / "telcolink.db")
    first = await ask(wishes)
    assert len(first.ended) == 1
    await talk.hears("because your phone is lost")
    assert await ask(wishes) == OperatorAnswer(repeated=True)
    (entry,) = await app.database.read(lambda tx: app.store.audit.of(tx, operator_named("Ngozi")))
    assert (entry.act, entry.about, entry.name) == (Act.CUSTOMER_DELETED, "C-ABCDEFGH lost", "Ngozi")
    assert NUMBER not in repr(entry)
