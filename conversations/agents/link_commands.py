"""What an agent can want of one link that they do not name by its reference. Never how it is typed."""

from conversations.discretion import Discreet, Hidden
from conversations.network import Network
from conversations.phone import PhoneNumber


class SeekEnding(Discreet, frozen=True):
    """How it goes with the link whose number ends so, which is wanted to be handed to an agent of the name `hand_to`
    where that is given. Where none does, it is what `TypeCode` of that message is.
    """

    ending: Hidden[str]
    message: str = ""
    hand_to: str = ""


class MendLink(Discreet, frozen=True):
    """Something of the link on the screen is said to be wrong: what is right, where that is said too, and whether it is
    its network.
    """

    reference: str
    number: Hidden[PhoneNumber | None] = None
    network: Network | None = None
    of_network: bool = False
