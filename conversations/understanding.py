"""What a text or a tap means where it arrives: one of our choices, or itself. Never what follows from it."""

from collections.abc import Collection, Sequence
from functools import cache

from conversations.choice import ALWAYS, LINES, TYPED_ALWAYS, Choice
from conversations.dialog import Dialog
from conversations.events import ButtonTapped, Chosen, Event, LinkOpened, OldButtonTapped, TextReceived
from conversations.line_events import Withdrew
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
        case ButtonTapped():
            return _read_tap(session, event)
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


def read_withdrawal(text: str) -> Withdrew | None:
    """Whether a text says nothing else than that a line is to be unlinked, or everything deleted."""
    match choice_meant(text, (), (Choice.UNLINK, Choice.DELETE)):
        case Choice.UNLINK:
            return Withdrew()
        case Choice.DELETE:
            return Withdrew(everything=True)
        case _:
            return None


def read_answer(
    text: str, dialog: Dialog, always: Collection[Choice], *, current: bool
) -> Choice | OldButtonTapped | None:
    """The answer that a text gives, None where it is none. A "yes" under an earlier question is as an old button."""
    choice = choice_meant(text, dialog.offered if current else (), always)
    return OldButtonTapped() if not choice and not current and _is_answer(text, dialog.offered) else choice


def read_tap(button: str, dialog: Dialog, harmless: Collection[Choice], *, current: bool) -> Choice | OldButtonTapped:
    """What a button means, if it is the question's own or may be tapped under any."""
    if button not in _BUTTONS:
        return OldButtonTapped()
    choice = Choice(button)
    return choice if choice in harmless or (current and choice in dialog.offered) else OldButtonTapped()


def _is_answer(text: str, offered: Sequence[Choice]) -> bool:
    """Whether it answers a question and says nothing else: under an earlier one it does not answer this one."""
    return _is_place(_word(text)) or choice_meant(text, offered, ()) is not None


def _read_text(session: Session, event: TextReceived) -> Event:
    match read_answer(event.text, session.dialog, TYPED_ALWAYS, current=_is_current(session, event.quoted)):
        case Choice() as choice:
            return Chosen(choice, event.text)
        case OldButtonTapped() as old:
            return old
        case None:
            return LinkOpened() if _word(event.text) in START_WORDS else event


def _read_tap(session: Session, event: ButtonTapped) -> Event:
    meant = read_tap(event.button, session.dialog, ALWAYS, current=_is_current(session, event.prompt))
    return Chosen(meant) if isinstance(meant, Choice) else meant


def _is_current(session: Session, prompt: int | None) -> bool:
    """Where nothing is under way, no question is an old one."""
    return session.dialog.is_current(prompt) or isinstance(session.step, Idle)


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
