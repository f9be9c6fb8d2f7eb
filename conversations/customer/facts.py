"""What a turn means for the agent's link that its customer came by, as its arrows state it. Never what is told."""

from msgspec import Struct

from conversations.consent import EndReason
from conversations.link import Reason
from conversations.linked_line import LinkedLine
from conversations.network import Line


class OfferShown(Struct, frozen=True):
    """The consent text was shown to whoever opened the link."""


class OfferAccepted(Struct, frozen=True):
    """They agreed: from here on the link is theirs."""


class OfferDeclined(Struct, frozen=True):
    """They did not agree: nothing of them stays in the link."""


class CodeSent(Struct, frozen=True):
    line: Line


class CodeProven(Struct, frozen=True):
    """The code was the right one; what it is worth is still to be had."""

    line: Line


class LineLinked(Struct, frozen=True):
    line: LinkedLine


class LineRenewed(Struct, frozen=True):
    """A new agreement stands in the place of a line's older one, without another code."""

    line: LinkedLine


class LineNarrowed(Struct, frozen=True):
    """Less of a linked line may be read from now on; the link that it came by is as it was."""

    line: LinkedLine


class LineRefused(Struct, frozen=True):
    """The line was found not to be one that may be handed on, before anybody was told of it."""

    line: LinkedLine
    why: EndReason = EndReason.AGE


class Stuck(Struct, frozen=True):
    """It does not go on by itself."""

    reason: Reason


Fact = (
    OfferShown
    | OfferAccepted
    | OfferDeclined
    | CodeSent
    | CodeProven
    | LineLinked
    | LineRenewed
    | LineNarrowed
    | LineRefused
    | Stuck
)
