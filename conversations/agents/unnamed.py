"""What is said where an order names no link, or names it by a part of its number. Never that anything was done."""

from conversations.agents.board import show_board, state_of
from conversations.agents.session import BOARD_SIZE, AgentContext, ShowingBoard
from conversations.agents.standing import Which
from conversations.agents.turn import AgentTurn
from conversations.changing import replace
from conversations.customer.notifications import name_of
from conversations.effects import Say, sentence


def ask_what_to_cancel(turn: AgentTurn, context: AgentContext) -> AgentTurn:
    """The only open one, or that of the newest buttons, with the button that ends it; else they are shown."""
    links = sorted((link for link in context.links if link.is_open(turn.now)), key=lambda link: link.made_at)
    on_screen, only = turn.session.link_under(None), "yes" if len(links) == 1 else "no"
    meant = links[0] if len(links) == 1 else next((link for link in links if link.reference == on_screen), None)
    if meant:
        asked = sentence("agent-cancel-this", link=name_of(meant), state=state_of(meant), only=only)
        return turn.show(meant, Say((asked,)))
    if not links:
        return turn.say(sentence("agent-cancel-none"))
    shown = replace(context, links=tuple(links[::-1][:BOARD_SIZE]), total=len(links))
    board = show_board(turn, ShowingBoard(Which.OPEN, 0), shown)
    return board.say(sentence("agent-rows-next", reference=links[-1].reference))


def show_to_hand(turn: AgentTurn, ending: str, name: str, context: AgentContext) -> AgentTurn:
    """Those whose number ends so; where an agent was named, how one is handed to them: by its reference."""
    found = show_board(turn, ShowingBoard(Which.ALL, 0, sought=ending), context)
    line = f"/hand {context.links[0].reference} {name}"
    return found.say(sentence("agent-hand-how", line=line)) if name else found
