"""Every word that is looked for among the words of a text can stand there: none is respelt, or dropped, before that."""

import re
from pathlib import Path

from conversations.intents.words import heard_rows, heard_words, squeezed, words_in
from conversations.wording import words_in_all
from tests.for_every import for_every

_ASKED = re.compile(r"heard_words\(\s*\"(heard-[a-z-]+)\"\s*\)|_says\(\s*\"(heard-[a-z-]+)\"")
_CODE = Path(__file__).parents[3] / "conversations"
# Read as they were written, word by word or as the whole of what is said: none of them is looked for in `words_in`.
AS_WRITTEN = {
    *("heard-courtesies", "heard-kin", "heard-denials", "heard-before-figures", "heard-beside-a-name", "heard-you"),
    *("heard-today", "heard-agent-please"),
}
# Beside words that are heard, what stands there as it is written for whoever reads it so.
ALSO_AS_WRITTEN = {("heard-negations", "cannot")}


def asked() -> list[str]:
    found = (pair for file in _CODE.rglob("*.py") for pair in _ASKED.findall(file.read_text()))
    entries = {one or other for one, other in found}
    return sorted(entry for entry in entries if not entry.startswith("heard-agent-") and entry not in AS_WRITTEN)


def test_every_word_that_is_looked_for_can_be_heard() -> None:
    entries = asked()
    assert len(entries) > 50  # or nothing was found in the code
    lost = [
        (entry, word)
        for entry in entries
        for written in words_in_all(entry)
        for word in written.split("|")
        if (entry, word) not in ALSO_AS_WRITTEN and not heard_words(entry).issuperset(heard(word) or ("",))
    ]
    assert lost == []


def heard(word: str) -> tuple[str, ...]:
    """As it stands among others, also where a courtesy is somebody: "my oga"."""
    return words_in(f"my {word} x").words[1:-1]


@for_every(("entry", "word"), [("heard-code-people", "pesin"), ("heard-months", "oct"), ("heard-questions", "wia")])
def test_a_word_is_heard_as_it_is_read_and_as_it_is_written(entry: str, word: str) -> None:
    assert {squeezed(word), *heard(word)} <= heard_words(entry)


def test_so_is_a_row_of_words() -> None:
    assert ("this", "day") in heard_rows("heard-today")
