"""The customer's conversation as one table of arrows: where we are, what happened, what follows. Never how it is done.

Its rules:

1.  Every pair of step and event is answered; nothing that a customer sends is ignored, but what they have just said
    is not answered twice (`repeats`). What is asked of every event, and not of one arrow, stands in `stepping`.
2.  Time is data: a session past its end hears TimeRanOut before anything else, and once.
3.  A code is asked for, and checked, at most once for each action of the customer; an unknown outcome is said as such.
4.  An answer from the provider counts only for the attempt that is waited for (its half of the table: `answers`);
    what happens by itself is followed in `by_itself`.
5.  Consent comes before the number, the number before the network, the network before the code: no arrow skips one.
6.  Buttons, words and menu numbers are the same thing by the time they get here (`understanding`).
7.  A consent that is over ends before anything else that happens is answered (`stepping`): nothing is read after it.
8.  A code does not stay where it was typed, whatever step answers it (`typed_codes`).
9.  A step forward gives ten minutes more, but never more than the provider's own ten minutes from its OTP request.
"""

from conversations.choice import HIDES, LANGUAGES, LINES, NETWORKS, NUMBERS, Choice
from conversations.customer import (
    afterwards,
    answers,
    browsing,
    by_itself,
    checking,
    coming_by_link,
    everywhere,
    letting_go,
    linking,
    my_data,
    receipts,
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
from conversations.intents.hearing import CodeHeard, NetworkHeard, NumberHeard, SelectionHeard, TextHeard, WhichNumber
from conversations.intents.intent import Topic
from conversations.intents.meaning import AskBack, Meant
from conversations.line_events import EndingMeant, Withdrew
from conversations.network import Network
from conversations.scope_steps import ChoosingScopes, NarrowingConsent
from conversations.scopes import READINGS
from conversations.session import (
    Afterwards,
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    ChoosingLine,
    ConfirmingUnlink,
    FetchingSummary,
    Idle,
    ReadingLine,
    ShowingTransactions,
    UnderWay,
)


def follow(turn: Turn, event: Event) -> Turn:
    """The table. An arrow stands above the more general ones that it is an exception to."""
    match turn.session.step, event:
        # what happens by itself, and the provider
        case _, event if FROM_SYSTEM.has(event):
            return by_itself.followed(turn, event)
        case _, event if FROM_PROVIDER.has(event):
            return answers.answered(turn, event)

        # the customer, at every step
        case _, CustomerLeft():
            return everywhere.left(turn)
        case _, OptedOut():
            return everywhere.opt_out(turn)
        case _, Withdrew() | EndingMeant():
            return letting_go.heard_after_stop(turn, event)
        case _, event if turn.session.case and talking.is_idle_talk(turn.session, event):
            return talking.beside_case(turn, turn.session.case)
        case _, MessageUnreadable():
            return everywhere.unreadable(turn)
        case _, OldButtonTapped():
            return everywhere.old_button(turn)
        case _, OddityReceived():
            return everywhere.oddity(turn, event)
        case _, Chosen(Choice.HELP):
            return everywhere.help_(turn)
        case _, Chosen(Choice.PERSON):
            return talking.person(turn)
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
            return my_data.accounts(turn)
        case _, Chosen(Choice.MYDATA):
            return my_data.find(turn)
        case _, Chosen(Choice.MYDATA_FILE):
            return my_data.find_all(turn)
        case _, Chosen(Choice.RECEIPT):
            return receipts.find(turn)
        case _, Chosen(Choice.CHOOSE):
            return scoping.choose(turn)
        case at, Chosen(choice, of=Network() as network) if isinstance(at, Idle | Afterwards):
            return sharing.wished_of(turn, choice, network)
        case ConfirmingUnlink(account), Chosen(Choice.UNLINK) if account:
            return letting_go.asked_again(turn)
        case _, Chosen(Choice.UNLINK):
            return letting_go.unlink(turn)
        case _, Chosen(Choice.DELETE):
            return letting_go.delete(turn)
        case _, Chosen(Choice.SHARE_ON | Choice.STOP_SHARING as choice):
            return sharing.notice_answered(turn, choice)
        case _, Chosen(Choice.NOT_MY_NAME):
            return talking.not_my_name(turn)

        # the customer, while something is under way, and what is said beside the answers
        case _, Chosen(Choice.STATEMENT):
            return browsing.asked(turn, Choice.STATEMENT)
        case FetchingSummary() | ReadingLine() as at, Chosen(choice) if choice in READINGS:
            return afterwards.ask_meanwhile(turn, at, READINGS[choice])
        case Idle(), TextHeard() if turn.session.is_new:
            return talking.first_words(turn, event)
        case _, TextHeard(SelectionHeard(wish), text):
            return browsing.asked(turn, wish, text)
        case _, TextHeard(Meant(Topic())):
            return talking.said_beside(turn, event)
        case at, TextHeard() | ContactShared() | LinkOpened() | Chosen() if isinstance(at, UnderWay):
            return everywhere.while_busy(turn)

        case _, TextHeard(Meant() | AskBack()):
            return talking.said_beside(turn, event)

        # greeting and consent
        case Idle() | ShowingTransactions() | ChoosingLine(), LinkOpened():
            return coming_by_link.opened_while_idle(turn.idle(), event)
        case _, LinkOpened():
            return coming_by_link.opened_midway(turn, event)
        case Idle(), Chosen(Choice.RESUME):
            return resuming.go_on(turn)
        case Idle(), Chosen(Choice.DECLINE) if turn.session.memory:
            return resuming.declined_to_resume(turn, turn.session.memory)
        case AskingNetwork() as at, Chosen(Choice.RESUME) if turn.session.memory:
            return resuming.go_on_at_network(turn, at, turn.session.memory)
        case _, Chosen(Choice.RESUME):
            return turn.ask()
        case Idle() | ShowingTransactions() | ChoosingLine(), Chosen(Choice.BEGIN | Choice.LINK_ANOTHER):
            return linking.begin(turn)
        case AskingConsent() as at, Chosen(Choice.AGREE):
            return linking.agreed(turn, at)
        case AskingConsent() | ChoosingScopes(), Chosen(Choice.DECLINE):
            return linking.declined(turn)
        case ChoosingScopes() as at, Chosen(Choice.ALLOW | Choice.LEAVE_OUT as choice):
            return scoping.answered(turn, at, yes=choice is Choice.ALLOW)
        case AskingConsent() | ChoosingScopes(), TextHeard(NumberHeard() | WhichNumber() | NetworkHeard() as heard):
            return linking.given_early(turn, heard)
        case Idle(), TextHeard(NumberHeard() | WhichNumber() as heard) if turn.session.memory:
            return resuming.resume(turn, turn.session.memory, heard)
        case Idle(), TextHeard(NumberHeard() | WhichNumber() as heard) if not turn.session.lines:
            return linking.begin_with_number(turn, heard)

        # number
        case AskingNumber() as at, Chosen(Choice.OWN_NUMBER) if turn.session.own_number:
            return linking.number_given(turn, at, turn.session.own_number, proven=True)
        case AskingNumber(), Chosen(Choice.OWN_NUMBER):
            return linking.own_number_unseen(turn)
        case AskingNumber() as at, Chosen(choice) if choice in NUMBERS[: len(at.found)]:
            return linking.number_given(turn, at, at.found[NUMBERS.index(choice)])
        case AskingNumber() as at, TextHeard(NumberHeard() | WhichNumber() as heard):
            return linking.number_heard(turn, at, heard)
        case AskingNumber(), TextHeard():
            return linking.number_unclear(turn, event)
        case AskingNumber() as at, ContactShared(number, proven):
            return linking.contact_shared(turn, at, number, proven=proven)
        case AskingNetwork(agreement), ContactShared(number, proven):
            return linking.contact_shared(turn, AskingNumber(agreement), number, proven=proven)

        # network
        case AskingNetwork() as at, Chosen(choice) if choice in NETWORKS:
            return linking.network_chosen(turn, at, NETWORKS[choice])
        case (AskingNetwork() | AskingNumber()) as at, Chosen(Choice.CHANGE_NUMBER):
            return linking.change_number(turn, at)
        case AskingNetwork() as at, TextHeard(NetworkHeard() as heard):
            return linking.network_heard(turn, at, heard)
        case AskingNetwork(agreement), TextHeard(NumberHeard() | WhichNumber() as heard):
            return linking.number_heard(turn, AskingNumber(agreement), heard)
        case AskingNetwork(), TextHeard():
            return linking.network_unclear(turn, event)

        # the code
        case AskingOtp(claim) as at, Chosen(Choice.NEW_CODE):
            return sending.request_otp(turn, claim, at)
        case AskingOtp(claim), Chosen(Choice.CHANGE_NUMBER):
            return linking.change_number(turn, claim)
        case AskingOtp() as at, TextHeard(CodeHeard(code)):
            return checking.code_heard(turn, at, code)
        case AskingOtp() as at, TextHeard():
            return checking.code_unclear(turn, at, event)

        # afterwards
        case at, Chosen(choice) if choice in READINGS and isinstance(at, Idle | Afterwards):
            return afterwards.read_line(turn, READINGS[choice])
        case Idle() | ShowingTransactions(), Chosen(Choice.MORE):
            return browsing.more(turn)
        case ChoosingLine() as at, Chosen(choice) if choice in LINES[: len(turn.session.lines)]:
            return sharing.line_chosen(turn, at, turn.session.lines[LINES.index(choice)])
        case ChoosingLine() as at, TextHeard():
            return sharing.line_typed(turn, at, event)
        case NarrowingConsent() as at, Chosen(choice) if choice in HIDES:
            return scoping.hide(turn, at, choice)
        case NarrowingConsent(), Chosen(Choice.KEEP):
            return letting_go.kept(turn)
        case ConfirmingUnlink() as at, Chosen(Choice.CONFIRM):
            return letting_go.confirmed(turn, at)
        case ConfirmingUnlink(), Chosen(Choice.KEEP):
            return letting_go.kept(turn)
        case _, Chosen(choice) if choice in READINGS or choice is Choice.LINK_ANOTHER:
            return everywhere.finish_first(turn, choice)

        case Idle(), ContactShared() if line := afterwards.unproven_line(turn, event):
            return afterwards.number_proven(turn, line)

        # anything else that a person may send
        case _, TextHeard():
            return talking.not_understood(turn, event)
        case _, ContactShared():
            return everywhere.contact_out_of_place(turn)
        case _:
            return everywhere.old_button(turn)
