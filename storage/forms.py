"""Values as structs of msgspec's with stored names and tags, written and read. Never which names those are.

What a value is called where it is used and what it is called on the disk are two things: a stored name is a promise. A
form is made from the class, so it never says twice which fields there are; values below it stand as they are.
"""

from collections.abc import Callable, Iterator, Mapping
from operator import attrgetter
from types import MappingProxyType, NoneType
from typing import Any, Union, get_args, get_type_hints

from msgspec import NODEFAULT, UNSET, Struct, defstruct, field
from msgspec.structs import FieldInfo, astuple, fields

FLAT = ""  # no name of its own: the fields of such a value stand among those of its holder
_NONE: Mapping[Any, Any] = MappingProxyType({})


class Tag(Struct, frozen=True):
    """What a class is told by where one of several may stand."""

    field: str
    name: str


class _Place(Struct, frozen=True):
    """One field of a struct: where its value is found in the class, and what it may be."""

    path: str
    hint: Any
    default: Any  # NODEFAULT for none
    silent: bool = False  # not written while it is the default


class StoredForm:
    """How one class stands on the disk.

    `names` are its fields that are called otherwise there; `tagged` the forms of classes of which one may stand in a
    field; `silent` the fields, of each class that stands flat in it, that are left out while they are the default.
    """

    def __init__(
        self,
        kind: type,
        tag: Tag | None = None,
        names: Mapping[str, str] = _NONE,
        tagged: Mapping[type, "StoredForm"] = _NONE,
        silent: Mapping[type, tuple[str, ...]] = _NONE,
    ) -> None:
        self._kind, self._tagged = kind, tagged
        self._struct_of = {form.struct: form for form in tagged.values()}
        own = [each for each in _places(kind) if names.get(each.path) != FLAT]
        self._parts = [_Part(kind, each.path, silent) for each in _places(kind) if names.get(each.path) == FLAT]
        places = own + [place for part in reversed(self._parts) for place in part.places]  # each is taken from the end
        self._values_of = _getter([place.path for place in places])
        self._one_of = [number for number, place in enumerate(places) if self._structs_in(place.hint)]
        self._silent = [(number, place.default) for number, place in enumerate(places) if place.silent]
        self.struct: type[Struct] = defstruct(
            kind.__name__,
            [self._described(place) for place in places],
            tag_field=tag.field if tag else None,
            tag=tag.name if tag else None,
            rename={ours: stored for ours, stored in names.items() if stored != FLAT},
        )

    def write(self, value: Any) -> Struct:
        values = list(self._values_of(value))
        for number in self._one_of:
            values[number] = self._stored(values[number])
        for number, default in self._silent:
            if values[number] == default:
                values[number] = UNSET
        return self.struct(*values)

    def read(self, stored: Struct) -> Any:
        values = list(astuple(stored))
        for number in self._one_of:
            if values[number] is not None:
                values[number] = self._struct_of[type(values[number])].read(values[number])
        for part in self._parts:
            inner = part.take(values)
            values.insert(part.position, inner)
        return self._kind(*values)

    def _stored(self, value: Any) -> Any:
        form = self._tagged.get(type(value))
        return form.write(value) if form else value

    def _structs_in(self, hint: Any) -> tuple[type[Struct], ...]:
        """Of one class alone nobody has to be told which it is."""
        structs = tuple(self._tagged[kind].struct for kind in get_args(hint) if kind in self._tagged)
        return structs if len(structs) > 1 else ()

    def _described(self, place: _Place) -> tuple[str, Any] | tuple[str, Any, Any]:
        structs = self._structs_in(place.hint)
        nothing = (NoneType,) if NoneType in get_args(place.hint) else ()
        name, kind = place.path.rpartition(".")[2], Union[structs + nothing] if structs else place.hint  # noqa: UP007 - of a list
        if place.default is NODEFAULT:
            return name, kind
        return name, kind, field(default_factory=lambda: self._stored(place.default))


class _Part:
    """A value whose fields stand among those of its holder, after the holder's own."""

    def __init__(self, holder: type, name: str, silent: Mapping[type, tuple[str, ...]]) -> None:
        self._kind = get_type_hints(holder)[name]
        self.position = [each.name for each in fields(holder)].index(name)
        self.places = list(_places(self._kind, f"{name}.", silent.get(self._kind, ())))
        self._own = slice(-len(self.places), None)

    def take(self, values: list[Any]) -> Any:
        """The value, from its fields at the end of the list, which go."""
        inner = values[self._own]
        del values[self._own]
        return self._kind(*inner)


def _places(kind: type, path: str = "", silent: tuple[str, ...] = ()) -> Iterator[_Place]:
    for each in fields(kind):
        yield _Place(path + each.name, each.type, _default_of(each), each.name in silent)


def _default_of(each: FieldInfo) -> Any:
    return each.default if each.default_factory is NODEFAULT else each.default_factory()


def _getter(paths: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """`attrgetter` gives no tuple for one, and takes none for nothing."""
    if len(paths) > 1:
        return attrgetter(*paths)
    return lambda value: tuple(getattr(value, path) for path in paths)
