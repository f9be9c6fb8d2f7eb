"""The provider's webhook: authentic, decoded, acknowledged. Never what a conversation makes of it."""

from bot.http.refused import RefusedPosts
from bot.http.webhook_endpoint import Delivery, PreparedAnswer, WebhookEndpoint
from bot.providers.port import ProviderWebhook
from bot.service import Service

_REFUSED = PreparedAnswer.text(401, "401")
_TAKEN = PreparedAnswer.text(200, "ok")


def provider_webhook(webhook: ProviderWebhook, service: Service, refused: RefusedPosts) -> WebhookEndpoint:
    """Answers 401 for what is not the provider's, 200 for everything genuine that a `WebhookEndpoint` takes."""

    async def take(delivery: Delivery) -> PreparedAnswer:
        if not webhook.is_genuine(delivery.headers):
            refused.note("secret", "if it was the provider's own, set the same secret here and on its dashboard")
            return _REFUSED
        event = webhook.decode(await delivery.read())
        if event:
            await service.report_account(event.account, event)
        return _TAKEN

    return WebhookEndpoint(take, refused)
