"""Sentences in which agents ask how links go, as the commands that show it. Never a command that changes anything.

Each is read once as four things: which links (`states_asked`), whose (`whose`), of which days and on which networks
(`bounds`). What then shows them is bound by all four.
"""

from conversations.agents import commands
from conversations.agents.bounds import Days, days_in, take_network_asked
from conversations.agents.commands import Command
from conversations.agents.link_commands import SeekEnding
from conversations.agents.links_typed import behind, read_board
from conversations.agents.numbers_typed import split_words, take_ending, take_number
from conversations.agents.report_commands import ShowReport
from conversations.agents.report_typed import report_asked_for, report_of
from conversations.agents.small_talk import (
    answer_to,
    asks_for_board,
    asks_for_links_left,
    asks_for_report,
    asks_how_it_goes,
    asks_how_many,
    asks_of_days,
    asks_what_happened,
    asks_what_was_done,
    says_how_many,
)
from conversations.agents.standing import Which
from conversations.agents.states_asked import asks_who, state_asked_for, whom_asked_for
from conversations.agents.whose import whose_asked_for
from conversations.changing import replace
from conversations.effects import sentence
from conversations.intents.words import is_heard_as, words_in
from conversations.phone import PhoneNumber
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
    networks, words = take_network_asked(text.split())
    said = " ".join(words)
    whose, days = whose_asked_for(said), days_in(said)
    asked = _read_question(said, whose, days) or (read_board(said) if networks.only or networks.unserved else None)
    match asked:
        case commands.ShowBoard() | commands.ShowToday() | ShowReport() if networks.unserved:
            return commands.SmallTalk("agent-answer-not-served")
        case commands.ShowBoard(today=False, yesterday=False) if days is Days.OTHER:
            return commands.Refuse(sentence("agent-days-known"))
        case commands.ShowBoard() | commands.ShowToday() as bound:
            return replace(bound, whose=whose, networks=networks.only)
        case ShowReport() as bound:
            return replace(bound, name=whose, networks=networks.only)
        case _:
            return asked


def _read_question(text: str, whose: str, days: Days) -> Command | None:
    """Which links, or the figures of which days."""
    if asks_for_links_left(text):
        return commands.ShowLinksLeft()
    which, of_a_day = whom_asked_for(text), days in (Days.TODAY, Days.YESTERDAY)
    counts = not asks_who(text) and says_how_many(words_in(text).words)
    shown = commands.ShowBoard(
        which or Which.ALL, today=days is Days.TODAY, yesterday=days is Days.YESTERDAY, counts=counts
    )
    if days.is_span and (which or asks_of_days(text, whose)):
        return report_of(days)
    if of_a_day and which:
        return shown
    if of_a_day and asks_what_happened(text):
        return replace(shown, which=Which.HAVE_MOVED)
    if asks_for_board(text, whose) or (asks_how_many(text) and not which):
        named = next((each for each in Which if each.value in words_in(text).words), which or Which.ALL)
        return replace(shown, which=named)
    if of_a_day and asks_what_was_done(text, whose):
        return commands.ShowToday() if days is Days.TODAY else report_of(days)
    return shown if which else report_asked_for(text, days) if asks_for_report(text, whose) else None


def read_talk(text: str) -> Command:
    """What is answered in words, or how their customers get on: one whose number, or its end, is named, or all."""
    if answer := answer_to(text):
        return commands.SmallTalk(answer)
    number, around = take_number(split_words(text))
    ending, around = take_ending(around) if number is None else ("", around)
    networks, words = take_network_asked(around)
    said = " ".join(words)
    begun, whom = _whom_sought(said)
    if not (begun or asks_how_it_goes(said)):
        return commands.Wonder()
    if isinstance(number, PhoneNumber):
        return commands.ShowBoard(Which.ALL, sought=number.local)
    if ending:
        return SeekEnding(ending)
    if whom:
        return commands.ShowBoard(Which.ALL, sought=whom, networks=networks.only)
    asks = networks.only or asks_how_it_goes(text)
    return commands.ShowBoard(state_asked_for(text), networks=networks.only) if asks else commands.Wonder()


def _whom_sought(text: str) -> tuple[bool, str]:
    """Whether it begins as a question about one of them, and whom it names: "how far with Ada", "did Ada finish"."""
    text = " ".join(behind("heard-courtesies", text.split()))
    said = plain(text).casefold()
    beginnings = sorted(words_in_all("heard-agent-whereabouts"), key=len, reverse=True)
    begins = next((each for each in beginnings if f"{said} ".startswith(f"{each} ")), "")
    words = [word.strip(_SIGNS) for word in text[len(begins) :].split()]
    named = [word for word in words if word and not any(is_heard_as(word, entry) for entry in _NAMING_NOBODY)]
    asks = begins or any(is_heard_as(word, "heard-agent-asks-whether") for word in words)
    is_named = asks and len(named) <= _MOST_NAMES and all(map(str.isalpha, named))
    return bool(begins), " ".join(named) if is_named else ""
