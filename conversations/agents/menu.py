"""The menu of commands in an agent's own chat: what it is to show, and whether it does. Never how it is shown."""

import hashlib
from functools import cache

from conversations.agents.session import ShownMenu
from conversations.agents.turn import AgentTurn
from conversations.agents.usage import USAGE, commands_of
from conversations.effects import MenuItem, ShowMenu
from conversations.wording import catalogue_of

UNLINK = "unlink"


@cache
def menu_of(commands: tuple[str, ...], language: str, *, holds_line: bool = False) -> tuple[MenuItem, ...]:
    """With the end of sharing an own line, where there is one in the same chat: for customers it is never far."""
    words = catalogue_of(language)
    own_line = (MenuItem(UNLINK, words.say("agent-does-unlink", {})),) if holds_line else ()
    return (*(MenuItem(command, words.say(USAGE[command].does, {})) for command in commands), *own_line)


def keep_menu(turn: AgentTurn) -> AgentTurn:
    """The menu is shown where it is not what it should be: to who is new, in another language, by another release."""
    items = menu_of(commands_of(turn.agent), turn.session.language, holds_line=turn.holds_line)
    menu = ShownMenu(turn.agent.contact, _mark(items))
    if not turn.has_menu or turn.session.menu == menu:
        return turn
    return turn.showing(menu).do(ShowMenu(items))


def doubt_menu(turn: AgentTurn) -> AgentTurn:
    """Whether it reached a chat that is blocked now nobody knows: it is shown again when they come back."""
    return turn.showing(ShownMenu(turn.agent.contact, "")) if turn.session.menu else turn


def _mark(items: tuple[MenuItem, ...]) -> str:
    return hashlib.sha256(repr(items).encode()).hexdigest()[:16]
