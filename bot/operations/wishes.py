"""Operator turns: what an operator wishes for is done for the customer and noted in the audit. Never how it was wished.

All of it in one transaction, under the wish's own id: cut off at any moment, it is done once.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.operations.importing import LinkImport
from bot.outbox.webhooks import judge
from bot.ports import Clock, Inbound
from bot.turns.engine import Engine
from bot.turns.outcome import FollowUp, TurnOutcome, messages_of
from conversations.agents.turn import Act
from conversations.on_behalf import EndedOnBehalf
from conversations.pause import Pause
from storage.audit import operator_named
from storage.backend import News
from storage.customers import find_customer, is_forgotten
from storage.database import Database
from storage.events import EventState
from storage.operator_wishes import OperatorAnswer, OperatorWish, OperatorWishes
from storage.store import Store
from storage.transaction import Transaction

LOOK_EVERY = timedelta(milliseconds=250)  # whoever typed the command waits for it

_CHANNEL = "operator"  # what their ids are remembered under, among those of the platforms' messages

log = structlog.get_logger()


class OperatorTurns:
    """Carries out wishes; what follows goes to `follow_up`, lanes that need wait no more to `hurry`."""

    def __init__(  # noqa: PLR0913 - what an act takes
        self,
        database: Database,
        store: Store,
        engine: Engine,
        clock: Clock,
        *,
        follow_up: FollowUp,
        hurry: Callable[[Iterable[bytes]], None],
        imports: LinkImport,
    ) -> None:
        self._database = database
        self._store = store
        self._engine = engine
        self._clock = clock
        self._follow_up = follow_up
        self._hurry = hurry
        self._imports = imports
        self._failing: set[str] = set()  # wishes that could not be carried out yet

    async def carry_out(self, wish: OperatorWish) -> OperatorAnswer:
        """On disk when this returns. Raises storage's errors, and then nothing happened.

        A row of a file is made once by itself, so that a wish that comes again tells the same of it.
        """
        rows = await self._imports.make_all(operator_named(wish.operator), wish.ordered) if wish.ordered else ()
        done = await self._database.run(partial(self._transact, wish=wish))
        if done is None:
            return OperatorAnswer(repeated=True, rows=rows)
        outcomes, receipts = done
        self._follow_up(TurnOutcome(messages=messages_of(outcomes), told=tuple(outcomes)))
        ended = {"because": wish.because.value, "customers": len(outcomes)} if wish.targets else {}
        log.info("operator_act", act=wish.act.value, **ended)
        if wish.posted:
            self._hurry(await self._database.read(partial(self._lanes_of, wish=wish)))
        forgotten = bool(wish.targets) and not outcomes
        return OperatorAnswer(receipts, forgotten=forgotten, rows=rows)

    async def watch(self, wishes: OperatorWishes) -> None:
        """For as long as the service runs; what was taken before its start and not answered comes first.

        By itself and not on the schedule, which begins when customers are let in already.
        """
        while True:
            try:
                await self.sweep(wishes)
            except Exception as error:
                why = type(error).__name__
                log.error("wishes_unread", once=why, error=why, exc_info=error)
            await self._clock.sleep(LOOK_EVERY.total_seconds())

    async def sweep(self, wishes: OperatorWishes) -> None:
        """Carry out what is wished for beside the running service, and answer.

        A wish that fails holds up none of the others: it stays, and comes after them the next time.
        """
        for wish in sorted(wishes.take(), key=lambda each: each.id in self._failing):
            try:
                wishes.answer(wish.id, await self.carry_out(wish))
            except Exception as error:  # the others must come
                where = None if wish.id in self._failing else error  # told once, not with every try
                why = type(error).__name__
                log.error("operator_wish_failed", once=wish.id, act=wish.act.value, error=why, exc_info=where)
                self._failing.add(wish.id)
            else:
                self._failing.discard(wish.id)
        wishes.forget_old(self._clock.now())

    def _transact(self, tx: Transaction, wish: OperatorWish) -> tuple[list[TurnOutcome], tuple[str, ...]] | None:
        """What it led to, and the receipts of what ended with it."""
        now = self._clock.now()
        if not self._store.inbound_ids.claim(tx, _CHANNEL, wish.id, now):
            return None
        self._store.audit.record(tx, operator_named(wish.operator), wish.act, _about(wish), now, wish.operator)
        self._keep_pause(tx, wish, now)
        for posted in wish.posted:
            self._store.events.settle_by_hand(tx, posted.event, posted.answer, judge(posted.answer), now)
        before = self._standing(tx, wish, now)
        outcomes = [self._engine.follow(tx, inbound, now) for inbound in self._inbounds(tx, wish, now)]
        left = self._standing(tx, wish, now)
        if lease := self._database.lease:  # a command's own process sends nothing there: whoever leads does, and now
            lease.announce(tx, News.MESSAGES)
        return outcomes, tuple(receipt for receipt in before if receipt not in left)

    def _standing(self, tx: Transaction, wish: OperatorWish, now: datetime) -> dict[str, None]:
        """The receipts of what stands of those whom it is about."""
        known = (self._store.consents.standing(tx, target.contact, now) for target in wish.targets)
        return {receipt.agreement.reference: None for receipts in known for receipt in receipts}

    def _inbounds(self, tx: Transaction, wish: OperatorWish, now: datetime) -> Iterator[Inbound]:
        """Who was forgotten already hears nothing of it again."""
        for target in wish.targets:
            customer = find_customer(tx, self._store, target.contact)
            if target.accounts is not None or not is_forgotten(tx, self._store, customer, now):
                yield Inbound(target.contact, EndedOnBehalf(wish.because, target.accounts))

    def _keep_pause(self, tx: Transaction, wish: OperatorWish, now: datetime) -> None:
        if wish.act is Act.LINKING_PAUSED:
            before = self._store.pauses.find(tx)  # other words are no other pause
            self._store.pauses.begin(tx, Pause(wish.about, before.since if before else now))
        elif wish.act is Act.LINKING_RESUMED:
            self._store.pauses.end(tx)

    def _lanes_of(self, tx: Transaction, wish: OperatorWish) -> list[bytes]:
        """Where the events wait that were posted by hand, and those behind them."""
        taken = [each.event for each in wish.posted if judge(each.answer) is EventState.DELIVERED]
        return [lane for event in taken if (lane := self._store.events.lane_of(tx, event))]


def _about(wish: OperatorWish) -> str:
    """The receipts, and why anything ended. No name and no number: whoever is forgotten is not kept here."""
    return " ".join(filter(None, (wish.about, wish.because.value if wish.targets else "")))
