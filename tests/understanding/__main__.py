"""`make understanding`: how much of the corpus is understood, by language and step, and a table of what is missed."""

import sys
import time
from collections.abc import Iterable

from conversations.intents.stages import Situation
from tests.understanding.scoring import HELD_OUT, LANGUAGES, Case, all_cases, cases, hear

AT_LEAST = 0.95


def write(line: str = "") -> None:
    sys.stdout.write(f"{line}\n")


def share(of: Iterable[Case]) -> str:
    judged = [case.right for case in of]
    return f"{sum(judged):4} of {len(judged):4}  {sum(judged) / max(1, len(judged)):6.1%}"


def write_language(language: str) -> None:
    every = all_cases(language)
    write(f"\n{language}: {share(every)}; held out: {share(cases(language, HELD_OUT))}")
    for stage in Situation:
        if here := [case for case in every if case.step == stage]:
            write(f"    {stage:<12}{share(here)}")


def write_missed(missed: list[Case]) -> None:
    write(f"\n{len(missed)} missed" + (":" if missed else ""))
    for case in missed:
        taken = "  WRONGLY TAKEN" if case.wrongly_taken else ""
        write(f"    {case.step:<11}{case.typed:<60} wanted {case.wanted:<28} heard {case.got}{taken}")


def microseconds_for_each(of: list[Case]) -> float:
    began = time.process_time()
    for case in of:
        hear(case)
    return (time.process_time() - began) / len(of) * 1_000_000


def main() -> int:
    every = [case for language in LANGUAGES for case in all_cases(language)]
    for language in LANGUAGES:
        write_language(language)
    missed = [case for case in every if not case.right]
    write_missed(missed)
    write(f"\n{microseconds_for_each(every):.0f} µs of CPU for each text")
    held = 1 - len(missed) / len(every) >= AT_LEAST and not any(case.wrongly_taken for case in missed)
    write("What is promised holds." if held else "What is promised does NOT hold.")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
