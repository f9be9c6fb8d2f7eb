"""What a value hides stands in no repr; all else does, and everything else about it is as it was."""

import ast
from collections.abc import Iterator
from pathlib import Path

import msgspec

from conversations.contact import Contact
from conversations.discretion import Discreet, Hidden

ROOT = Path(__file__).parents[2]


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


def test_only_who_is_discreet_hides_anything() -> None:
    """On any other class the word would do nothing."""
    hiding = [kind for room in ("bot", "conversations", "storage") for kind in _classes_of(room) if _hides(kind)]
    assert len(hiding) > 50
    discreet = {"Discreet", *(kind.name for kind in hiding)}
    assert [kind.name for kind in hiding if discreet.isdisjoint(map(ast.unparse, kind.bases))] == []


def _classes_of(room: str) -> Iterator[ast.ClassDef]:
    for file in (ROOT / room).rglob("*.py"):
        yield from (node for node in ast.parse(file.read_text()).body if isinstance(node, ast.ClassDef))


def _hides(kind: ast.ClassDef) -> bool:
    return any(isinstance(field, ast.AnnAssign) and "Hidden" in ast.unparse(field.annotation) for field in kind.body)
