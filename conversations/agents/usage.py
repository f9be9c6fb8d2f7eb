"""What commands there are, as agents are shown them: what each does, and an example. Never what follows from one."""

from collections.abc import Mapping

from conversations.agents.session import Agent
from conversations.keys import Key

# As they are typed, in the order in which people are shown them; each says what it does.
COMMANDS = ("link", "links", "status", "cancel", "remind", "hand", "today", "report", "language", "help")
ADMINS_COMMANDS = ("agents", "invite", "remove", "name")
DOES: Mapping[str, Key] = {
    "link": "agent-does-link",
    "links": "agent-does-links",
    "status": "agent-does-status",
    "cancel": "agent-does-cancel",
    "remind": "agent-does-remind",
    "hand": "agent-does-hand",
    "today": "agent-does-today",
    "report": "agent-does-report",
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
    "today": "agent-example-today",
    "report": "agent-example-report",
    "invite": "agent-example-invite",
    "remove": "agent-example-remove",
    "name": "agent-example-name",
}


def commands_of(agent: Agent) -> tuple[str, ...]:
    return COMMANDS + (ADMINS_COMMANDS if agent.admin else ())
