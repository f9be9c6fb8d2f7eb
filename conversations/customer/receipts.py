"""The receipts of a chat's agreements, made from what is on record of them. Never from the settings of today."""

from collections.abc import Iterator
from datetime import datetime

from conversations.changing import replace
from conversations.consent import EndReason, Receipt, has_ended, yes_or_no
from conversations.consent_events import ReceiptsFound
from conversations.customer.questions import MENU, reads_named
from conversations.customer.traits import traits_of
from conversations.customer.turn import Turn
from conversations.effects import FindReceipts, Sentence, sentence
from conversations.keys import Key
from conversations.session import Idle

PER_MESSAGE = 5  # agreements that ended, so that a chat of years is no flood
WHY: dict[EndReason | None, Key] = {
    None: "ended-customer",
    EndReason.CUSTOMER: "ended-customer",
    EndReason.TIME: "ended-time",
    EndReason.UNUSED: "ended-unused",
    EndReason.RENEWED: "ended-renewed",
    EndReason.OTHER_CHAT: "ended-other-chat",
    EndReason.NETWORK: "ended-network",
    EndReason.AGE: "ended-age",
    EndReason.OPERATOR: "ended-operator",
}


def find(turn: Turn) -> Turn:
    """Every agreement of the chat."""
    return turn.do(FindReceipts())


def found(turn: Turn, event: ReceiptsFound) -> Turn:
    if event.reference:
        return show_new(turn, *event.receipts, head=event.head)
    if not event.receipts and not event.unreadable:
        return turn.remind(sentence("receipts-none"))
    known = [_as_of(each, turn.now) for each in event.receipts]
    for each in known:  # a message each, so that it can be kept or forwarded alone
        turn = turn if each.ended_at else _shown(turn, each, event.head)
    for several in _batches([each for each in known if each.ended_at]):
        turn = turn.say(*map(_ended, several))
    return turn.say(sentence("receipts-unreadable", n=event.unreadable)) if event.unreadable else turn


def show_new(turn: Turn, *receipts: Receipt, head: str = "") -> Turn:
    """The receipt of what was agreed to just now, with what can be done next."""
    told = (*(part for each in receipts for part in _standing(turn, each)), *_head(head))
    if not isinstance(turn.session.step, Idle):
        return turn.say(*told)
    reads = tuple(scope for each in receipts for scope in each.agreement.reads)
    following = sentence("receipt-next", **yes_or_no(reads))
    return turn.say(*told, following, choices=MENU).saying(copies=_number_of(receipts))


def _shown(turn: Turn, receipt: Receipt, head: str) -> Turn:
    """A message with a button takes no key away by itself."""
    has_key = turn.session.dialog.has_key
    told = turn.say(*_standing(turn, receipt), *_head(head))
    key_goes = has_key and not told.session.dialog.has_key
    return told.saying(copies=receipt.agreement.reference, puts_key_away=key_goes)


def _number_of(receipts: tuple[Receipt, ...]) -> str:
    return receipts[0].agreement.reference if len(receipts) == 1 else ""


def _standing(turn: Turn, receipt: Receipt) -> Iterator[Sentence]:
    agreement, asked = receipt.agreement, receipt.asked
    line = next((each for each in turn.session.lines if each.claim.agreement.reference == agreement.reference), None)
    if asked:
        yield sentence(
            "receipt",
            reference=agreement.reference,
            at=agreement.at,
            business=asked.terms.business,
            purpose=asked.terms.purpose,
            reads=reads_named(asked.terms.reads),
            end=agreement.until or agreement.at,
            unused=agreement.unused_days or 0,
        )
    else:
        told = {"reference": agreement.reference, "at": agreement.at, "version": agreement.version}
        yield sentence("receipt-first-release", **told)
        if line and line.end:
            yield sentence("receipt-ends", end=line.claim.agreement.until)
    if receipt.narrowed_at:
        yield sentence("receipt-narrowed", at=receipt.narrowed_at, reads=reads_named(agreement.reads))
    if receipt.page:
        yield sentence("receipt-page", page=receipt.page)
    if not line and not _is_under_way(turn, agreement.reference):
        yield sentence("receipt-no-line")


def _head(head: str) -> Iterator[Sentence]:
    if head:
        yield sentence("receipt-head", head=head)


def _is_under_way(turn: Turn, reference: str) -> bool:
    """Whether a line is being linked under it, or may still be with one tap."""
    known = traits_of(turn.session.step).remembers or turn.session.memory
    return known is not None and known.agreement.reference == reference


def _as_of(receipt: Receipt, now: datetime) -> Receipt:
    """An agreement under which no line was linked ends by its date alone: nothing of that is on record."""
    ended = has_ended(receipt, now)
    return receipt if receipt.ended_at == ended else replace(receipt, ended_at=ended, why=EndReason.TIME)


def _ended(receipt: Receipt) -> Sentence:
    agreement = receipt.agreement
    return sentence(
        "receipt-ended",
        reference=agreement.reference,
        at=agreement.at,
        business=receipt.asked.terms.business if receipt.asked else "",
        ended=receipt.ended_at,
        why=sentence(WHY[receipt.why]),
    )


def _batches(receipts: list[Receipt]) -> Iterator[list[Receipt]]:
    return (receipts[start : start + PER_MESSAGE] for start in range(0, len(receipts), PER_MESSAGE))
