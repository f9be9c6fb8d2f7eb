"""Sentences in which agents ask how links go, as the commands that show it. Never a command that changes anything."""

from conversations.agents import commands
from conversations.agents.commands import Command
from conversations.agents.numbers_typed import split_words, take_number
from conversations.agents.report_commands import ShowReport
from conversations.agents.session import Which
from conversations.agents.small_talk import (
    answer_to,
    asks_for_board,
    asks_for_days,
    asks_for_report,
    asks_for_today,
    asks_for_yesterday,
    asks_how_it_goes,
    asks_how_many,
    asks_who,
    state_asked_for,
    whom_asked_for,
)
from conversations.intents.words import heard_words, is_heard_as, words_in
from conversations.phone import PhoneNumber
from conversations.report import USUAL_DAYS
from conversations.typed import plain
from conversations.wording import words_in_all

_SIGNS = ".,;:!?"
_MOST_NAMES = 2  # words of a note or a name; more are a sentence of its own
_NAMING_NOBODY = (
    "heard-agent-nobody",
    "heard-agent-about",
    "heard-agent-asks",
    "heard-agent-progress",
    "heard-agent-theirs",
    "heard-courtesies",
    "heard-questions",
    "heard-negations",
)


def read_question(text: str) -> Command | None:
    """What they linked, and which links there are; None where a text asks for neither."""
    which, said = whom_asked_for(text), words_in(text).words
    if which and asks_who(text) and not heard_words("heard-today").isdisjoint(said):
        return commands.ShowBoard(which, today=True)
    if which and not heard_words("heard-yesterday").isdisjoint(said):
        return commands.ShowBoard(which, yesterday=True)
    if asks_for_yesterday(text):
        return commands.ShowBoard(Which.DONE, yesterday=True)
    if asks_for_today(text):
        return commands.ShowToday()
    if asks_for_board(text) or asks_how_many(text):
        named = next((each for each in Which if each.value in said and each is not Which.WITHOUT), Which.ALL)
        return commands.ShowBoard(named, today=not heard_words("heard-today").isdisjoint(said))
    if days := asks_for_days(text):
        return ShowReport(days)
    if which:
        return commands.ShowBoard(which)
    return ShowReport(USUAL_DAYS) if asks_for_report(text) else None


def read_talk(text: str) -> Command:
    """What is answered in words, or how their customers get on: one whose number is named, or all."""
    if answer := answer_to(text):
        return commands.SmallTalk(answer)
    number, around = take_number(split_words(text))
    begun, whom = _whom_sought(" ".join(around))
    if not (begun or asks_how_it_goes(" ".join(around))):
        return commands.Wonder()
    if isinstance(number, PhoneNumber):
        return commands.ShowBoard(Which.ALL, sought=number.local)
    if whom:
        return commands.ShowBoard(Which.ALL, sought=whom)
    return commands.ShowBoard(state_asked_for(text)) if asks_how_it_goes(text) else commands.Wonder()


def _whom_sought(text: str) -> tuple[bool, str]:
    """Whether it begins as a question about one of them, and whom it names: "how far with Ada", "did Ada finish"."""
    said = plain(text).casefold()
    beginnings = sorted(words_in_all("heard-agent-whereabouts"), key=len, reverse=True)
    begins = next((each for each in beginnings if said.startswith(f"{each} ")), "")
    words = [word.strip(_SIGNS) for word in text[len(begins) :].split()]
    named = [word for word in words if word and not any(is_heard_as(word, entry) for entry in _NAMING_NOBODY)]
    asks = begins or said.partition(" ")[0] in heard_words("heard-agent-asks-whether")
    is_named = asks and len(named) <= _MOST_NAMES and all(map(str.isalpha, named))
    return bool(begins), " ".join(named) if is_named else ""
