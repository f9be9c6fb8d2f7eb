"""Outgoing webhooks: events posted to the business's own systems, in order, signed, until taken or a day has passed.

Never what an event says (storage/events.py), nor the waiting itself (bot/outbox/dispatcher.py).
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog

from bot.errors import ChannelBusy, MessageRefused
from bot.outbox.webhook_signature import sign
from bot.outgoing.client import LeanClient
from bot.outgoing.errors import MaybeSent, RequestFailed
from bot.outgoing.messages import Headers, Origin
from bot.ports import Clock
from storage.database import Database
from storage.events import BusinessEvent, Events, EventState, WebhookPost

PATIENCE = 15.0  # seconds for one try, however slowly the receiver answers
LARGEST_ANSWER = 10_000  # bytes; nothing of it is looked at, but what is read whole leaves its connection open
NO_ANSWER = "no answer"
GONE = "410"  # standardwebhooks.com: the receiver wants no more of it

# How long is waited after each try; the last one goes on until the day is over.
WAITS = tuple(timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 1800, 3600))

_REMEDY = "telcolink events ping says what to look at; what waits is posted for a day, and goes out by itself"
_HEADERS = Headers.of({"content-type": "application/json", "user-agent": "telcolink"})

log = structlog.get_logger()


class WebhookReceiver:
    """The business's endpoint for events. Redirects are not followed: an address is where the settings say it is."""

    def __init__(self, http: LeanClient, address: str, keys: Sequence[bytes], patience: float = PATIENCE) -> None:
        self._http = http
        self._origin = Origin.of(address)
        self._keys = keys
        self._patience = patience

    async def post(self, event: str, body: bytes, now: datetime) -> str:
        """One try: the status that came back, such as "204", or NO_ANSWER. What else comes back is not looked at."""
        headers = _HEADERS + Headers.of(sign(self._keys, event, body, now))
        try:
            answer = await self._http.ask(
                self._origin, "POST", "", headers, body, patience=self._patience, most=LARGEST_ANSWER
            )
        except MaybeSent as error:
            return str(error.status or NO_ANSWER)  # the rest of what came may be too large, or too slow
        except RequestFailed:
            return NO_ANSWER
        return str(answer.status)


def judge(answer: str) -> EventState:
    """What an answer leaves an event in: 2xx has taken it, 410 wants none of it, all else may come right."""
    if answer.startswith("2"):
        return EventState.DELIVERED
    return EventState.FAILED if answer == GONE else EventState.WAITING


class OutgoingWebhooks:
    """Carries out the outbox's webhooks, in the dispatcher's terms."""

    def __init__(self, database: Database, events: Events, receiver: WebhookReceiver | None, clock: Clock) -> None:
        """`receiver` is None where none is set any more: what still waits for it is refused."""
        self._database = database
        self._events = events
        self._receiver = receiver
        self._clock = clock

    async def deliver(self, posting: WebhookPost) -> None:
        """One try. Raises `ChannelBusy` with the time until the next, `MessageRefused` when there is none."""
        now = self._clock.now()
        event = await self._database.read(lambda tx: self._events.load(tx, posting.event, now))
        if event is None or event.body is None or self._receiver is None:
            raise MessageRefused("the event, or its receiver, is not there any more")
        if event.state is EventState.DELIVERED:
            return
        answer = await self._receiver.post(event.id, event.body, now)
        state = judge(answer)
        await self._database.run(lambda tx: self._events.note(tx, event.id, answer, self._clock.now(), state))
        self._settle(event, answer, state)

    def _settle(self, event: BusinessEvent, answer: str, state: EventState) -> None:
        if state is EventState.DELIVERED:
            return
        said = {"kind": event.kind, "tries": event.tries + 1, "answer": answer}
        log.warning("event_not_taken", once=answer, **said, remedy=_REMEDY)
        if state is EventState.FAILED:
            raise MessageRefused("the receiver wants no more of it")
        raise ChannelBusy(WAITS[min(event.tries, len(WAITS) - 1)])
