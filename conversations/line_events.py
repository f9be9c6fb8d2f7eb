"""What can happen to a linked line by itself: its data, its account, those who hold it. Never what follows."""

from dataclasses import dataclass
from datetime import datetime

from conversations.consent import EndReason, Scope
from conversations.secret import AccountId

# From the customer, whose channel lets us say one thing more


@dataclass(frozen=True, slots=True)
class Withdrew:
    """Who wants to hear nothing more takes back what they agreed to: they are not asked back, and told once.

    `everything`: they are to be forgotten as well.
    """

    everything: bool = False


@dataclass(frozen=True, slots=True)
class EndingMeant:
    """The same in a sentence, or by an old button: they are asked, by the words that end it."""


# From the provider, about an account: no attempt is answered


@dataclass(frozen=True, slots=True)
class DataReady:
    """The provider says that a line's data came, or it is time to ask again; `as_of` is when the network gave it."""

    account: AccountId
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class AccountLost:
    """The provider let go of the account (unlinked there)."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class AccountFound:
    """The provider knows an account that it did not know before."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class AccountMissing:
    """Asked again, the provider still does not know an account. `among_many`: so it is with many at once."""

    account: AccountId
    among_many: bool = False


# From other chats that hold the line


@dataclass(frozen=True, slots=True)
class LineShared:
    """A line of this chat was linked in another one too, on the channel that people call `channel`."""

    account: AccountId
    channel: str


@dataclass(frozen=True, slots=True)
class LineEnded:
    """A line of this chat was ended for all who hold it; `channel` is where, "" where it was no chat's doing."""

    account: AccountId
    why: EndReason
    channel: str = ""


@dataclass(frozen=True, slots=True)
class NarrowedElsewhere:
    """Of a line of this chat less may be read from now on; `channel` is where that was said."""

    account: AccountId
    scope: Scope
    channel: str


AboutAccount = DataReady | AccountLost | AccountFound | AccountMissing
AboutHolders = LineShared | LineEnded | NarrowedElsewhere
