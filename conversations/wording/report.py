"""The report on links in words: the figures of its picture, and those that it has no room for. Never a sum."""

from datetime import timedelta

from conversations.keys import Key
from conversations.languages import LANGUAGES
from conversations.link import Milestone, Reason
from conversations.report import By, LinkReport, LinkShare
from conversations.wording.catalogue import Catalogue, name_of
from conversations.wording.formats import MONTHS_IN_SHORT

MOST_NAMES = 6  # of a kind, on a small screen
ENDS: dict[Milestone, Key] = {
    Milestone.STUCK: "report-why-stuck",
    Milestone.DECLINED: "report-why-declined",
    Milestone.EXPIRED: "report-why-expired",
    Milestone.CANCELLED: "report-why-cancelled",
    Milestone.WITHDRAWN: "report-why-withdrawn",
}


def report_values(report: LinkReport, catalogue: Catalogue) -> dict[str, str | int]:
    """What the sentences about a report name."""
    names = ("made", "opened", "agreed", "sent", "verified", "linked", "still")
    return {
        **dict(zip(names, report.funnel, strict=True)),
        **title_of(report),
        "drop": _drop(report, catalogue),
        "days": _days(report) or catalogue.say("report-none-linked", {}),
        "timed": "no" if report.median is None else "yes",
        "minutes": minutes_of(report.median) if report.median is not None else "",
        "charged": "yes" if report.billed and report.lines else "no",
        "each": f"{(report.billed or 0) / report.lines:.1f}" if report.lines else "",
        **{by.value: _named(report.shares[by], by, catalogue) for by in By},
    }


def title_of(report: LinkReport) -> dict[str, str]:
    """From which day to which, and on which networks where it is not of all."""
    first, last = report.first, report.last
    return {
        "from": f"{first.day} {MONTHS_IN_SHORT[first.month - 1]}",
        "until": f"{last.day} {MONTHS_IN_SHORT[last.month - 1]} {last.year}",
        "networks": ", ".join(network.label for network in report.only),
    }


def minutes_of(span: timedelta) -> str:
    """With one place, `4.5`, and not less than one, for nobody counts tenths of a minute."""
    return f"{max(span.total_seconds() / 60, 1):.1f}".removesuffix(".0")


def _days(report: LinkReport) -> str:
    return ", ".join(f"{day.day} {MONTHS_IN_SHORT[day.month - 1]} {n}" for day, n in report.linked.items() if n)


def _drop(report: LinkReport, catalogue: Catalogue) -> str:
    drop = report.drop
    if drop is None:
        return catalogue.say("report-no-drop", {})
    why = f"agent-why-{drop.reason.value}" if drop.reason is not Reason.NONE else ENDS[drop.milestone]
    values = {"lost": drop.lost, "alike": drop.alike, "why": catalogue.say(why, {})}
    return catalogue.say("report-drop", {**values, "step": catalogue.say(f"report-after-{drop.step}", {})})


def _named(shares: tuple[LinkShare, ...], by: By, catalogue: Catalogue) -> str:
    said = [_share(each, by, catalogue) for each in shares[:MOST_NAMES]]
    rest = len(shares) - len(said)
    return ", ".join((*said, catalogue.say("balances-more", {"n": rest})) if rest > 0 else said)


def _share(share: LinkShare, by: By, catalogue: Catalogue) -> str:
    name = name_of(share.name) if by is By.LANGUAGE and share.name in LANGUAGES else share.name
    named = name or catalogue.say("report-no-agent" if by is By.AGENT else "report-unknown", {})
    return catalogue.say("report-share", {"name": named, "made": share.made, "linked": share.linked})
