"""What a text or a tap means where it arrives: one of our choices, or what was heard. Never what follows from it."""

from collections.abc import Collection, Sequence

from conversations.changing import replace
from conversations.choice import ALWAYS, TYPED_ALWAYS, Choice
from conversations.customer.events import (
    ButtonTapped,
    Chosen,
    Event,
    LinkOpened,
    OldButtonTapped,
    OptedOut,
    TextReceived,
)
from conversations.customer.of_agent import of_agent
from conversations.customer.traits import situation_of
from conversations.customer.which_line import wish_of_line
from conversations.customer.yes_or_no import answer_of
from conversations.dialog import Dialog
from conversations.intents.endings import other_ending
from conversations.intents.given import Heard, NetworkHeard, NumberHeard, SelectionHeard, TextHeard, WhichNumber
from conversations.intents.hearing import bare_answer, heard_in
from conversations.intents.intent import Courtesy
from conversations.intents.meaning import AskBack, Meant, NotUnderstood, Why
from conversations.intents.named_scopes import named_in
from conversations.intents.naming import network_meant
from conversations.intents.numbers import numbers_in
from conversations.intents.phrases import answers_in
from conversations.intents.places import place_said
from conversations.intents.stages import Situation
from conversations.intents.tongues import tongue_of
from conversations.intents.words import heard_words, words_in
from conversations.languages import LANGUAGES
from conversations.otp import OtpForm
from conversations.phone import PhoneNumber
from conversations.scope_steps import ChoosingScopes
from conversations.session import AskingConsent, AskingOtp, ChoosingLine, ConfirmingUnlink, Idle, Session
from conversations.typed import place_in, without_slash, word_in

_HIDES = {Choice.BALANCE: Choice.HIDE_BALANCES, Choice.TRANSACTIONS: Choice.HIDE_TRANSACTIONS}
# What a bare word brings about as the answer to its question, and nowhere else.
_BY_A_WORD = frozenset(
    {
        *(Choice.AGREE, Choice.DECLINE, Choice.ALLOW, Choice.LEAVE_OUT),
        *(Choice.CONFIRM, Choice.RESUME, Choice.NEW_CODE),
    }
)


def read(session: Session, event: Event) -> Event:
    """The same event, with taps and texts turned into what they mean."""
    match event:
        case TextReceived():
            return _read_text(session, event)
        case ButtonTapped():
            return _read_tap(session, event)
        case _:
            return event


# A customer's text


def _read_text(session: Session, event: TextReceived) -> Event:
    """A place or a word of the question first, then whatever the text says."""
    current = _is_current(session, event.quoted)
    place, is_figure = place_said(event.text), place_in(event.text) is not None
    if place is not None and (is_figure or (session.dialog.is_numbered and place < len(session.dialog.offered))):
        return _at_place(session.dialog, place, event) if current else OldButtonTapped()
    heard = _heard(session, event.text, current=current)
    if isinstance(heard, Chosen) and heard.choice is Choice.CHOOSE:
        return replace(heard, named=named_in(event.text))
    if not isinstance(heard, Chosen) and _starts_over(event.text):
        return LinkOpened()
    return heard


def _starts_over(text: str) -> bool:
    """Whether it says to begin anew and nothing else, in the words of the button for it or as links do."""
    return word_in(text) in heard_words("heard-starting") or Choice.BEGIN in answers_in(words_in(text))


def _at_place(dialog: Dialog, place: int, event: TextReceived) -> Event:
    """The answer that stands there. Where a code is typed, a figure alone is a piece of one, and no answer."""
    if dialog.is_numbered and 0 <= place < len(dialog.offered):
        return Chosen(dialog.offered[place])
    return TextHeard(NotUnderstood(), event.text)


def _heard(session: Session, text: str, *, current: bool) -> Event:
    """What it says. An answer to an earlier question is as an old button of it."""
    heard = heard_in(without_slash(text), situation_of(session), session.dialog.offered, _form_of(session))
    match heard:
        case Meant(Choice.HELP) if session.is_new and tongue_of(text, LANGUAGES):
            return TextHeard(heard, text)  # "wetin be this": the beginning says it, in whichever language
        case Meant(Courtesy.YES | Courtesy.NO | Choice.OWN_NUMBER | Choice.RESUME as said) if current and (
            answer := answer_of(session, said)
        ):
            return Chosen(answer)
        case Meant(Choice.CANCEL) if _asks_which_to_unlink(session) and word_in(text) != Choice.CANCEL:
            return Chosen(Choice.UNLINK)  # a second "stop" keeps nothing, as at the question whether to
        case NotUnderstood() | AskBack() | Meant(Choice()) | NetworkHeard() | SelectionHeard() if (
            named := _wish_that_names(session, text, heard)
        ):
            return named
        case NotUnderstood() | Meant(Choice.HELP) if about := of_agent(session.offer, text):
            return about
        case NumberHeard(agrees=True) if not (current and session.dialog.asks):
            return TextHeard(replace(heard, agrees=False), text)  # agreed to is what was read last, and nothing else
        case Meant(Choice() as choice) if doubted := _doubted(session, text, choice):
            return doubted
        case Meant(Choice.CONFIRM) if current and isinstance(session.step, ConfirmingUnlink):
            return Chosen(other_ending(text, everything=session.step.account is None) or Choice.CONFIRM)
        case Meant(Choice() as choice):
            return Chosen(choice) if current or choice in TYPED_ALWAYS else OldButtonTapped()
        case Meant(Courtesy.OPT_OUT):
            return OptedOut()
        case NetworkHeard() | AskBack() if not current:
            return OldButtonTapped()
        case _:
            return TextHeard(heard, text)


def _doubted(session: Session, text: str, choice: Choice) -> Event | None:
    """What reads like an answer that nobody can take back: a command tapped in the menu is none, nor is a "yes" to what
    was not asked, or where something else was said last; and "balance" may be wanted hidden or shown."""
    is_command, offered = text.lstrip().startswith("/"), session.dialog.offered
    if choice in _BY_A_WORD and not session.dialog.asks and (bare := bare_answer(text)):
        return TextHeard(Meant(Courtesy.NO if bare is Courtesy.NO else Courtesy.YES), text)
    if choice is Choice.CONFIRM and is_command and word_in(text) in TYPED_ALWAYS:
        return Chosen(Choice(word_in(text)))
    if choice is Choice.RESUME and choice not in offered and Choice.CONFIRM in answers_in(words_in(text)):
        return TextHeard(Meant(Courtesy.OK), text)  # nobody asked whether to go on
    hides = _HIDES.get(choice)
    if is_command or choice in offered or hides not in offered or choice not in answers_in(words_in(text)):
        return None
    return TextHeard(AskBack((hides, choice), Why.SEVERAL), text)


def _wish_that_names(session: Session, text: str, heard: Heard) -> Event | None:
    """One with what it is about in it: a line by its network or number, another line's number, or where a code was sent
    the number that it should be."""
    if heard == Meant(Choice.CHANGE_NUMBER) and isinstance(session.step, AskingOtp):
        known = {session.step.claim.line.number} - {session.unshown}  # what is not shown is told by no answer either
        others = tuple(each for each in numbers_in(text) if each not in known)
        return TextHeard(WhichNumber(others), text) if others else None
    if isinstance(session.step, AskingConsent | ChoosingScopes) and session.step.found:
        return _of_kept_number(session.step.found, text)
    if heard == Meant(Choice.LINK_ANOTHER) and (number := _of_another_line(session, text)):
        return TextHeard(NumberHeard(number, network_meant(text)), text)
    return wish_of_line(session, text, heard) if session.lines else None


def _of_kept_number(kept: Sequence[PhoneNumber], text: str) -> Event | None:
    """What is said of a number that was given before the consent: that it is another, or is not to be used."""
    others = tuple(number for number in numbers_in(text) if number not in kept)
    if others:
        return TextHeard(NumberHeard(others[0], network_meant(text)) if len(others) == 1 else WhichNumber(others), text)
    wish = heard_in(text, Situation.CODE, (Choice.CHANGE_NUMBER,))
    return Chosen(Choice.CHANGE_NUMBER) if wish == Meant(Choice.CHANGE_NUMBER) else None


def _of_another_line(session: Session, text: str) -> PhoneNumber | None:
    """The one number in it that is not linked here: "link 0802 345 6789 too"."""
    linked = {line.claim.line.number for line in session.lines}
    numbers = [number for number in numbers_in(text) if number not in linked]
    return numbers[0] if len(numbers) == 1 else None


def _asks_which_to_unlink(session: Session) -> bool:
    match session.step:
        case ChoosingLine(reading=None, renews=False, narrows=False):
            return True
        case _:
            return False


def _form_of(session: Session) -> OtpForm | None:
    """The form of the code that is waited for."""
    return session.step.form if isinstance(session.step, AskingOtp) else None


def _is_current(session: Session, prompt: int | None) -> bool:
    """Where nothing is under way, no question is an old one."""
    return session.dialog.is_current(prompt) or isinstance(session.step, Idle)


# A tap


def _read_tap(session: Session, event: ButtonTapped) -> Event:
    """Until it is agreed, a "no" counts whatever was asked since; who is at rest and agrees after all is asked anew."""
    match session.step, event.button:
        case AskingConsent() | ChoosingScopes(), Choice.DECLINE:
            return Chosen(Choice.DECLINE)
        case Idle(), Choice.AGREE if not (session.lines or session.memory):
            return Chosen(Choice.BEGIN)
    meant = read_tap(event.button, session.dialog, ALWAYS, current=_is_current(session, event.prompt))
    return Chosen(meant) if isinstance(meant, Choice) else meant


def read_tap(button: str, dialog: Dialog, harmless: Collection[Choice], *, current: bool) -> Choice | OldButtonTapped:
    """What a button means, if it is the question's own or may be tapped under any."""
    if button not in _BUTTONS:
        return OldButtonTapped()
    choice = Choice(button)
    return choice if choice in harmless or (current and choice in dialog.offered) else OldButtonTapped()


# An agent's text: commands are read by their verbs, so only what is exactly a button's word is an answer


def read_answer(
    text: str, dialog: Dialog, always: Collection[Choice], *, current: bool
) -> Choice | OldButtonTapped | None:
    """The answer that a text gives, None where it is none. A "yes" under an earlier question is as an old button."""
    choice = choice_meant(text, dialog.offered if current else (), always)
    return OldButtonTapped() if not choice and not current and _is_answer(text, dialog.offered) else choice


def choice_meant(text: str, offered: Sequence[Choice], always: Collection[Choice]) -> Choice | None:
    """The answer of which a text is the place, the label or a word and nothing else: an offered one, or one of both."""
    place = place_in(text)
    if place is not None:
        return offered[place] if 0 <= place < len(offered) else None
    said = words_in(without_slash(text))
    meant = answers_in(said) if said.words or not said.asks else frozenset({Choice.HELP})
    return next((choice for choice in (*offered, *always) if choice in meant), None)


def _is_answer(text: str, offered: Sequence[Choice]) -> bool:
    """Whether it answers a question and says nothing else: under an earlier one it does not answer this one."""
    return place_in(text) is not None or choice_meant(text, offered, ()) is not None


_BUTTONS = frozenset(choice.value for choice in Choice)
