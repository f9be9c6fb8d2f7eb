"""What the outbox carries: each kind of letter, its name on disk, and how long it matters. Never its sending."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from conversations.contact import Contact
from conversations.effects import MenuItem
from conversations.secret import AccountId
from conversations.wording import Rendered
from storage.codec import Unreadable, decode
from storage.events import LETTER, PATIENCE, Posting
from storage.outbox import Letter


@dataclass(frozen=True, slots=True)
class Message:
    """A message for a person, already in their language."""

    contact: Contact
    content: Rendered


@dataclass(frozen=True, slots=True)
class Deletion:
    """A message of a person's that is to be taken out of the chat."""

    contact: Contact
    message: str


@dataclass(frozen=True, slots=True)
class Unlinking:
    """An account that is to be given back to the provider."""

    account: AccountId


@dataclass(frozen=True, slots=True)
class Menu:
    """What the menu of a person's own chat is to show; nothing: what everybody's shows."""

    contact: Contact
    items: tuple[MenuItem, ...]


@dataclass(frozen=True, slots=True)
class Invite:
    """An invitation that goes straight to the number of a link. `values` fill the channel's own text for it: who asks,
    what for, and the match words.
    """

    contact: Contact
    reference: str
    values: tuple[str, str, str] = field(repr=False)
    made_at: datetime


LetterBody = Message | Deletion | Unlinking | Menu | Posting | Invite

KINDS: dict[str, type[LetterBody]] = {
    "message": Message,
    "deletion": Deletion,
    "unlinking": Unlinking,
    "menu": Menu,
    LETTER: Posting,
    "invitation": Invite,
}
# A reply to a question that was forgotten is noise; platforms let messages be deleted for two days. A menu is written
# once and stays right, however long the platform takes none.
LIVES: dict[type[LetterBody], timedelta] = {
    Message: timedelta(hours=24),
    Deletion: timedelta(hours=48),
    Unlinking: timedelta(days=30),
    Menu: timedelta(days=30),
    Posting: PATIENCE,
    Invite: timedelta(hours=24),
}


def kind_of(body: LetterBody) -> str:
    return next(kind for kind, of in KINDS.items() if isinstance(body, of))


def body_of(letter: Letter) -> LetterBody | None:
    """What is to be sent; None for a letter of another release that nobody can read any more."""
    try:
        body: LetterBody = decode(letter.body, KINDS[letter.kind])
    except (Unreadable, KeyError):
        return None
    return body
