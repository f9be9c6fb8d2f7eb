"""An agent who does not write: told before, then no agent any more. Never how that is found out.

An administrator never lapses: only the settings say who is one.
"""

from datetime import datetime, timedelta
from enum import Enum, auto

from conversations.agents.board import end_links
from conversations.agents.session import Agent, AgentSession
from conversations.agents.turn import Act, AgentTurn, DropAgent, Tell
from conversations.changing import replace
from conversations.effects import Say, sentence
from conversations.freshness import is_fresh
from conversations.link import Link

BEFORE = timedelta(days=14)  # that they are told, where they may be silent for twice as long
NOTED_EVERY = timedelta(days=1)  # no finer is it known when somebody wrote


class Idleness(Enum):
    """What is due to an agent who does not write."""

    NOTING = auto()  # nobody knows yet when they wrote: the days begin now
    WARNING = auto()
    ENDING = auto()


def wrote(session: AgentSession, now: datetime) -> AgentSession:
    """The session of an agent who has just written."""
    known = session.wrote_at is not None and is_fresh(session.wrote_at, now, NOTED_EVERY)
    return session if known and not session.warned_at else replace(session, wrote_at=now, warned_at=None)


def idleness(agent: Agent, session: AgentSession | None, now: datetime, most: timedelta) -> Idleness | None:
    """What is due to who may be silent for `most`. Nobody ends who was not told in time."""
    if agent.admin:
        return None
    if not session or not session.wrote_at:
        return Idleness.NOTING
    before = _before(most)
    if not session.warned_at:
        return Idleness.WARNING if now - session.wrote_at >= most - before else None
    return Idleness.ENDING if now - session.warned_at >= before else None


def warn(turn: AgentTurn, most: timedelta) -> AgentTurn:
    """It matters until they end, and any word of theirs is enough."""
    until = turn.now + _before(most)
    told = Say((sentence("agent-idle-soon", until=until),), until=until)
    return replace(turn, session=replace(turn.session, warned_at=turn.now)).do(Tell(turn.agent.contact, told))


def lapse(turn: AgentTurn, links: tuple[Link, ...]) -> AgentTurn:
    """Their open links end with them, as after `/remove`."""
    ended = end_links(turn, links).record(Act.AGENT_LAPSED, turn.agent.name)
    return ended.say(sentence("agent-lapsed-you", count=len(links))).do(DropAgent(turn.agent))


def _before(most: timedelta) -> timedelta:
    return min(BEFORE, most / 2)
