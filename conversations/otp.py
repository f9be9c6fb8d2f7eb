"""One-time passwords: the provider's form, and what a person types into it. (placeholder: contract only)"""

from dataclasses import dataclass

from conversations.secret import OtpCode

DEFAULT_LENGTH = 6


@dataclass(frozen=True, slots=True)
class OtpForm:
    """What the provider says of the code: lengths in characters (6 and 6 where it gives none), and its hint."""

    min_length: int = DEFAULT_LENGTH
    max_length: int = DEFAULT_LENGTH
    hint: str = ""


def parse_otp(text: str, form: OtpForm) -> OtpCode | None:
    """The code in `text`, spaces and dashes ignored; None when the text cannot be one (and costs no try)."""
    raise NotImplementedError


def looks_like_otp(text: str) -> bool:
    """Whether a text that is not being waited for is probably a code (so that it is never echoed or kept)."""
    raise NotImplementedError
