"""One update posted to the bot's webhook over HTTP, and what the bot's answer means; never when or how often."""

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

import aiohttp

from bot.sandbox.emulators.telegram.arguments import Arguments, decode_arguments
from bot.sandbox.emulators.telegram.refusals import TelegramRefusal
from bot.sandbox.emulators.telegram.updates import Update
from bot.sandbox.emulators.webhook_session import WebhookSession

ANSWER_TIMEOUT = 60.0
GONE = 410
_NOT_BY_ANSWER = ("get", "setwebhook", "deletewebhook", "close", "logout")

Obey = Callable[[str, Arguments], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class TelegramWebhook:
    """Where updates are posted to; the secret goes into a header."""

    url: str
    secret: str = field(default="", repr=False)
    max_connections: int = 40


@dataclass(frozen=True, slots=True)
class WebhookFailure:
    """Why the bot did not take an update. `retry_after`: the seconds that it asked for; `status`: 0 for none."""

    reason: str
    status: int = 0
    retry_after: float = 0.0


class TelegramWebhookClient:
    """Keeps connections to the bot alive, posts updates, and runs the methods that the bot answers with."""

    def __init__(self, obey: Obey) -> None:
        self._obey_method = obey
        timeout = aiohttp.ClientTimeout(total=ANSWER_TIMEOUT)
        self._session = WebhookSession(timeout, skip_headers=("User-Agent", "Accept"))

    async def close(self) -> None:
        """Close all connections."""
        await self._session.close()

    async def post(self, webhook: TelegramWebhook, update: Update) -> WebhookFailure | None:
        """Post once; None means that the bot took it. Raises nothing."""
        body = json.dumps(update.content).encode()
        try:
            async with self._session.get().post(
                webhook.url, data=body, headers=_headers(webhook), allow_redirects=False
            ) as response:
                answer = await response.read()
                if not 200 <= response.status <= 299:
                    return _failure(response)
                content_type = response.headers.get("Content-Type", "")
        except aiohttp.ClientConnectorError:
            return WebhookFailure("Connection refused")
        except TimeoutError:
            return WebhookFailure("Read timeout expired")
        except aiohttp.ClientError:
            return WebhookFailure("Webhook connection closed")
        if answer:
            await self._obey(content_type, answer)
        return None

    async def _obey(self, content_type: str, answer: bytes) -> None:
        """Run the method that the answer names; its outcome is told to nobody (core.telegram.org/bots/api)."""
        try:
            arguments = decode_arguments(content_type.lower(), answer)
            method = arguments.text("method").lower()
            if method and not method.startswith(_NOT_BY_ANSWER):
                await self._obey_method(method, arguments)
        except TelegramRefusal:
            return


def _headers(webhook: TelegramWebhook) -> dict[str, str]:
    headers = {"Content-Type": "application/json", "Accept-Encoding": "gzip, deflate"}
    return headers | ({"X-Telegram-Bot-Api-Secret-Token": webhook.secret} if webhook.secret else {})


def _failure(response: aiohttp.ClientResponse) -> WebhookFailure:
    asked = response.headers.get("Retry-After", "")
    reason = f"Wrong response from the webhook: {response.status} {response.reason or ''}".rstrip()
    return WebhookFailure(reason, response.status, float(asked) if asked.isdigit() else 0.0)
