"""What a value hides stands in no repr; all else does, and everything else about it is as it was."""

import msgspec

from conversations.contact import Contact
from conversations.discretion import Discreet, Hidden


class Parcel(Discreet, frozen=True):
    weight: int
    sender: Hidden[str]
    note: Hidden[str | None] = None


class Letter(Parcel, frozen=True):
    stamp: str = "blue"
    text: Hidden[str] = ""


def test_a_hidden_field_is_not_shown_also_not_by_who_inherits_it() -> None:
    assert repr(Parcel(3, "Ada", "tea")) == "Parcel(weight=3)"
    assert repr(Letter(3, "Ada", text="Dear")) == "Letter(weight=3, stamp='blue')"
    assert "Contact(channel='telegram')" in repr((Contact("telegram", "77"),))


def test_it_is_compared_and_stored_with_what_it_hides() -> None:
    parcel = Parcel(3, "Ada")
    assert parcel != Parcel(3, "Ngozi")
    assert msgspec.json.decode(msgspec.json.encode(parcel), type=Parcel) == parcel
