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
from tests.benchmarks.fakes.telegram import Telegram
from tests.benchmarks.fakes.whatsapp import WhatsApp
from tests.benchmarks.promises import Promise
from tests.benchmarks.races import Platform, Race, Result, race
from tests.benchmarks.table import write_finding, write_head, write_promises, write_race, write_result

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
    fair = [each for facts in zip(NAMES, alone, together.results, strict=True) for each in _promises(*facts, together)]
    return write_promises([*fair, Promise("customers who never got an answer", lost, 0)])


def _promises(name: str, alone: Race, result: Result, together: Race) -> list[Promise]:
    """That a channel has its share, and answers hardly later than it would have to."""
    slower = result.percentile(99) / alone.total.percentile(99)
    return [
        Promise(f"{name}'s share of all messages", together.share(result), SHARE, at_least=True),
        Promise(f"{name}'s 99th percentile, of the same alone", slower, SLOWER, " times"),
    ]


async def _run(options: argparse.Namespace, *platforms: Platform, settings: Mapping[str, str] | None = None) -> Race:
    return await race(TELCOLINK, platforms, options.seconds, options.chats // 2, settings=settings)
