"""The arrows of every step: help, cancel, back, language, a person, oddities, the clock. Never a step of its own."""

from conversations.choice import LANGUAGES, Choice
from conversations.effects import DeleteMessage, Say, sentence
from conversations.events import Event, OddityReceived, TextReceived
from conversations.linking import begin, change_number
from conversations.otp import looks_like_otp
from conversations.questions import question_of
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    CheckingOtp,
    ChoosingLine,
    ConfirmingUnlink,
    ExchangingCode,
    FetchingSummary,
    Idle,
    ReadingLine,
    SendingOtp,
    ShowingTransactions,
)
from conversations.turn import Turn

STEP_NAMES = {
    Idle: "idle",
    AskingConsent: "consent",
    AskingNumber: "number",
    AskingNetwork: "network",
    AskingOtp: "otp",
}


def help_(turn: Turn) -> Turn:
    name = STEP_NAMES.get(type(turn.session.step), "other")
    return turn.remind(sentence(f"help-{name}"), sentence("help-words"))


def person(turn: Turn) -> Turn:
    return turn.remind(sentence("person"))


def privacy(turn: Turn) -> Turn:
    return turn.remind(sentence("privacy"))


def proof(turn: Turn) -> Turn:
    """What a careful person needs to tell us from a fraud."""
    offer = turn.session.offer
    if not offer:
        return turn.remind(sentence("proof"))
    first, second = offer.words
    agent = sentence("proof-agent", agent=offer.agent, reference=offer.reference, first=first, second=second)
    return turn.remind(sentence("proof"), agent)


def language_menu(turn: Turn) -> Turn:
    return turn.say(sentence("ask-language"), choices=tuple(LANGUAGES))


def language_chosen(turn: Turn, choice: Choice) -> Turn:
    """The place in the conversation stays; the question is asked again in the new language."""
    return turn.changed(language=LANGUAGES[choice]).ask(sentence("language-changed"))


def cancel(turn: Turn) -> Turn:
    step = turn.session.step
    match step:
        case Idle():
            return turn.remind(sentence("nothing-to-cancel"))
        case FetchingSummary():
            return turn.say(sentence("already-linked"))
        case ReadingLine() | ShowingTransactions() | ChoosingLine() | ConfirmingUnlink():
            return turn.idle().ask(sentence("kept"))
        case AskingOtp() | CheckingOtp() | SendingOtp() | ExchangingCode():
            return turn.idle().ask(sentence("cancelled-code"))
        case _:
            return turn.idle().ask(sentence("cancelled"))


def opt_out(turn: Turn) -> Turn:
    """Whatever was under way ends. This is all that is still said."""
    return turn.idle().do(Say((sentence("opted-out"),), last=True))


def back(turn: Turn) -> Turn:
    match turn.session.step:
        case AskingNumber():
            return turn.back(AskingConsent()).ask()
        case AskingNetwork() as step:
            return change_number(turn, step)
        case AskingOtp(claim):
            return turn.forward(AskingNetwork(claim.agreement, claim.line.number, claim.proven)).ask()
        case ReadingLine() | ShowingTransactions() | ChoosingLine() | ConfirmingUnlink():
            return turn.idle().ask()
        case Idle() | AskingConsent():
            return turn.remind(sentence("no-way-back"))
        case _:
            return turn.ask()


def oddity(turn: Turn, event: OddityReceived) -> Turn:
    return turn.remind(sentence(f"oddity-{event.oddity.value}"))


def text_out_of_place(turn: Turn, event: TextReceived) -> Turn:
    """Nothing typed is ignored."""
    told = "code-out-of-place" if looks_like_otp(event.text) else "not-understood"
    return take_out_code(turn, event).remind(sentence(told))


def take_out_code(turn: Turn, event: TextReceived) -> Turn:
    """A code does not stay in the chat, wherever it was typed."""
    return turn.do(DeleteMessage(event.message)) if looks_like_otp(event.text) else turn


def while_busy(turn: Turn, event: Event) -> Turn:
    """A call is under way: say so, without asking for anything."""
    question, choices = question_of(turn.session)
    quiet = take_out_code(turn, event) if isinstance(event, TextReceived) else turn
    return quiet.say(*question, choices=choices)


def spoken_to_while_idle(turn: Turn, event: TextReceived) -> Turn:
    """The first message of a person begins; later ones are shown what can be done."""
    if looks_like_otp(event.text):
        return text_out_of_place(turn, event)
    if turn.session.lines or turn.session.memory:
        return turn.ask()
    return begin(turn)


def finish_first(turn: Turn, wish: Choice) -> Turn:
    possible = turn.session.lines or wish is Choice.LINK_ANOTHER
    return turn.remind(sentence("finish-first" if possible else "nothing-linked"))


def contact_out_of_place(turn: Turn) -> Turn:
    return turn.remind(sentence("contact-out-of-place"))


def old_button(turn: Turn) -> Turn:
    return turn.ask(sentence("old-button"))


def unreadable(turn: Turn) -> Turn:
    return turn.remind(sentence("message-unreadable"))


# The clock


def warn(turn: Turn) -> Turn:
    """Once, and only where something would be lost. During a check it waits: what follows may be a question again."""
    match turn.session.step:
        case CheckingOtp():
            return turn
        case AskingConsent() | AskingNumber() | AskingNetwork() | AskingOtp() if not turn.session.warned:
            left = (turn.session.expires_at or turn.now) - turn.now
            return turn.changed(warned=True).say(sentence("warning", left=left))
        case _:
            return turn.changed(warned=True)


def time_ran_out(turn: Turn) -> Turn:
    match turn.session.step:
        case AskingConsent() | AskingNumber() | AskingNetwork() | AskingOtp():
            return turn.idle().ask(sentence("time-ran-out"))
        case SendingOtp() | CheckingOtp() | ExchangingCode():
            return turn.idle().ask(sentence("time-ran-out-unknown"))
        case ConfirmingUnlink():
            return turn.idle().ask(sentence("kept"))
        case ReadingLine():
            return turn.idle().ask(sentence("reading-failed"))
        case _:
            return turn.idle()
