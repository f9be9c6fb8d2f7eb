"""What is said again: the same tap, the same number of a list, one more picture of an album. Never what it means.

A thumb that taps five times means it once, and ten pictures that are sent at once are one thing to be answered.
"""

from datetime import datetime, timedelta

from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.events import FROM_CUSTOMER, ButtonTapped, Event, Oddity, OddityReceived, TextReceived
from conversations.dialog import Answer, Dialog
from conversations.intents.phrases import answers_in
from conversations.intents.places import place_said
from conversations.intents.words import words_in
from conversations.typed import word_in

AGAIN = timedelta(seconds=30)  # the same tap is impatience; later it is a wish
ALBUM = timedelta(seconds=10)  # between two pictures that were sent together, on a slow network
READING = timedelta(seconds=10)  # what is agreed to is not read sooner
UNASKED = -1  # as the number of the question: a "yes" may come before any
_ASSENTS = frozenset({Choice.AGREE, Choice.CONFIRM})
_LONGEST_ASSENT = 8  # characters, so that no other text is looked at for it
_ASKING_ANEW = frozenset({(choice,) for choice in (Choice.UNLINK, Choice.DELETE, Choice.CHOOSE, Choice.BEGIN)})
PICTURES = frozenset({Oddity.PHOTO, Oddity.FILE})  # an album holds films as well


def is_said_before_reading(dialog: Dialog, event: Event, now: datetime) -> bool:
    """Whether a "yes" with which somebody began comes once more before anybody can have read what it would agree to."""
    answer = dialog.answer
    if answer is None or answer.prompt != UNASKED or not isinstance(event, TextReceived) or event.quoted is not None:
        return False
    return timedelta() <= now - answer.at <= READING and answer.said == _assent_in(event.text)


def is_said_again(dialog: Dialog, event: Event, now: datetime) -> bool:
    """Whether this was answered a moment ago, so that nothing follows from it."""
    if isinstance(event, OddityReceived):
        pictured = dialog.pictured_at
        return event.oddity in PICTURES and pictured is not None and timedelta() <= now - pictured <= ALBUM
    answer = dialog.answer
    if answer is None or answer.prompt == UNASKED or not (timedelta() <= now - answer.at <= AGAIN):
        return False
    said = _answer_in(event, now)
    return said is not None and (answer.prompt, answer.said) == (said.prompt, said.said)


def heard(dialog: Dialog, event: Event, now: datetime) -> Dialog:
    """The dialog after this was said. The date of an answer is that of the first of its kind."""
    if not FROM_CUSTOMER.has(event):
        return dialog
    if isinstance(event, OddityReceived) and event.oddity in PICTURES:
        return replace(dialog, answer=None, pictured_at=now)
    again = is_said_again(dialog, event, now) or is_said_before_reading(dialog, event, now)
    answer = dialog.answer if again else _answer_in(event, now)
    is_news = answer is not dialog.answer or dialog.pictured_at is not None
    return replace(dialog, answer=answer, pictured_at=None) if is_news else dialog


def is_too_early(dialog: Dialog, event: Event) -> bool:
    """Whether it is the number of an answer to a question that was not on the screen yet; of a "1" that only asks once
    more what is over, it does not matter."""
    match event:
        case TextReceived(text, quoted=None, seen=int() as seen):
            place = place_said(text)
            asks_anew = place == 0 and dialog.offered in _ASKING_ANEW
            return dialog.is_numbered and place is not None and seen != dialog.prompt and not asks_anew
        case _:
            return False


def _answer_in(event: Event, now: datetime) -> Answer | None:
    match event:
        case ButtonTapped(button, int() as prompt):
            return Answer(prompt, button, now)
        case TextReceived(text, seen=int() as prompt) if (place := place_said(text)) is not None:
            return Answer(prompt, str(place), now)
        case TextReceived(text) if said := _assent_in(text):
            return Answer(UNASKED, said, now)
        case _:
            return None


def _assent_in(text: str) -> str:
    """The word, where a text is a bare "yes", which would agree and confirm; else none."""
    is_assent = len(text) <= _LONGEST_ASSENT and answers_in(words_in(text)) >= _ASSENTS
    return word_in(text) if is_assent else ""
