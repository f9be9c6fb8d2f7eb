"""What is said again: the same tap, the same number of a list, one more picture of an album. Never what it means.

A thumb that taps five times means it once, and ten pictures that are sent at once are one thing to be answered.
"""

from datetime import datetime, timedelta

from conversations.changing import replace
from conversations.customer.events import FROM_CUSTOMER, ButtonTapped, Event, Oddity, OddityReceived, TextReceived
from conversations.dialog import Answer, Dialog
from conversations.intents.places import place_said

AGAIN = timedelta(seconds=30)  # the same tap is impatience; later it is a wish
ALBUM = timedelta(seconds=10)  # between two pictures that were sent together, on a slow network
PICTURES = frozenset({Oddity.PHOTO, Oddity.FILE})  # an album holds films as well


def is_said_again(dialog: Dialog, event: Event, now: datetime) -> bool:
    """Whether this was answered a moment ago, so that nothing follows from it."""
    if isinstance(event, OddityReceived):
        pictured = dialog.pictured_at
        return event.oddity in PICTURES and pictured is not None and timedelta() <= now - pictured <= ALBUM
    answer = dialog.answer
    if answer is None or not (timedelta() <= now - answer.at <= AGAIN):
        return False
    said = _answer_in(event, now)
    return said is not None and (answer.prompt, answer.said) == (said.prompt, said.said)


def heard(dialog: Dialog, event: Event, now: datetime) -> Dialog:
    """The dialog after this was said. The date of an answer is that of the first of its kind."""
    if not FROM_CUSTOMER.has(event):
        return dialog
    if isinstance(event, OddityReceived) and event.oddity in PICTURES:
        return replace(dialog, answer=None, pictured_at=now)
    answer = dialog.answer if is_said_again(dialog, event, now) else _answer_in(event, now)
    is_news = answer is not dialog.answer or dialog.pictured_at is not None
    return replace(dialog, answer=answer, pictured_at=None) if is_news else dialog


def is_too_early(dialog: Dialog, event: Event) -> bool:
    """Whether it is the number of an answer to a question that was not on the screen yet."""
    match event:
        case TextReceived(text, quoted=None, seen=int() as seen):
            return dialog.is_numbered and place_said(text) is not None and seen != dialog.prompt
        case _:
            return False


def _answer_in(event: Event, now: datetime) -> Answer | None:
    match event:
        case ButtonTapped(button, int() as prompt):
            return Answer(prompt, button, now)
        case TextReceived(text, seen=int() as prompt) if (place := place_said(text)) is not None:
            return Answer(prompt, str(place), now)
        case _:
            return None
