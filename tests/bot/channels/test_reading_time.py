"""No text takes a channel long to read, however it was made: the work grows with its length and not faster."""

import itertools
import json
import time
from collections.abc import Callable
from urllib.parse import urlencode

from bot.channels.telegram.updates import decode
from bot.channels.whatsapp.decoding import decode_message
from bot.channels.whatsapp.forms import Form
from tests.for_every import for_every

LONGEST = 4096  # characters that either platform lets a person send
BEGINNINGS = ("", "/start ", "/start a", "start ", "start " + "a" * 16, "start " + "a1" * 11, "a1" * 11, "/start@")
PIECES = (" ", "\n", "a", "start ", " start", "*", ".", ":", "=", "/l/", "0", "é", "ẹ́", "a1", "%20")
ENDINGS = ("", "x", " .")
ENOUGH = 0.05  # seconds of CPU: thrice that is what the square of a run of blanks took, and a tenth is usual


def by_telegram(text: str) -> Callable[[], object]:
    person = {"id": 5, "is_bot": False, "first_name": "Ada"}
    message = {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "from": person, "text": text}
    update = json.dumps({"update_id": 1, "message": message}).encode()
    return lambda: decode(update)


def by_whatsapp(text: str) -> Callable[[], object]:
    fields = {"MessageSid": "SM" + "0" * 32, "Body": text, "From": "whatsapp:+2348031234567", "To": "whatsapp:+1"}
    form = urlencode(fields).encode()
    return lambda: decode_message(Form(form))


def seconds_for(read: Callable[[], object]) -> float:
    began = time.thread_time()
    read()
    return time.thread_time() - began


@for_every("channel", [by_telegram, by_whatsapp])
@for_every(("beginning", "piece", "ending"), list(itertools.product(BEGINNINGS, PIECES, ENDINGS)))
def test_the_longest_text_is_read_at_once(
    channel: Callable[[str], Callable[[], object]], beginning: str, piece: str, ending: str
) -> None:
    """Once in three times, so that what else runs on the machine counts little."""
    read = channel((beginning + piece * LONGEST)[: LONGEST - len(ending)] + ending)
    assert any(seconds_for(read) < ENOUGH for _ in range(3))
