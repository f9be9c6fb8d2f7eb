"""Parts of the settings: the fields that belong to one thing, such as a channel, and what it declares of them.

`Settings` inherits every part. A part stands in the folder of what it is for, which is handed nothing else.
"""

from collections.abc import Mapping

from msgspec import Struct, field
from pydantic import BaseModel, ConfigDict

from bot.config.shapes import Address


class SettingsPart(BaseModel):
    """Fields under their variables' names in lower case. What is not set is empty, and an empty secret is false."""

    model_config = ConfigDict(
        alias_generator=str.upper,
        defer_build=True,  # only the whole is ever made
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        validate_default=False,
    )


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
