"""The HTTP client of the webhooks: signed forms, Twilio's time limits and retries; never what the answer means."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self
from urllib.parse import urlencode

import aiohttp
from yarl import URL

from bot.config.addresses import is_loopback
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.twilio.account import Sender, TwilioAccount
from bot.sandbox.emulators.twilio.connection_overrides import Overrides, PostFailure, read_overrides
from bot.sandbox.emulators.twilio.signature import sign
from bot.sandbox.emulators.webhook_session import WebhookSession


@dataclass(frozen=True, slots=True)
class WebhookAnswer:
    """What came back. `status` 0: nothing did. `failure` names why Twilio may try again; None for an answer to read."""

    status: int = 0
    content_type: str = ""
    body: str = ""
    failure: PostFailure | None = None

    @classmethod
    def of(cls, status: int, content_type: str, body: str) -> Self:
        failure: PostFailure | None = "5xx" if status >= 500 else "4xx" if status >= 400 else None
        return cls(status, content_type.partition(";")[0].strip().lower(), body, failure)


class TwilioWebhookClient:
    """One keep-alive session for all webhooks. Signs with the account's current auth token."""

    def __init__(self, account: TwilioAccount, sender: Sender, clock: EmulatedClock) -> None:
        self._account, self._sender, self._clock = account, sender, clock
        self._session = WebhookSession()

    async def send(self, url: str, params: Mapping[str, str]) -> WebhookAnswer:
        """Post, again where the URL's overrides say so; never longer than they allow. Raises nothing."""
        rules, started = read_overrides(url), self._clock.now()
        headers = self._headers(url, params)
        answer = WebhookAnswer(failure="rt")
        for _ in range(rules.retries + 1):
            left = rules.total - (self._clock.now() - started).total_seconds()
            if left <= 0:
                break
            answer = await self._try(url, params, headers, rules, min(left, rules.read))
            if answer.failure is None or not rules.retry(answer.failure):
                break
        return answer

    async def fetch(self, url: str, most: int) -> tuple[str, bytes] | None:
        """Content type and content of a file to be sent, of at most so many bytes; None where there is none such.

        Nothing but this machine is asked, and no redirect is followed, for it could lead elsewhere.
        """
        target = self._target(url)
        if not is_loopback(target.host or ""):
            return None
        try:
            async with self._clock.timeout(15), self._session.get().get(target, allow_redirects=False) as response:
                content = await _read(response.content, most)
                return (response.content_type, content) if content and response.status // 100 == 2 else None
        except (aiohttp.ClientError, TimeoutError):
            return None

    async def send_raw(self, params: bytes, headers: Mapping[str, str]) -> int:
        """Post to the message webhook exactly these bytes, as an impostor would; the status of the answer."""
        url = self._target(self._sender.webhook.url)
        async with self._session.get().post(url, data=params, headers=headers) as response:
            return response.status

    async def close(self) -> None:
        await self._session.close()

    async def _try(
        self, url: str, params: Mapping[str, str], headers: Mapping[str, str], rules: Overrides, patience: float
    ) -> WebhookAnswer:
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=rules.connect)
        try:
            async with (
                self._clock.timeout(patience),
                self._session.get().post(
                    self._target(url), data=urlencode(params).encode(), headers=headers, timeout=timeout
                ) as response,
            ):
                body = await response.text(errors="replace")
                return WebhookAnswer.of(response.status, response.headers.get("Content-Type", ""), body)
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            return WebhookAnswer(failure="ct")
        except (aiohttp.ClientError, TimeoutError):
            return WebhookAnswer(failure="rt")

    def _headers(self, url: str, params: Mapping[str, str]) -> dict[str, str]:
        return {
            "Content-Type": "application/x-www-form-urlencoded; charset=utf-8",
            "X-Twilio-Signature": sign(self._account.auth_token, url, params.items()),
            "I-Twilio-Idempotency-Token": str(uuid.uuid4()),
            "User-Agent": "TwilioProxy/1.1",
            "Accept": "*/*",
        }

    def _target(self, url: str) -> URL:
        """The real address, its query exactly as it was given."""
        return URL(self._sender.webhook.reroute(url).partition("#")[0], encoded=True)


async def _read(stream: aiohttp.StreamReader, most: int) -> bytes:
    """All of it; nothing where it is more than that."""
    content = bytearray()
    async for piece in stream.iter_any():
        content += piece
        if len(content) > most:
            return b""
    return bytes(content)
