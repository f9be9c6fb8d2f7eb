"""Parts of the settings: the fields that belong to one thing, such as a channel, and what it declares of them.

`Settings` inherits every part. A part stands in the folder of what it is for, which is handed nothing else.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_type_hints

from msgspec import Struct, field

from bot.config.shapes import Address
from conversations.secret import Secret


class SettingField(Struct, frozen=True):
    """One setting: what it is, and the checks through which its text goes, the last of which gives the value."""

    kind: type
    checks: tuple[Callable[[Any], Any], ...]
    needed: bool

    @property
    def is_secret(self) -> bool:
        return self.kind is Secret

    def read(self, text: str) -> object:
        """ValueError says what it must be, and holds nothing of the text."""
        try:
            text.encode()
        except UnicodeEncodeError:  # it shows the text
            raise ValueError("must be a text in UTF-8") from None
        value: object = text
        for check in self.checks:
            value = check(value)
        return value


class SettingsPart:
    """Fields under their variables' names in lower case: each a type with its checks (`shapes`), and its default.

    What is not set is as the class has it, for the most part empty; and an empty secret is false.
    """

    def __init__(self, values: Mapping[str, object]) -> None:
        vars(self).update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} was read at the start, and stays")

    @classmethod
    @cache
    def fields(cls) -> Mapping[str, SettingField]:
        """All there are, by name."""
        hints = get_type_hints(cls, include_extras=True).items()
        return {name: SettingField(kind.__origin__, kind.__metadata__, not hasattr(cls, name)) for name, kind in hints}

    @classmethod
    def complete(cls, given: Mapping[str, str]) -> Mapping[str, str]:
        """What is given, and what follows from it where that is silent."""
        return given

    def given(self) -> Mapping[str, object]:
        """What was set, by its variable."""
        return {name.upper(): value for name, value in vars(self).items()}


class ChannelSettings(SettingsPart):
    """What every channel may know of the service: its https address, "" where it has none."""

    public_url: Address = ""


class Together(Struct, frozen=True):
    """Where any of `signs` is set, all of `needed` must be: one is of no use without the other."""

    needed: tuple[str, ...]
    signs: tuple[str, ...]


class AddressShape(Struct, frozen=True):
    """What people's addresses on a channel look like in a setting: a pattern, and an example."""

    pattern: str
    example: str


class ChannelDeclaration(Struct, frozen=True):
    """A channel by its settings: its name, what it cannot do without, and what belongs together.

    `secrets` are those that the operator makes up. `without_address` is a sentence's part about what becomes of it
    where PUBLIC_URL is not set.
    """

    name: str
    part: type[ChannelSettings]
    needed: tuple[str, ...]
    address: AddressShape
    without_address: str
    secrets: tuple[str, ...] = ()
    together: tuple[Together, ...] = ()


class ProviderDeclaration(Struct, frozen=True):
    """A provider of lines by its settings: its name in PROVIDER, and what it cannot do without and how to get that.

    `secrets` are those that the operator makes up.
    """

    name: str
    part: type[SettingsPart]
    needed: Mapping[str, str] = field(default_factory=dict)
    secrets: tuple[str, ...] = ()
