"""What a conversation hears of its consents, from the clock, the record and the operator. Never what follows."""

from msgspec import Struct

from conversations.consent import Receipt, ShownAs
from conversations.discretion import Discreet, Hidden
from conversations.on_behalf import EndedOnBehalf
from conversations.secret import AccountId


class ConsentDue(Struct, frozen=True):
    """The consent for a line has to be seen to: its end, the notice of it, or a reminder may be due."""

    account: AccountId


class ReceiptsFound(Discreet, frozen=True):
    """What is on record of the chat's agreements, oldest first; of one only, where it was asked for by `reference`.

    `unreadable` rows of theirs are on record as well, and cannot be read with the keys that there are. `head` is where
    the whole record ends now: with it whoever keeps a receipt can tell whether rows were cut off since. `shown` is how
    they were asked for; `held` is all that is held of the chat, as JSON, if it was a file.
    """

    receipts: tuple[Receipt, ...]
    reference: str = ""
    unreadable: int = 0
    head: str = ""
    shown: ShownAs = ShownAs.RECEIPTS
    held: Hidden[str] = ""


FromConsents = ConsentDue | ReceiptsFound | EndedOnBehalf
