"""What can happen to a linked line by itself: its data, its account, those who hold it. Never what follows."""

from datetime import datetime

from msgspec import Struct

from conversations.consent import EndReason, Scope
from conversations.secret import AccountId

# From the customer, whose channel lets us say one thing more


class Withdrew(Struct, frozen=True):
    """Who wants to hear nothing more takes back what they agreed to: they are not asked back, and told once.

    `everything`: they are to be forgotten as well.
    """

    everything: bool = False


class EndingMeant(Struct, frozen=True):
    """The same in a sentence, or by an old button: they are asked, by the words that end it."""


# From the provider, about an account: no attempt is answered


class DataReady(Struct, frozen=True):
    """The provider says that a line's data came, or it is time to ask again; `as_of` is when the network gave it."""

    account: AccountId
    as_of: datetime | None = None


class EndPosted(Struct, frozen=True):
    """The provider posted that the account was unlinked, or that its customer must `log_in` anew.

    `doubtful`: an agreement of the same chat ended shortly before, and that may be the end that was posted.
    """

    account: AccountId
    log_in: bool = False
    doubtful: bool = False


class AccountFound(Struct, frozen=True):
    """Asked again, the provider knows an account; `heard` as it was asked, `readable` where it gives anything of it."""

    account: AccountId
    heard: int = 0
    readable: bool = True


class AccountMissing(Struct, frozen=True):
    """Asked again, the provider still does not know an account. `among_many`: so it is with many at once."""

    account: AccountId
    among_many: bool = False


# From other chats that hold the line


class LineShared(Struct, frozen=True):
    """A line of this chat was linked in another one too, on the channel that people call `channel`."""

    account: AccountId
    channel: str


class LineEnded(Struct, frozen=True):
    """A line of this chat was ended for all who hold it; `channel` is where, "" where it was no chat's doing."""

    account: AccountId
    why: EndReason
    channel: str = ""


class NarrowedElsewhere(Struct, frozen=True):
    """Of a line of this chat less may be read from now on; `channel` is where that was said."""

    account: AccountId
    scope: Scope
    channel: str


AboutAccount = DataReady | EndPosted | AccountFound | AccountMissing
AboutHolders = LineShared | LineEnded | NarrowedElsewhere
