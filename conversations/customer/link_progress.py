"""What a customer's turn does to the agent's link that they came by. Never what its agent is told of it."""

from datetime import datetime
from typing import assert_never

from msgspec import Struct

from conversations.changing import replace
from conversations.consent import EVERY_SCOPE, Scopes
from conversations.contact import Contact
from conversations.customer.facts import (
    CodeProven,
    CodeSent,
    LineLinked,
    LineNarrowed,
    LineRefused,
    LineRenewed,
    OfferAccepted,
    OfferDeclined,
    OfferShown,
    Stuck,
)
from conversations.customer.traits import traits_of
from conversations.customer.turn import Turn
from conversations.link import FINAL, Link, Milestone, Place, Reason, Stage
from conversations.linked_line import LinkedLine
from conversations.network import Line
from conversations.secret import AccountId
from conversations.session import AskingOtp, SendingOtp, Session

_STEPS = frozenset({Stage.AGREED, Stage.CODE_SENT})


class Progress(Struct, frozen=True):
    """What a turn did to a link. `line` and what follows on it are given where the turn brought them."""

    milestone: Milestone
    stage: Stage
    step: Place
    reason: Reason = Reason.NONE
    line: Line | None = None
    consent: str = ""
    account: AccountId | None = None
    reads: Scopes = EVERY_SCOPE


def progress_of(before: Session, turn: Turn) -> Progress | None:
    """What a turn did to the link of the session before it; None: nothing that matters to an agent."""
    if turn.fact is None or isinstance(turn.fact, LineNarrowed | LineRenewed):
        return None
    place = _place_of(before, turn.session)
    match turn.fact:
        case OfferShown():
            return Progress(Milestone.OPENED, Stage.OPENED, place)
        case OfferAccepted():
            return _agreed(turn.session, place)
        case OfferDeclined():
            return Progress(Milestone.DECLINED, Stage.MADE, place)
        case CodeSent(line):
            return Progress(Milestone.CODE_SENT, Stage.CODE_SENT, place, line=line)
        case CodeProven(line):
            return Progress(Milestone.CODE_SENT, Stage.VERIFIED, place, line=line)
        case LineLinked(line):
            return _linked(line)
        case LineRefused(line):
            consent = line.claim.agreement.reference
            return Progress(Milestone.DECLINED, Stage.VERIFIED, place, Reason.TOO_YOUNG, consent=consent)
        case Stuck(reason):
            return Progress(Milestone.STUCK, Stage.MADE, place, reason, _line_of(turn.session))
        case _:
            assert_never(turn.fact)


def _place_of(before: Session, after: Session) -> Place:
    """Where the customer stands now, or where they stopped."""
    return traits_of(after.step).place or traits_of(before.step).place or Place.UNOPENED


def _linked(line: LinkedLine) -> Progress:
    """At the summary, also where the line was linked in this chat before, and needed neither code nor reading."""
    claim = line.claim
    consent, reads = claim.agreement.reference, claim.agreement.reads
    return Progress(
        Milestone.LINKED, Stage.LINKED, Place.SUMMARY, Reason.NONE, claim.line, consent, line.account, reads
    )


def _agreed(session: Session, place: Place) -> Progress:
    """With the receipt of the agreement under which the customer goes on, and what it lets be read."""
    known = traits_of(session.step).remembers
    agreed = Progress(Milestone.AGREED, Stage.AGREED, place)
    return replace(agreed, consent=known.agreement.reference, reads=known.agreement.reads) if known else agreed


def _line_of(session: Session) -> Line | None:
    match session.step:
        case AskingOtp(claim=claim) | SendingOtp(claim=claim):
            return claim.line
        case _:
            return None


# The link


def advance(link: Link, progress: Progress, now: datetime) -> Link:
    """The link as the progress leaves it. What the customer gave goes when they declined."""
    keeps = progress.milestone is not Milestone.DECLINED
    return replace(
        link,
        milestone=progress.milestone,
        reached=max(link.reached, progress.stage),
        step=progress.step,
        reason=progress.reason,
        moved_at=now,
        line=(progress.line or link.line) if keeps else None,
        customer=link.customer if keeps else None,
        consent=progress.consent or link.consent,
        reads=progress.reads if progress.consent else link.reads,
        account=progress.account or link.account,
    )


def goes_on(link: Link, progress: Progress, customer: Contact, now: datetime) -> tuple[Link, bool]:
    """A link that has ended, and whose customer goes on without it; and whether an agent wants to hear that.

    It stays as it ended until a line is linked, or is found not to be one that may be.
    """
    moved = advance(link, progress, now)
    settled = progress.milestone is Milestone.LINKED or is_too_young(progress)
    kept = replace(moved, milestone=progress.milestone if settled else link.milestone, customer=customer, gone_on=True)
    if progress.milestone is Milestone.STUCK:
        return kept, (link.step, link.reason) != (progress.step, progress.reason)
    return kept, settled or (progress.stage in _STEPS and link.reached < progress.stage)


def is_too_young(progress: Progress) -> bool:
    """Whether the line was found not to be one that may be handed on."""
    return progress.reason is Reason.TOO_YOUNG


def end(link: Link, milestone: Milestone, now: datetime, reason: Reason | None = None) -> Link:
    """The link ended from outside its conversation: expired, cancelled or withdrawn. Where it stood stays."""
    return replace(link, milestone=milestone, moved_at=now, reason=reason or link.reason)


def forget_customer(link: Link) -> Link:
    """Nothing of the customer is left in it: not the number either that the agent gave, nor what was noted of them."""
    return replace(link, customer=None, line=None, number=None, note="", account=None, external_reference="")


def is_news(link: Link, progress: Progress) -> bool:
    """Whether an agent wants to hear it: nothing twice, and no step back to what was passed. An end always."""
    if progress.milestone in FINAL:
        return True
    if progress.stage in (Stage.OPENED, Stage.AGREED):
        return link.reached < progress.stage
    if progress.stage is Stage.VERIFIED:
        return False  # the code was right: the summary, or a reason, follows within seconds
    return (link.milestone, link.step, link.reason) != (progress.milestone, progress.step, progress.reason)
