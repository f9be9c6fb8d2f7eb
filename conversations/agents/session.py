"""What an agent's turn sees: the agent, their session, and the context that was looked up. Never what follows."""

import re
from datetime import datetime
from typing import Self

from msgspec import Struct, field

from conversations.agents.standing import Which
from conversations.allowance import Refused
from conversations.changing import replace
from conversations.contact import Contact
from conversations.dialog import Dialog
from conversations.discretion import Discreet, Hidden
from conversations.languages import DEFAULT_LANGUAGE
from conversations.link import Link, Stage
from conversations.linked_line import LinkedLine
from conversations.network import Network
from conversations.phone import PhoneNumber
from conversations.report import LinkReport

LONGEST_NOTE = 60
BOARD_SIZE = 5  # links on a screen
MOST_ON_SCREEN = 40  # messages about links whose buttons are known

# Platforms' own ids and numbers with their country: never a name, which can be taken over or lent.
_ADDRESS = re.compile(r"\+?[0-9]{1,20}")


class Agent(Struct, frozen=True):
    """Who may make links. `admin` comes from the settings and from nowhere else; the name is what customers see.

    `appointed`: they were an administrator when they were last kept, and are nobody once the settings do not name them.
    """

    contact: Contact
    name: str
    since: datetime
    admin: bool = False
    appointed: bool = False


class JoinGrant(Struct, frozen=True):
    """What a code is worth until `expires_at`: to be an agent under that name, in the place of who it `replaces`."""

    name: str
    invited_by: Contact
    expires_at: datetime
    replaces: Contact | None = None


def can_be_agent(contact: Contact) -> bool:
    return _ADDRESS.fullmatch(contact.address) is not None


# Steps


class Draft(Discreet, frozen=True):
    """A link that is being described; what is not given is left to the customer. `language` "" is the agent's own.

    `send` is the word with which its invitation is wanted to go straight to the number, "" without such a wish.
    `external_reference` is what the business calls the link, "" for nothing.
    """

    number: Hidden[PhoneNumber | None] = None
    network: Network | None = None
    note: Hidden[str] = ""
    language: str = ""
    send: str = ""
    external_reference: Hidden[str] = ""


class Resting(Struct, frozen=True):
    """Nothing was asked."""


class AskingWhichNumber(Struct, frozen=True):
    draft: Draft


class AskingWhichNetwork(Struct, frozen=True):
    draft: Draft


class AskingNote(Struct, frozen=True):
    draft: Draft


class AskingOwnName(Struct, frozen=True):
    """An administrator from the settings has no name yet, and customers must be told one."""

    draft: Draft


class ShowingBoard(Discreet, frozen=True):
    """A page of the board, counted from 0; `today` and `yesterday`: of the links that came to where they stand, or were
    made, on that day; `sought` is in them, `whose` is the name of who serves them, and `networks`, where there are any,
    are those on which they are.
    """

    which: Which
    page: int
    today: bool = False
    sought: Hidden[str] = ""
    yesterday: bool = False
    whose: Hidden[str] = ""
    networks: tuple[Network, ...] = ()


AgentStep = Resting | AskingWhichNumber | AskingWhichNetwork | AskingNote | AskingOwnName | ShowingBoard


class ShownMenu(Struct, frozen=True):
    """That the menu of a chat is the agent's own; `mark` tells one menu from another, "" is none that is known."""

    contact: Contact
    mark: str


class LinkOnScreen(Struct, frozen=True):
    """That the buttons under the question number `prompt` are that link's; `numbered`: numbers stand beside them."""

    prompt: int
    reference: str
    numbered: bool = True


class AgentSession(Struct, frozen=True):
    """Where an agent's chat stands. `reports`: the weekly one is wanted; `reported` is the week of the last one.

    `shown` are the links whose buttons can still be tapped, newest last. `wrote_at` is when they last wrote,
    to the day; `warned_at` when they were told that they write too seldom to stay an agent. `numbered`: numbers stand
    beside the answers of the latest question, as the chat shows it.
    """

    language: str = DEFAULT_LANGUAGE
    step: AgentStep = Resting()
    dialog: Dialog = field(default_factory=Dialog)
    menu: ShownMenu | None = None
    reports: bool = True
    reported: str = ""
    shown: tuple[LinkOnScreen, ...] = ()
    wrote_at: datetime | None = None
    warned_at: datetime | None = None
    numbered: bool = True

    @property
    def rests(self) -> bool:
        """Whether nothing is being described: what is shown may take the place of what was."""
        return isinstance(self.step, Resting | ShowingBoard)

    def link_under(self, prompt: int | None) -> str:
        """The link of a button under that question, None: under the latest; "" where that was no link's."""
        link = self._shown_under(prompt)
        return link.reference if link else ""

    def is_numbered(self, prompt: int | None) -> bool:
        """Whether a figure is an answer of that question, None: of the latest. One that is not known has no answers."""
        if link := self._shown_under(prompt):
            return link.numbered
        return self.numbered and self.dialog.is_numbered

    def as_shown(self, *, numbered: bool) -> Self:
        """The same after its latest question was made into a message."""
        shown = tuple(
            replace(each, numbered=numbered) if each.prompt == self.dialog.prompt else each for each in self.shown
        )
        return replace(self, shown=shown, numbered=numbered)

    def _shown_under(self, prompt: int | None) -> LinkOnScreen | None:
        number = self.dialog.prompt if prompt is None else prompt
        return next((each for each in self.shown if each.prompt == number), None)


# What was looked up


class Tally(Struct, frozen=True):
    """How many links of a network (None: not known yet) came how far and no farther."""

    network: Network | None
    reached: Stage
    links: int


class AgentContext(Struct, frozen=True):
    """What a command asks of the disk, never more than its agent may see.

    `link` is the one that was named; `twin` an open one of the agent's for the same number; `links` a page of the
    board, or all open ones of the agent who is named; `more` follow; `agents` are all of them, or who serves the links
    of that page that are another's; `named` is the agent of that name. `spent` is the limit that keeps an invitation
    from being sent, or a link from being made, and `left` how many more may be made now. `own_name` can be the agent's
    own, where they have none yet.
    `linked`: the number's line is linked already; `elsewhere`: another agent has an open link for it. `lines` are those
    that came by no link, `without` how many of them today; None to who is no administrator. `total` is how many links
    there are on all pages. `giver` is whose links are handed on, `invited` the invitation of that name, `pending` are
    all that wait. `holds_line`: the agent is a customer in the same chat too. `over` has ended, where only what is open
    was sought, and nothing found. `namesakes` are the agents who may be meant by a part of a
    name that several have.
    """

    link: Link | None = None
    twin: Link | None = None
    links: tuple[Link, ...] = ()
    more: bool = False
    tallies: tuple[Tally, ...] = ()
    agents: tuple[Agent, ...] = ()
    named: Agent | None = None
    spent: Refused | None = None
    left: int = 0
    own_name: str = ""
    report: LinkReport | None = None
    linked: bool = False
    elsewhere: bool = False
    lines: tuple[LinkedLine, ...] = ()
    without: int | None = None
    total: int = 0
    giver: Agent | None = None
    invited: JoinGrant | None = None
    pending: tuple[JoinGrant, ...] = ()
    holds_line: bool = False
    over: tuple[Link, ...] = ()
    namesakes: tuple[Agent, ...] = ()
