"""Somebody who writes whatever comes to mind, in 171 conversations: nobody goes round in a circle without a person.

The seed is the conversation's number, so each is played again as it was.
"""

import random
import statistics
from typing import NamedTuple

import pytest

from conversations.choice import Choice
from conversations.customer.events import OtpSent
from conversations.effects import Say
from conversations.session import Session
from conversations.wording import render
from tests.for_every import for_every
from tests.scenes import ADA, BUSINESS, FORM, REFERENCE
from tests.talk import Talk
from tests.understanding.playing import STANDING
from tests.understanding.scoring import LANGUAGES, all_cases

CONVERSATIONS = 171
MESSAGES = 24
MEDIAN_BEFORE = 92  # characters, of the same conversations before any of this was understood
PATIENCE = 6  # messages that are not understood, by which a person must have been offered
NONSENSE = (
    *(
        "my goat ate it",
        "rain is falling",
        "purple elephants",
        "seven sisters came",
        "the sky is high",
        "xyz",
        "...",
        "?!",
    ),
    *("I was in Kano", "him no come", "na only God", "light don go", "una see am", "as I was saying", "ehn", "🙂🙂"),
)
TEXTS = [case.typed for language in LANGUAGES for case in all_cases(language)]


class Answer(NamedTuple):
    """What came of one message: whether anything did, whether it was understood or led to a person, how long it was."""

    is_one: bool
    helps: bool
    lengths: list[int]


def talker(number: int) -> tuple[random.Random, Talk]:
    chance = random.Random(number)
    begun = chance.choice([Session(ADA), *STANDING.values()])
    return chance, Talk(begun)


def says(chance: random.Random, talk: Talk) -> None:
    """A text of the corpus, wherever it was meant for, or none that anybody would understand."""
    talk.waits(seconds=chance.choice([5, 20, 70]))
    if chance.random() < 0.3:
        talk.hears(OtpSent(talk.session.attempt, REFERENCE, FORM))
    talk.types(chance.choice(NONSENSE if chance.random() < 0.5 else TEXTS))


def conversation(number: int) -> list[Answer]:
    chance, talk = talker(number)
    answers = []
    for _ in range(MESSAGES):
        before = talk.session
        says(chance, talk)
        helped = Choice.PERSON in talk.offered or talk.session.case or before.case or "person" in talk.keys
        lengths = [len(render(say, talk.session.language, BUSINESS).text) for say in talk.wishes(Say)]
        is_one = bool(talk.keys or talk.turn.immediate or before.case)
        answers.append(Answer(is_one, bool(helped or talk.session.stumbles == 0), lengths))
    return answers


@pytest.fixture(scope="session")
def every_conversation() -> dict[int, list[Answer]]:
    return {number: conversation(number) for number in range(CONVERSATIONS)}


@for_every("number", range(CONVERSATIONS))
def test_nobody_is_left_in_a_circle(number: int, every_conversation: dict[int, list[Answer]]) -> None:
    stumbles = 0
    for answer in every_conversation[number]:
        stumbles = 0 if answer.helps else stumbles + 1
        assert stumbles < PATIENCE
        assert answer.is_one


@for_every("begun", sorted(STANDING))
def test_who_is_never_understood_is_offered_a_person_by_the_second_message(begun: str) -> None:
    talk = Talk(STANDING[begun])
    for text in NONSENSE[:2]:
        talk.types(text)
    assert Choice.PERSON in talk.offered


def test_replies_are_no_longer_than_they_were(every_conversation: dict[int, list[Answer]]) -> None:
    lengths = [length for answers in every_conversation.values() for answer in answers for length in answer.lengths]
    assert statistics.median(lengths) <= MEDIAN_BEFORE
