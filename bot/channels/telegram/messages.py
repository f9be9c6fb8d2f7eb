"""What a message looks like on Telegram: its text in pieces, its answers as a keyboard; never the sending.

core.telegram.org/bots/api#sendmessage
"""

from collections.abc import Mapping
from typing import Any

from conversations.wording import Button, Rendered

LONGEST = 4096  # in UTF-16 units, the stricter reading of "characters"
LONGEST_CAPTION = 1024  # core.telegram.org/bots/api#sendphoto
SHORT_LABEL = 12  # characters; three of these stand beside each other on a small phone
MOST_IN_A_ROW = 3

PUTTING_AWAY = "…"  # what it says that takes the keys under the chat away, and is gone at once

Keyboard = Mapping[str, Any]


def split(text: str) -> list[str]:
    """The text in pieces that Telegram takes, broken between lines where there are any."""
    if _measure(text) <= LONGEST:
        return [text]
    pieces = [""]
    for part in (part for line in text.splitlines(keepends=True) for part in _cut(line)):
        if _measure(pieces[-1] + part) > LONGEST:
            pieces.append("")
        pieces[-1] += part
    return pieces


def fits_below(text: str) -> bool:
    """Whether it may stand under a picture."""
    return _measure(text) <= LONGEST_CAPTION


def keyboard_of(message: Rendered) -> Keyboard:
    """Buttons under the message, or keys under the chat that ask for the contact; else those keys are taken away.

    A message has one keyboard. Beside the contact's key the answers are keys too: one that is pressed sends its
    label as text, which means the same.
    """
    if message.contact_label:
        keys: list[list[Keyboard]] = [[{"text": message.contact_label, "request_contact": True}]]
        keys += [[{"text": button.label}] for button in message.buttons]
        return {"keyboard": keys, "resize_keyboard": True, "one_time_keyboard": True}
    if message.buttons or message.copies:
        rows = _rows([_button(each, message.prompt) for each in message.buttons]) if message.buttons else []
        return {"inline_keyboard": [*([[_copying(message.copies)]] if message.copies else []), *rows]}
    return {"remove_keyboard": True}


def with_table(message: Rendered) -> tuple[str, list[Mapping[str, Any]]]:
    """The text with its list as a table, and what says that it is one; core.telegram.org/bots/api#messageentity."""
    table = message.table
    if not table or table.lines not in message.text:
        return message.text, []
    before, _, after = message.text.partition(table.lines)
    block = {"type": "pre", "offset": _measure(before), "length": _measure(table.aligned)}
    return f"{before}{table.aligned}{after}", [block]


def _button(button: Button, prompt: int) -> Keyboard:
    """core.telegram.org/bots/api#inlinekeyboardbutton: a style, where it is not like the others."""
    style = {"style": "danger"} if button.ends else {}
    return {"text": button.label, "callback_data": f"{prompt}:{button.choice}", **style}


def _copying(button: Button) -> Keyboard:
    return {"text": button.label, "copy_text": {"text": button.choice}}


def _rows(buttons: list[Keyboard]) -> list[list[Keyboard]]:
    short = len(buttons) <= MOST_IN_A_ROW and all(len(each["text"]) <= SHORT_LABEL for each in buttons)
    return [buttons] if short else [[each] for each in buttons]


def _measure(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _cut(line: str) -> list[str]:
    """A line that may be too long itself, in parts that never are."""
    half = LONGEST // 2
    return [line[start : start + half] for start in range(0, len(line), half)]
