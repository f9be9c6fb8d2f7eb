"""docs/events.md names every type, field and reason that there is, and no other."""

import re
from pathlib import Path

from conversations.consent import EndReason
from conversations.ended_links import Cancelled
from conversations.link import Place, Reason
from storage.events import FIELDS, FIELDS_BESIDE, TYPES

GUIDE = (Path(__file__).parents[3] / "docs" / "events.md").read_text(encoding="utf-8")
OF_AN_END = {Reason.TOO_YOUNG, Reason.FORGOTTEN, Reason.OPTED_OUT}  # why a link was cancelled, in the API's words


def first_column(heading: str) -> set[str]:
    """The names in the first column of the table under a heading."""
    table = GUIDE.partition(f"| {heading} |")[2].partition("\n\n")[0]
    return {name for row in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`([^`]+)`", row)}


def test_every_type_stands_in_it() -> None:
    assert first_column("`type`") == set(TYPES.values())


def test_every_field_stands_in_it() -> None:
    beside = {name for names in FIELDS_BESIDE.values() for name in names}
    assert first_column("Field of `data`") == {*FIELDS, *beside}


def test_every_step_stands_in_it() -> None:
    told = GUIDE.partition("where they stand: ")[2].partition(". More may come")[0]
    assert set(re.findall(r"`([^`]+)`", told)) == {place.value for place in Place if place.value}


def test_every_reason_why_something_ended_stands_in_it() -> None:
    told = set(EndReason) - {EndReason.RENEWED}  # nothing ends by that
    assert first_column("`reason` | Of") == {*map(str, told), *map(str, Cancelled)}


def test_every_reason_why_something_is_stuck_stands_in_it() -> None:
    stuck = set(Reason) - OF_AN_END - {Reason.NONE}
    assert first_column("`reason` of `link.stuck`") == set(map(str, stuck))
