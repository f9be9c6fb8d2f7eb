"""WhatsApp's settings: their shapes, their defaults, and what the channel cannot do without. Never what they are for.

`.env.example` says what each one means.
"""

import re
from typing import Annotated

from bot.channels.whatsapp.addresses import NAME, NUMBER
from bot.config.declarations import AddressShape, ChannelDeclaration, ChannelSettings, Together
from bot.config.shapes import ABSENT, Address, PlainSecret, Rate, Seconds, shaped, split_list
from conversations.secret import Secret

_ADDRESS = AddressShape(NUMBER, "+2348031234567")
_NEEDED = ("TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "WHATSAPP_FROM")
_API_KEY = ("TWILIO_API_KEY_SID", "TWILIO_API_KEY_SECRET")
_TEMPLATES = ("TWILIO_TEMPLATE_RESUME", "TWILIO_TEMPLATE_DONE", "TWILIO_TEMPLATE_NEWS", "TWILIO_TEMPLATE_INVITE")


def _check_rotation(tokens: str) -> str:
    parts = split_list(tokens)
    if not all(re.fullmatch(r"[!-~]+", part) for part in parts):
        raise ValueError("must be one token, or two with a comma between while they are being changed")
    if len(set(parts)) < len(parts):
        raise ValueError("has the same token twice")
    return tokens


def _parse_sender(text: str) -> str:
    """`whatsapp:+2348031234567`, from that or from the number alone."""
    number = re.sub(r"[ ()-]", "", text.removeprefix("whatsapp:"))
    if not re.fullmatch(NUMBER, number):
        raise ValueError(f"must be a number with its country, such as whatsapp:{_ADDRESS.example}")
    return f"whatsapp:{number}"


# twilio.com/docs/glossary/what-is-a-sid
AccountSid = Annotated[str, shaped(r"AC[0-9a-fA-F]{32}", "AC and 32 hexadecimal digits")]
KeySid = Annotated[str, shaped(r"SK[0-9a-fA-F]{32}", "SK and 32 hexadecimal digits")]
TemplateSid = Annotated[str, shaped(r"HX[0-9a-fA-F]{32}", "HX and 32 hexadecimal digits")]
RotatingTokens = Annotated[Secret, _check_rotation, Secret]
Sender = Annotated[str, _parse_sender]


class WhatsAppSettings(ChannelSettings):
    """An account at Twilio, the business's number, where Twilio is, and how fast people may be written to."""

    twilio_account_sid: AccountSid = ""
    twilio_auth_token: RotatingTokens = ABSENT
    twilio_api_key_sid: KeySid = ""
    twilio_api_key_secret: PlainSecret = ABSENT
    twilio_api_base: Address = "https://api.twilio.com"
    twilio_content_base: Address = "https://content.twilio.com"
    whatsapp_from: Sender = ""
    whatsapp_sends_per_second: Rate = 80
    whatsapp_seconds_per_person: Seconds = 6
    twilio_template_resume: TemplateSid = ""
    twilio_template_done: TemplateSid = ""
    twilio_template_news: TemplateSid = ""
    twilio_template_invite: TemplateSid = ""

    def twilio_auth_tokens(self) -> tuple[Secret, ...]:
        """All that a webhook may be signed with, the current one first."""
        return tuple(map(Secret, filter(None, split_list(self.twilio_auth_token.reveal()))))


WHATSAPP_DECLARATION = ChannelDeclaration(
    name=NAME,
    part=WhatsAppSettings,
    needed=(*_NEEDED, "PUBLIC_URL"),
    together=(
        Together(needed=_NEEDED, signs=(*_NEEDED, *_API_KEY, *_TEMPLATES)),
        Together(needed=_API_KEY, signs=_API_KEY),
    ),
    address=_ADDRESS,
    without_address="WhatsApp is off",
)
