"""How a thing, such as a channel, declares its settings: a part of all, with its fields, and what belongs together.

`Settings` inherits every part. A part stands in the folder of what it is for, which is handed nothing else. Each field
is the variable of its name in upper case:

    SecretKey = Annotated[Secret, _check_key, Secret]

    class MonoSettings(SettingsPart):
        mono_secret_key: SecretKey = ABSENT                             # MONO_SECRET_KEY
        mono_api_base: Address = "https://api.withmono.com"             # MONO_API_BASE

An annotation begins with the type that the value has. What follows is called in turn (`shapes`): the first with the
text, each other with what the one before has made of it, and the last gives the value. A ValueError says what is wrong.
A field without a default has to be set.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Self, get_args, get_type_hints

from msgspec import Struct, field

from bot.config.shapes import Address
from conversations.secret import Secret


class SettingField(Struct, frozen=True):
    """One setting: the type of its value, and the checks through which its text becomes that."""

    kind: type
    checks: tuple[Callable[[Any], Any], ...]
    needed: bool

    @classmethod
    def of(cls, annotation: Any, *, needed: bool) -> Self:
        kind, *checks = get_args(annotation)
        return cls(kind, tuple(checks), needed)

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
    """What was set, under the names of the fields; what was not is as the class has it. An empty secret is false."""

    def __init__(self, values: Mapping[str, object]) -> None:
        vars(self).update(values)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{name} was read at the start, and stays")

    @classmethod
    @cache
    def fields(cls) -> Mapping[str, SettingField]:
        """All there are, by name; those of the parts that it inherits too."""
        annotations = get_type_hints(cls, include_extras=True).items()
        return {name: SettingField.of(each, needed=not hasattr(cls, name)) for name, each in annotations}

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

    def address_of(self, path: str) -> str:
        """Where everybody finds this path of ours, "" where there is no address."""
        return f"{self.public_url}{path}" if self.public_url else ""


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
    where PUBLIC_URL is not set. `find_unfit` gives a sentence for each setting with which it cannot work as it is on.
    """

    name: str
    part: type[ChannelSettings]
    needed: tuple[str, ...]
    address: AddressShape
    without_address: str
    secrets: tuple[str, ...] = ()
    together: tuple[Together, ...] = ()
    find_unfit: Callable[[Any], tuple[str, ...]] = lambda settings: ()


class ProviderDeclaration(Struct, frozen=True):
    """A provider of lines by its settings: its name in PROVIDER, and what it cannot do without and how to get that.

    `secrets` are those that the operator makes up.
    """

    name: str
    part: type[SettingsPart]
    needed: Mapping[str, str] = field(default_factory=dict)
    secrets: tuple[str, ...] = ()
