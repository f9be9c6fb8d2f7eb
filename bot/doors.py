"""The provider's web door, `POST /mono`: authentic, readable, acknowledged. Never what a conversation makes of it."""

from contextlib import suppress

from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.providers.mono_webhooks import (
    AccountDataReady,
    AccountUnlinked,
    ReauthorisationNeeded,
    WebhookUnreadable,
    decode_delivery,
    is_genuine,
)
from bot.service import Service
from bot.web import Endpoint, delivery_door, read_body
from conversations.events import AccountLost, DataReady


def provider_door(service: Service, secret: SecretStr) -> Endpoint:
    """Answers 401 for a wrong secret, 200 for everything genuine that a `delivery_door` takes."""

    async def receive(request: Request) -> Response:
        if not is_genuine(request.headers.get("mono-webhook-secret"), secret):
            return PlainTextResponse("401", status_code=401)
        with suppress(WebhookUnreadable):
            delivery = decode_delivery(await read_body(request))
            await _hand_on(service, delivery.event)
        return PlainTextResponse("ok")

    return delivery_door(receive)


async def _hand_on(service: Service, event: object) -> None:
    """A repeated event finds nothing left to do: whether a summary is still due is a column, not a memory."""
    match event:
        case AccountDataReady(account):
            await service.report_account(account, DataReady(account))
        case AccountUnlinked(account) | ReauthorisationNeeded(account):
            await service.report_account(account, AccountLost(account))
