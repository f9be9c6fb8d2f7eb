"""The customer's conversation as one table of arrows: where we are, what happened, what follows. Never how it is done.

It has four parts: this one, with all that is said, `chosen` for taps and what means the same, `answers` for what the
provider says, `by_itself` for what happens without either. Its rules:

1.  Every pair of step and event is answered; nothing that a customer sends is ignored, but what they have just said
    is not answered twice (`repeats`). What is asked of every event, and not of one arrow, stands in `stepping`.
2.  Time is data: a session past its end hears TimeRanOut before anything else, and once.
3.  A code is asked for, and checked, at most once for each action of the customer; an unknown outcome is said as such.
4.  An answer from the provider counts only for the attempt that is waited for.
5.  Consent comes before the number, the number before the network, the network before the code: no arrow skips one.
6.  Buttons, words and menu numbers are the same thing by the time they get here (`understanding`).
7.  A consent that is over ends before anything else that happens is answered (`stepping`): nothing is read after it.
8.  A code does not stay where it was typed, whatever step answers it (`typed_codes`).
9.  A step forward gives ten minutes more, but never more than the provider's own ten minutes from its OTP request.
"""

from conversations.customer import (
    afterwards,
    answers,
    browsing,
    by_itself,
    checking,
    chosen,
    coming_by_link,
    everywhere,
    given_early,
    letting_go,
    linking,
    resuming,
    scoping,
    sending,
    sharing,
    talking,
)
from conversations.customer.events import (
    FROM_PROVIDER,
    FROM_SYSTEM,
    Chosen,
    ContactShared,
    CustomerLeft,
    Event,
    LinkOpened,
    MessageUnreadable,
    OddityReceived,
    OldButtonTapped,
    OptedOut,
)
from conversations.customer.turn import Turn
from conversations.intents.given import (
    CodeHeard,
    CodeMissed,
    LeftOut,
    NetworkHeard,
    NumberHeard,
    SelectionHeard,
    TextHeard,
    WhichNumber,
)
from conversations.intents.intent import Topic
from conversations.intents.meaning import AskBack, Meant
from conversations.line_events import EndingMeant, Withdrew
from conversations.scope_steps import ChoosingScopes
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    ChoosingLine,
    Idle,
    ShowingTransactions,
    UnderWay,
)


def follow(turn: Turn, event: Event) -> Turn:
    """The table. An arrow stands above the more general ones that it is an exception to."""
    match turn.session.step, event:
        # the other parts of the table
        case _, event if FROM_SYSTEM.has(event):
            return by_itself.followed(turn, event)
        case _, event if FROM_PROVIDER.has(event):
            return answers.answered(turn, event)
        case _, Chosen():
            return chosen.followed(turn, event)

        # the customer, at every step
        case _, CustomerLeft():
            return everywhere.left(turn)
        case _, OptedOut():
            return everywhere.opt_out(turn)
        case _, Withdrew() | EndingMeant():
            return letting_go.heard_after_stop(turn, event)
        case _, event if turn.session.case and talking.is_idle_talk(turn.session, event):
            return talking.beside_case(turn, turn.session.case)
        case _, MessageUnreadable(known):
            return everywhere.unreadable(turn, known=known)
        case _, OldButtonTapped():
            return everywhere.old_button(turn)
        case _, OddityReceived():
            return everywhere.oddity(turn, event)

        # the customer, while something is under way, and what is said beside the answers
        case Idle(), TextHeard() if turn.session.is_new:
            return talking.first_words(turn, event)
        case _, TextHeard(SelectionHeard(wish), text):
            return browsing.asked(turn, wish, text)
        case _, TextHeard(Meant(Topic())):
            return talking.said_beside(turn, event)
        case at, TextHeard() | ContactShared() | LinkOpened() if isinstance(at, UnderWay):
            return everywhere.while_busy(turn)
        case _, TextHeard(Meant() | AskBack()):
            return talking.said_beside(turn, event)

        # greeting and consent
        case Idle() | ShowingTransactions() | ChoosingLine(), LinkOpened():
            return coming_by_link.opened_while_idle(turn.idle(), event)
        case _, LinkOpened():
            return coming_by_link.opened_midway(turn, event)
        case AskingConsent() | ChoosingScopes(), TextHeard(NumberHeard() | WhichNumber() | NetworkHeard() as heard):
            return given_early.given_early(turn, heard)
        case ChoosingScopes() as at, TextHeard(LeftOut(scopes)):
            return scoping.left_out(turn, at, scopes)
        case Idle(), TextHeard(NumberHeard() | WhichNumber() as heard) if turn.session.memory:
            return resuming.resume(turn, turn.session.memory, heard)
        case Idle() | ShowingTransactions() | ChoosingLine(), TextHeard(NumberHeard() | WhichNumber() as heard):
            return given_early.begin_with_number(turn, heard)

        # number
        case AskingNumber() as at, TextHeard(NumberHeard() | WhichNumber() as heard):
            return linking.number_heard(turn, at, heard)
        case AskingNumber(), TextHeard():
            return linking.number_unclear(turn, event)
        case AskingNumber() as at, ContactShared(number, proven):
            return linking.contact_shared(turn, at, number, proven=proven)
        case AskingNetwork(agreement), ContactShared(number, proven):
            return linking.contact_shared(turn, AskingNumber(agreement), number, proven=proven)

        # network
        case AskingNetwork() as at, TextHeard(NetworkHeard() as heard):
            return linking.network_heard(turn, at, heard)
        case AskingNetwork(agreement), TextHeard(NumberHeard() | WhichNumber() as heard):
            return linking.number_heard(turn, AskingNumber(agreement), heard)
        case AskingNetwork(), TextHeard():
            return linking.network_unclear(turn, event)

        # the code
        case AskingOtp() as at, TextHeard(CodeHeard(code)):
            return checking.code_heard(turn, at, code)
        case AskingOtp(claim), TextHeard(WhichNumber() as heard):
            asking = AskingNumber(claim.agreement)
            return linking.number_heard(turn.forward(asking), asking, heard)
        case AskingOtp() as at, TextHeard(CodeMissed(told)):
            return sending.code_missed(turn, at, told=told)
        case AskingOtp() as at, TextHeard():
            return checking.code_unclear(turn, at, event)

        # afterwards
        case ChoosingLine() as at, TextHeard():
            return sharing.line_typed(turn, at, event)
        case Idle(), ContactShared() if line := afterwards.unproven_line(turn, event):
            return afterwards.number_proven(turn, line)

        # anything else that a person may send
        case _, TextHeard():
            return talking.not_understood(turn, event)
        case _, ContactShared():
            return everywhere.contact_out_of_place(turn)
        case _:
            return everywhere.old_button(turn)
