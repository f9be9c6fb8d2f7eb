"""WhatsApp's names for people as Twilio writes them: numbers and user ids, each with a prefix. Never whose they are."""

import re

from conversations.phone import PhoneNumber, vouched_number

NAME = "whatsapp"  # stored with every contact: never to be changed without a migration
_PREFIX = f"{NAME}:"
NUMBER = r"\+[1-9][0-9]{6,14}"
# CC.<id> or CC.ENT.<id>: what WhatsApp calls somebody who hides their number behind a username,
# developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
_USER_ID = r"[A-Z]{2}\.(?:ENT\.)?[0-9A-Za-z]{1,128}"
_ADDRESS = re.compile(f"(?:{NUMBER})|(?:{_USER_ID})")


def parse_address(text: str) -> str | None:
    """`+2348031234567` or `NG.1A2B3C` out of what Twilio calls `whatsapp:…`; None for what is neither."""
    address = text.removeprefix(_PREFIX)
    return address if address != text and _ADDRESS.fullmatch(address) else None


def twilio_address(address: str) -> str:
    """The same with the prefix, as Twilio takes it."""
    return f"{_PREFIX}{address}"


def own_number(address: str) -> PhoneNumber | None:
    """The Nigerian mobile number that WhatsApp vouches for; None for any other number, and where it is hidden."""
    return vouched_number(address)
