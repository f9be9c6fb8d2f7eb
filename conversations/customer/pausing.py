"""What a pause lets stand of the table of arrows: nothing that leads to a code, all that reads or ends. Never for whom.

1.  No code is asked for and none is checked, whichever arrow would do it; what is under way at the provider comes to
    its end.
2.  Whoever is linking a line is put to rest with what they have told: no ten minutes run out on somebody who may not
    go on, and one tap goes on afterwards.
3.  What is asked at any time (a person, help, the own data, the language) is answered, from that rest. Withdrawing,
    unlinking and deleting are no matter of linking and go on, as reading a linked line does.
"""

from conversations.choice import LANGUAGES, Choice
from conversations.customer import machine
from conversations.customer.events import FROM_CUSTOMER, Chosen, Event, LinkOpened, TimeRanOut, WarningDue
from conversations.customer.traits import is_linking
from conversations.customer.turn import Turn
from conversations.effects import Say, Sentence, sentence
from conversations.intents.given import TextHeard
from conversations.pause import Pause
from conversations.session import AskingOtp, Session, UnderWay

# What is asked at any time, and leads nowhere.
ASIDE = frozenset(
    {
        *(Choice.HELP, Choice.PERSON, Choice.PRIVACY, Choice.PROOF, Choice.LANGUAGE, *LANGUAGES),
        *(Choice.ACCOUNTS, Choice.MYDATA, Choice.MYDATA_FILE, Choice.RECEIPT),
    }
)
_GOING_ON = frozenset({Choice.RESUME, Choice.BEGIN})


def follow(turn: Turn, event: Event) -> Turn:
    """The table; and while there is a pause, as much of what it says as that lets stand."""
    followed = machine.follow(turn, event)
    return followed if turn.rules.pause is None else _held(turn, event, followed, turn.rules.pause)


def _held(turn: Turn, event: Event, followed: Turn, pause: Pause) -> Turn:
    at = turn.session.step
    if isinstance(at, UnderWay):
        return followed
    if isinstance(event, TimeRanOut | WarningDue):
        return _tell(turn, turn.session, pause) if is_linking(at) else followed
    if not FROM_CUSTOMER.has(event):
        return followed
    if is_linking(followed.session.step):
        if isinstance(event, Chosen) and event.choice in ASIDE:
            return machine.follow(turn.idle(), event)
        return _tell(turn, followed.session if isinstance(event, LinkOpened) else turn.session, pause)
    talks = isinstance(event, TextHeard | LinkOpened)
    return _tell(turn, turn.session, pause) if talks and _offers_to_go_on(followed) else followed


def _offers_to_go_on(turn: Turn) -> bool:
    return any(isinstance(each, Say) and not _GOING_ON.isdisjoint(each.choices) for each in turn.effects)


def _tell(turn: Turn, known: Session, pause: Pause) -> Turn:
    """At rest, with what there is to go on with. Nobody is told it twice in one turn."""
    had_code = isinstance(turn.session.step, AskingOtp)
    rested = turn.with_session(known).idle()
    if any(_is_told(each.sentences) for each in turn.effects if isinstance(each, Say)):
        return rested
    return rested.offer(*_words(rested, pause, had_code=had_code))


def _words(turn: Turn, pause: Pause, *, had_code: bool) -> tuple[Sentence, ...]:
    """What is said of the pause, of the code in their hand, and of what is kept of them."""
    session = turn.session
    told = [sentence("paused", words=pause.words)]
    if had_code:
        told.append(sentence("paused-code"))
    if session.lines:
        told.append(sentence("paused-lines"))
    elif session.memory:
        told.append(sentence("paused-kept", until=session.memory.until, now=turn.now))
    else:
        told.append(sentence("paused-later"))
    return tuple(told)


def _is_told(sentences: tuple[Sentence, ...]) -> bool:
    return any(each.key == "paused" for each in sentences)
