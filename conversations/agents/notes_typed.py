"""The note in a line about a link, where it is called so: what stands behind "note:". Never what it says."""

import re

from conversations.agents.networks_typed import take_networks
from conversations.agents.numbers_typed import find_number
from conversations.intents.words import heard_words, is_heard_as
from conversations.typed import plain

_LABEL = re.compile(r"(?P<called>[^\W\d_]+)[:=](?P<said>.*)", re.DOTALL)  # "note:", "note:rent"
_SIGNS = frozenset({":", "-", "=", "\u2013"})  # alone behind the word: "note - rent"


def note_said(text: str) -> str:
    """The note behind "note:"; else the text itself."""
    label, colon, note = text.partition(":")
    return note.strip() if colon and plain(label).strip().casefold() in heard_words("heard-agent-note") else text


def take_note(words: list[str]) -> tuple[list[str], list[str]]:
    """The words of the note, none where nothing is called so, and all others. It lasts to the end, or to what is called
    otherwise, or to the number, where that was not said before: a network that it names is nobody's.
    """
    for place, word in enumerate(words):
        said = _said_behind_label(words[:place], word, words[place + 1 :])
        if said is not None:
            end = _end_of_note(words[:place], said)
            return said[:end], words[:place] + said[end:]
    return [], words


def is_label(word: str) -> bool:
    """ "note:", "number:", as in a form that somebody fills in."""
    labelled = _LABEL.fullmatch(word)
    return labelled is not None and is_heard_as(labelled["called"], "heard-agent-labels")


def _said_behind_label(before: list[str], word: str, behind: list[str]) -> list[str] | None:
    """What is called a note there, None where nothing is. The word alone does so right behind the line, where
    it matters: "0803 123 4567 mtn note wants airtel".
    """
    labelled = _LABEL.fullmatch(word)
    if not is_heard_as(labelled["called"] if labelled else word, "heard-agent-note"):
        return None
    if labelled:
        return [labelled["said"], *behind] if labelled["said"] else behind
    if behind[:1] and behind[0] in _SIGNS:
        return behind[1:]
    return behind if take_networks(behind)[0] and _is_line(before) else None


def _is_line(words: list[str]) -> bool:
    """Whether they are a number, with or without its network, and nothing else."""
    found = find_number(list(map(plain, words)))
    return found is not None and not take_networks(words[: found[0]] + words[found[1] :])[1]


def _end_of_note(before: list[str], behind: list[str]) -> int:
    ends = [place for place, word in enumerate(behind) if is_label(word)]
    if not find_number(list(map(plain, before))) and (found := find_number(list(map(plain, behind)))):
        ends.append(found[0])
    return min(ends, default=len(behind))
