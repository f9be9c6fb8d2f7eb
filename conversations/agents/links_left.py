"""How many more links an agent may make, as they are told when they ask. Never where that is counted."""

from conversations.agents.making import REMINDERS
from conversations.agents.session import AgentContext
from conversations.agents.turn import AgentTurn
from conversations.allowance import TEMPLATE_LIMITS
from conversations.effects import sentence


def show_links_left(turn: AgentTurn, context: AgentContext) -> AgentTurn:
    """Of the agent's hour; from when on the next can be made, where there is none."""
    most = turn.rules.limits.links_per_agent_hour
    if context.spent:
        return turn.say(sentence("agent-no-links-left", most=most, again=context.spent.until, now=turn.now))
    a_day, a_week = (limit.most for limit in TEMPLATE_LIMITS)
    left = sentence("agent-links-left", left=context.left, most=most)
    return turn.say(left, sentence("agent-limits", a_day=a_day, a_week=a_week, again=REMINDERS.most))
