"""What a turn means for the agent's link that its customer came by, as its arrows state it. Never what is told."""

from dataclasses import dataclass

from conversations.consent import EndReason
from conversations.link import Reason
from conversations.network import Line
from conversations.session import LinkedLine


@dataclass(frozen=True, slots=True)
class OfferShown:
    """The consent text was shown to whoever opened the link."""


@dataclass(frozen=True, slots=True)
class OfferAccepted:
    """They agreed: from here on the link is theirs."""


@dataclass(frozen=True, slots=True)
class OfferDeclined:
    """They did not agree: nothing of them stays in the link."""


@dataclass(frozen=True, slots=True)
class CodeSent:
    line: Line


@dataclass(frozen=True, slots=True)
class CodeProven:
    """The code was the right one; what it is worth is still to be had."""

    line: Line


@dataclass(frozen=True, slots=True)
class LineLinked:
    line: LinkedLine


@dataclass(frozen=True, slots=True)
class LineNarrowed:
    """Less of a linked line may be read from now on; the link that it came by is as it was."""

    line: LinkedLine


@dataclass(frozen=True, slots=True)
class LineRefused:
    """The line was found not to be one that may be handed on, before anybody was told of it."""

    line: LinkedLine
    why: EndReason = EndReason.AGE


@dataclass(frozen=True, slots=True)
class Stuck:
    """It does not go on by itself."""

    reason: Reason


Fact = (
    OfferShown | OfferAccepted | OfferDeclined | CodeSent | CodeProven | LineLinked | LineNarrowed | LineRefused | Stuck
)
