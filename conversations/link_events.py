"""What happens to an agent's link while its customer does nothing. Never what they hear of it."""

from msgspec import Struct

from conversations.link import Unsent


class LinkEnded(Struct, frozen=True):
    """An agent's link is over, or belongs to somebody else; `quietly` where the customer need not be told."""

    reference: str
    quietly: bool = False


class LinkHanded(Struct, frozen=True):
    """Another agent serves the link from now on."""

    reference: str
    agent: str


class TemplateUnsent(Struct, frozen=True):
    """The invitation of a link, sent straight to its number, did not arrive. Its customer knows nothing of it."""

    reference: str
    why: Unsent


AboutLink = LinkEnded | LinkHanded | TemplateUnsent
