"""Which of a lane's messages goes next: answers before notices, and of notices none that a later one has overtaken.

A platform lets one person have a message every few seconds only, so what waits for its turn is worth looking at again.
Never how anything is sent.
"""

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct

from bot.outbox.payloads import LIVES, NOTICE, ChatMessage, payload_of
from conversations.changing import replace
from storage.outbox import OutboxMessage

LONGEST = 1000  # characters of several notices in one message: fewer than any channel's longest
_BETWEEN = "\n\n"


class NextMessage(Struct, frozen=True):
    """The message that goes first, those that need not be sent any more, and those that go with it as `body`."""

    message: OutboxMessage
    overtaken: tuple[OutboxMessage, ...] = ()
    joined: tuple[OutboxMessage, ...] = ()
    body: ChatMessage | None = None


def choose(messages: Sequence[OutboxMessage], now: datetime) -> NextMessage:
    """What a lane sends next, of at least one message."""
    if messages[0].kind != NOTICE or messages[0].tries:  # what was tried may have arrived, and is tried as it was
        return NextMessage(messages[0])
    answer = next((message for message in messages if message.kind != NOTICE), None)
    if answer:
        return NextMessage(answer)
    notices = [(message, body) for message in messages if isinstance(body := payload_of(message), ChatMessage)]
    last_of = {body.about: message for message, body in notices}
    left = [(message, body) for message, body in notices if not body.about or last_of[body.about] is message]
    overtaken = tuple(message for message, body in notices if body.about and last_of[body.about] is not message)
    if not left:
        return NextMessage(messages[0])
    lasting = _lasts(left[0][0], now)
    return _join([each for each in left if _lasts(each[0], now) is lasting], overtaken)


def _lasts(message: OutboxMessage, now: datetime) -> bool:
    """Whether it is still news in some weeks. What is not, as that a link ends at three, goes with no such: held back
    by the platform they would be read together, and late.
    """
    return message.drop_at > now + LIVES[ChatMessage]


def _join(left: list[tuple[OutboxMessage, ChatMessage]], overtaken: tuple[OutboxMessage, ...]) -> NextMessage:
    """As many of them as one message holds."""
    (first, body), *rest = left
    text, joined = body.content.text, list[OutboxMessage]()
    for message, other in rest:
        if len(text) + len(_BETWEEN) + len(other.content.text) > LONGEST:
            break
        text += _BETWEEN + other.content.text
        joined.append(message)
    if not joined:
        return NextMessage(first, overtaken)
    whole = replace(body, content=replace(body.content, text=text), about="")
    return NextMessage(first, overtaken, tuple(joined), whole)
