"""Twilio's own client over our HTTP client: bounded in time, and nothing repeated. Never what is asked.

It serves the calls that are rare, and is loaded with the first of them (`twilio`): it brings another HTTP client along,
which nobody uses. What nearly every message takes goes by `rest`. The library's own asynchronous client
ignores its timeout and repeats a POST that was answered with 5xx, which does it twice; its logs hold numbers.
"""

import logging
from typing import Any
from urllib.parse import urlencode, urlsplit

import msgspec
from twilio.http import AsyncHttpClient
from twilio.http.response import Response

from bot.channels.whatsapp.rest import LARGEST_ANSWER, PATIENCE, authorization
from bot.outgoing.client import LeanClient
from bot.outgoing.messages import Headers, Origin


class TwilioHttp(AsyncHttpClient):  # type: ignore[misc]  # the library has no types
    """What the library sends by. Raises `RequestFailed`."""

    def __init__(self, http: LeanClient) -> None:
        """`http` stays the caller's."""
        super().__init__(logging.getLogger(__name__), is_async=True, timeout=PATIENCE)
        self._http = http

    async def request(
        self, method: str, uri: str, params: Any, data: Any, headers: dict[str, str], auth: tuple[str, str], **_: object
    ) -> Response:
        """One request, its answer read whole."""
        parts = urlsplit(uri)
        query = "&".join(filter(None, (parts.query, urlencode(params or {}, doseq=True))))
        as_json = headers.get("Content-Type") == "application/json"
        answer = await self._http.ask(
            Origin.of(f"{parts.scheme}://{parts.netloc}"),
            method,
            f"{parts.path}?{query}" if query else parts.path,
            Headers.of({**headers, "Authorization": authorization(*auth)}),
            (msgspec.json.encode(data) if as_json else urlencode(data, doseq=True).encode()) if data else b"",
            patience=PATIENCE,
            most=LARGEST_ANSWER,
        )
        return Response(answer.status, answer.body.decode("utf-8", "replace"))
