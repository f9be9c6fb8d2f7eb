"""Values that keep to themselves what is personal in them: their `repr`, and so no log and no error, shows it."""

from functools import cache
from typing import Annotated, TypeVar

from msgspec import Struct
from msgspec.structs import fields

T = TypeVar("T")

_UNSHOWN = "stands in no repr"
Hidden = Annotated[T, _UNSHOWN]


class Discreet(Struct, frozen=True):
    """A value whose fields of `Hidden[...]` do not stand in its `repr`."""

    def __repr__(self) -> str:
        kind = type(self)
        return f"{kind.__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in _shown(kind))})"


@cache
def _shown(kind: type[Struct]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind) if _UNSHOWN not in getattr(each.type, "__metadata__", ()))
