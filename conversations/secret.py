"""Strings that must never be shown by accident: one wrapper, whose text comes out only when asked for by name."""


class Secret:
    """A text that hides in `repr`, `str` and logs. `reveal()` is the one way out, so that it can be searched for.

    No dataclass: whatever lays those open by their fields, and libraries do, finds nothing here.
    """

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        return self._text

    def __bool__(self) -> bool:
        return bool(self._text)

    def __str__(self) -> str:
        return f"{type(self).__name__}(…)"

    __repr__ = __str__

    def __eq__(self, other: object) -> bool:
        return self._text == other._text if isinstance(other, Secret) and type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._text)


class OtpCode(Secret):
    """The one-time password that the network sent by SMS. Lives in memory only."""


class SessionReference(Secret):
    """The provider's name for one OTP request; dies ten minutes after the request."""


class ExchangeCode(Secret):
    """What a right OTP is worth: a single-use code that is exchanged for an account ID within ten minutes."""


class AccountId(Secret):
    """The permanent name of a linked line at the provider, with which it can be read without an OTP."""


class LinkToken(Secret):
    """What opens an agent's link: 128 bits as 22 characters. Only a keyed hash of it is ever kept."""


class FileToken(Secret):
    """What a one-time file is fetched with. Only a keyed hash of it is ever kept."""


class JoinCode(Secret):
    """What turns one contact into an agent, once. Only a keyed hash of it is ever kept."""
