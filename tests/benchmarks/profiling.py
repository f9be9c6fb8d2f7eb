"""`make profile`: where the time of a message goes, by the parts of the house. Never how long it takes: `make bench`.

py-spy looks at the server from outside, some hundred times a second, and notes what runs Python then. It has begun the
server itself, so it may look without being root. What holds up others, the interpreter's lock, is what is shared out.
"""

import argparse
import dataclasses
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import uvloop

from tests.benchmarks.contestants import TELCOLINK, Contestant
from tests.benchmarks.cores import pin_load
from tests.benchmarks.fakes.telegram import Telegram
from tests.benchmarks.fakes.whatsapp import WhatsApp
from tests.benchmarks.races import Platform, race
from tests.benchmarks.table import write

RATE = 200  # looks in a second
DEEPEST = 12  # functions that are listed
PLATFORMS: Mapping[str, Callable[[], Platform]] = {"telegram": Telegram, "whatsapp": WhatsApp}
_COMING_IN = r"bot/channels/\w+/(?:webhooks?|inbound|updates|decoding|forms|signature|reports)\.py"
# A moment belongs to the part that its innermost function is of, or else the one that called it, and so on outwards;
OWN = {
    "counting, logging": r"bot/monitoring/|bot/log/|prometheus_client/|structlog/",
    "rendering": r"conversations/wording/",
    "turns": r"conversations/|bot/turns/|bot/service\.py",
    "database": r"storage/|aiosqlite/",
    "provider": r"bot/providers/",
    "web door": rf"bot/http/|{_COMING_IN}|starlette/",
    "sending": r"bot/outbox/|bot/channels/",
}
# where none of them called it, to what it is of.
SERVING = {
    "outgoing HTTP that nobody called": r"bot/outgoing/|bot/http_client\.py|aiohttp/|httpx/",
    "web server": r"uvicorn/",
}
REST = "the rest: tasks, timers, waiting"
_OWN, _SERVING = (
    {name: re.compile(rf"\((?:\S*/)?(?:{pattern})") for name, pattern in parts.items()} for parts in (OWN, SERVING)
)
_STARTING = re.compile(r"importlib|open_resources \(|_load \(bot/commands/serve\.py|start \(bot/app\.py")
_LINE = re.compile(r":\d+\)$")


def layer_of(stack: list[str]) -> str:
    """Which part of the house a moment belongs to; `stack` is `function (file:line)`, the innermost last."""
    for parts in (_OWN, _SERVING):
        for frame in reversed(stack):
            if layer := next((name for name, pattern in parts.items() if pattern.search(frame)), ""):
                return layer
    return REST


def read_samples(text: str) -> Iterator[tuple[list[str], int]]:
    """Stacks as py-spy writes them raw, each with how often it was seen; without those of the start."""
    for line in text.splitlines():
        stack, _, seen = line.rpartition(" ")
        if not _STARTING.search(stack):
            yield stack.split(";"), int(seen)


async def profile(options: argparse.Namespace) -> int:
    """Print the shares; 1 where py-spy saw nothing."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "samples"
        await race(_watched(file), [PLATFORMS[options.channel]()], options.seconds, options.chats)
        samples = list(read_samples(file.read_text(encoding="utf-8"))) if file.exists() else []
    total = sum(seen for _, seen in samples)
    if not total:
        write("py-spy saw nothing; in a container it may need SYS_PTRACE.")
        return 1
    layers, functions = Counter[str](), Counter[str]()
    for stack, seen in samples:
        layers[layer_of(stack)] += seen
        functions[_LINE.sub(")", stack[-1])] += seen
    write(f"Where a message's time goes: {total} moments in which Python ran")
    _write_shares(layers.most_common(), total)
    write("\nthe innermost functions")
    _write_shares(functions.most_common(DEEPEST), total)
    return 0


def _watched(file: Path) -> Contestant:
    spy = shutil.which("py-spy", path=Path(sys.executable).parent) or "py-spy"
    command = (spy, "record", "--gil", "--rate", str(RATE), "--format", "raw", "--output", str(file), "--")
    return dataclasses.replace(TELCOLINK, command=(*command, *TELCOLINK.command))


def _write_shares(shares: list[tuple[str, int]], total: int) -> None:
    for name, seen in shares:
        write(f"{seen / total:7.1%}  {name}")


def main() -> int:
    parser = argparse.ArgumentParser("make profile")
    parser.add_argument("--channel", choices=PLATFORMS, default="telegram", help="where the customers are")
    parser.add_argument("--seconds", type=float, default=8.0, help="how long they link lines")
    parser.add_argument("--chats", type=int, default=100, help="how many at once")
    options = parser.parse_args()
    pin_load()
    return uvloop.run(profile(options))


if __name__ == "__main__":
    sys.exit(main())
