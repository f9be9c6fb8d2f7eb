"""The arrows of every step: help, cancel, back, language, oddities, codes, the clock. Never a step of its own."""

from typing import assert_never

from conversations.changing import replace
from conversations.choice import LANGUAGES, Choice
from conversations.customer.commands import command_rows
from conversations.customer.events import ButtonTapped, Event, OddityReceived
from conversations.customer.linking import begin, change_number
from conversations.customer.problems import oddity_received
from conversations.customer.questions import question_of, whether_to_resume
from conversations.customer.stumbling import stumbled
from conversations.customer.traits import Warns, is_linking, situation_of, traits_of
from conversations.customer.turn import Turn
from conversations.customer.typed_codes import holds_code_at
from conversations.effects import Say, Sentence, SilenceChat, Toast, sentence
from conversations.intents.stages import Situation
from conversations.link import Reason
from conversations.scope_steps import ChoosingScopes, NarrowingConsent
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
    Step,
)
from conversations.wording import names_of


def help_(turn: Turn) -> Turn:
    """Where we are; at rest with a line, all that can be typed."""
    if turn.session.lines and isinstance(turn.session.step, Idle | ShowingTransactions):
        return turn.offer(sentence("help-linked", rows=command_rows()))
    return turn.remind(where_we_are(turn.session.step), sentence("help-words"))


def where_we_are(step: Step) -> Sentence:
    """What is to be done there. A code is looked for on the phone that has the SIM, which may be another one."""
    known = {"number": step.claim.line.number.masked} if isinstance(step, AskingOtp) else {}
    return sentence(traits_of(step).help, **known)


def privacy(turn: Turn) -> Turn:
    return turn.remind(sentence("privacy"))


def language_menu(turn: Turn) -> Turn:
    return _offer_languages(turn, sentence("ask-language"))


def languages_spoken(turn: Turn) -> Turn:
    """To whoever wants another one."""
    return _offer_languages(turn, sentence("answer-languages", languages=names_of(turn.rules.languages)))


def language_chosen(turn: Turn, choice: Choice) -> Turn:
    """The place in the conversation stays; the question is asked again in the new language."""
    if LANGUAGES[choice] not in turn.rules.languages:
        return languages_spoken(turn)
    speaking = turn.with_session(replace(turn.session, language=LANGUAGES[choice]))
    told = sentence("language-changed")
    return begin(speaking, told=(told,)) if situation_of(turn.session) is Situation.ENDED else speaking.ask(told)


def _offer_languages(turn: Turn, told: Sentence) -> Turn:
    return turn.say(told, choices=tuple(map(Choice, turn.rules.languages)))


def cancel(turn: Turn) -> Turn:
    step = turn.session.step
    told = sentence(traits_of(step).on_cancel, lines=len(turn.session.lines))
    if isinstance(step, Idle):
        return turn.say(told)
    if isinstance(step, FetchingSummary):
        return turn.say(told)
    if isinstance(step, ConfirmingUnlink):
        return kept(turn, step)
    if not is_linking(step):
        return turn.idle().ask(told)
    cancelled = turn.stuck(Reason.CANCELLED).idle()
    if not cancelled.session.memory:
        return cancelled.ask(told)
    # Whoever stops is not asked whether to go on.
    return cancelled.say(told, sentence("continue-later", left=turn.rules.memory))


def kept(turn: Turn, step: NarrowingConsent | ConfirmingUnlink) -> Turn:
    """What they had begun before they asked for the end is not lost either: a code that is on its way still counts."""
    if isinstance(step, ConfirmingUnlink) and step.before:
        return turn.back(step.before).ask(sentence("kept"))
    return ask_whether_to_resume(turn.idle(), sentence("kept"))


def ask_whether_to_resume(turn: Turn, told: Sentence) -> Turn:
    """What was begun and ended is offered once more, also to whoever has another line linked, whose menu has it not."""
    if not (turn.session.lines and turn.session.memory):
        return turn.ask(told)
    question, choices = whether_to_resume(turn.session.memory)
    return turn.say(told, *question, choices=choices, asks=True)


def left(turn: Turn) -> Turn:
    """The chat is blocked or gone. Who left when their time was over has left all the same."""
    followed = traits_of(turn.session.step).place or turn.fact
    return turn.stuck(Reason.LEFT).idle() if followed else turn.idle()


def opt_out(turn: Turn) -> Turn:
    """Whatever was under way ends, and nothing of it is kept for later. This is all that is still said.

    The session is there for as long as they are silent, so that no number may stay in it.
    """
    left = turn.idle()
    nothing = replace(left.session, case=None, memory=None, own_number=None, offer=None, unshown=None)
    silent = replace(nothing, silent=True)
    return left.with_session(silent).do(SilenceChat(), Say((sentence("opted-out"),), last=True))


def back(turn: Turn) -> Turn:
    match turn.session.step:
        case AskingNumber():
            return turn.back(AskingConsent()).ask()
        case ChoosingScopes(found=found, network=network):
            return turn.back(AskingConsent(found, network)).ask()
        case AskingNetwork() as step:
            return change_number(turn, step)
        case AskingOtp(claim):
            return turn.forward(AskingNetwork(claim.agreement, claim.line.number, claim.proven)).ask()
        case ReadingLine() | ShowingTransactions() | ChoosingLine() | NarrowingConsent():
            return turn.idle().ask()
        case ConfirmingUnlink() as step:
            return kept(turn, step)
        case Idle() | AskingConsent():
            return turn.remind(sentence("no-way-back"))
        case SendingOtp() | CheckingOtp() | ExchangingCode() | FetchingSummary():
            return turn.ask()
        case _:
            assert_never(turn.session.step)


def oddity(turn: Turn, event: OddityReceived) -> Turn:
    """What cannot be an answer may still hold a code, which is not used for that."""
    has_code = holds_code_at(turn.session, event.text)
    return stumbled(turn, sentence("code-not-typed") if has_code else oddity_received(event.oddity))


def while_busy(turn: Turn) -> Turn:
    """A call is under way: say so, without asking for anything."""
    question, choices = question_of(turn.session)
    return turn.say(*question, choices=choices)


def finish_first(turn: Turn, wish: Choice) -> Turn:
    possible = turn.session.lines or wish is Choice.LINK_ANOTHER
    return turn.remind(sentence("finish-first" if possible else "nothing-linked"))


def contact_out_of_place(turn: Turn) -> Turn:
    return turn.remind(sentence("contact-out-of-place"))


def old_button(turn: Turn) -> Turn:
    return turn.ask(sentence("old-button"))


def said_again(turn: Turn, event: Event) -> Turn:
    """The same tap, or one more picture of an album: it was answered, and the answer is on its way."""
    match event:
        case ButtonTapped():
            return turn.do(Toast(sentence("said-again")))
        case OddityReceived() if holds_code_at(turn.session, event.text):
            return oddity(turn, event)
        case _:
            return turn


def unreadable(turn: Turn, *, known: bool) -> Turn:
    asked = sentence("message-unreadable")
    return stumbled(turn, asked) if known else turn.say(asked)


# The clock


def warn(turn: Turn) -> Turn:
    """Once, and only where something would be lost. During a check it waits: what follows may be a question again.

    Who has gone on since it was looked for has more time by now, and is warned when that is nearly over.
    """
    left = (turn.session.expires_at or turn.now) - turn.now
    match traits_of(turn.session.step).warns:
        case Warns.LATER:
            return turn
        case _ if left > turn.rules.warning:
            return turn
        case Warns.YES if not (turn.session.warned or turn.session.case):
            return _warned(turn).say(sentence("warning", left=left))
        case _:
            return _warned(turn)


def _warned(turn: Turn) -> Turn:
    return turn.with_session(replace(turn.session, warned=True))


def time_ran_out(turn: Turn) -> Turn:
    step = turn.session.step
    traits = traits_of(step)
    ended = (turn.stuck(Reason.TIME) if is_linking(step) else turn).idle()
    if not traits.at_end or turn.session.case:
        return ended
    told, had_begun = sentence(traits.at_end), is_linking(step) or traits.remembers
    if not had_begun and ended.session.lines and (asked := _asked_at(step)):
        return ended.say(told, sentence("ask-anew"), choices=(asked,), asks=True)
    return ask_whether_to_resume(ended, told) if had_begun else ended.ask(told)


def _asked_at(step: Step) -> Choice | None:
    """What asks the same once more: whoever answers late meant to end something, and must not think that it is."""
    match step:
        case ConfirmingUnlink(account):
            return Choice.UNLINK if account else Choice.DELETE
        case NarrowingConsent():
            return Choice.CHOOSE
        case _:
            return None
