"""setWebhook, deleteWebhook and getWebhookInfo: which webhook is set, and which is refused."""

import re
from datetime import timedelta
from urllib.parse import urlsplit

from bot.config.addresses import is_loopback
from bot.sandbox.emulators.clock import EmulatedClock
from bot.sandbox.emulators.telegram.arguments import Arguments
from bot.sandbox.emulators.telegram.polling import Polling
from bot.sandbox.emulators.telegram.refusals import POLL_ENDED_BY_WEBHOOK, bad_request, too_many_requests
from bot.sandbox.emulators.telegram.state import Json
from bot.sandbox.emulators.telegram.updates import DEFAULT_KINDS, Updates
from bot.sandbox.emulators.telegram.webhook_client import TelegramWebhook
from bot.sandbox.emulators.telegram.webhooks import TelegramWebhooks

PORTS = {None, 443, 80, 88, 8443}
DEFAULT_CONNECTIONS = 40
CONNECTION_LIMIT = 100
SECRET_LIMIT = 256
SET_INTERVAL = timedelta(seconds=1)


class WebhookMethods:
    """The methods about the webhook (Client.cpp, process_set_webhook_query, of tdlib/telegram-bot-api)."""

    def __init__(self, webhooks: TelegramWebhooks, updates: Updates, polling: Polling, clock: EmulatedClock) -> None:
        self._webhooks = webhooks
        self._updates = updates
        self._polling = polling
        self._clock = clock
        self.clear()

    def clear(self) -> None:
        """No webhook, and none was set a moment ago."""
        self._webhooks.close()
        self._next_set_at = self._clock.now()

    def set(self, arguments: Arguments) -> bool:
        """Set another webhook, or delete it when `url` is empty. The same one again changes nothing."""
        if not arguments.text("url"):
            return self.delete(arguments)
        self._count_setting()
        webhook = _read_webhook(arguments)
        unchanged = webhook == self._webhooks.webhook and not arguments.flag("drop_pending_updates")
        if not unchanged:
            self._polling.abort(POLL_ENDED_BY_WEBHOOK)
            self._webhooks.close()
            _check(webhook)
            self._drop_if_asked(arguments)
        self._updates.allow(arguments.structure("allowed_updates", "can't parse allowed updates JSON object"))
        if not unchanged:
            self._webhooks.open(webhook)
        return True

    def delete(self, arguments: Arguments) -> bool:
        """Back to getUpdates; what waits goes on waiting unless it is to be dropped."""
        self._webhooks.close()
        self._drop_if_asked(arguments)
        return True

    def info(self, _: Arguments) -> Json:
        """A WebhookInfo object."""
        webhook, error = self._webhooks.webhook, self._webhooks.last_error
        info: Json = {
            "url": webhook.url if webhook else "",
            "has_custom_certificate": False,
            "pending_update_count": len(self._updates.waiting()),
        }
        if webhook:
            info["max_connections"] = webhook.max_connections
        if error:
            info |= {"last_error_date": int(error[0].timestamp()), "last_error_message": error[1]}
        if self._updates.allowed != DEFAULT_KINDS:
            info["allowed_updates"] = sorted(self._updates.allowed)
        return info

    def _count_setting(self) -> None:
        now = self._clock.now()
        if now < self._next_set_at:
            raise too_many_requests(1)
        self._next_set_at = now + SET_INTERVAL

    def _drop_if_asked(self, arguments: Arguments) -> None:
        if arguments.flag("drop_pending_updates"):
            self._updates.forget(self._updates.waiting())


def _read_webhook(arguments: Arguments) -> TelegramWebhook:
    url = arguments.text("url")
    connections = arguments.integer("max_connections", DEFAULT_CONNECTIONS, 1, CONNECTION_LIMIT)
    return TelegramWebhook(url if "://" in url else f"https://{url}", arguments.text("secret_token"), connections)


def _check(webhook: TelegramWebhook) -> None:
    try:
        url = urlsplit(webhook.url)
        port = url.port
    except ValueError:
        raise bad_request("invalid webhook URL specified") from None
    if not url.hostname:
        raise bad_request("invalid webhook URL specified")
    if len(webhook.secret) > SECRET_LIMIT:
        raise bad_request("secret token is too long")
    if not re.fullmatch(r"[A-Za-z0-9_-]*", webhook.secret):
        raise bad_request("secret token contains unallowed characters")
    if is_loopback(url.hostname):
        return  # ours alone: the real server takes neither plain HTTP nor reserved addresses
    if url.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
