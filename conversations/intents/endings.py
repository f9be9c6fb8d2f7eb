"""Which ending a confirmation names: that of a line, or of everything. Never whether it is one."""

from functools import cache

from conversations.choice import Choice
from conversations.intents.words import squeezed, words_in
from conversations.wording import words_in_all


def other_ending(text: str, *, everything: bool) -> Choice | None:
    """The other one, where that is what a text names at the question of one: "delete" is no yes to unlinking a line.

    "Delete it" is: at the question about a line, "it" is the line.
    """
    said = frozenset(words_in(text).words)
    deletes = bool(said & _words("heard-deleting"))
    if everything:
        return Choice.UNLINK if said & _words("heard-unlinking") and not deletes else None
    return Choice.DELETE if deletes and not said & _words("heard-this-line") else None


@cache
def _words(entry: str) -> frozenset[str]:
    return frozenset(map(squeezed, words_in_all(entry)))
