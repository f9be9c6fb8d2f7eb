"""A changed value is the library's own, for every kind of value that a turn changes."""

import dataclasses
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import msgspec
import pytest

from conversations.allowance import Limit, Limits
from conversations.changing import replace
from conversations.dialog import Dialog
from conversations.session import Idle, Session
from tests.scenes import ADA


@dataclass(frozen=True)
class Plain:
    """As sessions are: without slots."""

    first: int = 1
    second: str = ""


@pytest.mark.parametrize(
    ("value", "changes"),
    [
        (Session(ADA), {"language": "pcm", "warned": True}),
        (Session(ADA, dialog=Dialog(3)), {}),
        (Dialog(3), {"prompt": 4}),
        (Limits(), {"otp_requests_per_session": 2}),
        (Plain(), {"second": "x"}),
    ],
)
def test_it_is_what_the_library_makes(value: Any, changes: dict[str, Any]) -> None:
    before = repr(value)
    changed = replace(value, **changes)
    assert changed == dataclasses.replace(value, **changes)
    assert type(changed) is type(value)
    assert (repr(value), hash(changed)) == (before, hash(dataclasses.replace(value, **changes)))


def test_a_value_that_was_decoded_without_its_defaults_can_be_changed() -> None:
    decoded: Any = msgspec.json.decode(b'{"prompt":3}', type=Dialog)
    assert replace(decoded, has_key=True) == Dialog(3, has_key=True)
    assert replace(decoded, prompt=4) == Dialog(4)
    with pytest.raises(TypeError):
        replace(decoded, third=3)


@pytest.mark.parametrize("value", [Plain(), Session(ADA), Idle()], ids=["plain", "session", "slots"])
def test_what_is_no_field_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        replace(value, third=3)


def test_a_value_that_checks_itself_still_does() -> None:
    with pytest.raises(ValueError, match="at least one"):
        replace(Limit("codes", 3, timedelta(hours=1)), most=0)


def test_a_changed_value_cannot_be_altered() -> None:
    changed = replace(Plain(), first=2)
    with pytest.raises(dataclasses.FrozenInstanceError):
        changed.first = 3  # type: ignore[misc]
