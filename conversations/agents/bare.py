"""What stands behind a command, without what is no part of it: courtesies, and the quotes and brackets around words."""

from conversations.intents.words import is_heard_as

_QUOTES = '"\u201c\u201d\u201e\u00ab\u00bb`'
_SINGLE = "'\u2018\u2019"
_BRACKETS = {"(": ")", "[": "]", "<": ">", "{": "}"}
_STOPS = ",;.!"


def bare(text: str) -> str:
    """What was meant: Kemi Alao by "Kemi Alao please" as well as by <Kemi Alao> and by the same in quotes."""
    said = without_please(without_quotes(text))
    return without_please(without_quotes(_without_brackets(said)))


def without_please(text: str, *, before: bool = True) -> str:
    """Without the courtesies at both ends, and the comma that set them apart. "Mama Boss" is a name to the end.

    A note may begin with one, so that there only those behind it go: "Thank You Jesus stores".
    """
    words = text.split()
    end = len(words) - _courteous(words[::-1])
    start = _courteous(words[:end]) if before else 0
    if (start, end) == (0, len(words)):
        return text
    kept = " ".join(words[start:end])
    return kept.rstrip(_STOPS) if end < len(words) else kept


def _courteous(words: list[str]) -> int:
    """With how many courtesies they begin, read from either end."""
    count = 0
    while count < len(words) and (said := _courtesy_at(words[count : count + 2])):
        count += said
    return count


def _courtesy_at(words: list[str]) -> int:
    """ "Please" is one word, "thank you" two."""
    said = [word.strip(_STOPS) for word in words]
    both = any(is_heard_as(" ".join(each), "heard-agent-please") for each in (said, said[::-1]))
    return 1 if is_heard_as(said[0], "heard-agent-please") else 2 * both


def without_quotes(text: str) -> str:
    """A single quote behind a word may be an apostrophe, where none stands before one: "the girls' school"."""
    words = text.split()
    closing = _QUOTES + (_SINGLE if any(word[:1] in _SINGLE for word in words) else "")
    return " ".join(filter(None, (_unquoted(word, closing) for word in words)))


def _unquoted(word: str, closing: str) -> str:
    opened = word.lstrip(_QUOTES + _SINGLE)
    ended = opened.rstrip(_STOPS)
    return ended.rstrip(closing) if ended[-1:] in tuple(closing) else opened


def _without_brackets(text: str) -> str:
    """Around all of it, as in the examples of a manual."""
    return text[1:-1].strip() if text[:1] in _BRACKETS and text.endswith(_BRACKETS[text[:1]]) else text
