"""Forms: a dataclass under other names, with a tag, or with the fields of others among its own, written and read."""

from dataclasses import dataclass, field

import pytest
from msgspec.json import decode, encode

from storage.forms import FLAT, StoredForm, Tag


@dataclass(frozen=True, slots=True)
class Sleeping:
    hours: int


@dataclass(frozen=True, slots=True)
class Awake:
    """With nothing to say."""


@dataclass(frozen=True, slots=True)
class Place:
    room: str = "hall"
    bed: int = 1


@dataclass(frozen=True, slots=True)
class Mood:
    word: str = "calm"


@dataclass(frozen=True, slots=True)
class Guest:
    name: str
    place: Place = field(default_factory=Place)
    state: Sleeping | Awake = Awake()
    mood: Mood = Mood()
    notes: tuple[str, ...] = ()


STATES: dict[type, StoredForm] = {
    Sleeping: StoredForm(Sleeping, Tag("state", "asleep")),
    Awake: StoredForm(Awake, Tag("state", "up")),
}
GUEST = StoredForm(Guest, None, {"name": "called", "place": FLAT, "mood": FLAT}, STATES, {Place: ("bed",)})


@pytest.mark.parametrize(
    "guest",
    [Guest("Ada"), Guest("Ada", Place("loft", 2), Sleeping(8), Mood("glad"), ("late",))],
    ids=["defaults", "all of it"],
)
def test_what_is_written_is_read_the_same(guest: Guest) -> None:
    assert GUEST.read(decode(encode(GUEST.write(guest)), type=GUEST.struct)) == guest


def test_names_tags_and_flat_fields_stand_as_they_were_given() -> None:
    written = decode(encode(GUEST.write(Guest("Ada", Place("loft", 2), Sleeping(8)))))
    asleep = {"state": "asleep", "hours": 8}
    assert written == {"called": "Ada", "state": asleep, "notes": [], "word": "calm", "room": "loft", "bed": 2}


def test_a_silent_field_is_left_out_while_it_is_the_default() -> None:
    assert "bed" not in decode(encode(GUEST.write(Guest("Ada", Place("loft")))))


def test_what_is_not_there_has_its_default() -> None:
    assert GUEST.read(decode(b'{"called": "Ada"}', type=GUEST.struct)) == Guest("Ada")
