"""What a customer's turn means for the agent's link: how far it came, and what its agent is told. Never whom.

The reason why a link is stuck is read from the sentence that the customer was told, so that both hear the same.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from conversations.effects import RecordConsent, Say, Sentence, sentence
from conversations.events import AccountOpened, CustomerLeft, Event, LinkOpened, OtpSent, OtpVerified
from conversations.link import Link, Milestone, Stage, Unsent
from conversations.network import Line
from conversations.secret import AccountId
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    CheckingOtp,
    ExchangingCode,
    FetchingSummary,
    SendingOtp,
    Session,
)
from conversations.turn import Turn

STEPS = {
    AskingConsent: "consent",
    AskingNumber: "number",
    AskingNetwork: "network",
    SendingOtp: "sending",
    AskingOtp: "code",
    CheckingOtp: "code",
    ExchangingCode: "code",
    FetchingSummary: "summary",
}
UNOPENED = "unopened"  # where a link stopped that nobody opened
LEFT = "left"  # the customer blocked the chat; no sentence can say that to them

# The sentence that the customer was told, and the reason that its agent is told.
REASONS = {
    "number-foreign": "foreign-number",
    "number-not-mobile": "not-mobile",
    "link-for-other-number": "other-number",
    "network-not-served": "not-served",
    "not-on-network": "not-on-network",
    "sending-unavailable": "network-down",
    "sending-busy": "network-down",
    "sending-not-possible": "no-code",
    "sending-unknown": "no-answer",
    "codes-used-up": "codes-used-up",
    "limit-otp-requests-per-number-day": "codes-used-up",
    "limit-otp-requests-per-contact-day": "codes-used-up",
    "limit-otp-requests-per-hour": "too-many-people",
    "limit-otp-requests-per-prefix-hour": "too-many-people",
    "wrong-code": "wrong-code",
    "wrong-code-last": "wrong-code-last",
    "code-expired": "code-expired",
    "check-unavailable": "no-answer",
    "check-unknown": "no-answer",
    "limit-otp-checks-per-number-day": "tries-used-up",
    "link-again": "link-again",
    "our-fault": "our-fault",
    "person": "person",
    "cancelled": "cancelled",
    "cancelled-code": "cancelled",
    "time-ran-out": "time",
    "time-ran-out-unknown": "time",
}


@dataclass(frozen=True, slots=True)
class Progress:
    """What a turn did to a link. `line`, `consent` and `account` are given where the turn brought them."""

    milestone: Milestone
    stage: Stage
    step: str
    reason: str = ""
    line: Line | None = None
    consent: str = ""
    account: AccountId | None = None


def progress_of(before: Session, event: Event, turn: Turn) -> Progress | None:
    """What the turn that followed `event` did to the link of its session; None: nothing that matters to an agent."""
    after = turn.session
    step = STEPS.get(type(after.step)) or STEPS.get(type(before.step), "")
    match event, after.step:
        case AccountOpened(account=account), FetchingSummary() if line := after.line_of(account):
            consent = line.claim.agreement.reference
            return Progress(Milestone.LINKED, Stage.LINKED, step, "", line.claim.line, consent, account)
        case OtpVerified(), ExchangingCode(claim=claim):
            return Progress(Milestone.CODE_SENT, Stage.VERIFIED, step, line=claim.line)
        case OtpSent(), AskingOtp(claim=claim) if isinstance(before.step, SendingOtp):
            return Progress(Milestone.CODE_SENT, Stage.CODE_SENT, step, line=claim.line)
        case LinkOpened(offer), AskingConsent() if offer and offer == after.offer:
            return Progress(Milestone.OPENED, Stage.OPENED, step)
        case _:
            return _told(before, event, turn, step)


def _told(before: Session, event: Event, turn: Turn, step: str) -> Progress | None:
    said = said_in(turn)
    if any(isinstance(record, RecordConsent) and not record.withdrawn for record in turn.records):
        return Progress(Milestone.AGREED, Stage.AGREED, step)
    if "declined" in said:
        return Progress(Milestone.DECLINED, Stage.MADE, step)
    if isinstance(event, CustomerLeft) and type(before.step) in STEPS:
        return Progress(Milestone.STUCK, Stage.MADE, step, LEFT)
    reasons = [REASONS[key] for key in said if key in REASONS]
    return Progress(Milestone.STUCK, Stage.MADE, step, reasons[-1], _line_of(turn.session)) if reasons else None


def said_in(turn: Turn) -> tuple[str, ...]:
    """The keys of what the customer was told, in order."""
    messages = (effect for effect in turn.durable if isinstance(effect, Say))
    return tuple(each.key for message in messages for each in message.sentences)


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
        account=progress.account or link.account,
    )


def end(link: Link, milestone: Milestone, now: datetime) -> Link:
    """The link ended from outside its conversation: expired, cancelled or withdrawn. Where it stood stays."""
    return replace(link, milestone=milestone, moved_at=now)


def forget_customer(link: Link) -> Link:
    """Nothing of the customer is left in it: not the number either that the agent gave, nor what was noted of them."""
    return replace(link, customer=None, line=None, number=None, note="", account=None)


# The notice


def is_news(link: Link, progress: Progress) -> bool:
    """Whether an agent wants to hear it: nothing twice, and no step back to what was passed."""
    if progress.stage in (Stage.OPENED, Stage.AGREED):
        return link.reached < progress.stage
    if progress.stage is Stage.VERIFIED:
        return False  # the summary, or a reason, follows within seconds
    return (link.milestone, link.step, link.reason) != (progress.milestone, progress.step, progress.reason)


def notice_of(link: Link) -> Say:
    """What the agent is told of a link that has just moved: no more of the customer than a masked number."""
    told = sentence(
        f"agent-told-{link.milestone.value}",
        link=name_of(link),
        where=where(link),
        why=why(link),
        advice=advice(link),
        account=link.account.reveal() if link.account else "",
    )
    return Say((told,))


def name_of(link: Link) -> Sentence:
    """`K7M-4Q2 (0803 ••• 4567)`."""
    return sentence("agent-link-name", reference=link.reference, number=link.masked)


def where(link: Link) -> Sentence:
    return sentence(f"agent-at-{link.step or UNOPENED}")


def why(link: Link) -> Sentence:
    return sentence(f"agent-why-{link.reason or 'none'}")


def advice(link: Link) -> Sentence:
    """The next sentence to say to the customer."""
    return sentence(f"agent-advice-{link.reason or 'none'}")


def contested(link: Link) -> Say:
    """Somebody else came with a link that belongs to its customer already."""
    return Say((sentence("agent-told-contested", link=name_of(link)),))


def unsent(link: Link, why: Unsent) -> Say:
    """Its invitation did not reach the number that it was sent to."""
    return Say((sentence(f"agent-unsent-{why.value}", link=name_of(link), chat=link.template_chat),))


def unwanted(link: Link) -> Say:
    """Who was invited wants to hear nothing from us, now or later."""
    return Say((sentence("agent-told-unwanted", link=name_of(link)),))


def reminder(link: Link, now: datetime) -> Say:
    """Once, by day, before a link ends that nobody opened."""
    told = sentence("agent-told-reminder", link=name_of(link), reference=link.reference, until=link.expires_at, now=now)
    return Say((told,))
