"""Which channels a script is played on: those that are wanted, or the nearest that it is for. Never the playing."""

from bot.sandbox.demo.script import Script, ScriptWrong
from bot.sandbox.demo.venue import Venue
from conversations.changing import replace

PLATFORMS = ("telegram", "whatsapp")


def fitting(script: Script, wanted: Venue, others: tuple[str, ...] = PLATFORMS) -> Venue:
    """The channels that are wanted, each replaced by the first of `others` that the script is for where it must be.

    Raises `ScriptWrong` where none of them is.
    """
    customers = [each for each in (wanted.customers, *others) if not script.only or each in script.only]
    agents = [each for each in (wanted.agents, *PLATFORMS) if not script.agents or each in script.agents]
    if not customers or not agents:
        named = " ".join(sorted(script.only | script.agents))
        raise ScriptWrong(f"only: {named}: it can be played on none of {', '.join(others)}")
    return replace(wanted, customers=customers[0], agents=agents[0])
