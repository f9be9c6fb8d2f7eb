"""What a bare "yes" or "no" answers where the one thing that is asked about has its own button. Never a consent."""

from conversations.choice import HIDES, Choice
from conversations.intents.intent import Courtesy, Intent
from conversations.scope_steps import NarrowingConsent
from conversations.session import AskingNumber, Idle, Session


def answer_of(session: Session, said: Intent) -> Choice | None:
    """What a "yes" or a "no" answers where it is asked of one number, whether the one thing they named be hidden, or
    whether to ask anew. At rest a "yes" is heard as going on."""
    if _asks_of_one_number(session) and said is not Choice.RESUME:
        return Choice.CHANGE_NUMBER if said is Courtesy.NO else Choice.NUMBER_1
    match session.step, session.dialog.offered:
        case NarrowingConsent(named=(_,)), (Choice() as hides, Choice.KEEP) if hides in HIDES and session.dialog.asks:
            return hides if said is Courtesy.YES else None
        case Idle(), (Choice.UNLINK | Choice.DELETE | Choice.CHOOSE as anew,) if session.dialog.asks:
            return None if said is Courtesy.NO else anew  # which only asks it again
        case _:
            return None


def _asks_of_one_number(session: Session) -> bool:
    """Whether the question is if that number is their line: a "yes" or "no" is about it, and about no other."""
    return isinstance(session.step, AskingNumber) and len(session.step.found) == 1
