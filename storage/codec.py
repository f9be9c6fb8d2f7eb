"""Values of the core as bytes and back, with every tag written out. Never where they are kept, or how sealed."""

import json
from datetime import datetime, timedelta, timezone
from typing import Any, TypeVar

from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.preconf.json import make_converter
from cattrs.strategies import configure_tagged_union

from conversations.agents.session import Dialog
from conversations.link import Link
from conversations.secret import Secret
from conversations.session import Session, Step

T = TypeVar("T")
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)  # noqa: UP017 - said as it is


# A stored name is a promise: what an earlier release wrote is read under its name, and written under it too.
STORED_NAMES: dict[type, dict[str, str]] = {
    Session: {"offer": "invitation"},
    Link: {"template_chat": "invited_in"},
}


class UnreadableRow(Exception):  # noqa: N818 - a noun from the catcher's side
    """What was stored is in no shape that this release knows."""


def encode(value: Any, kind: Any) -> bytes:
    """A value of the core as JSON; `kind` is its type, as it will be asked for in `decode`."""
    return json.dumps(_converter.unstructure(value, kind), separators=(",", ":")).encode()


def decode(data: bytes, kind: type[T]) -> T:
    """The value again. Raises `Unreadable` for what another release wrote."""
    try:
        return _converter.structure(json.loads(data), kind)
    except Exception as error:  # noqa: BLE001 - cattrs and json raise a dozen kinds; all mean the same here
        raise UnreadableRow(f"{kind.__name__}: {type(error).__name__}") from None


def to_ms(at: datetime) -> int:
    """A moment as a column holds it."""
    return (at - EPOCH) // timedelta(milliseconds=1)


def from_ms(milliseconds: int) -> datetime:
    return EPOCH + timedelta(milliseconds=milliseconds)


def _tag(step: type) -> str:
    """The tag of a step on disk. It is the class's name: renaming a step is a change of the stored form."""
    return step.__name__


_converter = make_converter()
_converter.register_unstructure_hook_func(
    lambda kind: isinstance(kind, type) and issubclass(kind, Secret), lambda secret: secret.reveal()
)
_converter.register_structure_hook_func(
    lambda kind: isinstance(kind, type) and issubclass(kind, Secret), lambda text, kind: kind(text)
)
configure_tagged_union(Step, _converter, tag_name="step", tag_generator=_tag)
configure_tagged_union(Dialog, _converter, tag_name="dialog", tag_generator=_tag)
for _kind, _names in STORED_NAMES.items():
    _overrides: Any = {ours: override(rename=stored) for ours, stored in _names.items()}
    _converter.register_unstructure_hook(_kind, make_dict_unstructure_fn(_kind, _converter, **_overrides))
    _converter.register_structure_hook(_kind, make_dict_structure_fn(_kind, _converter, **_overrides))
