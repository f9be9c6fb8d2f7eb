"""What an agent can want, as values. Never how it is typed, nor what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from conversations.agents.session import Agent, Draft, Which
from conversations.effects import Sentence
from conversations.events import Oddity
from conversations.keys import Key

# As they are typed, in the order in which people are shown them; each says what it does.
COMMANDS = ("link", "links", "status", "cancel", "remind", "hand", "today", "language", "help")
ADMINS_COMMANDS = ("agents", "invite", "remove", "name")
DOES: Mapping[str, Key] = {
    "link": "agent-does-link",
    "links": "agent-does-links",
    "status": "agent-does-status",
    "cancel": "agent-does-cancel",
    "remind": "agent-does-remind",
    "hand": "agent-does-hand",
    "today": "agent-does-today",
    "language": "agent-does-language",
    "help": "agent-does-help",
    "agents": "agent-does-agents",
    "invite": "agent-does-invite",
    "remove": "agent-does-remove",
    "name": "agent-does-name",
}
EXAMPLES: Mapping[str, Key] = {
    "link": "agent-example-link",
    "links": "agent-example-links",
    "status": "agent-example-status",
    "cancel": "agent-example-cancel",
    "remind": "agent-example-remind",
    "hand": "agent-example-hand",
    "invite": "agent-example-invite",
    "remove": "agent-example-remove",
    "name": "agent-example-name",
}


def commands_of(agent: Agent) -> tuple[str, ...]:
    return COMMANDS + (ADMINS_COMMANDS if agent.admin else ())


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
    which: Which
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowLink:
    reference: str


@dataclass(frozen=True, slots=True)
class CancelLink:
    reference: str


@dataclass(frozen=True, slots=True)
class RemindOfLink:
    reference: str


@dataclass(frozen=True, slots=True)
class HandLink:
    reference: str
    name: str


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
    """A command without what it needs; one example follows."""

    command: str


@dataclass(frozen=True, slots=True)
class Refuse:
    """A command whose words cannot be: `because` says why."""

    because: Sentence


@dataclass(frozen=True, slots=True)
class Wonder:
    """Nothing that is understood, nor a command that this agent may use."""


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
    | ShowToday
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
    | TapOldButton
    | SendOddity
    | BeUnreadable
    | WantSilence
    | DoNothing
)
