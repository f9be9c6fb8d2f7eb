"""What follows where a link that is made is said to be wrong. Never how that is said.

Its network is changed as long as nobody has come by it: the text to forward does not name it. Its number never is, for
the invitation may be with somebody already; the agent reads what to type, and a new one is described.
"""

from datetime import timedelta
from itertools import product

from conversations.agents.arguments import parse_draft
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
from conversations.wording import name_of as name_of_language

NUMBER_SEEN = timedelta(hours=1)  # after the link was made; from then on its number is masked here too


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
    if not link.is_open(turn.now):
        return turn.say(_late(turn, link, network))
    if network is None:
        return turn.say(sentence("agent-mend-which", link=name_of(link), network=known))
    if network is link.likely_network:
        return turn.say(sentence("agent-mend-same", link=name_of(link)))
    if link.milestone is not Milestone.OPEN:
        return turn.say(_late(turn, link, network))
    changed = replace(link, network=network)
    kept = turn.do(KeepLink(changed)).record(Act.LINK_CHANGED, link.reference)
    return kept.show(changed, Say((sentence("agent-mended", link=name_of(changed), network=network.label),)))


def _late(turn: AgentTurn, link: Link, network: Network | None) -> Sentence:
    """Of a link that somebody has opened, or that is over: what to type for a new one, ready to be copied where its
    number may be seen.
    """
    return sentence(
        "agent-mend-late",
        link=name_of(link),
        state=state_of(link),
        reference=link.reference,
        line=_line_for(turn, link, network) if network else "",
        network=network.label if network else "",
        over="no" if link.is_open(turn.now) else "yes",
    )


def _line_for(turn: AgentTurn, link: Link, network: Network) -> str:
    """The order of the same link on that network; "" where the whole number is not to be seen. A note that would be
    read as something else is called one.
    """
    number = _number_of(turn, link)
    language = link.language if link.language != turn.session.language else ""
    draft = Draft(link.number, network, link.note, language, external_reference=link.external_reference)
    called = (f"ref:{link.external_reference}" if link.external_reference else "", "")
    notes = (link.note, f"note: {link.note}")
    parts = (
        (name_of_language(language) if language else "", number, network.value, *last)
        for last in product(called, notes)
    )
    lines = [" ".join(filter(None, each)) for each in parts]
    known = next((line for line in lines if parse_draft(line) == draft), lines[-1])
    return f"/link {known}" if number else ""


def _how(turn: AgentTurn, link: Link) -> Sentence:
    if not link.is_open(turn.now):
        return _late(turn, link, None)
    number = _number_of(turn, link) or link.masked
    network = link.likely_network.label if link.likely_network else ""
    return sentence("agent-mend-how", link=name_of(link), reference=link.reference, number=number, network=network)


def _number_of(turn: AgentTurn, link: Link) -> str:
    """The whole number is its maker's to see, for a while."""
    is_seen = link.enrolled_by == turn.agent.contact and turn.now < link.made_at + NUMBER_SEEN
    return link.number.spaced if link.number and is_seen else ""
