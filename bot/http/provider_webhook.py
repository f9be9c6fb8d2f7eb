"""The provider's webhook, `POST /mono`: authentic, readable, acknowledged. Never what a conversation makes of it."""

from contextlib import suppress

from pydantic import SecretStr
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.http.application import Endpoint, read_body, webhook_endpoint
from bot.providers.mono.webhooks import (
    AccountDataReady,
    AccountUnlinked,
    ReauthorisationNeeded,
    WebhookUnreadable,
    decode_delivery,
    is_genuine,
)
from bot.service import Service
from conversations.events import AccountLost, DataReady


def provider_webhook(service: Service, secret: SecretStr) -> Endpoint:
    """Answers 401 for a wrong secret, 200 for everything genuine that a `webhook_endpoint` takes."""

    async def receive(request: Request) -> Response:
        if not is_genuine(request.headers.get("mono-webhook-secret"), secret):
            return PlainTextResponse("401", status_code=401)
        with suppress(WebhookUnreadable):
            delivery = decode_delivery(await read_body(request))
            await _hand_on(service, delivery.event)
        return PlainTextResponse("ok")

    return webhook_endpoint(receive)


async def _hand_on(service: Service, event: object) -> None:
    """A repeated event finds nothing left to do: whether a summary is still due is a column, not a memory."""
    match event:
        case AccountDataReady(account):
            await service.report_account(account, DataReady(account))
        case AccountUnlinked(account) | ReauthorisationNeeded(account):
            await service.report_account(account, AccountLost(account))
