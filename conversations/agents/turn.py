"""One turn of an agent's: the session as it becomes and what is wanted. Never which turn follows what."""

from datetime import datetime
from enum import StrEnum
from typing import Self

from msgspec import Struct

from conversations.agents.session import (
    MOST_ON_SCREEN,
    Agent,
    AgentSession,
    AgentStep,
    JoinGrant,
    LinkOnScreen,
    Resting,
    ShownMenu,
)
from conversations.allowance import Allowance
from conversations.changing import replace
from conversations.choice import LINK_CHOICES, Choice
from conversations.contact import Contact
from conversations.discretion import Discreet, Hidden
from conversations.effects import DeleteMessage, Say, Sentence, ShowMenu
from conversations.link import Link, LinkRules
from conversations.secret import JoinCode, LinkToken


class Tell(Struct, frozen=True):
    """A message for an agent, in their own language, or in the one that is named."""

    contact: Contact
    say: Say
    language: str = ""


class KeepLink(Struct, frozen=True):
    """Keep a link, new or changed; `token` is one more that opens it."""

    link: Link
    token: LinkToken | None = None


class SendTemplate(Struct, frozen=True):
    """Write first: the invitation of a link goes straight to its number, which is `contact`'s, as from `agent`."""

    contact: Contact
    link: Link
    agent: str


class EndForCustomer(Struct, frozen=True):
    """Let the customer of a link that was ended hear it."""

    customer: Contact
    reference: str


class NameForCustomers(Struct, frozen=True):
    """Let whoever came by one of these links, which were handed on, know by name who serves it now."""

    links: tuple[Link, ...]
    name: str


class KeepJoinCode(Struct, frozen=True):
    """Keep what a code is worth. An earlier code for the same name dies."""

    code: JoinCode
    invite: JoinGrant


class SpendJoinCode(Struct, frozen=True):
    """The code was used and dies."""

    code: JoinCode


class RevokeInvitation(Struct, frozen=True):
    name: str


class MoveLinks(Struct, frozen=True):
    """Have everything that one contact serves served by another, also what has ended."""

    of: Contact
    to: Contact


class KeepAgent(Struct, frozen=True):
    agent: Agent


class DropAgent(Struct, frozen=True):
    agent: Agent


class Act(StrEnum):
    """What the audit holds of an agent or an operator. The value stands on disk."""

    LINK_MADE = "link-made"
    LINK_SENT = "link-sent"  # its invitation, straight to its number
    LINK_CHANGED = "link-changed"  # the network of one that nobody had come by
    LINK_CANCELLED = "link-cancelled"
    LINK_REMINDED = "link-reminded"
    LINK_HANDED = "link-handed"
    LINK_SEEN = "link-seen"  # one link looked at
    BOARD_SEEN = "board-seen"
    REPORT_SEEN = "report-seen"
    AGENTS_SEEN = "agents-seen"
    AGENT_INVITED = "agent-invited"
    AGENT_REMOVED = "agent-removed"
    AGENT_LAPSED = "agent-lapsed"  # by not writing
    AGENT_NAMED = "agent-named"
    JOINED = "joined"
    JOIN_REFUSED = "join-refused"
    CODE_TYPED = "code-typed"  # something like a customer's one-time password
    LINK_OPENED_ONESELF = "link-opened-oneself"
    NOT_ALLOWED = "not-allowed"  # a reference that is not the agent's, or unknown
    LIMIT_REACHED = "limit-reached"
    # by an operator, on the command line; what it is about are receipts
    CUSTOMER_FOUND = "customer-found"
    CUSTOMER_EXPORTED = "customer-exported"
    CUSTOMER_UNLINKED = "customer-unlinked"
    CUSTOMER_DELETED = "customer-deleted"
    LINKS_IMPORTED = "links-imported"  # rows of a file; each link that came of one is in the audit by itself
    EVENTS_RESENT = "events-resent"
    LINKING_PAUSED = "linking-paused"  # what it is about are the words that customers are told
    LINKING_RESUMED = "linking-resumed"


class RecordAct(Struct, frozen=True):
    """Append an act to the audit; `about` is a reference or an agent's name."""

    act: Act
    about: str = ""


AgentEffect = (
    Tell
    | DeleteMessage
    | ShowMenu
    | KeepLink
    | SendTemplate
    | EndForCustomer
    | NameForCustomers
    | KeepJoinCode
    | SpendJoinCode
    | RevokeInvitation
    | MoveLinks
    | KeepAgent
    | DropAgent
    | RecordAct
)


class AgentTurn(Discreet, frozen=True):
    """An unfinished answer to a command. It counts only when each of `allowances` could be reserved with it.

    `fresh` are `minting.FRESH` random bytes; `has_menu` says that the chat can show the agent a menu of their own,
    `holds_line` that they are a customer in it too.
    """

    agent: Agent
    session: AgentSession
    now: datetime
    rules: LinkRules
    fresh: Hidden[bytes] = b""
    has_menu: bool = False
    holds_line: bool = False
    effects: tuple[AgentEffect, ...] = ()
    allowances: tuple[Allowance, ...] = ()

    def do(self, *effects: AgentEffect) -> Self:
        return replace(self, effects=self.effects + effects)

    def record(self, act: Act, about: str = "") -> Self:
        return self.do(RecordAct(act, about))

    def say(self, *sentences: Sentence) -> Self:
        """One message. The answers of the last question stay valid."""
        return self.do(Tell(self.agent.contact, Say(sentences)))

    def ask(self, step: AgentStep, *sentences: Sentence, choices: tuple[Choice, ...] = ()) -> Self:
        """One message that ends with a question, or shows what can be gone on with."""
        dialog = self.session.dialog.asked(choices)
        asked = Tell(self.agent.contact, Say(sentences, choices, dialog.prompt if choices else 0))
        return replace(self, session=replace(self.session, step=step, dialog=dialog)).do(asked)

    def show(self, link: Link, say: Say) -> Self:
        """One message about a link, with buttons where anything can be done with it and nothing else is being asked."""
        if not (link.is_open(self.now) and self.session.rests):
            return self.do(Tell(self.agent.contact, say))
        dialog = self.session.dialog.asked(LINK_CHOICES)
        shown = (*self.session.shown, LinkOnScreen(dialog.prompt, link.reference))[-MOST_ON_SCREEN:]
        session = replace(self.session, step=Resting(), dialog=dialog, shown=shown)
        told = Tell(self.agent.contact, replace(say, choices=LINK_CHOICES, prompt=dialog.prompt))
        return replace(self, session=session).do(told)

    def turned(self, step: AgentStep) -> Self:
        """The chat stands elsewhere, and nothing is offered."""
        return replace(self, session=replace(self.session, step=step, dialog=self.session.dialog.closed()))

    def speaking(self, language: str) -> Self:
        return replace(self, session=replace(self.session, language=language))

    def showing(self, menu: ShownMenu) -> Self:
        return replace(self, session=replace(self.session, menu=menu))
