"""One event of a customer's conversation: what is asked of every one before and behind the table. Never an arrow.

A consent that is over ends; what was just said is not answered twice; the clock is heard first; texts and taps become
what they mean; what a customer says ends a silence, a wait for a person and a row of stumbles; a code is taken out of
the chat; that a line is linked is said at last. While linking is paused, the table is followed as far as that lets it.
"""

from datetime import datetime

from conversations.changing import replace
from conversations.consent_events import ReceiptsFound
from conversations.customer import everywhere, first_reading, repeats, sharing, talking
from conversations.customer.events import (
    FROM_CUSTOMER,
    ContactShared,
    Event,
    LinkOpened,
    MessageUnreadable,
    OddityReceived,
    OldButtonTapped,
    Restarted,
    TextReceived,
    TimeRanOut,
    WarningDue,
)
from conversations.customer.lapsing import without_what_is_over
from conversations.customer.pausing import follow
from conversations.customer.turn import Turn
from conversations.customer.typed_codes import take_out_code
from conversations.customer.understanding import read
from conversations.intents.given import TextHeard
from conversations.rules import Rules
from conversations.session import AskingConsent, Idle, Session


def step(session: Session, event: Event, now: datetime, rules: Rules) -> Turn:
    """What follows from one event. Total: every session answers every event, and never raises."""
    dialog = session.dialog
    known, said = without_what_is_over(session, now), repeats.heard(dialog, event, now)
    turn = sharing.end_due(Turn(known if said is dialog else replace(known, dialog=said), now, rules))
    if repeats.is_said_again(dialog, event, now) and not _was_answered_to_the_end(session, event):
        followed = everywhere.said_again(turn, event)
    else:
        followed = _answer(turn, OldButtonTapped() if _is_unread(session, event, now) else event)
    return take_out_code(first_reading.say_what_was_unsaid(session, followed), session, event)


def _was_answered_to_the_end(session: Session, event: Event) -> bool:
    """Whether a figure is typed at rest and no question has come since: no answer to it is on its way any more."""
    return isinstance(event, TextReceived) and isinstance(session.step, Idle) and event.seen == session.dialog.prompt


def _is_unread(session: Session, event: Event, now: datetime) -> bool:
    """Whether it would answer a question that whoever wrote it cannot have read."""
    asks = isinstance(session.step, AskingConsent)
    return repeats.is_too_early(session.dialog, event) or (
        asks and repeats.is_said_before_reading(session.dialog, event, now)
    )


def _answer(turn: Turn, event: Event) -> Turn:
    session = turn.session
    if session.expires_at is None or turn.now < session.expires_at:
        followed = turn if isinstance(event, TimeRanOut) else _hear(turn, event)
    else:
        followed = _too_late(follow(turn, TimeRanOut()), event)
    asked = FROM_CUSTOMER.has(event) or isinstance(event, ReceiptsFound)  # a receipt is looked up for who asked
    return followed if asked or not session.silent else followed.unspoken()


def _hear(turn: Turn, event: Event) -> Turn:
    """What leads on ends the wait for a person, and the silence that a customer asked for; no other word ends that."""
    if not FROM_CUSTOMER.has(event):
        return follow(turn, event)
    meant, before = read(turn.session, event), turn.session
    case = None if talking.goes_on(meant) else before.case
    heard = turn if case is before.case else turn.with_session(replace(before, case=case))
    followed = follow(heard, meant)
    if before.silent and (isinstance(meant, LinkOpened) or not isinstance(followed.session.step, Idle)):
        followed = followed.with_session(replace(followed.session, silent=False))
    stumbled = followed.session.stumbles != before.stumbles or isinstance(meant, OldButtonTapped)
    if stumbled or not before.stumbles:
        return followed
    return followed.with_session(replace(followed.session, stumbles=0))


def _too_late(ended: Turn, event: Event) -> Turn:
    """Who hears that the time is over is not also told that what they sent has no meaning any more."""
    if isinstance(event, TimeRanOut | WarningDue | Restarted):
        return ended
    match read(ended.session, event):
        case TextHeard() | OldButtonTapped() | OddityReceived() | ContactShared() | MessageUnreadable() if (
            ended.durable
        ):
            return ended
        case _:
            return _hear(ended, event)
