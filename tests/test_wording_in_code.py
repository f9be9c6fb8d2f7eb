"""The wording and the code that says it: no name without its entry, no entry that nobody says."""

import re
from pathlib import Path

from conversations.wording import catalogue_of
from tests.conversations.test_wording import messages, references
from tests.source import read

ROOT = Path(__file__).parents[1]
NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
PIECE = re.compile(r"-?[a-z0-9-]*[a-z0-9-]")
# All that can say something in production: the sandbox says nothing of its own.
SPEAKERS = [path for folder in ("conversations", "bot", "storage") for path in (ROOT / folder).rglob("*.py")]
SPEAKERS = [path for path in SPEAKERS if "sandbox" not in path.parts and path.name != "keys.py"]


def test_every_entry_that_the_code_names_stands_in_the_files() -> None:
    named = {name for path in SPEAKERS for name in read(path).said}
    assert len(named) > 50
    assert sorted(name for name in named if NAME.fullmatch(name) and name not in catalogue_of("en").entries) == []


def test_every_entry_in_the_files_is_named_by_the_code() -> None:
    """As a text, within one (pages name theirs with a dollar), or by its beginning or its end in an f-string."""
    texts = [text for path in SPEAKERS for text in read(path).texts]
    texts += [path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.html")]
    named = {name for text in texts for name in NAME.findall(text)}
    referred = {name for message in messages("en").values() for name in references(message).entries}
    ends = [end for path in SPEAKERS for end in read(path).ends]
    begun, ended = (tuple(each for each in ends if PIECE.fullmatch(each) and each[place] == "-") for place in (-1, 0))
    unnamed = [name for name in catalogue_of("en").entries - named - referred if not name.startswith(begun)]
    assert sorted(name for name in unnamed if not name.endswith(ended)) == []
