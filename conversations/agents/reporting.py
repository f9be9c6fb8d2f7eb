"""The report on links that an agent or administrator asks for, or an administrator gets each week. Never its sums."""

from datetime import date, datetime, timedelta

from conversations.agents.board import no_such_agent
from conversations.agents.networks_said import only_on
from conversations.agents.session import Agent, AgentContext, AgentSession
from conversations.agents.turn import Act, AgentTurn, Tell
from conversations.changing import replace
from conversations.drawing.report_picture import ReportPicture
from conversations.effects import Say, Sentence, sentence
from conversations.lagos import date_in_lagos, next_polite_moment
from conversations.report import MOST_DAYS, LinkReport
from conversations.wording.report import title_of

WEEK = timedelta(days=7)


def show_report(turn: AgentTurn, context: AgentContext, name: str) -> AgentTurn:
    """Without a report: of an agent that there is not, or whose links are not for this one to see."""
    report = context.report
    if report is None:
        return no_such_agent(turn, name) if name else turn.say(sentence("report-days", most=MOST_DAYS))
    told = say_report(report, of=context.named)
    return turn.record(Act.REPORT_SEEN, str(report.days)).do(Tell(turn.agent.contact, told))


def want_reports(turn: AgentTurn, *, wanted: bool) -> AgentTurn:
    """The weekly one; who is no administrator has none, and is promised none."""
    if not turn.agent.admin:
        return turn.say(sentence("report-admins"))
    session = replace(turn.session, reports=wanted)
    return replace(turn, session=session).say(sentence("report-on" if wanted else "report-off"))


def begin_weeks(agent: Agent, language: str, now: datetime) -> AgentSession:
    """The session of who writes for the first time: an administrator's first report comes on the next Monday."""
    return AgentSession(language, reported=_monday_of(date_in_lagos(now)).isoformat() if agent.admin else "")


def week_due(session: AgentSession, now: datetime) -> date | None:
    """The Monday of a week whose report is due now, by day; None for none.

    Nor is the week before one that was told: a clock that is set back repeats nothing.
    """
    monday = _monday_of(date_in_lagos(now))
    told = {monday.isoformat(), (monday + WEEK).isoformat()}
    return None if session.reported in told or next_polite_moment(now) != now else monday


def is_begun(session: AgentSession, now: datetime) -> bool:
    """Whether the week's report is told; who was an agent before has none in the middle of their first week."""
    return bool(session.reported) or date_in_lagos(now).weekday() == 0


def _monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


def weekly_report(agent: Agent, report: LinkReport) -> Tell:
    return Tell(agent.contact, say_report(report, sentence("report-weekly")))


def say_report(report: LinkReport, *beside: Sentence, of: Agent | None = None) -> Say:
    """Above what is of one agent's links alone stands the name, so that nobody takes it for everybody's."""
    named = (sentence("agent-today-of", name=of.name),) if of else ()
    above = (*named, *only_on(report.only))
    if not report.made:
        return Say((*above, sentence("report-none", report=report), *beside))
    charged = (sentence("report-charged", report=report),) if report.billed and report.lines else ()
    said = (*above, sentence("report", report=report), *charged, *beside)
    return Say(said, picture=ReportPicture(report, title_of(report)))
