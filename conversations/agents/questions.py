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
    asks_for_today,
    asks_for_yesterday,
    asks_how_it_goes,
    asks_how_many,
    asks_who,
    state_asked_for,
    whom_asked_for,
)
from conversations.intents.words import heard_words, words_in
from conversations.phone import PhoneNumber


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
        return commands.ShowBoard(Which.ALL)
    if days := asks_for_days(text):
        return ShowReport(days)
    return commands.ShowBoard(which) if which else None


def read_talk(text: str) -> Command:
    """What is answered in words, or how their customers get on: one whose number is named, or all."""
    if answer := answer_to(text):
        return commands.SmallTalk(answer)
    number, around = take_number(split_words(text))
    if not asks_how_it_goes(" ".join(around)):
        return commands.Wonder()
    if isinstance(number, PhoneNumber):
        return commands.ShowBoard(Which.ALL, sought=number.local)
    return commands.ShowBoard(state_asked_for(text))
