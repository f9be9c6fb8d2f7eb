"""What follows where a link that is made is said to be wrong. Never how that is said.

Its network is changed as long as nobody has come by it: the text to forward does not name it. Its number never is, for
the invitation may be with somebody already; the agent reads what to type, and a new one is described.
"""

from conversations.agents.board import state_of
from conversations.agents.link_commands import MendLink
from conversations.agents.making import begin
from conversations.agents.session import Draft
from conversations.agents.turn import Act, AgentTurn, KeepLink
from conversations.changing import replace
from conversations.customer.notifications import name_of
from conversations.effects import Say, Sentence, sentence
from conversations.link import Link, Milestone
from conversations.network import Network
from conversations.phone import PhoneNumber


def mend(turn: AgentTurn, wrong: MendLink, link: Link | None) -> AgentTurn:
    if link is None:
        return turn.say(sentence("agent-answer-mend"))
    if wrong.number and not _is_its_number(turn, link, wrong.number):
        return _describe_anew(turn, link, wrong.number, wrong.network)
    if wrong.number and not wrong.network and _number_of(turn, link):
        return turn.say(sentence("agent-mend-same", link=name_of(link)))
    return _mend_network(turn, link, wrong.network) if wrong.of_network else turn.say(_how(turn, link))


def _is_its_number(turn: AgentTurn, link: Link, number: PhoneNumber) -> bool:
    """Of a link that was handed over as far as its agent sees it: no answer tells the digits that are hidden there."""
    return number == link.number if _number_of(turn, link) else number.masked == link.masked


def _describe_anew(turn: AgentTurn, link: Link, number: PhoneNumber, network: Network | None) -> AgentTurn:
    """A link for the number that was said; its note and network are those of the one that was wrong, and are asked back
    before it is made.
    """
    draft = Draft(number, network or link.network, link.note, link.language, external_reference=link.external_reference)
    stays = sentence("agent-mend-number", link=name_of(link), reference=link.reference)
    return begin(turn.say(stays) if link.is_open(turn.now) else turn, draft)


def _mend_network(turn: AgentTurn, link: Link, network: Network | None) -> AgentTurn:
    known = link.network.label if link.network else ""
    if network is None:
        return turn.say(sentence("agent-mend-which", link=name_of(link), network=known))
    if network is link.likely_network:
        return turn.say(sentence("agent-mend-same", link=name_of(link)))
    if not (link.milestone is Milestone.OPEN and link.is_open(turn.now)):
        number = _number_of(turn, link) or "0803 123 4567"
        line = " ".join(filter(None, ("/link", number, network.value, link.note)))
        over = "no" if link.is_open(turn.now) else "yes"
        return turn.say(
            sentence(
                "agent-mend-late",
                link=name_of(link),
                state=state_of(link),
                reference=link.reference,
                line=line,
                over=over,
            )
        )
    changed = replace(link, network=network)
    kept = turn.do(KeepLink(changed)).record(Act.LINK_CHANGED, link.reference)
    return kept.show(changed, Say((sentence("agent-mended", link=name_of(changed), network=network.label),)))


def _how(turn: AgentTurn, link: Link) -> Sentence:
    number = _number_of(turn, link) or link.masked
    network = link.likely_network.label if link.likely_network else ""
    over = "no" if link.is_open(turn.now) else "yes"
    return sentence(
        "agent-mend-how", link=name_of(link), reference=link.reference, number=number, network=network, over=over
    )


def _number_of(turn: AgentTurn, link: Link) -> str:
    """The whole number is its maker's to see."""
    return link.number.spaced if link.number and link.enrolled_by == turn.agent.contact else ""
