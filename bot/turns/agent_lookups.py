"""What an agent's command asks of the disk, looked up. Never more than that agent may see, and never a decision."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta

from bot.turns.link_times import by_clock
from conversations.agents import commands
from conversations.agents.arguments import read_sought
from conversations.agents.commands import Command
from conversations.agents.link_commands import MendLink, SeekEnding
from conversations.agents.report_commands import ShowReport, Until
from conversations.agents.session import BOARD_SIZE, Agent, AgentContext, AgentSession, AskingOwnName, Draft
from conversations.agents.standing import STANDINGS, Standing, Which, happened_today, happened_yesterday, on_a_day
from conversations.allowance import Limits, allowances_for_link, decide
from conversations.changing import replace
from conversations.lagos import date_in_lagos, start_of_day
from conversations.link import FINAL, Link
from storage.board import Board, BoardDay
from storage.links import KEPT
from storage.store import Store
from storage.transaction import Transaction


def load_context(
    tx: Transaction, store: Store, agent: Agent, session: AgentSession, command: Command, now: datetime
) -> AgentContext:
    """The context for `command`; empty for one that needs none."""
    match command:
        case commands.MakeLink(draft) | commands.AnswerQuestion(draft):
            return known_of(tx, store, agent, draft, now)
        case commands.NameOneself(name):
            draft = session.step.draft if isinstance(session.step, AskingOwnName) else Draft()
            return replace(known_of(tx, store, agent, draft, now), named=store.agents.find_named(tx, name))
        case commands.ShowBoard():
            return _page(tx, store, agent, command, now)
        case SeekEnding(ending):
            return _ending_so(tx, store, agent, ending)
        case commands.ShowLink(reference) | commands.RemindOfLink(reference):
            return _link(tx, store, agent, reference)
        case commands.CancelLink(reference):
            return AgentContext(link=store.links.find_for(tx, agent, reference))
        case MendLink(reference):
            return AgentContext(link=_to_mend(tx, store, agent, reference, now))
        case commands.LeaveDialog():
            return AgentContext(links=store.links.open_of(tx, agent))
        case commands.HandLink(reference, name):
            named = store.agents.find_named(tx, name)
            link = store.links.find_for(tx, agent, reference)
            return AgentContext(link=link, named=named, namesakes=called_so(tx, store, agent, "" if named else name))
        case commands.ShowToday(whose):
            return _today(tx, store, agent, whose, start_of_day(now))
        case ShowReport():
            return _report(tx, store, agent, command, date_in_lagos(now))
        case _:
            return _about_agents(tx, store, agent, command, now)


def _to_mend(tx: Transaction, store: Store, agent: Agent, reference: str, now: datetime) -> Link | None:
    """That link, or, once it is over, the newest open one made after it: an older one is another customer's."""
    link = store.links.find_for(tx, agent, reference)
    if not link or link.is_open(now):
        return link
    later = (each for each in store.links.open_of(tx, agent) if each.made_at > link.made_at and each.is_open(now))
    return max(later, key=lambda each: each.made_at, default=link)


def links_left(tx: Transaction, store: Store, agent: Agent, limits: Limits, now: datetime) -> AgentContext:
    """How many more links the agent may make now; or the limit, and until when it holds."""
    (allowance,) = allowances_for_link(limits, str(agent.contact))
    spent = store.counters.spent(tx, allowance, now)
    refused = decide(allowance.limit, spent[-1], now) if len(spent) >= allowance.limit.most else None
    return AgentContext(left=allowance.limit.most - len(spent), spent=refused)


def _about_agents(tx: Transaction, store: Store, agent: Agent, command: Command, now: datetime) -> AgentContext:
    match command:
        case commands.ShowAgents():
            return AgentContext(agents=store.agents.all(tx), pending=store.agents.pending(tx, now))
        case commands.InviteAgent(name):
            return AgentContext(named=store.agents.find_named(tx, name))
        case commands.RemoveAgent(name):
            named, invited = store.agents.find_named(tx, name), store.agents.invited(tx, name)
            links = store.links.open_of(tx, named) if named else ()
            partly = called_so(tx, store, agent, "" if named or invited else name)
            return AgentContext(named=named, links=links, invited=invited, namesakes=partly)
        case commands.HandAll(name, of):
            giver = store.agents.find_named(tx, of) if of else agent
            links = store.links.served_by(tx, giver.contact) if giver else ()
            named = store.agents.find_named(tx, name)
            partly = called_so(tx, store, agent, of if not giver else "" if named else name)
            return AgentContext(named=named, giver=giver, links=links, namesakes=partly)
        case _:
            return AgentContext()


def _page(tx: Transaction, store: Store, agent: Agent, at: commands.ShowBoard, now: datetime) -> AgentContext:
    """A page of the board."""
    start, board = at.page * BOARD_SIZE, Board(store.links)
    if at.which is Which.WITHOUT:
        lines = store.accounts.without_link(tx, now - KEPT, start, BOARD_SIZE + 1)
        return AgentContext(lines=tuple(owned.line for owned in lines)[:BOARD_SIZE], more=len(lines) > BOARD_SIZE)
    day = _day(at, now)
    standing = replace(STANDINGS[on_a_day(at.which) if day else at.which], networks=at.networks)
    called = called_so(tx, store, agent, at.whose)
    if len(called) > 1:
        return AgentContext(namesakes=called)
    sought = at.sought or ("" if called else at.whose)
    if sought and not called:
        every = board.find(tx, agent, standing, day, *read_sought(sought))
        called = _agent_sought(tx, store, agent, sought, found=bool(every))
        if not every and not called and at.which is Which.OPEN:
            over = board.find(tx, agent, Standing(FINAL, networks=at.networks), day, *read_sought(sought))
            return AgentContext(over=over[:BOARD_SIZE])
    named = called[0] if called else None
    if sought and not named:
        found, total = every[start : start + BOARD_SIZE], len(every)
    else:
        seen = _whose_links(agent, named)
        found, total = board.page(tx, seen, standing, day, start, BOARD_SIZE)
    others = _others(tx, store, agent, found)
    return AgentContext(links=found, more=total > start + BOARD_SIZE, total=total, agents=others, named=named)


def _ending_so(tx: Transaction, store: Store, agent: Agent, ending: str) -> AgentContext:
    """The links whose number ends so: what only begins so, or is noted, may be a customer's code."""
    every = Board(store.links).find(tx, agent, STANDINGS[Which.ALL], None, None, ending)
    links = tuple(link for link in every if link.masked.endswith(ending))
    shown = links[:BOARD_SIZE]
    others = _others(tx, store, agent, shown)
    return AgentContext(links=shown, more=len(links) > BOARD_SIZE, total=len(links), agents=others)


def called_so(tx: Transaction, store: Store, agent: Agent, name: str) -> tuple[Agent, ...]:
    """Who goes by that name, or else by a part of it: any agent to an administrator, to every other only themselves."""
    if not name:
        return ()
    whole = store.agents.find_named(tx, name)
    if whole and (agent.admin or whole.contact == agent.contact):
        return (whole,)
    said = set(name.casefold().split())
    known = store.agents.all(tx) if agent.admin else (agent,)
    return tuple(each for each in known if said and said <= set(each.name.casefold().split()))


def _whose_links(agent: Agent, named: Agent | None) -> Agent:
    """By whom the links are found: those of an administrator who is named are their own, and not everybody's."""
    return replace(named, admin=False) if named else agent


def _agent_sought(tx: Transaction, store: Store, agent: Agent, sought: str, *, found: bool) -> tuple[Agent, ...]:
    """Whose links an administrator looks for: the whole name goes before the notes, and a part of it behind them."""
    if not agent.admin:
        return ()
    called = called_so(tx, store, agent, sought)
    is_whole = len(called) == 1 and called[0].name.casefold() == sought.casefold()
    return called if len(called) == 1 and (is_whole or not found) else ()


def _others(tx: Transaction, store: Store, agent: Agent, links: Iterable[Link]) -> tuple[Agent, ...]:
    """Who serves links that are not the agent's own: only an administrator sees any."""
    serving = {link.served_by: None for link in links if link.served_by != agent.contact}
    return tuple(filter(None, (store.agents.find(tx, contact) for contact in serving)))


def _day(at: commands.ShowBoard, now: datetime) -> BoardDay | None:
    today, which = start_of_day(now), on_a_day(at.which)
    if at.yesterday:
        return BoardDay(today - timedelta(days=1), happened_yesterday(which))
    return BoardDay(today, happened_today(which)) if at.today else None


def known_of(tx: Transaction, store: Store, agent: Agent, draft: Draft, now: datetime) -> AgentContext:
    """What there is of the line already: a link of the agent's own, one of another agent's, an account."""
    if not draft.number:
        return AgentContext()
    others = (link for link in store.links.of_number(tx, draft.number) if link.served_by != agent.contact)
    twin = store.links.open_for_number(tx, agent, draft.number)
    return AgentContext(
        twin=None if twin and by_clock(tx, store, twin, now).is_final else twin,
        linked=bool(store.accounts.of_number(tx, draft.number)),
        elsewhere=any(link.is_open(now) for link in others),
    )


def _link(tx: Transaction, store: Store, agent: Agent, reference: str) -> AgentContext:
    """One link, and who serves it where that is another."""
    link = store.links.find_for(tx, agent, reference)
    foreign = link is not None and link.served_by != agent.contact
    return AgentContext(link=link, named=store.agents.find(tx, link.served_by) if link and foreign else None)


def _today(tx: Transaction, store: Store, agent: Agent, whose: str, today: datetime) -> AgentContext:
    called = called_so(tx, store, agent, whose)
    if whose and len(called) != 1:
        return AgentContext(namesakes=called)
    named = called[0] if called else None
    without = store.accounts.count_without_link(tx, today) if agent.admin and not named else None
    seen = _whose_links(agent, named)
    return AgentContext(tallies=store.links.tally_for(tx, seen, today), without=without, named=named)


def _report(tx: Transaction, store: Store, agent: Agent, of: ShowReport, today: date) -> AgentContext:
    """Everybody's for an administrator, one's own for every other; another agent's is as unknown as nobody's."""
    called = called_so(tx, store, agent, of.name)
    if of.name and len(called) != 1:
        return AgentContext(namesakes=called)
    named = called[0] if called else None
    whose = named or (None if agent.admin else agent)
    last = today - timedelta(days=_DAYS_AGO[of.until](today))
    return AgentContext(
        report=store.link_reports.report(tx, last - timedelta(days=of.days - 1), last, whose, of.networks),
        named=named,
    )


_DAYS_AGO: dict[Until, Callable[[date], int]] = {
    Until.TODAY: lambda _: 0,
    Until.YESTERDAY: lambda _: 1,
    Until.SUNDAY: lambda today: today.isoweekday(),
}
