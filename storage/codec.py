"""Serialization of the core's values as tagged JSON, every stored name written out. Never where it is kept.

msgspec writes and reads structs as they are. What it is told here is how steps are tagged, and what is called
otherwise on the disk than in the code.
"""

import json
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from typing import Any, TypeVar, get_args

from msgspec import DecodeError, convert, to_builtins
from msgspec.json import Decoder, Encoder

from conversations import scope_steps as scopes
from conversations import session as customers
from conversations.agents import session as agents
from conversations.dialog import Dialog
from conversations.link import Link
from conversations.secret import Secret
from conversations.session import Session, Step
from storage.forms import FLAT, StoredForm, Tag

T = TypeVar("T")
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)  # noqa: UP017 - said as it is

# A stored name is a promise: what an earlier release wrote is read under its name, and written under it too.
# A step or dialog may be renamed in the code, and its tag stays; a new one needs a line here.
TAGS: dict[type, str] = {
    customers.Idle: "Idle",
    customers.AskingConsent: "AskingConsent",
    scopes.ChoosingScopes: "ChoosingScopes",
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
    scopes.NarrowingConsent: "NarrowingConsent",
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
# What the tag of a step is called in it.
TAG_FIELDS: dict[Any, str] = {Step: "step", agents.AgentStep: "dialog"}
# Fields that are not written while they say nothing: an earlier release, and a row of it, are none the wiser.
LEFT_OUT: dict[type, tuple[str, ...]] = {Dialog: ("answer", "pictured_at", "has_key", "asks")}


class UnreadableRow(Exception):  # noqa: N818 - a noun from the catcher's side
    """What was stored is in no shape that this release knows."""


class Codec:
    """Secrets as their text, steps by `TAGS`, fields by `STORED_NAMES`."""

    def __init__(self) -> None:
        tags = {step: Tag(field, TAGS[step]) for union, field in TAG_FIELDS.items() for step in get_args(union)}
        waiting = {step: StoredForm(step, tags[step]) for step in get_args(customers.Waiting)}
        steps = {step: waiting.get(step) or StoredForm(step, tag, tagged=waiting) for step, tag in tags.items()}
        self._forms = {kind: StoredForm(kind, None, names, steps, LEFT_OUT) for kind, names in STORED_NAMES.items()}
        self._encoder = Encoder(enc_hook=_reveal)
        self._decoder_of = cache(self._new_decoder)

    def encode(self, value: Any, kind: Any) -> bytes:
        """UTF-8, but for half a character, which some devices send: JSON can hold it escaped, and UTF-8 cannot."""
        form = self._forms.get(kind)
        stored = form.write(value) if form else value
        try:
            return self._encoder.encode(stored)
        except UnicodeEncodeError:
            return json.dumps(to_builtins(stored, enc_hook=_reveal)).encode()

    def decode(self, data: bytes, kind: Any) -> Any:
        form, decoder = self._forms.get(kind), self._decoder_of(kind)
        try:
            stored = decoder.decode(data)
        except DecodeError:
            stored = convert(json.loads(data), decoder.type, dec_hook=_hide)
        return form.read(stored) if form else stored

    def _new_decoder(self, kind: Any) -> Decoder[Any]:
        form = self._forms.get(kind)
        return Decoder(form.struct if form else kind, dec_hook=_hide)


def encode(value: Any, kind: Any) -> bytes:
    """A value of the core as JSON; `kind` is its type, as it will be asked for in `decode`."""
    return _codec.encode(value, kind)


def decode(data: bytes, kind: type[T]) -> T:
    """The value again. Raises `UnreadableRow` for what another release wrote."""
    try:
        value: T = _codec.decode(data, kind)
    except Exception as error:  # noqa: BLE001 - a dozen kinds can be raised; all mean the same here
        raise UnreadableRow(f"{kind.__name__}: {type(error).__name__}") from None
    return value


def to_ms(at: datetime) -> int:
    """A moment as a column holds it."""
    since = at - EPOCH  # divided by a span, this took four times as long
    return since.days * 86_400_000 + since.seconds * 1000 + since.microseconds // 1000


def from_ms(milliseconds: int) -> datetime:
    return EPOCH + timedelta(milliseconds=milliseconds)


def written(at: datetime) -> str:
    """A moment as other programs read it: RFC 3339, in UTC, to the millisecond."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _reveal(secret: Any) -> str:
    if isinstance(secret, Secret):
        return secret.reveal()
    raise NotImplementedError(type(secret).__name__)


def _hide(kind: type, text: Any) -> Any:
    if issubclass(kind, Secret) and isinstance(text, str):
        return kind(text)
    raise NotImplementedError(kind.__name__)


_codec = Codec()
