"""What commands there are, as agents are shown them: what each does, and an example. Never what follows from one."""

from collections.abc import Mapping

from msgspec import Struct

from conversations.agents.session import Agent
from conversations.keys import Key


class CommandUsage(Struct, frozen=True):
    """What is said of a command: what it does, and how it is typed with what it needs."""

    does: Key
    example: Key


# As they are typed, in the order in which people are shown them.
COMMANDS: Mapping[str, CommandUsage] = {
    "link": CommandUsage("agent-does-link", "agent-example-link"),
    "links": CommandUsage("agent-does-links", "agent-example-links"),
    "status": CommandUsage("agent-does-status", "agent-example-status"),
    "cancel": CommandUsage("agent-does-cancel", "agent-example-cancel"),
    "remind": CommandUsage("agent-does-remind", "agent-example-remind"),
    "hand": CommandUsage("agent-does-hand", "agent-example-hand"),
    "today": CommandUsage("agent-does-today", "agent-example-today"),
    "report": CommandUsage("agent-does-report", "agent-example-report"),
    "language": CommandUsage("agent-does-language", "agent-example-language"),
    "help": CommandUsage("agent-does-help", "agent-example-help"),
}
ADMINS_COMMANDS: Mapping[str, CommandUsage] = {
    "agents": CommandUsage("agent-does-agents", "agent-example-agents"),
    "invite": CommandUsage("agent-does-invite", "agent-example-invite"),
    "remove": CommandUsage("agent-does-remove", "agent-example-remove"),
    "name": CommandUsage("agent-does-name", "agent-example-name"),
}
USAGE: Mapping[str, CommandUsage] = {**COMMANDS, **ADMINS_COMMANDS}


def commands_of(agent: Agent) -> tuple[str, ...]:
    return tuple(USAGE if agent.admin else COMMANDS)
