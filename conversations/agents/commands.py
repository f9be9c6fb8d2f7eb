"""What an agent can want, as values. Never how it is typed, nor what follows from it."""

from dataclasses import dataclass, field

from conversations.agents.report_commands import ShowReport, WantReports
from conversations.agents.session import Draft, Which
from conversations.effects import Sentence
from conversations.events import Oddity
from conversations.keys import Key


@dataclass(frozen=True, slots=True)
class BeginLink:
    """A link is to be described step by step; `draft` is what a bare number already says of it."""

    draft: Draft = field(default_factory=Draft)


@dataclass(frozen=True, slots=True)
class ExplainLink:
    """How a link is made, with one example."""


@dataclass(frozen=True, slots=True)
class MakeLink:
    """A link, of which at least something was said."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class AnswerQuestion:
    """The question about a link that is being described is answered; the draft holds the answer."""

    draft: Draft


@dataclass(frozen=True, slots=True)
class AskNetwork:
    """A link of which all is said but the network, for what may be one is none or several; `because` says so."""

    draft: Draft
    because: Sentence


@dataclass(frozen=True, slots=True)
class NameOneself:
    name: str


@dataclass(frozen=True, slots=True)
class ShowBoard:
    """A page of the board, as a `ShowingBoard` says which."""

    which: Which
    page: int = 0
    today: bool = False
    sought: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ShowLink:
    reference: str


@dataclass(frozen=True, slots=True)
class CancelLink:
    reference: str


@dataclass(frozen=True, slots=True)
class RemindOfLink:
    """The text once more; `send` is the word with which it is wanted to go straight to the number again."""

    reference: str
    send: str = ""


@dataclass(frozen=True, slots=True)
class HandLink:
    reference: str
    name: str


@dataclass(frozen=True, slots=True)
class HandAll:
    """All that an agent serves goes to another: one's own, or, of administrators, another agent's (`of`)."""

    name: str
    of: str = ""


@dataclass(frozen=True, slots=True)
class ShowToday:
    """The funnel of the links that were made today."""


@dataclass(frozen=True, slots=True)
class ShowAgents:
    """Administrators only, as the two below."""


@dataclass(frozen=True, slots=True)
class InviteAgent:
    name: str


@dataclass(frozen=True, slots=True)
class RemoveAgent:
    name: str


@dataclass(frozen=True, slots=True)
class ShowHelp:
    """What can be typed."""


@dataclass(frozen=True, slots=True)
class AskLanguage:
    """The languages to choose from."""


@dataclass(frozen=True, slots=True)
class SpeakLanguage:
    """The agent's own language, not a customer's."""

    language: str


@dataclass(frozen=True, slots=True)
class LeaveDialog:
    """What is being described is given up."""


@dataclass(frozen=True, slots=True)
class OpenLinkOneself:
    """An agent came with a customer's link."""


@dataclass(frozen=True, slots=True)
class TypeCode:
    """Something like a customer's one-time password. It is not in here: nobody needs it."""

    message: str


@dataclass(frozen=True, slots=True)
class Misuse:
    """A command without what it needs, or with something that is `wrong`; one example follows."""

    command: str
    wrong: bool = False


@dataclass(frozen=True, slots=True)
class Refuse:
    """A command whose words cannot be: `because` says why."""

    because: Sentence


@dataclass(frozen=True, slots=True)
class Wonder:
    """Nothing that is understood, nor a command that this agent may use."""


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """A courtesy, or a question that agents often have; `about` answers it."""

    about: Key


@dataclass(frozen=True, slots=True)
class TapOldButton:
    """A button of an earlier question."""


@dataclass(frozen=True, slots=True)
class SendOddity:
    """Something that is neither text nor button. A command inside it does nothing."""

    oddity: Oddity


@dataclass(frozen=True, slots=True)
class BeUnreadable:
    """Something that could not be read and was put aside."""


@dataclass(frozen=True, slots=True)
class WantSilence:
    """The agent opted out of all messages on the channel."""


@dataclass(frozen=True, slots=True)
class DoNothing:
    """What calls for no answer: the agent blocked the bot."""


Command = (
    BeginLink
    | ExplainLink
    | MakeLink
    | AnswerQuestion
    | AskNetwork
    | NameOneself
    | ShowBoard
    | ShowLink
    | CancelLink
    | RemindOfLink
    | HandLink
    | HandAll
    | ShowToday
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
    | Wonder
    | SmallTalk
    | TapOldButton
    | SendOddity
    | BeUnreadable
    | WantSilence
    | DoNothing
)
