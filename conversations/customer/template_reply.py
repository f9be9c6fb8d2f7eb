"""Whether what somebody sends answers the template message that their number was sent. Never whose that is."""

from conversations.choice import LANGUAGES, Choice
from conversations.customer.events import (
    Chosen,
    ContactShared,
    Event,
    LinkOpened,
    OddityReceived,
    OldButtonTapped,
    TextReceived,
)
from conversations.customer.typed_codes import holds_code_at
from conversations.customer.understanding import read
from conversations.intents.given import SelectionHeard, TextHeard
from conversations.intents.hearing import bare_answer
from conversations.intents.intent import Courtesy
from conversations.intents.meaning import AskBack, Why
from conversations.session import AskingConsent, ChoosingLine, Idle, Session, ShowingTransactions

AT_REST = Idle | ShowingTransactions | ChoosingLine  # in the middle of nothing

# Wishes of their own: they are no answer, whoever wrote first, and the invitation waits for the next message.
OWN_WISHES = frozenset(
    {
        *(
            Choice.BALANCE,
            Choice.TRANSACTIONS,
            Choice.STATEMENT,
            Choice.USAGE,
            Choice.MORE,
            Choice.ACCOUNTS,
            Choice.RECEIPT,
        ),
        *(Choice.UNLINK, Choice.DELETE, Choice.PRIVACY, Choice.PERSON, Choice.LANGUAGE, Choice.RESUME),
        *LANGUAGES,
    }
)
_ASSENTS = (Courtesy.OK, Courtesy.YES)


def may_answer_template(session: Session) -> bool:
    """Whether anything that somebody says at this step does."""
    return isinstance(session.step, AT_REST) or _is_asked_alike(session)


def answers_template(session: Session, event: Event) -> bool:
    """Whether `event`, from somebody who was sent one, opens its link, whatever it says.

    One that came after they began by themselves is the newest that they read, and asks for an OK: a bare one is no
    consent to what stood above it, which named no agent.
    """
    if _is_asked_alike(session):
        return isinstance(event, TextReceived) and _only_assents(session, event)
    if not isinstance(session.step, AT_REST):
        return False
    match read(session, event):
        case Chosen(choice):
            return choice not in OWN_WISHES
        case TextHeard(SelectionHeard()):
            return False
        case TextHeard(text=text):
            return not holds_code_at(session, text)  # a code must be taken out of the chat, whatever else it means
        case LinkOpened(offer, stale, token):
            return not (offer or stale or token)
        case OldButtonTapped() | ContactShared() | OddityReceived():
            return True
        case _:
            return False


def _is_asked_alike(session: Session) -> bool:
    """For a consent that no agent stands behind: what agrees to that, and to an invitation, is the same word."""
    return isinstance(session.step, AskingConsent) and not session.offer


def answers_late(session: Session, event: Event) -> bool:
    """Whether somebody for whom there is nothing else here says no more than "ok", as an invitation asks."""
    has_nothing = isinstance(session.step, Idle) and not (session.lines or session.memory)
    return has_nothing and isinstance(event, TextReceived) and bare_answer(event.text) in _ASSENTS


def _only_assents(session: Session, event: TextReceived) -> bool:
    """Whether it says "ok" or "yes", and not to what."""
    match read(session, event):
        case TextHeard(AskBack(why=Why.NOT_SAID)):
            return True
        case Chosen(Choice.AGREE):
            return bare_answer(event.text) is Courtesy.YES
        case _:
            return False
