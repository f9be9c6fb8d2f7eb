"""The longest text costs little work, whoever sends it and whatever it is made of: counted in calls, not in seconds."""

import time
import tracemalloc
from functools import partial

import pytest

from bot.channels.link_texts import parse_link_text
from conversations.agents.reading import read
from conversations.agents.session import Agent, AgentSession, AskingNote, AskingWhichNumber, Draft
from conversations.agents.verbs import read_join
from conversations.changing import replace
from conversations.customer.events import Oddity, OddityReceived, TextReceived, as_far_as_read
from conversations.customer.stepping import step
from conversations.reading import Reading
from conversations.session import ChoosingLine, Idle, Step
from conversations.typed import LONGEST_TEXT, READ_AT_MOST, plain
from tests.counting import calls_of
from tests.for_every import for_every
from tests.scenes import ADA, BEGUN, NOON, RULES, session_at

AGENTS = ("🙂0803 ••• 4567 ", "ends 68 ", "not it ends 68 ")
PARTED = ("4_8,", "0 ", "482:913 ", "4 and ", "4 8 2\n")
FIGURES = ("1 ", "7 ", "12 ", "9 0 0 ", "0803 ", "08031234567 ", "1,111", "1-", "0/8/", "٣", "\u0660 ", "1")
LETTERS = ("a", "a ", "four ", "K7M-4Q2 ", "/join ", "not ", "é", "א ", "👍", "?", " ", "\n")
GROWING = ("ﷺ", "ﷺ ", "\u0315\u0300", "a\u0315\u0300", "\u302e\U0001d165")  # when they are made plain, or put in order
PIECES = (*FIGURES, *LETTERS, *GROWING, *PARTED, *AGENTS)
STEPS = (Idle(), BEGUN[2], ChoosingLine(Reading.BALANCE))
DIALOGS = (AgentSession(), AgentSession(step=AskingNote(Draft())), AgentSession(step=AskingWhichNumber(Draft())))
ENOUGH = 100_000  # calls: twenty milliseconds on a small machine
AGENT = Agent(ADA, "Ada", NOON)


def longest_of(piece: str, beginning: str = "") -> TextReceived:
    return TextReceived((beginning + piece * LONGEST_TEXT)[:LONGEST_TEXT], "5")


@pytest.fixture(scope="module", autouse=True)
def loaded() -> None:
    """What is loaded with the first text."""
    for at in STEPS:
        for piece in ("0803 123 4567 four eight two nine ", "08031234567 "):
            step(session_at(at), TextReceived((piece * READ_AT_MOST)[:READ_AT_MOST]), NOON, RULES)


@for_every("piece", PIECES)
@for_every("at", STEPS)
def test_of_a_customer(piece: str, at: Step) -> None:
    session, text = session_at(at), longest_of(piece)
    asked = longest_of(piece, "statement ").text[:READ_AT_MOST]
    odd = OddityReceived(Oddity.FORWARDED, text.text, "5")
    for event in (TextReceived(text.text[:READ_AT_MOST]), TextReceived(asked), odd):
        assert calls_of(partial(step, session, event, NOON, RULES)) < ENOUGH


@for_every("piece", PIECES)
def test_of_a_customer_who_types_a_code(piece: str) -> None:
    session, text = session_at(BEGUN[-1]), longest_of(piece)
    assert calls_of(partial(step, session, text, NOON, RULES)) < ENOUGH


@for_every("beginning", ["", "link ", "/link ", "/links ", "K7M-4Q2 "])
@for_every("piece", PIECES)
def test_of_an_agent(beginning: str, piece: str) -> None:
    text = longest_of(piece, beginning)
    for event in (text, TextReceived(text.text[:READ_AT_MOST])):
        for session in DIALOGS:
            assert calls_of(partial(read, AGENT, session, event)) < ENOUGH


def test_what_stands_behind_the_longest_text_is_not_looked_at() -> None:
    for event in (longest_of("1 "), OddityReceived(Oddity.PHOTO, longest_of("1 ").text, "5")):
        assert as_far_as_read(event) is event
        assert as_far_as_read(replace(event, text="1 " * LONGEST_TEXT)) == event


@for_every("piece", ["/join ", "a", "/join a", "1 "])
def test_a_text_without_end_is_no_invitation_at_once(piece: str) -> None:
    """In CPU, and a hundred times as long as any text: the square of it would be minutes."""
    text = TextReceived(piece * 100_000)
    assert any(cpu_of(text) < 1 for _ in range(3))


def cpu_of(text: TextReceived) -> float:
    began = time.thread_time()
    read_join(text)
    parse_link_text(text.text)
    return time.thread_time() - began


def test_what_grows_when_it_is_made_plain_is_not_grown_to_its_end() -> None:
    text = "ﷺ" * READ_AT_MOST
    plain(text)
    tracemalloc.start()
    try:
        assert plain(text) == ""
        assert tracemalloc.get_traced_memory()[1] < 20_000  # bytes; all of it would be 36,000 characters
    finally:
        tracemalloc.stop()


def test_marks_beside_a_letter_count_as_before() -> None:
    written = "é" * 63 + "e\u0301" + "e\u0323\u0301" * 200
    assert plain(written) == "é" * 64 + "ẹ" * 200
