"""What a message looks like on WhatsApp as plain text, its answers as a list. Never the sending.

faq.whatsapp.com/539178204879377 (formatting), twilio.com/docs/api/errors/21617 (length)
"""

import re

from conversations.changing import replace
from conversations.wording import Rendered

LONGEST = 1500  # UTF-16 units; Twilio takes 1600 of a unit that it does not tell
_UNITS = 2  # that a character has at most

# Our own words use none of these. WhatsApp heeds them at the edges of words only, and not in addresses.
_MARKS = re.compile(r"(https?://[!-_a-~]+)|(?<![^\W_])[*_~]+|[*_~]+(?![^\W_])|`+|[\u202a-\u202e\u2066-\u2069]")
_NEEDED = re.compile(r"[*_~`\u202a-\u202e\u2066-\u2069]")  # without one of these there is no mark; most texts have none


def plain(text: str) -> str:
    """The text without anything that would set a part of it in bold, struck out, or backwards."""
    return _MARKS.sub(r"\1", text) if _NEEDED.search(text) else text


def numbered(message: Rendered) -> str:
    """The text, and under it the answers with the numbers that mean the same, or as the words that are to be typed
    where a figure is none; as much as one message holds."""
    menu = "\n".join(("", "", message.menu_hint, *_answers(message))) if message.buttons else ""
    text = plain(message.text)
    if _UNITS * (len(text) + len(menu)) <= LONGEST:  # as nearly all do, whatever they are made of
        return text + menu
    return _fit(text, LONGEST - measure(menu)) + menu


def _answers(message: Rendered) -> list[str]:
    labels = [button.label for button in message.buttons]
    if message.is_numbered:
        return [f"{number}. {each}" for number, each in enumerate(labels, start=1)]
    return [f'"{each}"' for each in labels]


def bare(message: Rendered) -> Rendered:
    """The same as text alone, which is sent as it is."""
    return replace(message, text=numbered(message), buttons=(), qr="", picture="")


def _fit(text: str, most: int) -> str:
    if measure(text) <= most:
        return text
    cut = text[:most]
    while measure(cut) >= most:
        cut = cut[:-1]
    return f"{cut.rstrip()}…"


def measure(text: str) -> int:
    """Its length in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
