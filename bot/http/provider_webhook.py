"""The provider's webhook: authentic, decoded, acknowledged. Never what a conversation makes of it."""

from collections.abc import Awaitable, Callable, Hashable
from datetime import datetime

from bot.http.prepared_answer import PreparedAnswer
from bot.http.refused import RefusedPosts
from bot.http.webhook_endpoint import Delivery, NotAdmitted
from bot.monitoring.metrics import Metrics
from bot.providers.port import AccountEvent, ProviderWebhook
from conversations.secret import AccountId

ReportAccount = Callable[[AccountId, AccountEvent], Awaitable[None]]

_REFUSED = PreparedAnswer.text(401, "401")


class ProviderDoor:
    """Implements `Door`: 401 for what is not the provider's, 200 for everything genuine."""

    taken = PreparedAnswer.text(200, "ok")

    def __init__(self, webhook: ProviderWebhook, metrics: Metrics) -> None:
        self.path = webhook.path
        self.refused = RefusedPosts(webhook.path.strip("/"), metrics, ("secret", "size"))
        self._webhook = webhook
        self._report: ReportAccount

    def open_to(self, report: ReportAccount) -> None:
        """Who hears of what is taken."""
        self._report = report

    async def admit(self, delivery: Delivery) -> AccountEvent | None:
        if not self._webhook.is_genuine(delivery.headers):
            self.refused.note("secret", "if it was the provider's own, set the same secret here and on its dashboard")
            raise NotAdmitted(_REFUSED)
        return self.read(await delivery.read())

    def read(self, body: bytes) -> AccountEvent | None:
        return self._webhook.decode(body)

    def lane_of(self, posted: AccountEvent | None) -> Hashable:
        return posted.account if posted else None

    async def take(self, posted: AccountEvent | None) -> PreparedAnswer:
        if posted:
            await self._report(posted.account, posted)
        return self.taken

    def note_not_taken(self) -> None:
        """The provider posts it again."""

    async def take_late(self, posted: AccountEvent | None, at: datetime) -> None:
        await self.take(posted)
