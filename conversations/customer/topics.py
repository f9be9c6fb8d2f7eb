"""What is answered to each question that people ask at any step, where they stand. Never which question it was."""

from collections.abc import Callable

from conversations.choice import Choice
from conversations.consent import Scope, yes_or_no
from conversations.customer import my_data
from conversations.customer.everywhere import languages_spoken, where_we_are
from conversations.customer.given_early import taken_back
from conversations.customer.questions import question_of
from conversations.customer.traits import is_linking, traits_of
from conversations.customer.turn import Turn
from conversations.effects import Sentence, sentence
from conversations.intents.intent import Topic
from conversations.intents.replies import answer_to
from conversations.linked_line import LinkedLine
from conversations.scope_steps import ChoosingScopes
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    CheckingOtp,
    ConfirmingUnlink,
    ExchangingCode,
    Idle,
    SendingOtp,
    Session,
)

_CALLS_FOR_HELP = frozenset({Topic.PHONE_LOST, Topic.WORDS_DIFFER, Topic.ROBOT, Topic.CANNOT_READ, Topic.FORMER_OWNER})


def answer(turn: Turn, topic: Topic) -> Turn:
    """The answer. At rest nothing is asked after it; whoever is asked for their code can ask who is real."""
    if arrow := _WHERE_THEY_STAND.get(topic):
        return arrow(turn)
    if topic in {Topic.NO_CODE, Topic.SMS_TO_COME}:
        return _no_code_awaited(turn, topic)
    if topic in _CALLS_FOR_HELP:
        at = turn.session.step
        stops = topic is Topic.WORDS_DIFFER and is_linking(at) and not isinstance(at, AskingConsent | ChoosingScopes)
        return turn.offer(answer_to(topic), beside=(*((Choice.CANCEL,) if stops else ()), Choice.PERSON))
    return _told(turn, topic)


def _told(turn: Turn, topic: Topic) -> Turn:
    return _told_of(turn, answer_to(topic))


def _told_of(turn: Turn, told: Sentence) -> Turn:
    """With the question of the step after it, but at rest."""
    return turn.say(told) if isinstance(turn.session.step, Idle) else turn.remind(told)


def _what_is_seen(turn: Turn) -> Turn:
    """What holds now: of the lines that are linked, else of the agreement, else what would be agreed to."""
    at = turn.session.step
    if isinstance(at, AskingConsent | ChoosingScopes):
        return _told(turn, Topic.WHAT_SEEN)
    if turn.session.lines:
        return my_data.find_seen(turn)
    known = traits_of(at).remembers or turn.session.memory
    reads = known.agreement.reads if known else turn.rules.terms.reads
    return _told_of(turn, sentence("answer-what-seen-none", agreed="yes" if known else "no", **yes_or_no(reads)))


def _who_linked(turn: Turn) -> Turn:
    """When, under which receipt and by whose link; nobody here knows whose hands those were."""
    if not turn.session.lines:
        return turn.offer(answer_to(Topic.WHO_LINKED), beside=(Choice.PERSON,))
    told = [*map(_linked_here, turn.session.lines), sentence("who-linked-stop")]
    if not isinstance(turn.session.step, Idle):
        return turn.remind(*told)
    return turn.say(*told, choices=(Choice.RECEIPT, Choice.UNLINK, Choice.PERSON))


def _before_agreeing(turn: Turn) -> Turn:
    """Nothing is seen. With a line linked somebody may mean that it was without them: there is an agreement."""
    if turn.session.lines and not is_linking(turn.session.step):
        return _who_linked(turn)
    return _told(turn, Topic.BEFORE)


def _linked_here(line: LinkedLine) -> Sentence:
    agreement = line.claim.agreement
    known = {"at": agreement.at, "reference": agreement.reference, "link": line.reference}
    return sentence("who-linked-line", **line.named, **known)


def _who_sees(turn: Turn) -> Turn:
    at_rest = isinstance(turn.session.step, Idle | ConfirmingUnlink)
    if at_rest and not turn.session.lines:
        return _told_of(turn, sentence("answer-who-sees-none"))
    return _told(turn, Topic.WHO_SEES)


def _own_choice(turn: Turn) -> Turn:
    at_rest = isinstance(turn.session.step, Idle | ConfirmingUnlink)
    if at_rest and turn.session.lines:
        return _told_of(turn, sentence("answer-own-choice-linked"))
    return _told(turn, Topic.OWN_CHOICE)


def _others_line(turn: Turn) -> Turn:
    """A number that is said to be somebody else's is not gone on with; an agent's link is for that one alone."""
    match turn.session.step:
        case AskingOtp():
            return turn.remind(sentence("answer-others-line-code"))
        case AskingConsent() | ChoosingScopes() as at if at.found:
            return taken_back(turn, at, answer_to(Topic.OTHERS_LINE))
        case AskingConsent() | AskingNetwork() if turn.session.offer and (number := turn.session.offer.number):
            # A bare "yes" to this is no consent for that number.
            return turn.remind(sentence("answer-others-line-link", number=number.masked)).with_asking(asks=False)
        case AskingNumber(agreement, found=(_, *_)) | AskingNetwork(agreement):
            return turn.back(AskingNumber(agreement)).ask(answer_to(Topic.OTHERS_LINE))
        case Idle() if turn.session.lines:
            return turn.say(sentence("answer-others-line-linked"))
        case _:
            return _told(turn, Topic.OTHERS_LINE)


def _code_asked(turn: Turn) -> Turn:
    return turn.offer(_warning(turn.session), beside=(Choice.PROOF, Choice.PERSON))


def _warning(session: Session) -> Sentence:
    """Somebody wants their code: it is typed here alone, and where none is waited for not even here."""
    if session.lines:
        return sentence("answer-code-asked-linked")
    if isinstance(session.step, SendingOtp | AskingOtp | CheckingOtp | ExchangingCode):
        return answer_to(Topic.CODE_ASKED)
    return sentence("answer-code-asked-early", begun="yes" if is_linking(session.step) else "no")


def _no_code_awaited(turn: Turn, topic: Topic) -> Turn:
    """None is missing where a line is linked and no other is under way; elsewhere one comes after what is asked now."""
    if turn.session.lines and not is_linking(turn.session.step):
        return _told_of(turn, sentence("answer-no-code-linked"))
    return _told(turn, topic) if topic is Topic.SMS_TO_COME else turn.remind(answer_to(topic))


def _name(turn: Turn) -> Turn:
    """Whose record it is, and who can correct it; and why a part of it only is shown, where that is so."""
    told = answer_to(Topic.NAME)
    named = [line for line in turn.session.lines if Scope.IDENTITY in line.claim.agreement.reads]
    if not isinstance(turn.session.step, Idle) or not named:
        return _told_of(turn, told)
    if all(line.claim.proven for line in named):
        return turn.say(told)
    return turn.say(told, sentence("summary-masked")).saying(asks_contact=True)


def _loan_ending(turn: Turn) -> Turn:
    """It is not ours to end. What is, they may have meant as well."""
    told = answer_to(Topic.LOAN_ENDING)
    if is_linking(turn.session.step):
        return turn.remind(told, sentence("ask-back-cancel"))
    return turn.say(told, sentence("proof-unlink")) if turn.session.lines else turn.say(told)


def _refusing(turn: Turn) -> Turn:
    """Nobody is told to type what they will not type: to stop comes first, then what tells whether it is real."""
    at = turn.session.step
    if isinstance(at, AskingOtp):
        real = (sentence("proof-code"),) if at.tries_left else ()
        choices = question_of(turn.session)[1]
        return turn.say(answer_to(Topic.REFUSING), *real, choices=(Choice.CANCEL, *choices, Choice.PROOF))
    return turn.remind(sentence("ask-back-cancel")) if is_linking(at) else turn.say(sentence("reply-ok"))


def _what_next(turn: Turn) -> Turn:
    """What is theirs to do where they stand, then what comes after it."""
    session = turn.session
    if isinstance(session.step, Idle):
        return turn.say(sentence("answer-next-linked") if session.lines else answer_to(Topic.NEXT))
    here = (where_we_are(session.step),) if is_linking(session.step) else ()
    return turn.remind(*here, answer_to(Topic.NEXT))


# What is answered otherwise here than there.
_WHERE_THEY_STAND: dict[Topic, Callable[[Turn], Turn]] = {
    Topic.LANGUAGES: languages_spoken,
    Topic.CODE_ASKED: _code_asked,
    Topic.WHAT_SEEN: _what_is_seen,
    Topic.WHO_SEES: _who_sees,
    Topic.WHO_LINKED: _who_linked,
    Topic.BEFORE: _before_agreeing,
    Topic.OWN_CHOICE: _own_choice,
    Topic.OTHERS_LINE: _others_line,
    Topic.NAME: _name,
    Topic.LOAN_ENDING: _loan_ending,
    Topic.NEXT: _what_next,
    Topic.REFUSING: _refusing,
}
