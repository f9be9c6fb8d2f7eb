"""What stands behind `/report`: days, an agent's name, whether it is wanted every week. Never the figures."""

import re

from conversations.agents import commands
from conversations.agents.arguments import parse_name
from conversations.agents.bounds import Days, take_days, take_network_asked
from conversations.agents.commands import Command
from conversations.agents.report_commands import ShowReport, Until, WantReports
from conversations.changing import replace
from conversations.effects import sentence
from conversations.intents.patterns import Pattern
from conversations.intents.words import is_heard_as
from conversations.report import MOST_DAYS, USUAL_DAYS, WEEK
from conversations.typed import plain

_DAYS = Pattern(r"(?:{heard-agent-days-before} )?([0-9]+)(?: {heard-agent-days})?(?: (.*))?")
_DAYS_LAST = Pattern(r"([^0-9]*?[^0-9 ]) (?:{heard-agent-days-before} )?([0-9]+)(?: {heard-agent-days})?")
_OF = Pattern(r"\b{heard-agent-of-whom} ")
_DAYS_AMONG = Pattern(r"\b([0-9]+)(?: ?{heard-agent-days}\b|$)")
SWITCHES = {"on": True, "off": False}  # the weekly report
_KNOWN_DAYS = {
    Days.TODAY: ShowReport(1),
    Days.YESTERDAY: ShowReport(1, until=Until.YESTERDAY),
    Days.THIS_WEEK: ShowReport(WEEK),
    Days.LAST_WEEK: ShowReport(WEEK, until=Until.SUNDAY),
    Days.THIS_MONTH: ShowReport(MOST_DAYS),
    Days.ANY: ShowReport(USUAL_DAYS),
}


def report_of(days: Days) -> Command:
    """Of days that were named in a sentence; of last month not all links are there any more."""
    return _KNOWN_DAYS.get(days) or commands.Refuse(sentence("report-days", most=MOST_DAYS))


def report_asked_for(text: str, days: Days) -> Command:
    """Of the days that a sentence names or counts: "Bisi report for 30 days"."""
    counted = _DAYS_AMONG.search(plain(text).rstrip(" .!?")) if days is Days.ANY else None
    return _report_of_last(int(counted[1][:9])) if counted else report_of(days)


def read_report(rest: str) -> Command:
    """`30`, `last 30 days`, `30 Tunde`, `Tunde`, `Tunde yesterday`, `mtn`, `on`, `off`, or nothing. Another span is
    asked back in days.
    """
    if plain(rest).casefold() in SWITCHES:
        return WantReports(SWITCHES[plain(rest).casefold()])
    networks, words = take_network_asked(rest.split())
    if networks.unserved:
        return commands.SmallTalk("agent-answer-not-served")
    days, words = take_days(words)
    said = " ".join(words)
    said = _OF.sub("", said) if not _DAYS.fullmatch(plain(said)) else said
    counted = _counted(plain(said))
    typed = (counted[2] or "") if counted else said
    name = parse_name(typed) or ""
    if name and is_heard_as(name, "heard-months"):
        return report_of(Days.OTHER)
    if typed and not name:
        return commands.Misuse("report", wrong=True)
    known = _report_of_last(int(counted[1][:9])) if counted and days is Days.ANY else _of_named(days, counted)
    return replace(known, name=name, networks=networks.only) if isinstance(known, ShowReport) else known


def _counted(said: str) -> re.Match[str] | None:
    """So many days, and the name beside them: before or behind."""
    counted = _DAYS.fullmatch(said)
    if not counted and (turned := _DAYS_LAST.fullmatch(said)):
        return _DAYS.fullmatch(f"{turned[2]} {turned[1]}")
    return counted


def _report_of_last(days: int) -> Command:
    return ShowReport(days) if 1 <= days <= MOST_DAYS else report_of(Days.OTHER)


def _of_named(days: Days, counted: re.Match[str] | None) -> Command:
    """A month is asked back in days where it is typed, as are "30 yesterday"."""
    return report_of(Days.OTHER) if counted or days is Days.THIS_MONTH else report_of(days)
