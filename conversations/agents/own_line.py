"""What an agent who is a customer too says of their own line, linked in the same chat. Never a command of agents'."""

from conversations.agents.commands import Command, SmallTalk, TypeCode, Wonder
from conversations.agents.reading import read
from conversations.agents.session import Agent, AgentSession
from conversations.agents.verbs import LONGEST_COMMAND, read_verb
from conversations.changing import replace
from conversations.choice import HIDES, LINES, Choice
from conversations.customer.events import ButtonTapped, Event, TextReceived
from conversations.customer.understanding import choice_meant
from conversations.intents.given import Heard, SelectionHeard
from conversations.intents.hearing import heard_in
from conversations.intents.meaning import Meant
from conversations.intents.naming import network_meant
from conversations.intents.networks import without_networks
from conversations.intents.stages import Situation
from conversations.intents.words import heard_words, words_in
from conversations.line_events import EndingMeant, Withdrew
from conversations.network import Network
from conversations.scope_steps import NarrowingConsent
from conversations.session import ChoosingLine, ConfirmingUnlink, Idle, Session, ShowingTransactions
from conversations.typed import without_slash

# As they are named in the help. What would link another line is left out: agents are no customers of links.
WISHES = (
    Choice.BALANCE,
    Choice.TRANSACTIONS,
    Choice.USAGE,
    Choice.ACCOUNTS,
    Choice.RECEIPT,
    Choice.PRIVACY,
    Choice.MYDATA,
    Choice.UNLINK,
    Choice.DELETE,
    Choice.STATEMENT,
    Choice.MYDATA_FILE,
    Choice.CHOOSE,
    Choice.SHARE_ON,
    Choice.STOP_SHARING,
    Choice.NOT_MY_NAME,
)
_OFFERED = frozenset({*WISHES, *LINES, *HIDES, Choice.CONFIRM, Choice.KEEP})  # no question of agents' has these
_ANSWERS = _OFFERED | {Choice.MORE, Choice.CANCEL, Choice.BACK}
_OF_CUSTOMERS_LINES = (SmallTalk("agent-answer-unlink"), SmallTalk("agent-answer-private"))
_ASKING = ShowingTransactions | ChoosingLine | NarrowingConsent | ConfirmingUnlink


def is_of_own_line(agent: Agent, session: AgentSession, own: Session, event: Event) -> bool:
    """Whether it is for the customer's conversation `own` of the same chat, which has a line linked."""
    match event:
        case Withdrew() | EndingMeant():
            return True
        case ButtonTapped(button, prompt):
            return button in _OFFERED or (button in _offered(own, prompt) and button in _ANSWERS)
        case TextReceived():
            return _answers(own, event) or _wishes(agent, session, event)
        case _:
            return False


def without_question(own: Session) -> Session:
    """An agent's turn came since: a "yes" or a number is an answer to that, and never to what was asked before."""
    if isinstance(own.step, _ASKING):
        own = replace(own, step=Idle(), expires_at=None, warned=False)
    closed = own.dialog.closed()
    return own if closed is own.dialog else replace(own, dialog=closed)


def _offered(own: Session, prompt: int | None) -> tuple[Choice, ...]:
    return own.dialog.offered if own.dialog.is_current(prompt) else ()


def _answers(own: Session, event: TextReceived) -> bool:
    """A text that is an answer to the customer's question and nothing else."""
    leaving = (Choice.CANCEL, Choice.BACK) if isinstance(own.step, _ASKING) else ()
    if choice_meant(event.text, _offered(own, event.quoted), leaving) in _ANSWERS:
        return True
    return isinstance(own.step, ChoosingLine) and network_meant(event.text) in set(Network)


def _wishes(agent: Agent, session: AgentSession, event: TextReceived) -> bool:
    """One of a customer's commands, or a sentence that means one and nothing among agents."""
    text = " ".join(event.text.split())
    if len(text) > LONGEST_COMMAND or read_verb(text, admin=agent.admin):
        return False
    heard, command = _heard(text), read(agent, session, event)
    if text.startswith("/") or choice_meant(text, (), WISHES):
        is_code = isinstance(command, TypeCode) and not isinstance(heard, SelectionHeard)
        return not is_code and _is_wish(heard)
    return (isinstance(command, Wonder) or _is_about_mine(command, text)) and _is_wish(heard)


def _is_about_mine(command: Command, text: str) -> bool:
    """What agents are told of their customers' lines is no answer to who says "my" and names nobody else."""
    said = set(words_in(text).words)
    is_mine = said & heard_words("heard-my") and said.isdisjoint(heard_words("heard-agent-others"))
    return command in _OF_CUSTOMERS_LINES and bool(is_mine)


def _heard(text: str) -> Heard:
    """Of several lines one may be named by its network: "balance airtel"."""
    heard = heard_in(without_slash(text), Situation.LINKED)
    return heard if _is_wish(heard) else heard_in(without_slash(without_networks(text)), Situation.LINKED)


def _is_wish(heard: Heard) -> bool:
    match heard:
        case Meant(intent):
            return intent in WISHES
        case _:
            return isinstance(heard, SelectionHeard)
