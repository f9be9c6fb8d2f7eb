"""What follows what a customer chose, at each step: the part of the table for taps, and for texts that mean the same.

Never how it is done. The rules are those of `machine`.
"""

from conversations.choice import HIDES, LANGUAGES, LINES, NETWORKS, NUMBERS, Choice
from conversations.customer import (
    afterwards,
    browsing,
    everywhere,
    given_early,
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
from conversations.customer.events import Chosen
from conversations.customer.proving import proof
from conversations.customer.turn import Turn
from conversations.effects import sentence
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


def followed(turn: Turn, event: Chosen) -> Turn:
    """An arrow stands above the more general ones that it is an exception to."""
    match turn.session.step, event.choice:
        # at every step
        case _, Choice.HELP:
            return everywhere.help_(turn)
        case _, Choice.PERSON:
            return talking.person(turn)
        case _, Choice.PRIVACY:
            return everywhere.privacy(turn)
        case _, Choice.PROOF:
            return proof(turn)
        case _, Choice.LANGUAGE:
            return everywhere.language_menu(turn)
        case _, choice if choice in LANGUAGES:
            return everywhere.language_chosen(turn, choice)
        case _, Choice.CANCEL:
            return everywhere.cancel(turn)
        case _, Choice.BACK:
            return everywhere.back(turn)
        case _, Choice.ACCOUNTS:
            return my_data.find_in_short(turn)
        case _, Choice.MYDATA:
            return my_data.find(turn)
        case _, Choice.MYDATA_FILE:
            return my_data.find_all(turn)
        case _, Choice.RECEIPT:
            return receipts.find(turn)
        case at, choice if event.of and (choice is Choice.UNLINK or isinstance(at, Idle | Afterwards)):
            return sharing.wished_of(turn, choice, event.of, event.named)
        case _, Choice.CHOOSE:
            return scoping.choose(turn, event.named)
        case ConfirmingUnlink(account), Choice.UNLINK if account and not event.of_all:
            return letting_go.asked_again(turn)
        case _, Choice.UNLINK:
            return letting_go.unlink(turn, all_=event.of_all)
        case _, Choice.DELETE:
            return letting_go.delete(turn)
        case _, (Choice.SHARE_ON | Choice.STOP_SHARING) as choice:
            return sharing.notice_answered(turn, choice)
        case _, Choice.NOT_MY_NAME:
            return talking.not_my_name(turn)

        # while something is under way
        case _, Choice.STATEMENT:
            return browsing.asked(turn, Choice.STATEMENT)
        case FetchingSummary() | ReadingLine() as at, choice if choice in READINGS:
            return afterwards.ask_meanwhile(turn, at, READINGS[choice])
        case at, _ if isinstance(at, UnderWay):
            return everywhere.while_busy(turn)

        # greeting and consent
        case Idle(), Choice.RESUME:
            return resuming.go_on(turn)
        case Idle(), Choice.DECLINE if turn.session.memory:
            return resuming.declined_to_resume(turn, turn.session.memory)
        case AskingNetwork() as at, Choice.RESUME if turn.session.memory:
            return resuming.go_on_at_network(turn, at, turn.session.memory)
        case _, Choice.RESUME:
            return turn.ask()
        case Idle() | ShowingTransactions() | ChoosingLine(), Choice.BEGIN | Choice.LINK_ANOTHER:
            return linking.begin(turn)
        case AskingConsent() as at, Choice.AGREE:
            return linking.agreed(turn, at)
        case AskingConsent() | ChoosingScopes(), Choice.DECLINE:
            return linking.declined(turn)
        case AskingConsent() | ChoosingScopes() as at, Choice.CHANGE_NUMBER if at.found:
            return given_early.taken_back(turn, at, sentence("number-forgotten"))
        case ChoosingScopes() as at, (Choice.ALLOW | Choice.LEAVE_OUT) as choice:
            return scoping.answered(turn, at, yes=choice is Choice.ALLOW)

        # number
        case AskingNumber() as at, Choice.OWN_NUMBER if turn.session.own_number:
            return linking.number_given(turn, at, turn.session.own_number, proven=True)
        case AskingNumber(), Choice.OWN_NUMBER:
            return linking.own_number_unseen(turn)
        case AskingNumber() as at, choice if choice in NUMBERS[: len(at.found)]:
            return linking.number_given(turn, at, at.found[NUMBERS.index(choice)])

        # network
        case AskingNetwork() as at, choice if choice in NETWORKS:
            return linking.network_chosen(turn, at, NETWORKS[choice])
        case (AskingNetwork() | AskingNumber()) as at, Choice.CHANGE_NUMBER:
            return linking.change_number(turn, at)

        # the code
        case AskingOtp(claim) as at, Choice.NEW_CODE:
            return sending.request_otp(turn, claim, at)
        case AskingOtp(claim), Choice.CHANGE_NUMBER:
            return linking.change_number(turn, claim)

        # afterwards
        case at, choice if choice in READINGS and isinstance(at, Idle | Afterwards):
            return afterwards.read_line(turn, READINGS[choice])
        case Idle() | ShowingTransactions(), Choice.MORE:
            return browsing.more(turn)
        case ChoosingLine() as at, choice if choice in LINES[: len(turn.session.lines)]:
            return sharing.line_chosen(turn, at, turn.session.lines[LINES.index(choice)])
        case NarrowingConsent() as at, choice if choice in HIDES:
            return scoping.hide(turn, at, choice)
        case ConfirmingUnlink() as at, Choice.CONFIRM:
            return letting_go.confirmed(turn, at)
        case (NarrowingConsent() | ConfirmingUnlink()) as at, Choice.KEEP:
            return everywhere.kept(turn, at)
        case _, choice if choice in READINGS or choice is Choice.LINK_ANOTHER:
            return everywhere.finish_first(turn, choice)
        case _:
            return everywhere.old_button(turn)
