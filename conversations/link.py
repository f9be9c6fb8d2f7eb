"""An agent's invitation to one customer: who made it, how far it came, when it ends. Never how it is kept or shown."""

from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from msgspec import Struct, field

from conversations.allowance import Limits
from conversations.consent import EVERY_SCOPE, Scopes
from conversations.contact import Contact
from conversations.discretion import Discreet, Hidden
from conversations.lagos import last_polite_moment, next_polite_moment
from conversations.languages import LANGUAGES
from conversations.network import Line, Network
from conversations.pause import Pause
from conversations.phone import PhoneNumber
from conversations.secret import AccountId, LinkToken

LAST_REMINDER = timedelta(hours=2)  # before an unopened link ends


class LinkOrigin(Discreet, frozen=True):
    """What a line keeps of the link that it came by, beside its reference: it is there much longer than the link.

    `agent` is who served it as customers read it, "" where a program did: that one stands in `program`, for the
    business's systems alone.
    """

    external_reference: Hidden[str] = ""
    agent: str = ""
    program: str = ""

    @property
    def server(self) -> str:
        """As the business's systems read it."""
        return self.agent or self.program


class LinkOffer(Discreet, frozen=True):
    """What the customer's side of a link knows: who asks, the words that both screens show, and the line if set."""

    reference: str
    agent: str
    words: tuple[str, str]
    number: Hidden[PhoneNumber | None] = None
    network: Network | None = None
    external_reference: Hidden[str] = ""
    program: str = ""

    @property
    def origin(self) -> LinkOrigin:
        return LinkOrigin(self.external_reference, self.agent, self.program)


class Milestone(StrEnum):
    """Where a link stands, as its agent sees it."""

    OPEN = "open"  # made, and nobody has come yet
    OPENED = "opened"  # the consent text was shown to somebody
    AGREED = "agreed"  # from here on it belongs to the one who agreed
    CODE_SENT = "code-sent"
    STUCK = "stuck"  # something needs the agent's or the customer's attention; it may still go on
    LINKED = "linked"
    DECLINED = "declined"
    EXPIRED = "expired"
    CANCELLED = "cancelled"  # by its agent, by an administrator, or because its agent was removed
    WITHDRAWN = "withdrawn"  # it was linked, and the customer or the network has ended that


class Stage(IntEnum):
    """How far a link ever came, whatever happened to it then: what the funnel counts."""

    MADE = 0
    OPENED = 1
    AGREED = 2
    CODE_SENT = 3
    VERIFIED = 4
    LINKED = 5


class Place(StrEnum):
    """Where a customer stands on the way, as their agent reads it. The values stand on disk."""

    UNOPENED = ""
    CONSENT = "consent"
    NUMBER = "number"
    NETWORK = "network"
    SENDING = "sending"
    CODE = "code"
    SUMMARY = "summary"


class Reason(StrEnum):
    """Why a link is stuck, as its agent reads it. The values stand on disk."""

    NONE = ""
    FOREIGN_NUMBER = "foreign-number"
    NOT_MOBILE = "not-mobile"
    OTHER_NUMBER = "other-number"  # than the one that the link is for
    NOT_SERVED = "not-served"  # a network that we cannot link
    NOT_ON_NETWORK = "not-on-network"
    NETWORK_DOWN = "network-down"
    NO_CODE = "no-code"  # the network cannot send one for this number
    NO_ANSWER = "no-answer"
    CODES_USED_UP = "codes-used-up"
    SHORT_WAIT = "short-wait"  # a minute or two until the next code
    TOO_MANY_PEOPLE = "too-many-people"
    WRONG_CODE = "wrong-code"
    WRONG_CODE_LAST = "wrong-code-last"
    CODE_EXPIRED = "code-expired"
    TRIES_USED_UP = "tries-used-up"
    LINK_AGAIN = "link-again"  # the code was right, and could not be exchanged
    OUR_FAULT = "our-fault"
    PERSON = "person"  # they asked for one
    NOT_UNDERSTOOD = "not-understood"  # three messages in a row led nowhere
    CANCELLED = "cancelled"
    TIME = "time"
    TOO_YOUNG = "too-young"  # whose line it is
    LEFT = "left"  # they blocked the chat; no sentence can say that to them
    FORGOTTEN = "forgotten"  # they want nothing of them to be known
    OPTED_OUT = "opted-out"  # they want no messages


NEEDS_PERSON = frozenset({Reason.PERSON, Reason.NOT_UNDERSTOOD})  # the business itself hears of these
DONE = frozenset({Milestone.LINKED})
FAILED = frozenset({Milestone.DECLINED, Milestone.EXPIRED, Milestone.CANCELLED, Milestone.WITHDRAWN})
FINAL = DONE | FAILED


class Link(Discreet, frozen=True):
    """One invitation. `line` is what the customer gave; `number` and `network` are what the agent asked for.

    `step` and `reason` say where and why it is stuck or ended. `customer` is the first contact that agreed.
    `contested` once somebody else came with the same link. `template_chat` names the chat into which its invitation was
    sent straight to its number, "" where it was not. `external_reference` is what the business calls it, "" where it
    does not. `reads` is what was agreed to, under `consent`. `token` is one that opens it, for its program. `gone_on`:
    its customer went on without it after its end. `channel` is on which somebody last moved it, "" before that.
    `binds_tokens`: each of its tokens says for which link it was made; those of earlier releases do not.
    """

    reference: str
    enrolled_by: Contact  # who made it; never changes
    served_by: Contact  # who is told how it goes, and may act on it
    language: str  # the customer's
    words: tuple[str, str]
    made_at: datetime
    expires_at: datetime
    moved_at: datetime
    number: Hidden[PhoneNumber | None] = None
    network: Network | None = None
    note: Hidden[str] = ""
    milestone: Milestone = Milestone.OPEN
    reached: Stage = Stage.MADE
    step: Place = Place.UNOPENED
    reason: Reason = Reason.NONE
    customer: Contact | None = None
    line: Line | None = None
    consent: str = ""
    account: AccountId | None = None
    contested: bool = False
    template_chat: str = ""
    external_reference: Hidden[str] = ""
    reads: Scopes = EVERY_SCOPE
    token: LinkToken | None = None
    gone_on: bool = False
    channel: str = ""
    binds_tokens: bool = False

    @property
    def is_final(self) -> bool:
        return self.milestone in FINAL

    @property
    def masked(self) -> str:
        """The number as anybody may see it; empty while none is known."""
        number = self.line.number if self.line else self.number
        return number.masked if number else ""

    @property
    def likely_network(self) -> Network | None:
        return self.line.network if self.line else self.network

    @property
    def remind_at(self) -> datetime | None:
        """When its agent is reminded of it, once, by day, before it ends; None when that is not to be."""
        due = next_polite_moment(self.expires_at - LAST_REMINDER)
        due = due if due < self.expires_at else last_polite_moment(self.expires_at - LAST_REMINDER)
        return due if self.milestone is Milestone.OPEN and due > self.made_at else None

    def is_open(self, now: datetime) -> bool:
        """Whether somebody may still go on with it."""
        return not self.is_final and now < self.expires_at

    def is_for(self, contact: Contact, now: datetime) -> bool:
        """Whether that contact may still go on with it."""
        return self.is_open(now) and self.customer in (None, contact)

    def invite(self, agent: str, program: str = "") -> LinkOffer:
        """As `agent`, or else a `program`, serves it."""
        return LinkOffer(self.reference, agent, self.words, self.number, self.network, self.external_reference, program)


class Unsent(StrEnum):
    """Why an invitation that was to go straight to a number did not arrive, as far as that is known."""

    NOT_THERE = "not-there"  # nobody has that number on the channel
    UNWANTED = "unwanted"  # they want to hear nothing from us
    WITHHELD = "withheld"  # the channel holds such messages back from them
    BUSY = "busy"  # more than the channel takes from us
    OURS = "ours"  # something that the operator must mend
    REFUSED = "refused"  # anything else that the channel has against it
    LATE = "late"  # it could not be sent in time, and its agent has forwarded the text
    UNKNOWN = "unknown"  # no answer: it may have arrived


class Direct(Struct, frozen=True):
    """The channel on which we may write first, to a number alone: as contacts name it, and as people do."""

    channel: str
    chat: str


class Addresses(Struct, frozen=True):
    """Where a link leads: each is a prefix to which its token is appended.

    `page` is the link's page, "" without one; `chats` are the ways into each chat, with the name people know it by.
    """

    page: str = ""
    chats: tuple[tuple[str, str], ...] = ()


class LinkRules(Struct, frozen=True):
    """The spans that rule links and agents (product defaults; `life` is a setting), and where links lead.

    `direct` is None where no template message can be sent straight to a number. `shows_notes`: the operator lets
    agents' notes stand on rows of the board and in notices.
    """

    life: timedelta = timedelta(hours=24)
    join_code_life: timedelta = timedelta(hours=24)  # of a code with which somebody becomes an agent
    limits: Limits = field(default_factory=Limits)
    addresses: Addresses = Addresses()
    direct: Direct | None = None
    shows_notes: bool = False
    business: str = ""
    languages: tuple[str, ...] = LANGUAGES  # in which customers may be spoken to
    pause: Pause | None = None  # that customers are told of just now
