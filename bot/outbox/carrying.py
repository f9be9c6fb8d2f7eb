"""One try at what stands first in a lane: when its turn has come, what goes with it, and what became of it.

Never when a lane is tried (`dispatcher`), nor how a message is sent (`handlers`).
"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

import structlog

from bot.errors import ChannelBusy, ChannelDown, MessageRefused, RecipientGone, WindowClosed
from bot.monitoring.metrics import Metrics
from bot.outbox.carrier import Carrier
from bot.outbox.clearings import Clearings
from bot.outbox.lanes import Lane
from bot.outbox.notes import Notes
from bot.outbox.notices import choose
from bot.outbox.payloads import ChatMessage, Payload, payload_of
from bot.ports import Acceptance, Clock
from conversations.changing import replace
from storage.codec import encode
from storage.database import Database
from storage.errors import StorageError
from storage.outbox import Outbox, OutboxMessage
from storage.transaction import Transaction

LaneNote = Callable[[Transaction, int, bytes], None]  # of what became of the message with this number, in this lane

FIRST_WAIT = timedelta(seconds=2)
SHOWN_AFTER = timedelta(seconds=3)  # that long after the platform took it, if it reports nothing, it is on the screen
LONGEST_WAIT = timedelta(minutes=2)

log = structlog.get_logger()


class Carrying:
    """`notes` are what is on its way to the disk; what `clearings` cover is not sent."""

    def __init__(
        self,
        database: Database,
        outbox: Outbox,
        clock: Clock,
        carrier: Carrier,
        metrics: Metrics,
        clearings: Clearings,
    ) -> None:
        self.notes = Notes(database)
        self._database = database
        self._outbox = outbox
        self._clock = clock
        self._carrier = carrier
        self._metrics = metrics
        self._clearings = clearings

    async def carry(self, lane: Lane) -> None:
        """One try at what the lane sends next, which is its first message then, and leaves it when all is done with it.

        Its turn may be long in coming: what goes first, and whether it still matters, is looked at again behind that.
        """
        if body := await self._sift(lane):
            await self._carrier.ready(body)
            if await self._sift(lane):
                await self._arrange(lane)
                await self._attempt(lane)

    async def _sift(self, lane: Lane) -> Payload | None:
        """What is not to be sent leaves the lane; what its first message says then, None where none is left."""
        for message in [each for each in lane.messages if self._clearings.covers(each)]:
            self._let_go(lane, message)
        if over := [each for each in lane.messages if self._is_over(each)]:
            await self._settle(lane, over, self._outbox.drop, "dropped")
        while lane.messages:
            if body := payload_of(lane.first):
                return body
            await self._settle(lane, [lane.first], self._outbox.drop, "unreadable")
        return None

    async def _arrange(self, lane: Lane) -> None:
        """What goes first now comes to be the first, with what goes in the same message."""
        chosen = choose(lane.messages, self._clock.now())
        lane.put_first(chosen.message)
        if chosen.overtaken:
            await self._settle(lane, chosen.overtaken, self._outbox.drop, "overtaken")
        if chosen.body:
            await self._join(lane, chosen.joined, chosen.body)

    async def _join(self, lane: Lane, joined: Sequence[OutboxMessage], body: ChatMessage) -> None:
        """The lane's first message says what the others would have said as well."""
        first, content = lane.first, encode(body, ChatMessage)
        until = max(each.drop_at for each in (first, *joined))  # none is lost for one beside it
        others = [each.number for each in joined]
        await self._database.run(lambda tx: self._outbox.join(tx, first.number, content, others, until))
        for other in joined:
            lane.remove(other)
            self.notes.leave(other.number)
            self._metrics.outbox_attempt(other.kind, "joined")
        lane.replace_first(replace(first, body=content, drop_at=until, source=body))

    def _let_go(self, lane: Lane, message: OutboxMessage) -> None:
        """It was cleared, and is gone from the disk."""
        self.notes.leave(message.number)
        lane.remove(message)

    def _is_over(self, message: OutboxMessage) -> bool:
        """Whether it no longer matters."""
        return message.drop_at <= self._clock.now()

    async def _attempt(self, lane: Lane) -> None:
        """What the last moment shows is not to be sent after all stays where it is, and is sifted out next."""
        await self._database.certain()
        message, body = lane.first, payload_of(lane.first)
        if body is None or self._is_over(message) or self._clearings.covers(message):
            return
        try:
            receipt = await self._carrier.hand_over(body)
        except RecipientGone:
            await self._leave_behind(lane, body)
        except MessageRefused as error:
            log.error("outbox_message_refused", kind=message.kind, reason=str(error))
            await self._settle(lane, [message], self._outbox.drop, "refused")
        except WindowClosed as closed:
            await self._hold(lane, message, closed)
        except ChannelBusy as busy:
            await self._postpone(lane, busy.retry_after, tries=message.tries)
        except StorageError:
            raise
        except Exception as error:
            if not isinstance(error, ChannelDown):  # a defect, which must not silence the lane for good
                log.error("outbox_message_failed", kind=message.kind, error=type(error).__name__, exc_info=error)
            wait = min(FIRST_WAIT * 2**message.tries, LONGEST_WAIT)
            await self._postpone(lane, wait, tries=min(message.tries + 1, 16))
        else:
            self._note_reply(message, body)
            await self._settle(lane, [message], partial(self._note_sent, body=body, receipt=receipt), "sent")

    async def _leave_behind(self, lane: Lane, body: Payload) -> None:
        """The recipient is gone, and nothing that was written to them until now will be sent."""
        unwanted = list(lane.messages)
        await self._carrier.left_behind(body)
        await self._settle(lane, unwanted, self._outbox.drop, "gone")

    def _note_reply(self, message: OutboxMessage, body: Payload) -> None:
        """How long whoever asked has waited, whatever kept it back. What was left by another process is not known."""
        if isinstance(body, ChatMessage) and message.asked_at:
            waited = self._clock.now() - message.asked_at
            self._metrics.reply(body.contact.channel, waited.total_seconds())

    async def _settle(self, lane: Lane, messages: Sequence[OutboxMessage], note: LaneNote, outcome: str) -> None:
        """Nothing more is to be done with these of the lane."""
        for message in messages:
            lane.remove(message)
            self._metrics.outbox_attempt(message.kind, outcome)
        await self.notes.write({each.number: lambda tx, number: note(tx, number, lane.key) for each in messages})

    def _note_sent(self, tx: Transaction, number: int, lane: bytes, body: Payload, receipt: Acceptance | None) -> None:
        prompt = body.content.prompt if isinstance(body, ChatMessage) else 0
        taken_at = receipt.at if receipt and receipt.at else self._clock.now()
        self._outbox.sent(tx, number, lane, receipt.name if receipt else None, prompt, taken_at + SHOWN_AFTER)
        if receipt and receipt.also:
            receipt.also(tx)

    async def _hold(self, lane: Lane, message: OutboxMessage, closed: WindowClosed) -> None:
        """Until they write again; where they have done so since it was found closed, it is tried again.

        So it is where the write fails: it is not owed, for by then they may have written, and may have it.
        """
        held = partial(self._outbox.hold_unless_heard, number=message.number, heard_at=closed.heard_at)
        if not await self._database.run(held):
            return await self._postpone(lane, FIRST_WAIT, tries=message.tries)
        lane.remove(message)
        self.notes.leave(message.number)
        return self._metrics.outbox_attempt(message.kind, "held")

    async def _postpone(self, lane: Lane, wait: timedelta, *, tries: int) -> None:
        now = self._clock.now()
        later = replace(lane.first, tries=tries, due_at=now + wait, rest=wait)
        lane.replace_first(later)
        self._metrics.outbox_attempt(later.kind, "postponed")
        await self._database.run(lambda tx: self._outbox.postpone(tx, later.number, tries, now, wait))
