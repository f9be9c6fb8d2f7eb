"""Changing a value: the same but for some of its fields, each of which the type checker looks at."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import replace  # what it is to the type checker, which knows no other by its fields
else:
    from msgspec.structs import replace

__all__ = ["replace"]
