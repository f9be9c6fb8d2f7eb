"""The same conversation by the floor, by telcolink on both channels and by the peer in both of its modes, in turns.

Each round has all of them one after the other, each as a new process; a ratio is taken within a round, and what counts
is the median of the rounds, for the speed of a machine changes from one minute to the next.
"""

import argparse
import statistics
from collections.abc import Callable, Mapping, Sequence

from tests.benchmarks.contestants import CONCURRENT_PEER, FLOOR, SERIAL_PEER, TELCOLINK, Contestant
from tests.benchmarks.fakes.telegram import Telegram
from tests.benchmarks.fakes.whatsapp import WhatsApp
from tests.benchmarks.promises import Promise
from tests.benchmarks.races import Platform, Race, race
from tests.benchmarks.table import write_head, write_promises, write_race

OURS, ON_WHATSAPP = "telcolink, Telegram", "telcolink, WhatsApp"
ENTRIES: Mapping[str, tuple[Contestant, Callable[[], Platform]]] = {
    FLOOR.name: (FLOOR, Telegram),
    OURS: (TELCOLINK, Telegram),
    ON_WHATSAPP: (TELCOLINK, WhatsApp),
    SERIAL_PEER.name: (SERIAL_PEER, Telegram),
    CONCURRENT_PEER.name: (CONCURRENT_PEER, Telegram),
}
Round = Mapping[str, Race]


async def compare(options: argparse.Namespace) -> bool:
    """Whether what is promised of the ratios holds."""
    write_head(f"{options.chats} chats at once, no latency, {options.rounds} rounds of {options.seconds:g} s each")
    rounds = [await _run_round(options) for _ in range(options.rounds)]
    return write_promises(_promises(rounds))


async def _run_round(options: argparse.Namespace) -> Round:
    done = {}
    for name, (contestant, platform) in ENTRIES.items():
        done[name] = await race(contestant, [platform()], options.seconds, options.chats)
        write_race(name, done[name])
    return done


def _promises(rounds: Sequence[Round]) -> list[Promise]:
    lost = sum(each[name].total.waits.lost for each in rounds for name in (OURS, ON_WHATSAPP))
    return [
        Promise("CPU a message, of the floor's", _ratio(rounds, _cpu, OURS, FLOOR.name), 4, " times"),
        Promise(
            "CPU of the conversation on WhatsApp, of Telegram's",
            _ratio(rounds, _cpu_of_conversation, ON_WHATSAPP, OURS),
            1.4,
            " times",
        ),
        *(
            Promise(
                f"messages a second, of {which}", _ratio(rounds, _speed, OURS, peer.name), 4, " times", at_least=True
            )
            for which, peer in (
                ("ConversationHandler one update at a time", SERIAL_PEER),
                ("ConversationHandler with concurrent updates", CONCURRENT_PEER),
            )
        ),
        Promise("customers who never got an answer", lost, 0),
    ]


def _ratio(rounds: Sequence[Round], figure: Callable[[Race], float], one: str, other: str) -> float:
    return statistics.median(figure(each[one]) / max(figure(each[other]), 1e-9) for each in rounds)


def _cpu(done: Race) -> float:
    return done.cpu_per_message


def _cpu_of_conversation(done: Race) -> float:
    return done.cpu_per_conversation


def _speed(done: Race) -> float:
    return done.total.messages
