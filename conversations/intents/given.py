"""What a text gives or means where the customer stands: a number, a network, a code. Never how that is heard."""

from msgspec import Struct

from conversations.choice import Choice
from conversations.consent import Scopes
from conversations.discretion import Discreet, Hidden
from conversations.intents.meaning import Meaning
from conversations.intents.networks import NamedNetwork
from conversations.phone import NumberProblem, PhoneNumber
from conversations.secret import OtpCode


class NumberHeard(Struct, frozen=True):
    """A number, the network that was named with it, whether a BVN or NIN was given that nobody needs, and whether the
    same text agrees, where that is asked."""

    number: PhoneNumber
    network: NamedNetwork | None = None
    identity: bool = False
    agrees: bool = False


class WhichNumber(Struct, frozen=True):
    """More than one: the customer says which. Or one that may not be meant: the customer says whether."""

    numbers: tuple[PhoneNumber, ...]


class NumberAmiss(Struct, frozen=True):
    """Meant as a number, and none that can be used."""

    problem: NumberProblem


class NetworkHeard(Struct, frozen=True):
    network: NamedNetwork


class CodeHeard(Struct, frozen=True):
    code: OtpCode


class WhichCode(Struct, frozen=True):
    """More than one number of the code's length: it must be typed alone, and no try is used."""


class CodeDoubted(Struct, frozen=True):
    """One that is said to be another sender's, over, or not the one, or that is asked about: it must be typed alone,
    and no try is used.

    Or `beside` it something is said that whoever means to go on does not say: "482913 cancel"; or it was `told` them,
    by the SMS or by a person: "dem say na 482913".
    """

    beside: bool = False
    told: bool = False


class CodeMissed(Struct, frozen=True):
    """The code that was sent is not there: `told`, or looked for and asked about. No other one is ordered by that."""

    told: bool


class SelectionHeard(Struct, frozen=True):
    """Transactions of a time or a way, to be shown or as a file: which ones, the text says (`times`)."""

    wish: Choice


class LeftOut(Struct, frozen=True):
    """Of what is asked about one by one, what is not to be read: "not my transactions", "only my balance"."""

    scopes: Scopes


OfCode = CodeHeard | WhichCode | CodeDoubted | CodeMissed
Given = NumberHeard | WhichNumber | NumberAmiss | NetworkHeard | OfCode | SelectionHeard | LeftOut
Heard = Given | Meaning


class TextHeard(Discreet, frozen=True):
    """A text that is no answer with a button, and what was heard in it where it was typed."""

    heard: Heard
    text: Hidden[str] = ""
