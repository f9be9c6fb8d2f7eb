"""The Twilio account and its WhatsApp sender: credentials and where webhooks go; never what is sent."""

import base64
import hmac
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.sandbox.emulators.twilio.sids import new_sid


@dataclass(slots=True)
class TwilioAccount:
    """An account with one API key. Either pair opens the API; webhooks are signed with the auth token alone."""

    sid: str
    auth_token: str = field(repr=False)
    api_key_sid: str = field(default_factory=lambda: new_sid("SK"))
    api_key_secret: str = field(default="", repr=False)

    def admits(self, authorization: str) -> bool:
        """Whether this `Authorization` header is Basic with one of the two pairs."""
        pairs = [(self.sid, self.auth_token), (self.api_key_sid, self.api_key_secret)]
        accepted = [_basic(user, secret) for user, secret in pairs if secret]
        return any(hmac.compare_digest(header, authorization.encode()) for header in accepted)


@dataclass(frozen=True, slots=True)
class WebhookAddress:
    """Where a webhook goes: `url` is what Twilio is told and what is signed, `deliver_to` where the post really goes.

    The second stands in for DNS and the proxy before the bot; empty means the same address.
    """

    url: str = ""
    deliver_to: str = ""

    def reroute(self, url: str) -> str:
        """Where a post to `url` really goes: hosts that are this webhook's are replaced by its real one."""
        if self.deliver_to and _origin(url) == _origin(self.url):
            return _origin(self.deliver_to) + url.removeprefix(_origin(url))
        return url


@dataclass(slots=True)
class Sender:
    """The business's number, as `whatsapp:+…`, and its three webhooks; the other two are reached as the first is."""

    address: str
    webhook: WebhookAddress = field(default_factory=WebhookAddress)
    fallback_url: str = ""
    status_url: str = ""
    sid: str = field(default_factory=lambda: new_sid("XE"))

    def as_json(self) -> dict[str, object]:
        """The sender resource of Channels Senders v2, as far as its webhooks."""
        return {
            "sid": self.sid,
            "status": "ONLINE",
            "sender_id": self.address,
            "webhook": {
                "callback_url": self.webhook.url or None,
                "callback_method": "POST",
                "fallback_url": self.fallback_url or None,
                "fallback_method": "POST",
                "status_callback_url": self.status_url or None,
                "status_callback_method": "POST",
            },
            "url": f"https://messaging.twilio.com/v2/Channels/Senders/{self.sid}",
        }


def _basic(user: str, secret: str) -> bytes:
    return b"Basic " + base64.b64encode(f"{user}:{secret}".encode())


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"
