"""A trial post to EVENTS_URL, which tells of nothing: what is answered, and what to look at then. Never an event."""

import json
import secrets
from contextlib import aclosing
from datetime import datetime

from bot.config.settings import Settings
from bot.outbox.webhook_signature import read_secrets
from bot.outbox.webhooks import NO_ANSWER, WebhookReceiver
from bot.outgoing.client import LeanClient
from storage.codec import written
from storage.events import VERSION

PING = "telcolink.ping"
NO_RECEIVER = "EVENTS_URL is not set, so there is nobody to send it to."


async def ping(settings: Settings, now: datetime) -> str:
    """The answer to a trial, which is kept nowhere."""
    body = {"type": PING, "version": VERSION, "timestamp": written(now), "data": {}}
    async with aclosing(LeanClient()) as http:
        receiver = open_receiver(settings, http)
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


def open_receiver(settings: Settings, http: LeanClient) -> WebhookReceiver:
    return WebhookReceiver(http, settings.events_url, read_secrets(settings.events_secret.reveal()))
