"""Whether a link's template message can be sent straight to its number, as its agent wants it. Never how it is sent."""

from msgspec import Struct

from conversations.agents.session import Draft
from conversations.agents.turn import AgentTurn
from conversations.allowance import Allowance, Refused, allowances_for_template
from conversations.contact import Contact
from conversations.customer.problems import LIMITS_FOR_AGENTS
from conversations.effects import Sentence, sentence
from conversations.link import Link


class Plan(Struct, frozen=True):
    """To whom the invitation goes, None for nobody; what its agent is told of that, and what it spends."""

    to: Contact | None = None
    chat: str = ""
    told: tuple[Sentence, ...] = ()
    allowances: tuple[Allowance, ...] = ()


def plan(turn: AgentTurn, draft: Draft, spent: Refused | None, *, has_note: bool = True) -> Plan:
    """What becomes of the wish in the draft. `spent` is a limit that is known to be used up.

    Where a wish leads nowhere its word stays in the note, if there `has_note`.
    """
    word = draft.send if has_note else ""
    direct, number = turn.rules.direct, draft.number
    if not draft.send:
        return Plan()
    if not direct:
        return Plan(told=(sentence("agent-not-sent-off", word=word),))
    if not number:
        return Plan(told=(sentence("agent-not-sent-no-number", chat=direct.chat, word=word),))
    if spent:
        key = LIMITS_FOR_AGENTS[spent.limit.name]
        return Plan(told=(sentence(key, chat=direct.chat, again=spent.until, now=turn.now),))
    told = (sentence("agent-sending", chat=direct.chat),)
    return Plan(Contact(direct.channel, number.e164), direct.chat, told, allowances_for_template(number))


def plan_again(turn: AgentTurn, link: Link, wish: str, spent: Refused | None) -> Plan:
    """The same of a link that there is: no invitation goes to whoever has begun with it."""
    if wish and link.customer:
        return Plan(told=(sentence("agent-not-sent-theirs"),))
    return plan(turn, Draft(link.number, send=wish), spent, has_note=False)


def note_of(draft: Draft, planned: Plan) -> str:
    """The agent's note. A wish that leads nowhere may have been a part of it, and is not lost."""
    return draft.note if planned.to else f"{draft.note} {draft.send}".strip()
