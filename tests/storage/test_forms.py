"""Forms: a value under other names, with a tag, or with the fields of others among its own, written and read."""

from msgspec import Struct, field
from msgspec.json import decode, encode

from storage.forms import FLAT, StoredForm, Tag
from tests.for_every import for_every


class Sleeping(Struct, frozen=True):
    hours: int


class Awake(Struct, frozen=True):
    """With nothing to say."""


class Place(Struct, frozen=True):
    room: str = "hall"
    bed: int = 1


class Mood(Struct, frozen=True):
    word: str = "calm"


class Guest(Struct, frozen=True):
    """`dream` is of one class alone, `last` of one of two or nothing."""

    name: str
    place: Place = field(default_factory=Place)
    state: Sleeping | Awake = Awake()
    mood: Mood = Mood()
    notes: tuple[str, ...] = ()
    dream: Sleeping | None = None
    last: Sleeping | Awake | None = None


STATES: dict[type, StoredForm] = {
    Sleeping: StoredForm(Sleeping, Tag("state", "asleep")),
    Awake: StoredForm(Awake, Tag("state", "up")),
}
GUEST = StoredForm(Guest, None, {"name": "called", "place": FLAT, "mood": FLAT}, STATES, {Place: ("bed",)})


ALL_SAID = Guest("Ada", Place("loft", 2), Sleeping(8), Mood("glad"), ("late",), Sleeping(1), Awake())


@for_every("guest", [Guest("Ada"), ALL_SAID])
def test_what_is_written_is_read_the_same(guest: Guest) -> None:
    assert GUEST.read(decode(encode(GUEST.write(guest)), type=GUEST.struct)) == guest


def test_names_tags_and_flat_fields_stand_as_they_were_given() -> None:
    written = decode(encode(GUEST.write(Guest("Ada", Place("loft", 2), Sleeping(8)))))
    told = {"called": "Ada", "state": {"state": "asleep", "hours": 8}, "word": "calm", "room": "loft", "bed": 2}
    assert written == {**told, "notes": [], "dream": None, "last": None}


def test_only_what_may_be_one_of_several_is_tagged() -> None:
    written = decode(encode(GUEST.write(ALL_SAID)))
    assert (written["dream"], written["last"]) == ({"hours": 1}, {"state": "up"})


def test_a_silent_field_is_left_out_while_it_is_the_default() -> None:
    assert "bed" not in decode(encode(GUEST.write(Guest("Ada", Place("loft")))))


def test_what_is_not_there_has_its_default() -> None:
    assert GUEST.read(decode(b'{"called": "Ada"}', type=GUEST.struct)) == Guest("Ada")
