"""Which ending a confirmation names: that of a line, or of everything. Never whether it is one."""

from conversations.choice import Choice
from conversations.intents.words import heard_words, words_in


def other_ending(text: str, *, everything: bool) -> Choice | None:
    """The other one, where that is what a text names at the question of one: "delete" is no yes to unlinking a line.

    "Delete it" is: at the question about a line, "it" is the line.
    """
    said = frozenset(words_in(text).words)
    deletes = bool(said & heard_words("heard-deleting"))
    if everything:
        return Choice.UNLINK if said & heard_words("heard-unlinking") and not deletes else None
    return Choice.DELETE if deletes and not said & heard_words("heard-this-line") else None
