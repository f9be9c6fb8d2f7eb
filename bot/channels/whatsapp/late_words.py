"""Words that stop and start all messages, found late: after which of them the opposite was said. Never other texts.

The order is that of Twilio's log, which has the date of each message: ours is of when it came in.
"""

import asyncio
from collections.abc import Collection

from bot.channels.whatsapp.decoding import keyword_of, read_text
from bot.channels.whatsapp.keywords import Keyword
from bot.channels.whatsapp.twilio import Copy, Twilio
from conversations.customer.events import TextReceived
from conversations.customer.silence import asks_for_silence


async def overtaken(twilio: Twilio, missing: Collection[Copy]) -> frozenset[str]:
    """Which of the messages that are missing are such a word, and came before the opposite one, which is not missing.

    Twilio is asked only where there is one, which is seldom: then all of that person's messages since are looked at.
    """
    words = dict[str, Keyword]()
    for copy in missing:
        await asyncio.sleep(0)  # after a long time down there are thousands, and who writes meanwhile is to be answered
        if word := _word_in(copy):
            words[copy.message] = word
    if not words:
        return frozenset()
    concerned = {copy.address for copy in missing if copy.message in words}
    since = min(copy.created_at for copy in missing if copy.message in words)
    passed_over, newest = set[str](), dict[str, Keyword]()
    async for copies in twilio.received_since(since):
        for copy in copies:  # the newest first
            if copy.message in words:
                if newest.get(copy.address, words[copy.message]) is not words[copy.message]:
                    passed_over.add(copy.message)
            elif copy.address in concerned and (word := _word_in(copy)):
                newest.setdefault(copy.address, word)
    return frozenset(passed_over)


def _word_in(copy: Copy) -> Keyword | None:
    """The word of a text; none in one that breaks whoever reads it, which is put aside when its turn comes."""
    try:
        return None if copy.has_files else _read_word(copy)
    except Exception:  # noqa: BLE001 - a defect of ours, told where it is put aside
        return None


def _read_word(copy: Copy) -> Keyword | None:
    """What means a stop counts in whatever words."""
    event = read_text(copy.text, copy.message)
    silenced = isinstance(event, TextReceived) and asks_for_silence(copy.text)
    return keyword_of(event, copy.text) or (Keyword.STOP if silenced else None)
