"""Who we are at Twilio, where Twilio is, and what of ours it posts to. Never what is asked there."""

from urllib.parse import urlsplit, urlunsplit

from msgspec import Struct

from bot.channels.whatsapp.settings import WhatsAppSettings
from conversations.secret import Secret

# What it posts to.
MESSAGES, REPORTS = "/whatsapp", "/whatsapp/status"


class TwilioAccess(Struct, frozen=True):
    """Who we are at Twilio, and where Twilio is. `user` is an API key's or the account's."""

    account_sid: str
    user: str
    password: Secret
    sender: str
    status_url: str
    api_base: str
    content_base: str

    @classmethod
    def of(cls, settings: WhatsAppSettings) -> "TwilioAccess":
        by_key = (settings.twilio_api_key_sid, settings.twilio_api_key_secret)
        by_token = (settings.twilio_account_sid, settings.twilio_auth_tokens()[0])
        user, password = by_key if settings.twilio_api_key_sid else by_token
        return cls(
            settings.twilio_account_sid,
            user,
            password,
            settings.whatsapp_from,
            settings.address_of(REPORTS),
            settings.twilio_api_base,
            settings.twilio_content_base,
        )

    @property
    def messaging_base(self) -> str:
        """messaging.twilio.com beside api.twilio.com, in every region; the same address where there is but one."""
        parts = urlsplit(self.api_base)
        host = parts.netloc.removeprefix("api.")
        return urlunsplit(parts._replace(netloc=f"messaging.{host}")) if host != parts.netloc else self.api_base
