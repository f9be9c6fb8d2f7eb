"""The documents agree with each other, and can be read: promises that hold, releases that there were, lines' width."""

import re
from pathlib import Path

from storage.migrations import read_migrations
from tests.for_every import for_every
from tests.test_docs import DOCUMENTS, ROOT, text_of

WIDEST = 140  # characters of prose; what cannot be broken stays
GROWING = ROOT / "CHANGELOG.md"  # its lines stay as they were written
RELEASED = re.findall(r"^## \d+\.\d+\.\d+ — \d", text_of(GROWING), re.MULTILINE)
UNBROKEN = re.compile(r"^(\||    |<img |```)")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)

narrow_documents = for_every("document", [each for each in DOCUMENTS if each != GROWING])
every_document = for_every("document", DOCUMENTS)


def test_what_the_readme_promises_of_speed_is_held_in_the_words_of_its_page() -> None:
    rows = re.findall(r"^\| (.+?) \| (at (?:least|most) .+?) \| .+ \| (.+?) \|$", performance(), re.MULTILINE)
    held = {f"{what}: {bound}".lower() for what, bound, how in rows if how == "held"}
    assert len(rows) > len(held) > 3
    promised = re.findall(r"^\| (.+?) \| `make bench.*` \|$", text_of(ROOT / "README.md"), re.MULTILINE)
    assert promised
    assert [each for each in promised if each.lower().partition(", each")[0] not in held] == []


def performance() -> str:
    return text_of(ROOT / "docs" / "performance.md")


@every_document
def test_no_release_is_told_of_that_there_was_not(document: Path) -> None:
    """What ran before the first one is a trial version, which the glossary explains."""
    told = re.findall(r"first release\b(?!\*)|release before\b|earlier trials?\b", text_of(document))
    assert RELEASED or told == []


def test_an_operator_knows_a_trial_versions_database_by_its_shape() -> None:
    (ends,) = (each.number for each in read_migrations() if each.name == "0012_consent.sql")
    told = [text_of(ROOT / "docs" / name) for name in ("glossary.md", "operations.md")]
    assert [re.findall(r"shape below (\d+)", text) for text in told] == [[str(ends)]] * 2


@narrow_documents
def test_no_line_of_prose_is_too_wide(document: Path) -> None:
    lines = FENCED.sub("", text_of(document)).splitlines()
    assert [line for line in lines if len(line) > WIDEST and not UNBROKEN.match(line)] == []
