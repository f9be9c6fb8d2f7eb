"""A changed value is another, checked as the first was, and still cannot be altered."""

from datetime import timedelta
from typing import Any

import pytest

from conversations.allowance import Limit
from conversations.changing import replace
from conversations.dialog import Dialog
from conversations.session import Idle, Session
from tests.for_every import for_every
from tests.scenes import ADA


@for_every("value", [Dialog(), Session(ADA), Idle()])
def test_what_is_no_field_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        replace(value, third=3)


def test_a_value_that_checks_itself_still_does() -> None:
    with pytest.raises(ValueError, match="at least one"):
        replace(Limit("codes", 3, timedelta(hours=1)), most=0)


def test_a_changed_value_cannot_be_altered() -> None:
    changed = replace(Dialog(3), has_key=True)
    assert changed == Dialog(3, has_key=True)
    with pytest.raises(AttributeError):
        changed.prompt = 4  # type: ignore[misc]
