"""Sentences in which agents ask how links go, as the commands that show it. Never a command that changes anything."""

from conversations.agents import commands
from conversations.agents.commands import Command
from conversations.agents.links_typed import behind
from conversations.agents.numbers_typed import split_words, take_number
from conversations.agents.report_commands import ShowReport, Until
from conversations.agents.small_talk import (
    answer_to,
    asks_for_board,
    asks_for_days,
    asks_for_links_left,
    asks_for_report,
    asks_how_it_goes,
    asks_how_many,
    asks_what_happened,
    asks_what_was_done,
)
from conversations.agents.standing import Which
from conversations.agents.states_asked import asks_who, state_asked_for, whom_asked_for
from conversations.agents.whose import whose_asked_for
from conversations.changing import replace
from conversations.effects import sentence
from conversations.intents.words import heard_words, is_heard_as, words_in
from conversations.phone import PhoneNumber
from conversations.report import MOST_DAYS, USUAL_DAYS, WEEK
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
    """What they linked, and which links there are, of whoever is named; None where a text asks for neither."""
    whose = whose_asked_for(text)
    match _read_question(text, whose):
        case commands.ShowBoard(today=False, yesterday=False) if _says(text, "heard-agent-other-days"):
            return commands.Refuse(sentence("agent-days-known"))
        case commands.ShowBoard() | commands.ShowToday() as asked:
            return replace(asked, whose=whose)
        case ShowReport() as asked:
            return replace(asked, name=whose)
        case asked:
            return asked


def _read_question(text: str, whose: str) -> Command | None:
    if asks_for_links_left(text):
        return commands.ShowLinksLeft()
    which, days = whom_asked_for(text), asks_for_days(text, whose)
    today, yesterday = _says(text, "heard-today"), _says(text, "heard-yesterday")
    counts = not asks_who(text) and {"how", "many"}.issubset(words_in(text).words)
    if (today or yesterday) and which:
        return commands.ShowBoard(which, today=today and not yesterday, yesterday=yesterday, counts=counts)
    if (today or yesterday) and asks_what_happened(text):
        return commands.ShowBoard(Which.HAVE_MOVED, today=today and not yesterday, yesterday=yesterday)
    if asks_for_board(text, whose) or (asks_how_many(text) and not (which or days)):
        named = next((each for each in Which if each.value in words_in(text).words), which or Which.ALL)
        return commands.ShowBoard(named, today=today and not yesterday, yesterday=yesterday, counts=counts)
    if (today or yesterday) and asks_what_was_done(text, whose):
        return ShowReport(1, until=Until.YESTERDAY) if yesterday else commands.ShowToday()
    if days:
        return _report_of(days, text)
    if which:
        return commands.ShowBoard(which, counts=counts)
    return ShowReport(USUAL_DAYS) if asks_for_report(text, whose) else None


def _says(text: str, entry: str) -> bool:
    return not heard_words(entry).isdisjoint(words_in(text).words)


def _report_of(days: int, text: str) -> Command:
    """Of days up to now, or of last week from Monday to Sunday; of last month not all links are there any more."""
    if not _says(text, "heard-agent-last"):
        return ShowReport(days)
    if days > WEEK:
        return commands.Refuse(sentence("report-days", most=MOST_DAYS))
    return ShowReport(days, until=Until.SUNDAY)


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
    text = " ".join(behind("heard-courtesies", text.split()))
    said = plain(text).casefold()
    beginnings = sorted(words_in_all("heard-agent-whereabouts"), key=len, reverse=True)
    begins = next((each for each in beginnings if said.startswith(f"{each} ")), "")
    words = [word.strip(_SIGNS) for word in text[len(begins) :].split()]
    named = [word for word in words if word and not any(is_heard_as(word, entry) for entry in _NAMING_NOBODY)]
    asks = begins or any(is_heard_as(word, "heard-agent-asks-whether") for word in words)
    is_named = asks and len(named) <= _MOST_NAMES and all(map(str.isalpha, named))
    return bool(begins), " ".join(named) if is_named else ""
