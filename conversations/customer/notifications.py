"""What an agent is told of a link that moved: no more of its customer than a masked number. Never when it is told."""

from collections.abc import Mapping
from datetime import datetime

from conversations.customer.link_progress import Progress
from conversations.effects import Say, Sentence, sentence
from conversations.keys import Key
from conversations.link import Link, Milestone, Place, Reason, Unsent

# What is told when a link comes there by itself. Who cancels one hears it at once, and nobody else does.
NOTICES: Mapping[Milestone, Key] = {
    Milestone.OPENED: "agent-told-opened",
    Milestone.AGREED: "agent-told-agreed",
    Milestone.CODE_SENT: "agent-told-code-sent",
    Milestone.STUCK: "agent-told-stuck",
    Milestone.LINKED: "agent-told-linked",
    Milestone.DECLINED: "agent-told-declined",
    Milestone.EXPIRED: "agent-told-expired",
    Milestone.WITHDRAWN: "agent-told-withdrawn",
}
PLACES: Mapping[Place, Key] = {
    Place.UNOPENED: "agent-at-unopened",
    Place.CONSENT: "agent-at-consent",
    Place.NUMBER: "agent-at-number",
    Place.NETWORK: "agent-at-network",
    Place.SENDING: "agent-at-sending",
    Place.CODE: "agent-at-code",
    Place.SUMMARY: "agent-at-summary",
}
# What is told instead where nobody decided it: it lies in the line.
OF_THE_LINE = frozenset({Reason.TOO_YOUNG})
_NOT_THEIRS: Mapping[Milestone, Key] = {
    Milestone.DECLINED: "agent-told-refused",
    Milestone.WITHDRAWN: "agent-told-ended",
}
# Why it is stuck, and the next sentence to say to the customer.
REASONS: Mapping[Reason, tuple[Key, Key]] = {
    Reason.NONE: ("agent-why-none", "agent-advice-none"),
    Reason.FOREIGN_NUMBER: ("agent-why-foreign-number", "agent-advice-foreign-number"),
    Reason.NOT_MOBILE: ("agent-why-not-mobile", "agent-advice-not-mobile"),
    Reason.OTHER_NUMBER: ("agent-why-other-number", "agent-advice-other-number"),
    Reason.NOT_SERVED: ("agent-why-not-served", "agent-advice-not-served"),
    Reason.NOT_ON_NETWORK: ("agent-why-not-on-network", "agent-advice-not-on-network"),
    Reason.NETWORK_DOWN: ("agent-why-network-down", "agent-advice-network-down"),
    Reason.NO_CODE: ("agent-why-no-code", "agent-advice-no-code"),
    Reason.NO_ANSWER: ("agent-why-no-answer", "agent-advice-no-answer"),
    Reason.CODES_USED_UP: ("agent-why-codes-used-up", "agent-advice-codes-used-up"),
    Reason.SHORT_WAIT: ("agent-why-short-wait", "agent-advice-short-wait"),
    Reason.TOO_MANY_PEOPLE: ("agent-why-too-many-people", "agent-advice-too-many-people"),
    Reason.WRONG_CODE: ("agent-why-wrong-code", "agent-advice-wrong-code"),
    Reason.WRONG_CODE_LAST: ("agent-why-wrong-code-last", "agent-advice-wrong-code-last"),
    Reason.CODE_EXPIRED: ("agent-why-code-expired", "agent-advice-code-expired"),
    Reason.TRIES_USED_UP: ("agent-why-tries-used-up", "agent-advice-tries-used-up"),
    Reason.LINK_AGAIN: ("agent-why-link-again", "agent-advice-link-again"),
    Reason.OUR_FAULT: ("agent-why-our-fault", "agent-advice-our-fault"),
    Reason.PERSON: ("agent-why-person", "agent-advice-person"),
    Reason.NOT_UNDERSTOOD: ("agent-why-not-understood", "agent-advice-not-understood"),
    Reason.CANCELLED: ("agent-why-cancelled", "agent-advice-cancelled"),
    Reason.TIME: ("agent-why-time", "agent-advice-time"),
    Reason.TOO_YOUNG: ("agent-why-too-young", "agent-advice-too-young"),
    Reason.LEFT: ("agent-why-left", "agent-advice-left"),
    Reason.FORGOTTEN: ("agent-why-forgotten", "agent-advice-forgotten"),
    Reason.OPTED_OUT: ("agent-why-opted-out", "agent-advice-opted-out"),
}
UNSENT: Mapping[Unsent, Key] = {
    Unsent.NOT_THERE: "agent-unsent-not-there",
    Unsent.UNWANTED: "agent-unsent-unwanted",
    Unsent.WITHHELD: "agent-unsent-withheld",
    Unsent.BUSY: "agent-unsent-busy",
    Unsent.OURS: "agent-unsent-ours",
    Unsent.REFUSED: "agent-unsent-refused",
    Unsent.LATE: "agent-unsent-late",
    Unsent.UNKNOWN: "agent-unsent-unknown",
}


def notice_of(link: Link) -> Say:
    """What the agent is told of a link that has just moved: no more of the customer than a masked number."""
    told = sentence(
        _NOT_THEIRS[link.milestone] if link.reason in OF_THE_LINE else NOTICES[link.milestone],
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
    return sentence(PLACES[link.step])


def why(link: Link) -> Sentence:
    return sentence(REASONS[link.reason][0])


def advice(link: Link) -> Sentence:
    """The next sentence to say to the customer."""
    return sentence(REASONS[link.reason][1])


def gone_on(link: Link, *, had_ended: bool) -> Say:
    """The same of a link whose customer goes on without it: after it had ended, or who never opened it."""
    return Say(
        (*notice_of(link).sentences, sentence("agent-told-gone-on" if had_ended else "agent-told-by-themselves"))
    )


def beside(link: Link, progress: Progress) -> Say:
    """Who had a link that has its line, or another customer, has linked a line that is not its."""
    number = progress.line.number.masked if progress.line else ""
    account = progress.account.reveal() if progress.account else ""
    return Say((sentence("agent-told-beside", link=name_of(link), number=number, account=account),))


def contested(link: Link) -> Say:
    """Somebody else came with a link that belongs to its customer already."""
    return Say((sentence("agent-told-contested", link=name_of(link), reference=link.reference),))


def unsent(link: Link, why: Unsent) -> Say:
    """Its invitation did not reach the number that it was sent to."""
    return Say((sentence(UNSENT[why], link=name_of(link), chat=link.template_chat),))


def unwanted(link: Link) -> Say:
    """Who was invited wants to hear nothing from us, now or later."""
    return Say((sentence("agent-told-unwanted", link=name_of(link)),))


def reminder(link: Link, now: datetime) -> Say:
    """Once, by day, before a link ends that nobody opened."""
    told = sentence("agent-told-reminder", link=name_of(link), reference=link.reference, until=link.expires_at, now=now)
    return Say((told,))
