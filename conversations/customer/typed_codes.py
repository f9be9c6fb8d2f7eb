"""A code does not stay where it was typed, whatever it is used for. Never what it is used for.

An arrow knows whether a text is the code. Whether it holds one, and so may not be left lying about, is asked here and
of everything that a person writes: a text, a changed one, what stands under a picture, what was passed on. Where the
channel cannot take it out of the person's own chat, they are asked to, with the next thing that is said, and once.
"""

from collections.abc import Iterator

from conversations.changing import replace
from conversations.customer.events import Event, OddityReceived, TextReceived
from conversations.customer.turn import Turn
from conversations.customer.which_line import names_line_by_digits
from conversations.effects import DeleteMessage, Say, sentence
from conversations.intents.codes import holds_code_of
from conversations.intents.spelt import figures_of, numbers_spelt
from conversations.intents.times import time_alone
from conversations.otp import DEFAULT_LENGTH, OtpForm, is_sum, looks_like_otp
from conversations.phone import PhoneNumber, parse_number
from conversations.session import AskingOtp, CheckingOtp, ChoosingLine, ExchangingCode, SendingOtp, Session, Step
from conversations.typed import READ_AT_MOST, plain, without_slash

_OVERLAP = 100  # characters, more than any code is long


def take_out_code(turn: Turn, before: Session, event: Event) -> Turn:
    """The turn, which first takes out the message that it answers, where that holds a code."""
    match event:
        case TextReceived(text, message) | OddityReceived(_, text, message) if message and holds_code_at(before, text):
            left = turn.with_session(replace(turn.session, code_left=True))
            turn = replace(left, effects=(DeleteMessage(message), *turn.effects))
    return _asking_to_delete(turn) if turn.session.code_left else turn


def _asking_to_delete(turn: Turn) -> Turn:
    """Behind the first words of what is said; where nothing is said yet, of what is said next."""
    place = next((place for place, effect in enumerate(turn.effects) if isinstance(effect, Say)), None)
    if place is None:
        return turn
    said = turn.effects[place]
    assert isinstance(said, Say)  # noqa: S101 - for the type checker: it was looked for
    first, *others = said.sentences
    asking = replace(said, sentences=(first, sentence("delete-your-code"), *others))
    effects = (*turn.effects[:place], asking, *turn.effects[place + 1 :])
    return replace(turn, session=replace(turn.session, code_left=False), effects=effects)


def holds_code_at(session: Session, text: str) -> bool:
    """Whether a code may stand in it: while one is waited for, any number of its length, also in words."""
    form = _form_at(session.step)
    if form is None and _is_no_code(session, text):
        return False
    written = figures_of(text) or text
    holds = any(looks_like_otp(piece) or (form is not None and _holds(piece, form)) for piece in _pieces(written))
    return holds and not (form is None and session.lines and names_line_by_digits(session, text))


def _is_no_code(session: Session, text: str) -> bool:
    """A phone number, and where none was sent a small amount. Behind a linked line: that, a month, or, where one of
    several is chosen, how one begins or ends."""
    digits = text.strip()
    if isinstance(parse_number(text), PhoneNumber):
        return True
    if not session.lines:
        return not session.requests and is_sum(digits) and len(digits) < DEFAULT_LENGTH
    if isinstance(session.step, ChoosingLine) and digits.isdecimal():
        numbers = [line.claim.line.number.local for line in session.lines]
        return any(number.startswith(digits) or number.endswith(digits) for number in numbers)
    return (is_sum(digits) and len(digits) < DEFAULT_LENGTH) or bool(time_alone(without_slash(text)))


def _holds(text: str, form: OtpForm) -> bool:
    spelt = any(form.min_length <= len(digits) <= form.max_length for digits in numbers_spelt(text))
    return spelt or holds_code_of(text, form)


def _form_at(at: Step) -> OtpForm | None:
    """What the code looks like that is waited for, or was a moment ago; None where there is none."""
    match at:
        case AskingOtp(form=form) | CheckingOtp(asked=AskingOtp(form=form)) | SendingOtp(before=AskingOtp(form=form)):
            return form
        case SendingOtp() | ExchangingCode():
            return OtpForm()
        case _:
            return None


def _pieces(text: str) -> Iterator[str]:
    """The text in parts that are short enough to be read, made plain once; what is cut at an end stands whole in the
    next.
    """
    for start in range(0, max(1, len(text)), READ_AT_MOST - _OVERLAP):
        yield plain(text[start : start + READ_AT_MOST])
