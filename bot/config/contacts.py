"""Contacts in a setting: a channel, a colon, and somebody's address there. Never who they are."""

import re
from typing import Annotated

from bot.channels.settings import DECLARATIONS
from bot.config.shapes import split_list
from conversations.contact import Contact

_SHAPES = {channel.name: channel.address for channel in DECLARATIONS}
_EXAMPLES = " or ".join(f"{name}:{shape.example}" for name, shape in _SHAPES.items())


def _parse_contacts(text: str) -> tuple[Contact, ...]:
    """Entries are named by their place: a number is nobody's business in a message."""
    contacts = tuple(read_contact(part) for part in split_list(text))
    if None in contacts:
        place = contacts.index(None) + 1
        raise ValueError(f"must hold contacts such as {_EXAMPLES}; entry {place} is none")
    if len(set(contacts)) < len(contacts):
        raise ValueError("has the same contact twice")
    return tuple(filter(None, contacts))


def read_contact(text: str) -> Contact | None:
    """`channel:address`; None for what is none."""
    channel, _, address = text.partition(":")
    shape = _SHAPES.get(channel)
    return Contact(channel, address) if shape and re.fullmatch(shape.pattern, address) else None


Contacts = Annotated[tuple[Contact, ...], _parse_contacts]
