"""Nigerian mobile numbers: reading what people type, and showing them masked. (placeholder: contract only)"""

from dataclasses import dataclass, field
from enum import StrEnum


class NumberProblem(StrEnum):
    """What is wrong with a text that was given as a number."""

    NOT_A_NUMBER = "not_a_number"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    FOREIGN = "foreign"
    NOT_MOBILE = "not_mobile"  # a landline, a service number (0700, 0800) or a range that no network uses


@dataclass(frozen=True, slots=True, order=True)
class PhoneNumber:
    """A Nigerian mobile number, kept in E.164 (`+2348031234567`)."""

    e164: str = field(repr=False)

    @property
    def local(self) -> str:
        """`08031234567`: eleven digits, as the provider takes it."""
        raise NotImplementedError

    @property
    def spaced(self) -> str:
        """`0803 123 4567`: for the owner's eyes."""
        raise NotImplementedError

    @property
    def masked(self) -> str:
        """`0803 ••• 4567`: for everybody else's."""
        raise NotImplementedError


def parse_number(text: str) -> PhoneNumber | NumberProblem:
    raise NotImplementedError
