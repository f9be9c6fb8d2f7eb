"""No text takes long, whoever wrote it: the work for a text grows with its length and not faster."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.intents.hearing import heard_in
from conversations.intents.networks import networks_in
from conversations.intents.numbers import numbers_in
from conversations.intents.phrases import phrases_in
from conversations.intents.stages import Situation
from conversations.intents.words import WORDS_READ, words_in
from conversations.otp import OtpForm
from conversations.typed import READ_AT_MOST, plain
from tests.for_every import for_every
from tests.understanding.scoring import OFFERED, all_cases, label

HOSTILE = (
    *("a", "no ", "i ", "what ", "give me the ", "not not not code ", "send ~ code ", "dey wan see ", "xqzv "),
    *("0", "0 ", "0803 123 4567 ", "O0", "482913 ", "4_8,", "bvn ", "nin 1", "+234", "1. ", "is 482913 or "),
    *("mtn ", "m t n ", "airtl ", "👍", "ẹ́", "́", "?", ".", "\n", "'"),
)


def seconds_for(text: str, stage: Situation) -> float:
    began = time.thread_time()
    heard_in(text, stage, OFFERED[stage], OtpForm())
    return time.thread_time() - began


def is_heard_within(seconds: float, text: str, stage: Situation) -> bool:
    """Once in three times, so that what else runs on the machine counts little."""
    return any(seconds_for(text, stage) < seconds for _ in range(3))


@pytest.fixture(scope="module", autouse=True)
def warm() -> None:
    for stage in OFFERED:
        heard_in("warm up", stage, OFFERED[stage], OtpForm())


@for_every("piece", HOSTILE)
def test_a_thousand_hostile_characters_take_a_bounded_time(piece: str) -> None:
    text = (piece * READ_AT_MOST)[:READ_AT_MOST]
    for stage in (Situation.CONSENT, Situation.NUMBER, Situation.NETWORK, Situation.CODE):
        assert is_heard_within(0.1, text, stage)


@for_every("piece", HOSTILE)
def test_twice_the_text_is_not_four_times_the_phrases(piece: str) -> None:
    half, whole = ((piece * READ_AT_MOST)[:length] for length in (READ_AT_MOST // 2, READ_AT_MOST))
    assert len(phrases_in(words_in(whole))) <= 3 * len(phrases_in(words_in(half))) + 50


def test_a_text_takes_less_than_a_millisecond() -> None:
    texts = [case for case in all_cases("en") if len(case.typed) > 20][:200]
    taken = sorted(seconds_for(case.typed, Situation(case.step)) for case in texts)
    assert taken[len(taken) // 2] < 0.001


def test_a_text_that_is_made_plain_in_eighteen_times_its_letters_is_no_longer_than_others() -> None:
    assert plain("ﷺ" * (READ_AT_MOST // 18))
    assert plain("ﷺ" * (READ_AT_MOST // 18 + 1)) == ""


def test_a_story_is_read_as_far_as_its_first_words() -> None:
    assert len(words_in("word " * 199).words) == WORDS_READ
    assert words_in("help " * READ_AT_MOST).words == ()


@given(st.text() | st.text("0123456789 oO-_/,.\nabn", max_size=300), st.sampled_from(sorted(OFFERED)))
def test_no_text_is_too_strange(text: str, stage: Situation) -> None:
    assert label(heard_in(text, stage, OFFERED[stage], OtpForm()))
    assert isinstance(networks_in(text), tuple)
    assert isinstance(numbers_in(text), tuple)
