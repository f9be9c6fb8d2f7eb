"""What an agent sees of links, and how one is ended or handed on. Never how one is made."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime, timedelta

from conversations.agents.networks_said import labels_of, only_on
from conversations.agents.session import BOARD_SIZE, Agent, AgentContext, Resting, ShowingBoard
from conversations.agents.standing import Which
from conversations.agents.turn import Act, AgentTurn, EndForCustomer, KeepLink, MoveLinks, NameForCustomers, Tell
from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.link_progress import end
from conversations.customer.notifications import name_of, where, why
from conversations.effects import Say, Sentence, sentence
from conversations.external_reference import shorten
from conversations.keys import Key
from conversations.link import Link, Milestone
from conversations.linked_line import LinkedLine

_SAID_WHEN_EMPTY = frozenset({Which.ALL, Which.OPEN, Which.DONE, Which.FAILED, Which.WITHOUT})
STATES: Mapping[Milestone, Key] = {
    Milestone.OPEN: "agent-state-open",
    Milestone.OPENED: "agent-state-opened",
    Milestone.AGREED: "agent-state-agreed",
    Milestone.CODE_SENT: "agent-state-code-sent",
    Milestone.STUCK: "agent-state-stuck",
    Milestone.LINKED: "agent-state-linked",
    Milestone.DECLINED: "agent-state-declined",
    Milestone.EXPIRED: "agent-state-expired",
    Milestone.CANCELLED: "agent-state-cancelled",
    Milestone.WITHDRAWN: "agent-state-withdrawn",
}


def show_board(turn: AgentTurn, at: ShowingBoard, context: AgentContext, *, counts: bool = False) -> AgentTurn:
    """A page, with how many there are and how to get to another; of one link that was sought all that is known.

    A link that is being described meanwhile is gone on with.
    """
    seen, page = turn.record(Act.BOARD_SEEN, at.which.value), at.page
    rests = turn.session.rests
    if context.over:
        over = tuple(sentence("agent-link-over", link=name_of(link), state=state_of(link)) for link in context.over)
        return seen.say(*over)
    if not (context.links or context.lines):
        if at.whose and not context.named and turn.agent.admin:
            return no_such_agent(seen, at.whose)
        empty = _empty(at, context.named)
        return seen.ask(replace(at, page=0), empty) if rests else seen.say(empty)
    if at.sought and context.total == 1:
        found = Say((_description(context.links[0], turn, _server_of(context.links[0], context)),))
        return (seen.turned(Resting()) if rests else seen).show(context.links[0], found)
    rows = (
        *(_row(link, turn, _server_of(link, context)) for link in context.links),
        *(_line(line, turn) for line in context.lines),
    )
    choices = ((Choice.BACK,) if page else ()) + ((Choice.MORE,) if context.more else ())
    pages = -(-context.total // BOARD_SIZE)
    counted = (sentence("agent-board-count", total=context.total),) if counts else ()
    head = (sentence("agent-board-page", total=context.total, page=page + 1, pages=pages),) if pages > 1 else counted
    next_ = (sentence("agent-rows-next", reference=context.links[0].reference),) if at.sought and context.links else ()
    told = (*only_on(at.networks), *head, sentence("agent-rows", rows=rows), *next_)
    return seen.ask(at, *told, choices=choices) if rests else seen.say(*told)


def _empty(at: ShowingBoard, named: Agent | None) -> Sentence:
    """That there is none, or no more."""
    state = at.which.value if at.which in _SAID_WHEN_EMPTY else "state"
    which = "day" if at.today or at.yesterday else state
    if at.networks:
        name = named.name if named else ""
        return sentence("agent-board-empty-on", networks=labels_of(at.networks), name=name, page=at.page)
    if named:
        return sentence("agent-board-empty-of", name=named.name, which=which, page=at.page)
    unseen = "none" if at.sought or at.whose else which
    return sentence("agent-board-empty", which=unseen, state=at.which.value, page=at.page)


def show_link(turn: AgentTurn, link: Link, served_by: Agent | None) -> AgentTurn:
    return turn.record(Act.LINK_SEEN, link.reference).show(link, Say((_description(link, turn, served_by),)))


def cancel(turn: AgentTurn, link: Link) -> AgentTurn:
    told = sentence("agent-cancelled", link=name_of(link), agreed="yes" if link.customer else "no")
    ended = end_links(turn, (link,)).record(Act.LINK_CANCELLED, link.reference).say(told)
    return tell_loser(ended, link, sentence("agent-cancelled-for-you", link=name_of(link), name=turn.agent.name))


def tell_loser(turn: AgentTurn, link: Link, told: Sentence) -> AgentTurn:
    """Whoever served the link hears that another agent took it out of their hands."""
    return turn if link.served_by == turn.agent.contact else turn.do(Tell(link.served_by, Say((told,))))


def end_links(turn: AgentTurn, links: tuple[Link, ...]) -> AgentTurn:
    """The links end, and whoever is in the middle of one hears it."""
    for link in links:
        turn = turn.do(KeepLink(end(link, Milestone.CANCELLED, turn.now)))
        if link.customer:
            turn = turn.do(EndForCustomer(link.customer, link.reference))
    return turn


def hand(turn: AgentTurn, link: Link, to: Agent) -> AgentTurn:
    """Another agent serves the link from now on; who enrolled the customer stays."""
    if to.contact == link.served_by:
        return turn.say(sentence("agent-has-it", name=to.name, link=name_of(link)))
    handed = replace(link, served_by=to.contact)
    news = sentence("agent-handed-you", link=name_of(link), name=turn.agent.name)
    named = () if link.is_final else (NameForCustomers((handed,), to.name),)
    kept = turn.do(KeepLink(handed), *named, Tell(to.contact, Say((news, _description(handed, turn, None)))))
    done = sentence("agent-handed", link=name_of(link), name=to.name)
    lost = sentence("agent-handed-from-you", link=name_of(link), name=to.name)
    return tell_loser(kept.record(Act.LINK_HANDED, f"{link.reference} {to.name}").say(done), link, lost)


def hand_all(turn: AgentTurn, name: str, of: str, context: AgentContext) -> AgentTurn:
    """What has ended goes too: its lines may still be withdrawn, and somebody is to hear that."""
    to, giver = context.named, context.giver
    if not giver or (of and not turn.agent.admin):
        return no_such_agent(turn, of or name, context.namesakes)
    if not to or to.contact == giver.contact:
        return no_such_agent(turn, name, context.namesakes)
    count = len(context.links)
    if not count:
        return turn.say(sentence("agent-handed-none"))
    news = [Tell(to.contact, Say((sentence("agent-handed-all-you", count=count),)))]
    if giver.contact != turn.agent.contact:
        news.append(Tell(giver.contact, Say((sentence("agent-handed-all-from-you", name=to.name),))))
    left = tuple(link for link in context.links if not link.is_final)
    named = (NameForCustomers(left, to.name),) if left else ()
    moved = turn.do(MoveLinks(giver.contact, to.contact), *named, *news)
    return moved.record(Act.LINK_HANDED, f"all {to.name}").say(sentence("agent-handed-all", count=count, name=to.name))


def with_link(
    turn: AgentTurn, link: Link | None, follow: Callable[[Link], AgentTurn], *, also: Collection[Milestone] = ()
) -> AgentTurn:
    """What needs a link that has not ended, or ended `also` so. Another agent's is as unknown as one that never was."""
    if link is None:
        return no_such_link(turn)
    if not link.is_open(turn.now) and link.milestone not in also:
        return turn.say(sentence("agent-link-over", link=name_of(link), state=state_of(link)))
    return follow(link)


def no_such_link(turn: AgentTurn) -> AgentTurn:
    return turn.record(Act.NOT_ALLOWED).say(sentence("agent-no-such-link"))


def no_such_agent(turn: AgentTurn, name: str, namesakes: Collection[Agent] = ()) -> AgentTurn:
    """Of whom the name is a part is said, and nothing done: what ends or hands something over is never guessed."""
    if namesakes:
        return turn.say(sentence("agent-whole-name", names=_names_of(namesakes)))
    return turn.say(sentence("agent-no-such-agent", name=name, admin="yes" if turn.agent.admin else "no"))


def ask_which_agent(turn: AgentTurn, namesakes: Collection[Agent]) -> AgentTurn:
    """Where a part of a name is that of several: whoever is meant is asked for by the whole of it."""
    return turn.say(sentence("agent-several-called", names=_names_of(namesakes)))


def _names_of(agents: Collection[Agent]) -> str:
    return ", ".join(agent.name for agent in agents)


def state_of(link: Link) -> Sentence:
    """Where the link stands, in a few words."""
    return sentence(STATES[link.milestone], where=where(link), why=why(link))


def _server_of(link: Link, context: AgentContext) -> Agent | None:
    """Who serves it where that is another than who looks."""
    return next((agent for agent in context.agents if agent.contact == link.served_by), None)


def _row(link: Link, turn: AgentTurn, served_by: Agent | None) -> Sentence:
    when = _when(link.moved_at, turn.now)
    note = link.note if turn.rules.shows_notes else ""
    state = state_of(link)
    return sentence(
        "agent-row",
        reference=link.reference,
        number=link.masked,
        state=state,
        when=when,
        agent=served_by.name if served_by else "",
        note=note,
    )


def _line(line: LinkedLine, turn: AgentTurn) -> Sentence:
    """One that came by no link."""
    number = line.claim.line.number.masked
    return sentence("agent-row-without", number=number, when=_when(line.linked_at, turn.now))


def _when(at: datetime, now: datetime) -> Sentence:
    """No finer than an agent cares for: seconds of minutes, and minutes of many hours, are noise."""
    ago = now - at
    if ago < timedelta(minutes=2):
        return sentence("agent-just-now")
    if ago >= timedelta(days=1):
        return sentence("agent-on", at=at)
    unit = timedelta(hours=1) if ago >= timedelta(hours=2) else timedelta(minutes=1)
    return sentence("agent-ago", ago=ago // unit * unit)


def _description(link: Link, turn: AgentTurn, served_by: Agent | None) -> Sentence:
    first, second = link.words
    return sentence(
        "agent-link",
        link=name_of(link),
        state=state_of(link),
        when=_when(link.moved_at, turn.now),
        over="yes" if link.is_final else "no",
        note=link.note,
        external=shorten(link.external_reference),
        first=first,
        second=second,
        name=served_by.name if served_by else "",
        account=link.account.reveal() if link.account else "",
        until=link.expires_at,
        now=turn.now,
    )
