"""Whether a value is of one of the classes of a union, by its own class. Never of one that is derived from these.

`isinstance` asks a union's classes one after the other, and of a struct's class each costs as much as a call: every
turn asks of a dozen values which of a dozen classes they are of.
"""

from collections.abc import Iterable
from typing import Any, Generic, TypeGuard, TypeVar, get_args

T = TypeVar("T")


class OneOf(Generic[T]):
    """The classes of a union, as a set."""

    def __init__(self, union: Any) -> None:
        self.classes = frozenset(get_args(union))

    def has(self, value: object) -> TypeGuard[T]:
        return type(value) in self.classes

    def among(self, values: Iterable[Any]) -> tuple[T, ...]:
        """Those that are of one of them."""
        return tuple([value for value in values if type(value) in self.classes])
