"""The provider's webhook: authentic, decoded, acknowledged. Never what a conversation makes of it."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot.http.application import Endpoint, read_body, webhook_endpoint
from bot.providers.port import ProviderWebhook
from bot.service import Service


def provider_webhook(webhook: ProviderWebhook, service: Service) -> Endpoint:
    """Answers 401 for what is not the provider's, 200 for everything genuine that a `webhook_endpoint` takes."""

    async def take(request: Request) -> Response:
        if not webhook.is_genuine(request.headers):
            return PlainTextResponse("401", status_code=401)
        event = webhook.decode(await read_body(request))
        if event:
            await service.report_account(event.account, event)
        return PlainTextResponse("ok")

    return webhook_endpoint(take)
