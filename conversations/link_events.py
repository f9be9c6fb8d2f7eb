"""What happens to an agent's link while its customer does nothing. Never what they hear of it."""

from dataclasses import dataclass

from conversations.link import Unsent


@dataclass(frozen=True, slots=True)
class LinkEnded:
    """An agent's link is over, or belongs to somebody else; `quietly` where the customer need not be told."""

    reference: str
    quietly: bool = False


@dataclass(frozen=True, slots=True)
class LinkHanded:
    """Another agent serves the link from now on."""

    reference: str
    agent: str


@dataclass(frozen=True, slots=True)
class TemplateUnsent:
    """The invitation of a link, sent straight to its number, did not arrive. Its customer knows nothing of it."""

    reference: str
    why: Unsent


AboutLink = LinkEnded | LinkHanded | TemplateUnsent
