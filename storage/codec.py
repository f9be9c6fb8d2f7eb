"""Serialization of the core's values as tagged JSON, every stored name written out. Never where it is kept."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from functools import partial
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.preconf.json import make_converter
from cattrs.strategies import configure_tagged_union

from conversations import session as customers
from conversations.agents import session as agents
from conversations.dialog import Dialog
from conversations.link import Link
from conversations.secret import Secret
from conversations.session import Session, Step

T = TypeVar("T")
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)  # noqa: UP017 - said as it is


FLAT = ""  # no name of its own: the fields of such a value stand among those of its holder

# A stored name is a promise: what an earlier release wrote is read under its name, and written under it too.
# A step or dialog may be renamed in the code, and its tag stays; a new one needs a line here.
TAGS: dict[type, str] = {
    customers.Idle: "Idle",
    customers.AskingConsent: "AskingConsent",
    customers.AskingNumber: "AskingNumber",
    customers.AskingNetwork: "AskingNetwork",
    customers.SendingOtp: "SendingOtp",
    customers.AskingOtp: "AskingOtp",
    customers.CheckingOtp: "CheckingOtp",
    customers.ExchangingCode: "ExchangingCode",
    customers.FetchingSummary: "FetchingSummary",
    customers.ReadingLine: "ReadingLine",
    customers.ShowingTransactions: "ShowingTransactions",
    customers.ChoosingLine: "ChoosingLine",
    customers.ConfirmingUnlink: "ConfirmingUnlink",
    agents.Resting: "Resting",
    agents.AskingWhichNumber: "AskingWhichNumber",
    agents.AskingWhichNetwork: "AskingWhichNetwork",
    agents.AskingNote: "AskingNote",
    agents.AskingOwnName: "AskingOwnName",
    agents.ShowingBoard: "ShowingBoard",
}
# Fields that are called otherwise on the disk than in the code: of the class, the field's name and its stored name.
STORED_NAMES: dict[type, dict[str, str]] = {
    Session: {"offer": "invitation", "dialog": FLAT},
    agents.AgentSession: {"step": "dialog", "dialog": FLAT},
    Link: {"template_chat": "invited_in"},
}


# Fields that are not written while they say nothing: an earlier release, and a row of it, are none the wiser.
LEFT_OUT: dict[type, tuple[str, ...]] = {Dialog: ("answer", "pictured_at", "has_key")}


class UnreadableRow(Exception):  # noqa: N818 - a noun from the catcher's side
    """What was stored is in no shape that this release knows."""


def encode(value: Any, kind: Any) -> bytes:
    """A value of the core as JSON; `kind` is its type, as it will be asked for in `decode`."""
    return json.dumps(_converter.unstructure(value, kind), separators=(",", ":")).encode()


def decode(data: bytes, kind: type[T]) -> T:
    """The value again. Raises `UnreadableRow` for what another release wrote."""
    try:
        return _converter.structure(json.loads(data), kind)
    except Exception as error:  # noqa: BLE001 - cattrs and json raise a dozen kinds; all mean the same here
        raise UnreadableRow(f"{kind.__name__}: {type(error).__name__}") from None


def to_ms(at: datetime) -> int:
    """A moment as a column holds it."""
    return (at - EPOCH) // timedelta(milliseconds=1)


def from_ms(milliseconds: int) -> datetime:
    return EPOCH + timedelta(milliseconds=milliseconds)


def build_converter() -> Converter:
    """Secrets as their text, unions by `TAGS`, fields by `STORED_NAMES`."""
    converter = make_converter()
    converter.register_unstructure_hook_func(_is_secret, lambda secret: secret.reveal())
    converter.register_structure_hook_func(_is_secret, lambda text, kind: kind(text))
    configure_tagged_union(Step, converter, tag_name="step", tag_generator=TAGS.__getitem__)
    configure_tagged_union(agents.AgentStep, converter, tag_name="dialog", tag_generator=TAGS.__getitem__)
    for kind, fields in LEFT_OUT.items():
        silent: Any = {field: override(omit_if_default=True) for field in fields}
        converter.register_unstructure_hook(kind, make_dict_unstructure_fn(kind, converter, **silent))
    for kind, names in STORED_NAMES.items():
        overrides: Any = {ours: override(rename=stored) for ours, stored in names.items()}
        writes: Any = make_dict_unstructure_fn(kind, converter, **overrides)
        reads: Any = make_dict_structure_fn(kind, converter, **overrides)
        converter.register_unstructure_hook(kind, partial(_flatten, writes))
        converter.register_structure_hook(kind, partial(_unflatten, reads))
    return converter


def _flatten(write: Callable[[Any], dict[str, Any]], value: Any) -> dict[str, Any]:
    stored = write(value)
    inner: dict[str, Any] = stored.pop(FLAT, {})
    return stored | inner


def _unflatten(read: Callable[[dict[str, Any], Any], Any], stored: dict[str, Any], kind: Any) -> Any:
    return read(stored | {FLAT: stored}, kind)


def _is_secret(kind: object) -> bool:
    return isinstance(kind, type) and issubclass(kind, Secret)


_converter = build_converter()
