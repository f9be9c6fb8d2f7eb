"""Inbound scan: what never came in by its webhook is found in Twilio's log, after a start and now and then.

Never its meaning.

Twilio does not repeat what it could not hand over, or what we had no room for. The log does not tell taps from texts,
nor who hides their number; a tap's label means the same as its button.
"""

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.channels.whatsapp.addresses import NAME, parse_address
from bot.channels.whatsapp.channel import WhatsApp
from bot.channels.whatsapp.decoding import Written, keyword_of, read_text
from bot.channels.whatsapp.inbound import InboundMessages
from bot.channels.whatsapp.late_words import overtaken
from bot.channels.whatsapp.twilio import Copy
from bot.turns.putting_aside import take_or_put_aside
from conversations.customer.events import Oddity, OddityReceived
from storage import inbound_scans

LONGEST = timedelta(hours=24)  # after that a reply can no longer be sent
OVERLAP = timedelta(minutes=10)  # messages overtake each other, and clocks differ
# Twilio waits 15 seconds for an answer; until then the webhook may still bring more than the log has.
UNDER_WAY = timedelta(seconds=30)
# Twilio's log tells the second: within it, what was on the screen at its end may have been read.
TOLD_TO = timedelta(seconds=1)

log = structlog.get_logger()


class InboundScan:
    """Looks from where the last complete look ended, so that nothing that failed meanwhile is passed over."""

    def __init__(self, whatsapp: WhatsApp, inbound: InboundMessages) -> None:
        self._twilio = whatsapp.twilio
        self._database = whatsapp.tables.database
        self._seen = whatsapp.tables.inbound_ids
        self._clock = whatsapp.clock
        self._inbound = inbound
        self._refused: list[datetime] = []  # when, first and last, since a look came through
        self._looking = asyncio.Lock()

    async def since(self) -> datetime:
        """From when on something may be missing; first to be asked before anything new comes in."""
        now = self._clock.now()
        until = await self._database.run(lambda tx: inbound_scans.until(tx, NAME, now))
        return max(min(until, now) - OVERLAP, now - LONGEST)

    def note_refused(self) -> None:
        """A message could not be taken in just now."""
        self._refused = [*self._refused[:1], self._clock.now()]

    async def look(self, until: datetime | None = None) -> None:
        """Take in, oldest first, what Twilio holds and we do not, up to `until`: when no webhook is on its way.

        What breaks on a defect of ours is put aside, and the others come. Raises `DeliveryError`s and storage's errors;
        what was taken in before stays so.
        """
        async with self._looking:
            until = until or self._clock.now() - UNDER_WAY
            missing: list[Copy] = []  # all that came in since would be as much as was written in a quarter of an hour
            async for copies in self._twilio.received_since(await self.since()):
                missing += await self._not_seen([copy for copy in copies if copy.created_at <= until])
            passed_over = await overtaken(self._twilio, missing)
            taken = [await self._take_or_put_aside(copy, passed_over) for copy in reversed(missing)]
            await self._database.run(lambda tx: inbound_scans.note(tx, NAME, until))
            self._refused = [at for at in self._refused if at > until]
        if any(taken):
            log.info("caught_up", messages=sum(taken))

    async def scan_again(self) -> None:
        """The same soon after one was refused, however many are after it, until a look has come through."""
        if self._refused and self._refused[0] <= self._clock.now() - UNDER_WAY:
            await self.look()

    async def _not_seen(self, copies: list[Copy]) -> list[Copy]:
        ids = self._seen
        wanted = tuple(ids.wanted(NAME, copy.message) for copy in copies)
        return await self._database.read(
            lambda tx: [copy for copy in copies if not ids.seen(tx, NAME, copy.message)], wanted
        )

    async def _take_or_put_aside(self, copy: Copy, passed_over: Collection[str]) -> bool:
        return await take_or_put_aside(
            partial(self._take, copy, passed_over), iter([partial(self._inbound.put_aside, copy)])
        )

    async def _take(self, copy: Copy, passed_over: Collection[str]) -> bool:
        """Who has said START since wants no silence for an earlier STOP, nor who has said STOP an answer to START."""
        if copy.message in passed_over:
            await self._inbound.pass_over(copy.message)
            return False
        written = _written(copy)
        at = min(copy.created_at + TOLD_TO, self._clock.now())
        return written is not None and await self._inbound.take(written, at)


def _written(copy: Copy) -> Written | None:
    sender = parse_address(copy.address)
    if sender is None:
        return None
    event = (
        OddityReceived(Oddity.FILE, copy.text, copy.message) if copy.has_files else read_text(copy.text, copy.message)
    )
    return Written(copy.message, sender, "", event, keyword_of(event, copy.text), from_log=True)
