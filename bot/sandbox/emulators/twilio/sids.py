"""Twilio's ids and WhatsApp's addresses: how they look and how new ones are made; never whether they exist."""

import re
import secrets

_PHONE = re.compile(r"whatsapp:\+[1-9]\d{6,14}")
# CC.<id> or CC.ENT.<id>, https://docs.360dialog.com/docs/resources/phone-numbers/usernames-and-bsuid
_BSUID = re.compile(r"whatsapp:[A-Z]{2}\.(?:ENT\.)?[0-9A-Za-z]{1,128}")


def new_sid(prefix: str) -> str:
    """Two letters (`SM`, `MM`, `HX`, …) and 32 hexadecimal digits."""
    return prefix + secrets.token_hex(16)


def new_bsuid(country: str = "NG") -> str:
    """A business-scoped user id: what WhatsApp calls somebody whose phone number it hides."""
    return f"{country}.{secrets.token_hex(8).upper()}"


def is_address(text: str) -> bool:
    """Whether `text` is `whatsapp:` with an E.164 number or a business-scoped user id (without a plus)."""
    return bool(_PHONE.fullmatch(text) or _BSUID.fullmatch(text))
