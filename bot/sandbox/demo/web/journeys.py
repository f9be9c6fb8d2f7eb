"""The conversations that come with the project, by name, to be watched. Never how they are played."""

from pathlib import Path

from msgspec import Struct

from bot.sandbox.demo.script import Script, read_script

_DEMO = Path(__file__).parents[1]
FOLDERS = (_DEMO, _DEMO.parents[2] / "tests" / "journeys")  # the second is there in a checkout only


class Journey(Struct, frozen=True):
    """One of them."""

    name: str
    path: Path
    script: Script


def all_journeys() -> list[Journey]:
    """Those of people on a platform, by their titles."""
    paths = [path for folder in FOLDERS for path in sorted(folder.glob("*.chat"))]
    found = [Journey(path.stem, path, read_script(path)) for path in paths]
    return [each for each in found if not each.script.only or each.script.only - {"console"}]


def find_journey(name: str) -> Journey:
    """Raises LookupError."""
    for journey in all_journeys():
        if journey.name == name:
            return journey
    raise LookupError("there is no such journey")
