"""Mobile networks of Nigeria: which are served, and what a prefix suggests. (placeholder: contract only)"""

from dataclasses import dataclass
from enum import StrEnum

from conversations.phone import PhoneNumber


class Network(StrEnum):
    """A network whose lines can be linked. `.label` is how people write it."""

    MTN = "mtn"
    AIRTEL = "airtel"

    @property
    def label(self) -> str:
        raise NotImplementedError


class OtherNetwork(StrEnum):
    """A network that exists and is not served yet."""

    GLO = "glo"
    NINE_MOBILE = "9mobile"

    @property
    def label(self) -> str:
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Line:
    """A phone number on a network."""

    number: PhoneNumber
    network: Network


def suggest_network(number: PhoneNumber) -> Network | OtherNetwork | None:
    raise NotImplementedError


def parse_network(text: str) -> Network | OtherNetwork | None:
    raise NotImplementedError
