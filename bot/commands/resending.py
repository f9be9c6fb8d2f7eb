"""Posting to EVENTS_URL by hand: a trial, and events that were given up, each in its turn. Never the list of them."""

import json
import secrets
from collections.abc import Iterable
from contextlib import aclosing
from datetime import datetime

from bot.commands.operator import Operator, ServiceSilent
from bot.commands.output import fail, tell
from bot.config.settings import Settings
from bot.outbox.webhook_signature import read_secrets
from bot.outbox.webhooks import NO_ANSWER, WebhookReceiver, judge
from bot.outgoing.client import LeanClient
from conversations.agents.turn import Act
from storage.codec import written
from storage.events import VERSION, Event, EventState, subject_of
from storage.operator_wishes import EventPosted, OperatorWish

PING = "telcolink.ping"  # the type of a trial: nothing has happened
NO_RECEIVER = "EVENTS_URL is not set, so there is nobody to send it to."


async def ping(settings: Settings, now: datetime) -> str:
    """The answer to a trial, which is kept nowhere."""
    body = {"type": PING, "version": VERSION, "timestamp": written(now), "data": {}}
    async with aclosing(LeanClient()) as http:
        receiver = _receiver(settings, http)
        return await receiver.post(f"evt_{secrets.token_hex(12)}", json.dumps(body).encode(), now)


def advise(answer: str) -> str:
    """What to look at when a trial was not taken."""
    if answer == NO_ANSWER:
        return "Is the address right, and is the system running? It has 15 seconds to answer."
    if answer in ("401", "403"):
        return "Does the system have the same EVENTS_SECRET, and a clock that is right?"
    if answer.startswith("3"):
        return "Redirects are not followed: set EVENTS_URL to where it leads."
    if answer == "410":
        return "410 gives events up at once: answer it only when no more are wanted."
    return "Look at what the system says of it; any 2xx within 15 seconds takes an event."


async def try_out(settings: Settings, now: datetime) -> int:
    """`telcolink events ping`."""
    if not settings.events_url:
        return fail(NO_RECEIVER)
    answer = await ping(settings, now)
    if judge(answer) is EventState.DELIVERED:
        tell(f"The trial was taken: {answer}.")
        return 0
    return fail(f"The trial was not taken: {answer}. {advise(answer)}")


async def resend(operator: Operator, events: Iterable[Event]) -> int:
    """Send them in their order. Behind one that was not taken those of its link wait; behind no answer, all do."""
    posted, left = list[EventPosted](), 0
    async with aclosing(LeanClient()) as http:
        receiver, held, silent = _receiver(operator.settings, http), set[str](), False
        for event in events:
            subject = subject_of(event.id, json.loads(event.body)["data"]) if event.body else ""
            if silent or subject in held or event.body is None:
                left += 1
                continue
            answer = await receiver.post(event.id, event.body, operator.clock.now())
            taken = judge(answer) is EventState.DELIVERED
            tell(f"{event.id} was {'taken' if taken else 'not taken'}: {answer}.")
            posted.append(EventPosted(event.id, answer))
            silent = answer == NO_ANSWER
            held |= set() if taken else {subject}
    await _note(operator, posted)
    if left:
        tell(f"{left} more wait for those before them, or cannot be read.")
    return 0 if not left and all(judge(each.answer) is EventState.DELIVERED for each in posted) else 1


async def _note(operator: Operator, posted: list[EventPosted]) -> None:
    """In the list and in the audit; what waits behind an event that was taken now goes on."""
    about = f"{len(posted)} events" if len(posted) != 1 else posted[0].event
    if not posted:
        return
    try:
        await operator.carry_out(OperatorWish(operator.name, Act.EVENTS_RESENT, about, posted=tuple(posted)))
    except ServiceSilent:
        tell("The service did not answer, so its list does not show this.")


def _receiver(settings: Settings, http: LeanClient) -> WebhookReceiver:
    return WebhookReceiver(http, settings.events_url, read_secrets(settings.events_secret.get_secret_value()))
