"""Agents, sessions and context of every kind, and every command. Never an expectation."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from typing import Any, get_args

from conversations.agents import commands
from conversations.agents.acting import act
from conversations.agents.commands import Command
from conversations.agents.corrections import Describing
from conversations.agents.link_commands import MendLink, SeekEnding
from conversations.agents.report_commands import ShowReport, WantReports
from conversations.agents.session import (
    Agent,
    AgentContext,
    AgentSession,
    AgentStep,
    AskingNote,
    AskingOwnName,
    AskingWhichNetwork,
    AskingWhichNumber,
    Draft,
    JoinGrant,
    Resting,
    ShowingBoard,
    Tally,
)
from conversations.agents.standing import Which
from conversations.agents.turn import AgentTurn, Tell
from conversations.allowance import TEMPLATE_LIMITS, Refused
from conversations.changing import replace
from conversations.choice import LANGUAGES
from conversations.contact import Contact
from conversations.customer.events import Oddity
from conversations.dialog import Dialog
from conversations.effects import Say, sentence
from conversations.keys import Key
from conversations.link import Addresses, Direct, Link, LinkRules, Milestone, Place, Reason, Stage
from conversations.minting import FRESH
from conversations.network import Line, Network
from conversations.report import LinkTally, report_of
from conversations.secret import AccountId
from conversations.wording import render
from tests.scenes import ADA, BUSINESS, NOON, NUMBER, OTHER_NUMBER

TUNDE = Agent(Contact("console", "2001"), "Tunde", NOON - timedelta(days=3))
BISI = Agent(Contact("console", "2002"), "Bisi Ade", NOON - timedelta(days=2))
BOSS = Agent(Contact("console", "1000"), "Mama Boss", NOON - timedelta(days=9), admin=True)
NAMELESS = replace(BOSS, name="")
AGENTS = (TUNDE, BISI, BOSS, NAMELESS)

RULES = LinkRules(
    addresses=Addresses(
        "https://link.kudi.example/l/", (("Chat", "https://chat.example/?start="), ("Talk", "https://talk.example/"))
    ),
    direct=Direct("talk", "Talk"),
)
NOT_DIRECT = replace(RULES, direct=None)
BYTES = bytes(range(FRESH))
DAY = timedelta(days=1)
LINK = Link("K7M-4Q2", TUNDE.contact, TUNDE.contact, "pcm", ("mango", "river"), NOON, NOON + DAY, NOON)
FOR_ONE_LINE = replace(LINK, reference="P3X-9W4", number=NUMBER, network=Network.MTN, note="school fees")
DRAFTS = (
    *(Draft(), Draft(NUMBER, Network.MTN, "school fees", "pcm"), Draft(NUMBER)),
    *(Draft(NUMBER, note="school fees", send="send"), Draft(send="SEND")),
)
AGENT_STEPS: tuple[AgentStep, ...] = (
    Resting(),
    *(kind(draft) for kind in (AskingWhichNumber, AskingWhichNetwork, AskingNote, AskingOwnName) for draft in DRAFTS),
    *(ShowingBoard(which, page) for which in Which for page in (0, 1)),
    ShowingBoard(Which.ALL, 0, networks=(Network.MTN,)),
)
TALLIES = tuple(Tally(network, stage, 1 + stage) for network in (None, *Network) for stage in Stage)


def links() -> Iterator[Link]:
    """A link at every milestone, at every step, for every reason."""
    for milestone in Milestone:
        yield replace(LINK, milestone=milestone)
        yield replace(
            FOR_ONE_LINE,
            milestone=milestone,
            step=Place.CODE,
            reason=Reason.WRONG_CODE,
            moved_at=NOON - timedelta(hours=30),
            customer=ADA,
            line=Line(OTHER_NUMBER, Network.AIRTEL),
            consent="C-1",
            account=AccountId("account-1"),
        )
    stuck = replace(LINK, milestone=Milestone.STUCK)
    yield from (replace(stuck, step=place, reason=Reason.TIME) for place in Place)
    yield from (replace(stuck, step=Place.CODE, reason=reason) for reason in Reason)


_DAYS = (date(2026, 10, 25), date(2026, 11, 23))
REPORTS = tuple(
    report_of(*_DAYS, counted, linked={_DAYS[1]: 2}, median=median, billed=billed)
    for counted, median, billed in (
        ((), None, None),
        (
            tuple(
                LinkTally(stage, milestone, Reason.NONE, "MTN", "pcm", "chat", "Tunde", 3)
                for stage in Stage
                for milestone in Milestone
            ),
            timedelta(minutes=4),
            90,
        ),
        ((LinkTally(Stage.LINKED, Milestone.LINKED, Reason.NONE, "", "en", "", "", 1),), timedelta(0), 0),
    )
)


def context() -> Iterator[AgentContext]:
    every = tuple(links())
    yield AgentContext()
    # Who is named matters where a link is handed on, and not how that link came to where it is.
    yield from (
        AgentContext(link=link, named=named)
        for link, named in zip(every, cycle((None, TUNDE, BISI, BOSS)), strict=False)
    )
    yield AgentContext(twin=LINK)
    yield AgentContext(linked=True, elsewhere=True)
    yield AgentContext(over=tuple(link for link in every if link.is_final)[:5])
    yield AgentContext(giver=TUNDE, named=BISI, links=(LINK, FOR_ONE_LINE))
    grant = JoinGrant("Ngozi", BOSS.contact, NOON + DAY)
    yield AgentContext(invited=grant, pending=(grant,), agents=AGENTS[:1])
    yield from (AgentContext(spent=Refused(limit, NOON + timedelta(hours=17))) for limit in TEMPLATE_LIMITS)
    yield AgentContext(links=every[:5], more=True, tallies=TALLIES, agents=AGENTS[:3], named=BISI)
    yield from (AgentContext(report=report) for report in REPORTS)
    yield AgentContext(links=every[:1], tallies=TALLIES[:1], agents=AGENTS[:1], named=BOSS)


def every_command() -> Iterator[Command]:
    yield from (commands.BeginLink(), commands.BeginLink(Draft(NUMBER)), commands.BeginLink(Draft(NUMBER, Network.MTN)))
    yield from (
        commands.ExplainLink(),
        commands.ShowToday(),
        commands.ShowLinksLeft(),
        commands.ShowAgents(),
        commands.ShowHelp(),
    )
    yield from (ShowReport(30), ShowReport(7, "Ngozi"), WantReports(wanted=True), WantReports(wanted=False))
    yield commands.AskNetwork(Draft(NUMBER, note="fees"), sentence("agent-two-networks"))
    yield commands.AskNetwork(Draft(), sentence("agent-which-network", word="mtm"))
    yield from (commands.Correct(kind(draft)) for kind in get_args(Describing) for draft in DRAFTS)
    yield from (commands.AskLanguage(), commands.LeaveDialog(), commands.OpenLinkOneself(), commands.TypeCode("m1"))
    yield from (commands.Wonder(), commands.TapOldButton(), commands.BeUnreadable(), commands.DoNothing())
    yield from (commands.WantSilence(), commands.NameOneself("Ngozi"), commands.InviteAgent("Ngozi"))
    yield from (commands.HandAll("Bisi Ade"), commands.HandAll("Ngozi", "Bisi Ade"), commands.InviteAgent("MTN Care"))
    yield from (commands.RemoveAgent("Bisi Ade"), commands.HandLink("K7M-4Q2", "Bisi Ade"))
    yield from (make(draft) for make in (commands.MakeLink, commands.AnswerQuestion) for draft in DRAFTS)
    yield from (commands.ShowBoard(which, page) for which in Which for page in (0, 1))
    yield commands.ShowBoard(Which.ALL, sought="fees")
    yield from (commands.ShowBoard(Which.ALL, networks=(Network.MTN,)), commands.ShowToday("Bisi", tuple(Network)))
    yield from (commands.SmallTalk("agent-answer-thanks"), commands.SmallTalk("agent-answer-no-code"))
    yield from (make("K7M-4Q2") for make in (commands.ShowLink, commands.CancelLink, commands.RemindOfLink))
    yield commands.RemindOfLink("K7M-4Q2", "send", guessed=True)
    yield from map(commands.SpeakLanguage, LANGUAGES.values())
    names = ("links", "status", "cancel", "remind", "hand", "report", "invite", "remove")
    yield from map(commands.Misuse, names)
    refusals: tuple[Key, ...] = ("number-too-short", "number-foreign", "agent-several-numbers", "agent-join-already")
    yield from (commands.Refuse(sentence(key)) for key in refusals)
    yield from (commands.RefuseLink(sentence(key)) for key in refusals)
    yield from (
        MendLink("K7M-4Q2", number, network, bool(network))
        for number in (None, NUMBER, OTHER_NUMBER)
        for network in (None, Network.MTN, Network.AIRTEL)
    )
    yield MendLink("K7M-4Q2", of_network=True)
    yield from (commands.TypeCode("m1", of_link=True), SeekEnding("4567", "m1"))
    yield from map(commands.SendOddity, Oddity)


def turn_of(agent: Agent = TUNDE, step: AgentStep | None = None, **fields: Any) -> AgentTurn:
    """A turn about to be taken at a session."""
    return AgentTurn(agent, AgentSession(step=step or Resting(), dialog=Dialog(7)), NOON, RULES, BYTES, **fields)


def do(command: Command, agent: Agent = TUNDE, step: AgentStep | None = None, **found: Any) -> AgentTurn:
    """What follows from a command, with these context."""
    return act(turn_of(agent, step), command, AgentContext(**found))


def tells(turn: AgentTurn) -> list[Tell]:
    return [effect for effect in turn.effects if isinstance(effect, Tell)]


def says(turn: AgentTurn) -> list[Say]:
    return [tell.say for tell in tells(turn)]


def texts(turn: AgentTurn, contact: Contact | None = None) -> list[str]:
    """What a contact reads, by default the agent, in the language that is meant."""
    to = contact or turn.agent.contact
    return [
        render(tell.say, tell.language or turn.session.language, BUSINESS).text
        for tell in tells(turn)
        if tell.contact == to
    ]


def keys(turn: AgentTurn) -> list[str]:
    return [each.key for say in says(turn) for each in say.sentences]
