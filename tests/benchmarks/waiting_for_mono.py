"""How much longer than Mono itself a customer waits, with many of them and a slow Mono. Never the speed of anything."""

import argparse
import statistics

from tests.benchmarks.contestants import TELCOLINK
from tests.benchmarks.fakes.telegram import Telegram
from tests.benchmarks.promises import Promise
from tests.benchmarks.races import race
from tests.benchmarks.table import write_head, write_promises, write_race

CHATS = 200
LATENCY = 0.3  # seconds before each answer of Mono's
# How often it must pass before the first answer: log-in; check, exchange, details, then identity beside balances.
CALLS_IN_A_ROW = {"network": 1, "code": 4}


async def wait_for_mono(options: argparse.Namespace) -> bool:
    """Whether what is promised of the waits holds."""
    how = f"{LATENCY * 1000:.0f} ms at Mono, customers who take {options.think:g} s to answer"
    write_head(f"{CHATS} chats at once, {how}")
    slow = await race(TELCOLINK, [Telegram()], options.seconds + 5, CHATS, latency=LATENCY, think=options.think)
    write_race("telcolink", slow)
    waits = slow.whole
    factors = [each / (LATENCY * calls) for step, calls in CALLS_IN_A_ROW.items() for each in waits.seconds[step]]
    return write_promises(
        [
            Promise("the median wait, of what Mono alone takes", statistics.median(factors), 1.03, " times"),
            Promise("its 99th percentile", statistics.quantiles(factors, n=100)[98], 1.10, " times"),
            Promise("customers who never got an answer", waits.lost, 0),
        ]
    )
