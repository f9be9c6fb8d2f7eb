"""What an operator wishes for is done once, and stands in the audit without a name or a number of the customer's."""

from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.operations.wishes import LOOK_EVERY
from bot.ports import Inbound
from bot.turns.engine import Engine
from bot.turns.outcome import TurnOutcome
from conversations.agents.turn import Act
from conversations.changing import replace
from conversations.consent import EndReason, agree
from conversations.contact import Contact
from conversations.on_behalf import Because
from storage.audit import operator_named
from storage.operator_wishes import OperatorAnswer, OperatorWish, OperatorWishes, Target
from storage.transaction import Transaction
from tests.bot.monitoring.test_metrics import figures
from tests.bot.service_stage import ADA, NUMBER, Talk
from tests.waiting import until

WISH = OperatorWish("Ngozi", Act.CUSTOMER_DELETED, "C-ABCDEFGH", Because.LOST, (Target(ADA),))
LOOK = OperatorWish("Ngozi", Act.CUSTOMER_FOUND, "C-ABCDEFGH")
BEN = Contact("console", "ben")
POISON = OperatorWish("Ngozi", Act.CUSTOMER_UNLINKED, "", Because.LOST, (Target(BEN, ()),), id="0" * 24)  # the first


def wishes_of(talk: Talk, folder: Path) -> OperatorWishes:
    return OperatorWishes.beside(talk.stage.app.store.keyring, folder / "telcolink.db")


async def ask(talk: Talk, wishes: OperatorWishes, wish: OperatorWish = WISH) -> OperatorAnswer:
    """What is answered, at a look that comes as soon as the clock is wound."""
    answers: list[OperatorAnswer] = []

    def is_answered() -> bool:
        answer = wishes.read_answer(wish.id)
        answers.extend([answer] if answer else [])
        return bool(answers)

    wishes.make(wish)
    await until(is_answered, act=partial(look_again, talk))
    return answers[0]


def look_again(talk: Talk) -> None:
    talk.stage.clock.advance(LOOK_EVERY.total_seconds())


async def test_a_wish_whose_answer_was_lost_is_not_carried_out_twice(talk: Talk, tmp_path: Path) -> None:
    await talk.links()
    app = talk.stage.app
    wishes = wishes_of(talk, tmp_path)
    first = await ask(talk, wishes)
    assert len(first.ended) == 1
    await talk.hears("because your phone is lost")
    assert await ask(talk, wishes) == OperatorAnswer(repeated=True)
    (entry,) = await app.database.read(lambda tx: app.store.audit.of(tx, operator_named("Ngozi")))
    assert (entry.act, entry.about, entry.name) == (Act.CUSTOMER_DELETED, "C-ABCDEFGH lost", "Ngozi")
    assert NUMBER not in repr(entry)


async def test_a_second_wish_to_delete_finds_nothing_left_and_tells_nobody(talk: Talk, tmp_path: Path) -> None:
    await talk.links()
    wishes = wishes_of(talk, tmp_path)
    assert not (await ask(talk, wishes)).forgotten
    with capture_logs() as logged:
        assert await ask(talk, wishes, replace(WISH, id="1" * 24)) == OperatorAnswer(forgotten=True)
    assert [each for each in logged if each["event"] == "turn"] == []


async def test_who_agreed_and_never_went_on_is_deleted_with_their_agreement(talk: Talk, tmp_path: Path) -> None:
    app, wishes = talk.stage.app, wishes_of(talk, tmp_path)
    now = talk.stage.clock.now()
    agreed = agree(BEN, "en", now)
    await app.database.run(lambda tx: app.store.consents.record(tx, BEN, agreed, now, withdrawn=False))
    forget = replace(WISH, targets=(Target(BEN),))
    assert (await ask(talk, wishes, forget)).ended == (agreed.reference,)
    (_, ended) = await app.database.read(lambda tx: app.store.consents.of(tx, BEN))
    assert (ended.withdrawn, ended.why) == (True, EndReason.OPERATOR)
    assert (await ask(talk, wishes, replace(forget, id="1" * 24))).forgotten


async def test_what_it_ends_is_counted_and_in_the_log_as_every_turn_is(talk: Talk, tmp_path: Path) -> None:
    await talk.links()
    app = talk.stage.app
    with capture_logs() as logged:
        await ask(talk, wishes_of(talk, tmp_path))
        await ask(talk, wishes_of(talk, tmp_path), LOOK)
    told = [{name: value for name, value in each.items() if name != "log_level"} for each in logged]
    assert {"event": "operator_act", "act": "customer-deleted", "because": "lost", "customers": 1} in told
    assert {"event": "operator_act", "act": "customer-found"} in told  # which ends nothing
    assert [each["came"] for each in logged if each["event"] == "turn"] == ["EndedOnBehalf"]
    counted = figures(app.service._metrics)
    assert counted['telcolink_lines_ended_total{reason="operator"}'] == 1
    assert counted['telcolink_turns_total{event="EndedOnBehalf",outcome="answered"}'] == 1


async def test_a_wish_that_meets_a_defect_holds_up_no_other_and_is_tried_again(
    talk: Talk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    follow = Engine.follow

    def follow_or_break(engine: Engine, tx: Transaction, inbound: Inbound, now: datetime) -> TurnOutcome:
        if inbound.contact == BEN:
            raise KeyError("a defect of ours")
        return follow(engine, tx, inbound, now)

    wishes = wishes_of(talk, tmp_path)
    with monkeypatch.context() as broken, capture_logs() as logged:
        broken.setattr(Engine, "follow", follow_or_break)
        wishes.make(POISON)
        assert (await ask(talk, wishes)).forgotten
        failed = [each for each in logged if each["event"] == "operator_wish_failed"]
        assert {each["error"] for each in failed} == {"KeyError"}
        assert wishes.read_answer(POISON.id) is None
    await until(lambda: wishes.read_answer(POISON.id) is not None, act=partial(look_again, talk))


async def test_a_look_that_fails_is_told_and_the_next_one_comes(talk: Talk, tmp_path: Path) -> None:
    wishes = wishes_of(talk, tmp_path)
    wishes.folder.touch()  # which is no folder
    with capture_logs() as logged:
        await until(lambda: "wishes_unread" in [each["event"] for each in logged], act=partial(look_again, talk))
    wishes.folder.unlink()
    assert await ask(talk, wishes, LOOK) == OperatorAnswer()
