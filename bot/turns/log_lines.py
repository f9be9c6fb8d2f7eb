"""What the log tells of a turn: what came, which words of ours were said, from which step to which, and why not.

Never whose, and never what anybody wrote.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from bot.log.straight import TurnLine, stamp
from bot.ports import Inbound, UnreadableInbound
from bot.turns.outcome import Passage, TurnOutcome
from conversations.choice import Choice
from conversations.consent import Agreement
from conversations.contact import Contact
from conversations.customer.events import (
    ButtonTapped,
    Chosen,
    Event,
    OddityReceived,
    ProviderRefused,
    ProviderUnreachable,
)
from conversations.customer.facts import Stuck
from conversations.customer.turn import Turn
from conversations.effects import Say
from conversations.link import Reason
from conversations.session import (
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    CheckingOtp,
    ExchangingCode,
    SendingOtp,
    Session,
    Step,
)
from storage.ledger_head import spell
from storage.lookup import of_log_tag
from storage.sealing import Keyring

_TAG_BYTES = 4
_CHOICES = frozenset(choice.value for choice in Choice)


@lru_cache(maxsize=1024)  # a conversation has many turns
def tag_of(keyring: Keyring, contact: Contact, day: date) -> str:
    """What a contact is called in the log of a day (UTC): only who has the keys can make it, or lead it to another."""
    return spell(of_log_tag(keyring, contact, day)[:_TAG_BYTES])


def lines_of(
    keyring: Keyring, inbound: Inbound | UnreadableInbound, outcome: TurnOutcome, now: datetime, seconds: float
) -> Iterator[TurnLine]:
    """Of a turn that took so long until it was on disk, and of those in other chats that it led to."""
    contact = outcome.contact or inbound.contact
    came = "UnreadableInbound" if isinstance(inbound, UnreadableInbound) else _name(inbound.event)
    ms = round(seconds * 1000, 2)
    yield _line(
        tag_of(keyring, contact, now.date()) if contact else "", came, _why_not(inbound, outcome), outcome, now, ms
    )
    yield from lines_of_told(keyring, outcome, now)


def lines_of_told(keyring: Keyring, outcome: TurnOutcome, now: datetime) -> Iterator[TurnLine]:
    """Of the turns in other chats alone."""
    for other in outcome.turns_told():
        if other.contact and other.passage:
            who, event = tag_of(keyring, other.contact, now.date()), other.passage.event
            yield _line(who, _name(event), _why_not(Inbound(other.contact, event), other), other, now)


def _line(who: str, came: str, refused: str, outcome: TurnOutcome, now: datetime, ms: float | None = None) -> TurnLine:
    """With what only a customer's turn has."""
    if outcome.passage is None:
        return TurnLine(who, came, refused=refused, ms=ms, level="info", timestamp=stamp(now))
    before, turn = outcome.passage.before, outcome.passage.turn
    return TurnLine(
        who,
        came,
        before=type(before.step).__name__,
        after=type(turn.session.step).__name__,
        said=tuple([each.key for say in turn.effects if type(say) is Say for each in say.sentences]),
        refused=refused,
        link=_link_of(turn.session) or _link_of(before),
        receipt=_receipt_of(turn.session) or _receipt_of(before),
        ms=ms,
        level="info",
        timestamp=stamp(now),
    )


def _name(event: Event) -> str:
    """An event, with which of a closed set it is where there is one."""
    name = type(event).__name__
    match event:
        case ButtonTapped(button) if button in _CHOICES:
            return f"{name} {button}"
        case Chosen(choice):
            return f"{name} {choice.value}"
        case OddityReceived(oddity):
            return f"{name} {oddity.value}"
    return name


def _why_not(inbound: Inbound | UnreadableInbound, outcome: TurnOutcome) -> str:
    """Why what was wanted did not happen, "" where it did."""
    if outcome.repeated:
        return "repeated"
    if isinstance(inbound, UnreadableInbound):
        return "unreadable"
    match inbound.event:
        case ProviderRefused(refusal=refusal):
            return refusal.value
        case ProviderUnreachable():
            return "unreachable"
    if outcome.limit:
        return outcome.limit
    if outcome.typed_code:
        return "code_in_an_agents_chat"
    return "joining" if outcome.join_refused else _why_stuck(outcome)


def _why_stuck(outcome: TurnOutcome) -> str:
    match outcome.passage:
        case Passage(turn=Turn(fact=Stuck(reason))):
            return reason.value
        case Passage(before=before, turn=turn) if turn.session.stumbles > before.stumbles:
            return Reason.NOT_UNDERSTOOD.value
    return ""


def _link_of(session: Session) -> str:
    if session.offer:
        return session.offer.reference
    return session.lines[-1].reference if session.lines else ""


def _receipt_of(session: Session) -> str:
    """Of the agreement under which a line is being linked, or the newest was."""
    find = _AGREEMENTS.get(type(session.step))
    if find:
        return find(session.step).reference
    return session.lines[-1].claim.agreement.reference if session.lines else ""


_AGREEMENTS: dict[type[Step], Callable[[Any], Agreement]] = {
    AskingNumber: lambda step: step.agreement,
    AskingNetwork: lambda step: step.agreement,
    CheckingOtp: lambda step: step.asked.claim.agreement,
    **dict.fromkeys((SendingOtp, AskingOtp, ExchangingCode), lambda step: step.claim.agreement),
}
