"""The arrows of what people say beside the answers: courtesies, what is asked back or not understood, a person.

Never a consent, a number, a network or a code.
"""

from datetime import timedelta

from conversations.changing import replace
from conversations.choice import HIDES, Choice
from conversations.customer import topics
from conversations.customer.events import (
    Chosen,
    ContactShared,
    Event,
    LinkOpened,
    MessageUnreadable,
    OddityReceived,
    OldButtonTapped,
)
from conversations.customer.given_early import begin_with_number
from conversations.customer.linking import begin, declined
from conversations.customer.stumbling import stumbled, stumbled_at_consent
from conversations.customer.turn import Turn
from conversations.customer.typed_codes import holds_code_at
from conversations.effects import sentence
from conversations.intents.given import Given, NumberHeard, TextHeard, WhichCode, WhichNumber
from conversations.intents.intent import Courtesy, Topic
from conversations.intents.meaning import AskBack, Meant, NotUnderstood
from conversations.intents.replies import WHICH_CODE, answer_to, asked_back, buttons_of, short_word
from conversations.intents.tongues import tongue_of
from conversations.intents.words import is_picture_of_signs
from conversations.link import Reason
from conversations.memory import Case
from conversations.scope_steps import ChoosingScopes
from conversations.session import (
    AskingConsent,
    Idle,
    Session,
)

CASE = timedelta(hours=24)  # how long a person is waited for before the bot speaks of other things again
# Asked back: a refusal with the question, for a "yes" would answer that; an assent is what a "yes" then answers.
_REFUSALS, _ASSENTS = frozenset({Choice.DECLINE, Choice.LEAVE_OUT}), ((Choice.AGREE,), (Choice.ALLOW,))
_EXPECTS_MORE = frozenset({Courtesy.GREETING, Courtesy.YES, Courtesy.NO})  # a word, and the question once more


# Questions, courtesies, and what may be meant


def said_beside(turn: Turn, event: TextHeard) -> Turn:
    """What is no answer to our question, and is answered all the same."""
    match event.heard:
        case Meant(Topic() as topic):
            return topics.answer(turn, topic)
        case Meant(Courtesy() as said):
            return _courtesy(turn, said)
        case AskBack() as asked:
            return _asked_back(turn, asked)
        case _:
            return not_understood(turn, event)


def _asked_back(turn: Turn, asked: AskBack) -> Turn:
    """Which it is; a number that this channel does not show cannot be chosen."""
    buttons = buttons_of(asked)
    if not HIDES.keys().isdisjoint(buttons):
        return turn.say(asked_back(asked), choices=buttons)
    if Choice.OWN_NUMBER in buttons and not turn.session.own_number:
        rest = tuple(choice for choice in buttons if choice is not Choice.OWN_NUMBER)
        return stumbled(turn, sentence("own-number-unseen"), beside=rest, asks=False)
    refuses = asked.intents[0] in _REFUSALS and len(buttons) == 1
    said = stumbled(turn, asked_back(asked), beside=buttons, asks=refuses)
    return said.with_asking(asks=True) if buttons in _ASSENTS else said


def _courtesy(turn: Turn, said: Courtesy) -> Turn:
    """A few words back: they neither begin anything again, nor court anybody."""
    if said is Courtesy.LATER and isinstance(turn.session.step, AskingConsent | ChoosingScopes):
        return _put_off(turn)
    word = short_word(said)
    told = (word,) if word else ()
    at_rest = isinstance(turn.session.step, Idle)
    asks = said is Courtesy.GREETING or (said in _EXPECTS_MORE and not (at_rest and turn.session.dialog.asks))
    return turn.remind(*told) if asks else turn.say(*told)


def _put_off(turn: Turn) -> Turn:
    """Another time: an agent's link is not declined by that. Who came by none has nothing to come back to but us."""
    return turn.idle().say(sentence("put-off")) if turn.session.offer else declined(turn)


# What nobody can make sense of


def not_understood(turn: Turn, heard: TextHeard) -> Turn:
    """Nothing typed is ignored."""
    if holds_code_at(turn.session, heard.text):
        return stumbled(turn, sentence("code-out-of-place"))
    if isinstance(heard.heard, WhichCode):
        return stumbled(turn, WHICH_CODE)
    if is_picture_of_signs(heard.text):
        return stumbled(turn, sentence("oddity-sticker"))
    if isinstance(turn.session.step, AskingConsent):
        return stumbled_at_consent(turn)
    return stumbled(turn, sentence("not-understood"))


# The first words of somebody whom we do not know


def first_words(turn: Turn, heard: TextHeard) -> Turn:
    """They begin. A question is answered before ours, and who speaks another of our languages is offered it at once."""
    match heard.heard:
        case Meant(Topic.LANGUAGES):
            return topics.answer(turn, Topic.LANGUAGES)
        case Meant(Topic() as topic):
            return begin(turn, told=(answer_to(topic),))
        case NumberHeard() | WhichNumber() as numbers:
            return begin_with_number(turn, numbers)
        case _ if holds_code_at(turn.session, heard.text):
            return not_understood(turn, heard)
        case _:
            tongue = tongue_of(heard.text, turn.rules.languages)
            return begin(turn, tongue=tongue if tongue != turn.session.language else None)


# A person


def person(turn: Turn) -> Turn:
    """Who helps, and by when."""
    asked, case = _asking_for_person(turn)
    return asked.say(sentence("person", **_who_helps(turn, case)), choices=(Choice.RESUME,))


def not_my_name(turn: Turn) -> Turn:
    """Somebody else's line, or a wrong record: a person can tell, and unlinking is one word away."""
    if not turn.session.lines:
        return turn.remind(sentence("nothing-linked"))
    asked, case = _asking_for_person(turn)
    told = sentence("not-my-name", **_who_helps(turn, case))
    return asked.say(told, choices=(Choice.PERSON, Choice.UNLINK, Choice.RESUME))


def _who_helps(turn: Turn, case: Case) -> dict[str, object]:
    """The agent, where there is one to be told, and until when they are waited for."""
    agent = turn.session.offer.agent if turn.session.offer else ""
    return {"agent": agent, "until": case.until, "now": turn.now}


def _asking_for_person(turn: Turn) -> tuple[Turn, Case]:
    """Whoever can help hears of it, once; the bot then leaves other matters alone for a day, or until they go on."""
    if turn.session.case:
        return turn, turn.session.case
    case = Case(turn.now + CASE)
    return turn.with_session(replace(turn.session, case=case)).stuck(Reason.PERSON), case


def beside_case(turn: Turn, case: Case) -> Turn:
    """What is said while they wait for a person is not for us: one word on how to go on, and then silence."""
    if case.told:
        return turn
    told = turn.with_session(replace(turn.session, case=replace(case, told=True)))
    return told.say(sentence("person-awaited"), choices=(Choice.RESUME,))


def is_idle_talk(session: Session, event: Event) -> bool:
    """Whether it is nothing that we could act on."""
    match event:
        case TextHeard(Meant(Courtesy()) | NotUnderstood(), text) | OddityReceived(_, text):
            return not holds_code_at(session, text)
        case MessageUnreadable():
            return True
        case _:
            return False


def goes_on(event: Event) -> bool:
    """Whether somebody who waits for a person goes on with us all the same."""
    match event:
        case Chosen(choice):
            return choice not in {Choice.PERSON, Choice.NOT_MY_NAME, Choice.HELP, Choice.PROOF, Choice.PRIVACY}
        case TextHeard(heard):
            return isinstance(heard, Given)
        case ContactShared() | LinkOpened() | OldButtonTapped():
            return True
        case _:
            return False
