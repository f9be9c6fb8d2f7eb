"""What stands behind `/report`: days, an agent's name, whether it is wanted every week. Never the figures."""

import re

from conversations.agents import commands
from conversations.agents.arguments import parse_name
from conversations.agents.commands import Command
from conversations.agents.report_commands import ShowReport, Until, WantReports
from conversations.effects import sentence
from conversations.report import MOST_DAYS, USUAL_DAYS, WEEK
from conversations.typed import plain

_DAYS = re.compile(r"(?:for )?(?:the )?(?:last |past )?([0-9]+)(?: days?)?(?: (.*))?", re.IGNORECASE)
_DAYS_LAST = re.compile(r"([^0-9]*?[^0-9 ]) (?:for )?(?:the )?(?:last |past )?([0-9]+)(?: days?)?", re.IGNORECASE)
_OF = re.compile(r"(?:of|for) ", re.IGNORECASE)
SWITCHES = {"on": True, "off": False}  # the weekly report
_SPANS = ("", "this ", "last ")
DAYS_IN_WORDS = {"yesterday", "today", *(f"{which}{span}" for which in _SPANS for span in ("week", "month"))}
_KNOWN_DAYS = {
    "today": ShowReport(1),
    "yesterday": ShowReport(1, until=Until.YESTERDAY),
    "week": ShowReport(WEEK),
    "this week": ShowReport(WEEK),
    "last week": ShowReport(WEEK, until=Until.SUNDAY),
}


def read_report(rest: str) -> Command:
    """`30`, `last 30 days`, `30 Tunde`, `Tunde`, `on`, `off`, or nothing. Another span is asked back in days."""
    if plain(rest).casefold() in SWITCHES:
        return WantReports(SWITCHES[plain(rest).casefold()])
    rest = _OF.sub("", rest) if not _DAYS.fullmatch(plain(rest)) else rest
    if known := _KNOWN_DAYS.get(plain(rest).casefold()):
        return known
    if plain(rest).casefold() in DAYS_IN_WORDS:  # it is no agent's name
        return commands.Refuse(sentence("report-days", most=MOST_DAYS))
    counted = _DAYS.fullmatch(plain(rest))
    if not counted and (turned := _DAYS_LAST.fullmatch(plain(rest))):
        counted = _DAYS.fullmatch(f"{turned[2]} {turned[1]}")
    days = int(counted[1][:9]) if counted else USUAL_DAYS
    if not 1 <= days <= MOST_DAYS:
        return commands.Refuse(sentence("report-days", most=MOST_DAYS))
    typed = (counted[2] or "") if counted else rest
    name = parse_name(typed)
    return ShowReport(days, name or "") if name or not typed else commands.Misuse("report", wrong=True)
