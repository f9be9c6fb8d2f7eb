"""The words that stop and start all messages, in every language. Never what follows from them.

twilio.com/docs/messaging/tutorials/advanced-opt-out.md: for WhatsApp they are the bot's own business, unless
`OptOutType` says that Twilio has dealt with one already.
"""

from enum import StrEnum
from functools import cache

from bot.channels.link_texts import parse_link_text
from conversations.typed import plain
from conversations.wording import words_in_all


class Keyword(StrEnum):
    """The value is its name in the wording files, and in Twilio's `OptOutType` in capitals."""

    STOP = "stop"
    START = "start"


def keyword_in(text: str) -> Keyword | None:
    """A text that is nothing else than such a word. The text of a link is a start too."""
    word = " ".join(plain(text).casefold().split()).strip(" .,!?\"'*_~`/")
    found = next((keyword for keyword in Keyword if word in _words(keyword)), None)
    return Keyword.START if parse_link_text(text) else found


@cache
def _words(keyword: Keyword) -> frozenset[str]:
    return frozenset(words_in_all(f"word-{keyword}"))
