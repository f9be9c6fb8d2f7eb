"""Twilio's REST calls straight over our HTTP client, for what nearly every message takes. Never what is asked.

The library builds objects of every call and every answer, which costs more than the request.
"""

import base64
from collections.abc import Mapping
from typing import Any

from bot.channels.whatsapp.access import TwilioAccess
from bot.channels.whatsapp.refusals import judge_answer, judge_failure
from bot.outgoing.client import LeanClient
from bot.outgoing.errors import RequestFailed
from bot.outgoing.messages import Headers, Origin, read_json

NO_CONTENT = 204
PATIENCE = 10.0  # seconds for one call
LARGEST_ANSWER = 10_000_000  # bytes; a page of a list has a thousand messages at most


class TwilioRest:
    """One of Twilio's servers. Every method raises `DeliveryError`s, which hold no text and no address."""

    def __init__(self, http: LeanClient, access: TwilioAccess, base: str) -> None:
        """`http` stays the caller's."""
        self._http = http
        self._origin = Origin.of(base)
        self._headers = Headers.of(
            {
                "authorization": authorization(access.user, access.password.reveal()),
                "accept": "application/json",
                "content-type": "application/x-www-form-urlencoded",
                "user-agent": "telcolink",
            }
        )

    async def post(self, target: str, form: str) -> Mapping[str, Any]:
        """The object that came of an encoded form. `OutcomeUnknown` where it may have been done all the same."""
        return await self._ask("POST", target, form.encode("ascii"))

    async def fetch(self, target: str) -> Mapping[str, Any]:
        return await self._ask("GET", target)

    async def delete(self, target: str) -> None:
        """It is gone, with an answer that has no body."""
        await self._ask("DELETE", target)

    async def _ask(self, method: str, target: str, body: bytes = b"") -> Mapping[str, Any]:
        try:
            answer = await self._http.ask(
                self._origin, method, target, self._headers, body, patience=PATIENCE, most=LARGEST_ANSWER
            )
        except RequestFailed as error:
            failure = judge_failure(error)
        else:
            content = {} if answer.status == NO_CONTENT else _read(answer.body)
            if 200 <= answer.status < 300 and content is not None:
                return content
            failure = judge_answer(answer.status, content)
        raise failure  # outside the handler, so that nothing is chained


def _read(body: bytes) -> Mapping[str, Any] | None:
    """The object in it, if there is one."""
    try:
        content = read_json(body)
    except ValueError:
        return None
    return content if isinstance(content, dict) else None


def authorization(user: str, password: str) -> str:
    """The header of that name: our HTTP client adds none."""
    return f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode('ascii')}"
