"""What gives something, turned into a question, a condition, another's words, or held back: then nothing is taken.

Each text of the corpus that agrees, confirms, or gives a number, a network or a code is turned in three of these ways,
the next text in the next three.
"""

from collections.abc import Iterator
from itertools import chain

from conversations.intents.beside import Beside
from tests.for_every import for_every
from tests.understanding.scoring import LANGUAGES, Case, all_cases

WAYS_EACH = 3
# The step and what is taken there; the ways of turning it.
TURNED: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "consent",
        "agree",
        (
            *("{}?", "if {}", "my wife said {}", "the agent said I should type {}", "should I type {}", "what if {}"),
            *("{} but not now", "{} if it is free", "I never said {}", "{} or not", "do you want {}", "{} abi"),
            *("{} when I get home", "is it {}", "before {} I want to ask", "{} unless you call me", "{} for what"),
            *("how do I {}", "{}, wait", "{} no", "hmm {} but", "can I {} later", "they forced me to {}"),
        ),
    ),
    (
        "confirming",
        "confirm",
        (
            *("{}?", "if {}", "should I {}", "{} but not now", "I never said {}", "no {}", "{} tomorrow", "{} abi"),
            *("what happens if {}", "{}, wait", "my agent said {}", "who said {}", "{} or not", "{} but wait"),
        ),
    ),
    (
        "number",
        "number:",
        (
            *("{} hold on", "{} but don't send anything", "is it {}", "{} is for my wife", "don't use {}", "why {}"),
            *("{} he gave me", "cancel {}", "{} is not mine", "stop {}", "{} but wait"),
        ),
    ),
    (
        "network",
        "mtn",
        (
            *("{} but wait", "{} but don't send", "{}?", "is it {} or what", "{} hold on", "not {}", "cancel {}"),
            *("{} before", "I lost my {}", "{} is scamming us", "{} but I am scared", "stop {}", "{} I no do again"),
            "{} but it is my husband's line",
        ),
    ),
    (
        "code",
        "code:",
        (
            *("{} but wait", "should I give {}", "{} is for my wife", "I will not give {}", "the agent wants {}"),
            *("cancel {}", "{} abi", "why {}", "{} failed", "my husband sent {}", "I gave {} to him", "ignore {}"),
            *("{} from my bank", "old one {}", "{} but I am scared", "what is {} for", "maybe {}", "stop {}"),
        ),
    ),
)


def turned(step: str, taken: str, ways: tuple[str, ...]) -> Iterator[Case]:
    """No network's own words: its SMS gives a code whatever stands before it."""
    cases = chain.from_iterable(map(all_cases, LANGUAGES))
    giving = (case for case in cases if case.step == step and case.wanted.startswith(taken))
    for place, case in enumerate(case for case in giving if not Beside(case.typed).is_sms):
        for way in range(WAYS_EACH * place, WAYS_EACH * (place + 1)):
            yield Case(step, case.language, ways[way % len(ways)].format(case.typed), "nothing")


@for_every(("step", "taken", "ways"), TURNED)
def test_nothing_is_taken_from_what_is_asked_doubted_or_held_back(step: str, taken: str, ways: tuple[str, ...]) -> None:
    cases = [*turned(step, taken, ways)]
    assert len(cases) > 100
    assert [case.typed for case in cases if case.got.startswith(taken)] == []
