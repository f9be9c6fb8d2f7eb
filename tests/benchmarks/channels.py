"""Both channels of one server under load: each alone, together, and WhatsApp at the pace that Twilio allows.

Customers on WhatsApp are shown numbered lists (no contents are set up). Each of their messages is a signed webhook,
each answer a call that Twilio reports on with two more webhooks, and each code is emptied at Twilio; what was read of a
line is emptied after a minute, which a short run does not see. Neither platform limits anything, and the server's own
pace is raised, except in the last line: there it sends 80 messages a second. That is what Twilio lets one sender send,
so that a bot on WhatsApp can reach no more, whatever it runs on.
"""

import argparse
from collections.abc import Mapping

from tests.benchmarks.contestants import TELCOLINK
from tests.benchmarks.races import Race, Result, race
from tests.benchmarks.table import write_finding, write_head, write_race, write_result
from tests.platforms import Platform, Telegram, WhatsApp

SHARE = 0.25  # of all messages: at least, for either channel; those on WhatsApp take more work
SLOWER = 4.0  # times the p99 alone: at most; together there are twice as many customers
TWILIOS_PACE = 80
NAMES = ("Telegram", "WhatsApp")


async def bench_channels(options: argparse.Namespace) -> bool:
    """Whether what is promised of them holds."""
    chats = options.chats // 2
    write_head(f"{chats} chats at once on each channel, no latency at Mono, {options.seconds:g} s each")
    alone = [await _run(options, platform) for platform in (Telegram(), WhatsApp())]
    for name, each in zip(NAMES, alone, strict=True):
        write_race(f"{name} alone", each)
    together = await _run(options, Telegram(), WhatsApp())
    for name, result in zip(NAMES, together.results, strict=True):
        write_result(f"{name}, both at once", result)
    write_race("both", together)
    paced = await _run(options, WhatsApp(), settings={"WHATSAPP_SENDS_PER_SECOND": str(TWILIOS_PACE)})
    write_race(f"WhatsApp, {TWILIOS_PACE} a second", paced)
    write_finding(f"customers and platforms themselves took {together.busy:.2f} of a core when there were both")
    lost = sum(each.total.waits.lost for each in (*alone, together, paced))
    fair = [_judge(*each, together) for each in zip(NAMES, alone, together.results, strict=True)]
    return all(fair) and not lost


def _judge(name: str, alone: Race, result: Result, together: Race) -> bool:
    """Whether a channel has its share, and answers hardly later than it would have to."""
    share, slower = together.share(result), result.percentile(99) / alone.total.percentile(99)
    write_finding(f"{name}: {share:.0%} of all messages (at least {SHARE:.0%} is promised)")
    write_finding(f"{name}: p99 is {slower:.1f} times of what it is alone (at most {SLOWER:g} is promised)")
    return share >= SHARE and slower <= SLOWER


async def _run(options: argparse.Namespace, *platforms: Platform, settings: Mapping[str, str] | None = None) -> Race:
    return await race(TELCOLINK, platforms, options.seconds, options.chats // 2, settings=settings)
