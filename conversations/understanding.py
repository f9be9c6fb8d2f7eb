"""What a text or a tap means where it arrives: one of our choices, or itself. Never what follows from it."""

from collections.abc import Collection, Sequence
from functools import cache

from conversations.choice import ALWAYS, LINES, TYPED_ALWAYS, Choice
from conversations.events import ButtonTapped, Chosen, Event, LinkOpened, OldButtonTapped, TextReceived
from conversations.session import Idle, Session
from conversations.typed import plain
from conversations.wording import words_of

LONGEST_ANSWER = 60  # characters; a longer text is not a word for a button
START_WORDS = frozenset({"start", "restart"})


def read(session: Session, event: Event) -> Event:
    """The same event, with texts and taps that are answers turned into `Chosen`."""
    match event:
        case TextReceived():
            return _read_text(session, event)
        case ButtonTapped(button, prompt):
            return _read_tap(session, button, prompt)
        case _:
            return event


def choice_meant(text: str, offered: Sequence[Choice], always: Collection[Choice]) -> Choice | None:
    """The answer that a text gives: by the place of an offered one, or by a word for one of either."""
    word = _word(text)
    if not word or len(word) > LONGEST_ANSWER:
        return None
    if _is_place(word):
        place = int(word) - 1
        return offered[place] if 0 <= place < len(offered) else None
    meanings = _meanings().get(word, ())
    return next((choice for choice in (*offered, *always) if choice in meanings), None)


def is_answer(text: str, offered: Sequence[Choice]) -> bool:
    """Whether it answers a question and says nothing else: under an earlier one it does not answer this one."""
    return _is_place(_word(text)) or choice_meant(text, offered, ()) is not None


def _read_text(session: Session, event: TextReceived) -> Event:
    """A "yes" under an earlier question is not the answer to this one."""
    text, current = event.text, _is_current(session, event.quoted)
    choice = choice_meant(text, session.offered if current else (), TYPED_ALWAYS)
    if choice:
        return Chosen(choice, text)
    if not current and is_answer(text, session.offered):
        return OldButtonTapped()
    return LinkOpened() if _word(text) in START_WORDS else event


def _read_tap(session: Session, button: str, prompt: int | None) -> Event:
    if button not in _BUTTONS:
        return OldButtonTapped()
    choice = Choice(button)
    if choice in ALWAYS or (_is_current(session, prompt) and choice in session.offered):
        return Chosen(choice)
    return OldButtonTapped()


def _is_current(session: Session, prompt: int | None) -> bool:
    """Whether an answer to the question of that number still counts; where nothing is under way, nothing is stale."""
    return prompt in (None, session.prompt) or isinstance(session.step, Idle)


def _is_place(word: str) -> bool:
    """Whether it can be nothing but the place of an answer in a list."""
    return len(word) == 1 and word.isascii() and word.isdigit()


def _word(text: str) -> str:
    """The text without case, commas, outer punctuation, a command's slash, and the bot's name after a command."""
    word = " ".join(plain(text).casefold().replace(",", " ").split())
    if word.startswith("/"):
        word = word[1:].partition("@")[0]
    return word.strip(" .,!?\"'`*_~()[]:;") or word


@cache
def _meanings() -> dict[str, frozenset[Choice]]:
    """Every word of every language, so that a person may answer in either."""
    table: dict[str, set[Choice]] = {}
    for choice in Choice:
        if choice in LINES:
            continue
        for word in (choice.value, *words_of(choice.value)):
            table.setdefault(_word(word), set()).add(choice)
    return {word: frozenset(choices) for word, choices in table.items()}


_BUTTONS = frozenset(choice.value for choice in Choice)
