"""`make soak`: half an hour under load with every fault of the plan; 1 where an alarm was wrong or the memory grew."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import uvloop

from tests.soak.alarms import judge, read_firings
from tests.soak.findings import tell
from tests.soak.plan import FAULTS, Fault, takes
from tests.soak.prometheus import installed
from tests.soak.rules import FILE, hurried
from tests.soak.running import soak

LONG_STEP, SHORT_STEP = 5.0, 1.0  # seconds
SHORT = 12.0  # times quicker


async def run(options: argparse.Namespace, faults: Sequence[Fault]) -> bool:
    """Whether everything holds. The long form takes the rules as they are."""
    text = FILE.read_text(encoding="utf-8")
    rules = text if options.hurry == 1 else hurried(text, options.hurry)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        where = Path(options.folder or folder)
        async with soak(where, faults, rules, rate=options.rate, hurry=options.hurry, step=options.step) as finished:
            series = await finished.prometheus.ask('ALERTS{alertstate="firing"}', finished.began, finished.ended)
            verdict = judge(finished.happened, read_firings(series, options.step))
            return await tell(finished, verdict)


def main() -> int:
    parser = argparse.ArgumentParser("make soak", description=__doc__)
    parser.add_argument("--rate", type=float, default=200, help="webhooks a second, both channels together")
    parser.add_argument("--short", action="store_true", help=f"rules and calm {SHORT:g} times quicker, to try it")
    faults = {fault.name: fault for fault in FAULTS}
    parser.add_argument("--only", action="append", choices=faults, help="this fault; given twice, two times")
    parser.add_argument("--folder", help="an empty folder for logs and figures, which then stay")
    options = parser.parse_args()
    options.hurry, options.step = (SHORT, SHORT_STEP) if options.short else (1.0, LONG_STEP)
    if not installed():
        sys.stdout.write("prometheus is not installed: apt-get install prometheus\n")
        return 2
    planned = [faults[name] for name in options.only or faults]
    sys.stdout.write(f"{takes(planned, options.hurry) / 60:.0f} minutes\n")
    return 0 if uvloop.run(run(options, planned)) else 1


if __name__ == "__main__":
    sys.exit(main())
