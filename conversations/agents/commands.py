"""What an agent can want, as values. Never how it is typed, nor what follows from it."""

from msgspec import Struct, field

from conversations.agents.link_commands import MendLink, SeekEnding
from conversations.agents.report_commands import ShowReport, WantReports
from conversations.agents.session import AskingNote, AskingOwnName, AskingWhichNetwork, AskingWhichNumber, Draft
from conversations.agents.standing import Which
from conversations.customer.events import Oddity
from conversations.discretion import Discreet, Hidden
from conversations.effects import Sentence
from conversations.keys import Key
from conversations.network import Network


class BeginLink(Struct, frozen=True):
    """A link is to be described step by step; `draft` is what a bare number already says of it."""

    draft: Draft = field(default_factory=Draft)


class ExplainLink(Struct, frozen=True):
    """How a link is made, with one example."""


class MakeLink(Struct, frozen=True):
    """A link, of which at least something was said."""

    draft: Draft


class AnswerQuestion(Struct, frozen=True):
    """The question about a link that is being described is answered; the draft holds the answer."""

    draft: Draft


class AskNetwork(Struct, frozen=True):
    """A link of which all is said but the network, for what may be one is none or several; `because` says so."""

    draft: Draft
    because: Sentence


class Correct(Struct, frozen=True):
    """Something of a link that is being described is taken back, or is another: `step` asks what is not known now."""

    step: AskingWhichNumber | AskingWhichNetwork | AskingNote | AskingOwnName


class NameOneself(Struct, frozen=True):
    name: str


class ShowBoard(Discreet, frozen=True):
    """A page of the board, as a `ShowingBoard` says which; `counts`: how many there are is what was asked."""

    which: Which
    page: int = 0
    today: bool = False
    sought: Hidden[str] = ""
    yesterday: bool = False
    whose: Hidden[str] = ""
    counts: bool = False
    networks: tuple[Network, ...] = ()


class ShowLink(Struct, frozen=True):
    reference: str


class CancelLink(Struct, frozen=True):
    reference: str


class RemindOfLink(Struct, frozen=True):
    """The text once more; `send` is the word with which it is wanted to go straight to the number again.

    `guessed`: they did not say of which link, and are told. With the `reference` "" nobody has looked yet which it is.
    """

    reference: str
    send: str = ""
    guessed: bool = False


class HandLink(Struct, frozen=True):
    reference: str
    name: str


class HandAll(Struct, frozen=True):
    """All that an agent serves goes to another: one's own, or, of administrators, another agent's (`of`)."""

    name: str
    of: str = ""


class ShowToday(Struct, frozen=True):
    """The funnel of the links that were made today; of one agent's, where `whose` is given, and on these networks
    alone, where any are.
    """

    whose: str = ""
    networks: tuple[Network, ...] = ()


class ShowLinksLeft(Struct, frozen=True):
    """How many more may be made now."""


class ShowAgents(Struct, frozen=True):
    """Administrators only, as the two below."""


class InviteAgent(Struct, frozen=True):
    name: str


class RemoveAgent(Struct, frozen=True):
    name: str


class ShowHelp(Struct, frozen=True):
    """What can be typed."""


class AskLanguage(Struct, frozen=True):
    """The languages to choose from."""


class SpeakLanguage(Struct, frozen=True):
    """The agent's own language, not a customer's."""

    language: str


class LeaveDialog(Struct, frozen=True):
    """What is being described is given up."""


class OpenLinkOneself(Struct, frozen=True):
    """An agent came with a customer's link."""


class TypeCode(Struct, frozen=True):
    """Something like a customer's one-time password. It is not in here: nobody needs it. It stood `of_link` in an order
    of a link.
    """

    message: str
    of_link: bool = False


class Misuse(Struct, frozen=True):
    """A command without what it needs, or with something that is `wrong`; one example follows."""

    command: str
    wrong: bool = False


class Refuse(Struct, frozen=True):
    """A command whose words cannot be: `because` says why."""

    because: Sentence


class RefuseLink(Struct, frozen=True):
    """A link that cannot be made as it is described. One that was described before is over: nobody answers for it."""

    because: Sentence


class Wonder(Struct, frozen=True):
    """Nothing that is understood, nor a command that this agent may use."""


class SmallTalk(Struct, frozen=True):
    """A courtesy, or a question that agents often have; `about` answers it."""

    about: Key


class TapOldButton(Struct, frozen=True):
    """A button of an earlier question."""


class SendOddity(Struct, frozen=True):
    """Something that is neither text nor button. A command inside it does nothing."""

    oddity: Oddity


class BeUnreadable(Struct, frozen=True):
    """Something that could not be read and was put aside."""


class WantSilence(Struct, frozen=True):
    """The agent opted out of all messages on the channel."""


class DoNothing(Struct, frozen=True):
    """What calls for no answer: the agent blocked the bot."""


Command = (
    BeginLink
    | ExplainLink
    | MakeLink
    | AnswerQuestion
    | AskNetwork
    | Correct
    | NameOneself
    | ShowBoard
    | SeekEnding
    | MendLink
    | ShowLink
    | CancelLink
    | RemindOfLink
    | HandLink
    | HandAll
    | ShowToday
    | ShowLinksLeft
    | ShowReport
    | WantReports
    | ShowAgents
    | InviteAgent
    | RemoveAgent
    | ShowHelp
    | AskLanguage
    | SpeakLanguage
    | LeaveDialog
    | OpenLinkOneself
    | TypeCode
    | Misuse
    | Refuse
    | RefuseLink
    | Wonder
    | SmallTalk
    | TapOldButton
    | SendOddity
    | BeUnreadable
    | WantSilence
    | DoNothing
)
