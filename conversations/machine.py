"""The customer's conversation as one table of arrows: where we are, what happened, what follows. Never how it is done.

Its rules:

1.  Every pair of step and event is answered; nothing that a customer sends is ignored.
2.  Time is data: a session past its end hears TimeRanOut before anything else, and once.
3.  A code is asked for, and checked, at most once for each action of the customer; an unknown outcome is said as such.
4.  An answer from the provider counts only for the attempt that is being waited for; a late one changes nothing
    (its half of the table is `answers`).
5.  Consent comes before the number, the number before the network, the network before the code: no arrow skips one.
6.  Buttons, words and menu numbers are the same thing by the time they get here (`understanding`).
7.  A consent that is over ends before anything else that happens is answered (`sharing`): nothing is read after it.
8.  A step forward gives ten minutes more, but never more than the provider's own ten minutes from its OTP request.
"""

from dataclasses import replace
from datetime import datetime

from conversations import (
    afterwards,
    answers,
    checking,
    everywhere,
    first_reading,
    holders,
    letting_go,
    linking,
    receipts,
    sending,
    sharing,
)
from conversations.afterwards import READINGS
from conversations.choice import LANGUAGES, LINES, NETWORKS, Choice
from conversations.consent_events import ConsentDue, ReceiptsFound
from conversations.events import (
    Chosen,
    ContactShared,
    CustomerLeft,
    Event,
    FromProvider,
    LinkEnded,
    LinkOpened,
    MessageUnreadable,
    OddityReceived,
    OldButtonTapped,
    OptedOut,
    Restarted,
    TemplateUnsent,
    TextReceived,
    TimeRanOut,
    WarningDue,
)
from conversations.line_events import LineEnded, LineShared, Withdrew
from conversations.on_behalf import EndedOnBehalf
from conversations.rules import Rules
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    ChoosingLine,
    ConfirmingUnlink,
    FetchingSummary,
    Idle,
    ReadingLine,
    Session,
    ShowingTransactions,
    UnderWay,
)
from conversations.turn import Turn
from conversations.understanding import read


def step(session: Session, event: Event, now: datetime, rules: Rules) -> Turn:
    """What follows from one event. Total: every session answers every event, and never raises."""
    turn = sharing.end_due(Turn(_without_stale_memory(session, now), now, rules))
    return first_reading.say_what_was_unsaid(session, _follow_in_time(turn, event))


def _follow_in_time(turn: Turn, event: Event) -> Turn:
    session, now = turn.session, turn.now
    if session.expires_at is None or now < session.expires_at:
        return turn if isinstance(event, TimeRanOut) else follow(turn, read(session, event))
    ended = follow(turn, TimeRanOut())
    return _too_late(ended, read(ended.session, event))


def follow(turn: Turn, event: Event) -> Turn:
    """The table. An arrow stands above the more general ones that it is an exception to."""
    match turn.session.step, event:
        # the clock, the service, the provider
        case FetchingSummary() as at, TimeRanOut():
            return first_reading.summary_failed(turn, replace(at, then=()))
        case _, TimeRanOut():
            return everywhere.time_ran_out(turn)
        case _, WarningDue():
            return everywhere.warn(turn)
        case _, Restarted():
            return answers.restarted(turn)
        case _, LinkEnded():
            return linking.link_ended(turn, event)
        case _, LineShared() | LineEnded():
            return holders.heard(turn, event)
        case _, TemplateUnsent():
            return turn
        case _, EndedOnBehalf():
            return letting_go.ended_on_behalf(turn, event)
        case _, ConsentDue():
            return sharing.tend(turn, event.account)
        case _, ReceiptsFound():
            return receipts.found(turn, event)
        case _, event if isinstance(event, FromProvider):
            return answers.answered(turn, event)

        # the customer, at every step
        case _, CustomerLeft():
            return everywhere.left(turn)
        case _, OptedOut():
            return everywhere.opt_out(turn)
        case _, Withdrew():
            return letting_go.withdraw(turn, event)
        case _, MessageUnreadable():
            return everywhere.unreadable(turn)
        case _, OldButtonTapped():
            return everywhere.old_button(turn)
        case _, OddityReceived():
            return everywhere.oddity(turn, event)
        case _, Chosen(Choice.HELP):
            return everywhere.help_(turn)
        case _, Chosen(Choice.PERSON):
            return everywhere.person(turn)
        case _, Chosen(Choice.PRIVACY):
            return everywhere.privacy(turn)
        case _, Chosen(Choice.PROOF):
            return everywhere.proof(turn)
        case _, Chosen(Choice.LANGUAGE):
            return everywhere.language_menu(turn)
        case _, Chosen(choice) if choice in LANGUAGES:
            return everywhere.language_chosen(turn, choice)
        case _, Chosen(Choice.CANCEL):
            return everywhere.cancel(turn)
        case _, Chosen(Choice.BACK):
            return everywhere.back(turn)
        case _, Chosen(Choice.ACCOUNTS):
            return afterwards.accounts(turn)
        case _, Chosen(Choice.RECEIPT):
            return receipts.find(turn)
        case _, Chosen(Choice.UNLINK):
            return letting_go.unlink(turn)
        case _, Chosen(Choice.DELETE):
            return letting_go.delete(turn)
        case _, Chosen(Choice.SHARE_ON | Choice.STOP_SHARING as choice):
            return sharing.notice_answered(turn, choice)
        case _, Chosen(Choice.NOT_MY_NAME):
            return everywhere.not_my_name(turn)

        # the customer, while something is under way
        case FetchingSummary() | ReadingLine() as at, Chosen(choice) if choice in READINGS:
            return afterwards.ask_meanwhile(turn, at, READINGS[choice])
        case at, TextReceived() | ContactShared() | LinkOpened() | Chosen() if isinstance(at, UnderWay):
            return everywhere.while_busy(turn, event)

        # greeting and consent
        case Idle() | ShowingTransactions() | ChoosingLine(), LinkOpened():
            return linking.opened_while_idle(turn.idle(), event)
        case _, LinkOpened():
            return linking.opened_midway(turn, event)
        case Idle(), Chosen(Choice.RESUME) if turn.session.memory:
            return linking.resume(turn, turn.session.memory)
        case Idle(), Chosen(Choice.RESUME):
            return linking.begin(turn)
        case Idle() | ShowingTransactions() | ChoosingLine(), Chosen(Choice.BEGIN | Choice.LINK_ANOTHER):
            return linking.begin(turn)
        case AskingConsent(), Chosen(Choice.AGREE):
            return linking.agreed(turn)
        case AskingConsent(), Chosen(Choice.DECLINE):
            return linking.declined(turn)

        # number
        case AskingNumber() as at, Chosen(Choice.OWN_NUMBER) if turn.session.own_number:
            return linking.number_given(turn, at, turn.session.own_number, proven=True)
        case AskingNumber() as at, TextReceived():
            return linking.number_typed(turn, at, event)
        case AskingNumber() as at, ContactShared(number, proven):
            return linking.contact_shared(turn, at, number, proven=proven)
        case AskingNetwork(agreement), ContactShared(number, proven):
            return linking.contact_shared(turn, AskingNumber(agreement), number, proven=proven)

        # network
        case AskingNetwork() as at, Chosen(choice) if choice in NETWORKS:
            return linking.network_chosen(turn, at, NETWORKS[choice])
        case AskingNetwork() as at, Chosen(Choice.CHANGE_NUMBER):
            return linking.change_number(turn, at)
        case AskingNetwork() as at, TextReceived():
            return linking.network_typed(turn, at, event)

        # the code
        case AskingOtp(claim) as at, Chosen(Choice.NEW_CODE):
            return sending.request_otp(turn, claim, at)
        case AskingOtp(claim), Chosen(Choice.CHANGE_NUMBER):
            return linking.change_number(turn, claim)
        case AskingOtp() as at, TextReceived():
            return checking.code_typed(turn, at, event)

        # afterwards
        case Idle() | ShowingTransactions() | ChoosingLine() | ConfirmingUnlink(), Chosen(choice) if choice in READINGS:
            return afterwards.read_line(turn, READINGS[choice])
        case ShowingTransactions() as at, Chosen(Choice.MORE):
            return afterwards.more_transactions(turn, at)
        case ChoosingLine() as at, Chosen(choice) if choice in LINES[: len(turn.session.lines)]:
            return sharing.line_chosen(turn, at, turn.session.lines[LINES.index(choice)])
        case ChoosingLine() as at, TextReceived(text) if line := afterwards.line_named(turn, text):
            return sharing.line_chosen(turn, at, line)
        case ConfirmingUnlink() as at, Chosen(Choice.CONFIRM):
            return letting_go.confirmed(turn, at)
        case ConfirmingUnlink(), Chosen(Choice.KEEP):
            return letting_go.kept(turn)
        case _, Chosen(choice) if choice in READINGS or choice is Choice.LINK_ANOTHER:
            return everywhere.finish_first(turn, choice)

        case Idle(), ContactShared() if line := afterwards.unproven_line(turn, event):
            return afterwards.number_proven(turn, line)

        # anything else that a person may send
        case Idle(), TextReceived():
            return everywhere.spoken_to_while_idle(turn, event)
        case _, TextReceived():
            return everywhere.text_out_of_place(turn, event)
        case _, ContactShared():
            return everywhere.contact_out_of_place(turn)
        case _:
            return everywhere.old_button(turn)


def _too_late(ended: Turn, event: Event) -> Turn:
    """Who hears that the time is over is not also told that what they sent has no meaning any more."""
    match event:
        case TimeRanOut() | WarningDue() | Restarted():
            return ended
        case TextReceived() if ended.durable:
            return everywhere.take_out_code(ended, event)
        case OldButtonTapped() | OddityReceived() | ContactShared() | MessageUnreadable() if ended.durable:
            return ended
        case _:
            return follow(ended, event)


def _without_stale_memory(session: Session, now: datetime) -> Session:
    stale = session.memory is not None and now >= session.memory.until
    return replace(session, memory=None) if stale else session
