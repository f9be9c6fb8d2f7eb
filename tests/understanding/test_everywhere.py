"""What must be heard wherever it is said: a stop, a wish for a person, the fear of a fraud, a call for the code."""

from conversations.choice import Choice
from conversations.intents.hearing import heard_in
from conversations.intents.intent import Courtesy, Intent, Topic
from conversations.intents.meaning import AskBack, Meant
from conversations.intents.stages import Situation
from conversations.otp import OtpForm
from tests.for_every import for_every
from tests.understanding.scoring import OFFERED

STOPS: tuple[Intent, ...] = (
    *(Choice.CANCEL, Choice.DECLINE, Choice.LEAVE_OUT, Choice.UNLINK, Choice.KEEP, Choice.BACK),
    *(Courtesy.OPT_OUT, Topic.LOAN_ENDING),
)
FEARS: tuple[Intent, ...] = (Choice.PROOF, Topic.MONEY, Topic.PHONE_LOST, Choice.UNLINK)
SAID: tuple[tuple[tuple[Intent, ...], tuple[str, ...]], ...] = (
    (
        STOPS,
        (
            *("stop", "please stop", "stop this now", "I want to stop", "I don't want again", "abeg stop", "end it"),
            *("I no do again", "cancel everything", "make una stop", "I am no longer interested", "no more, stop"),
            *("stop it I don't like it", "forget about it please", "I want to opt out", "abeg cancel am", "quit this"),
            *("I change mind", "don't continue", "pls cancel my application here", "I said stop!!!", "stopppp"),
        ),
    ),
    (
        (Choice.PERSON,),
        (
            *("agent pls", "I want to talk to someone", "let me speak to a human", "call me", "your number please"),
            *(
                "give me somebody I can talk to",
                "make person call me",
                "connect me to an agent",
                "una get customer care",
            ),
            *(
                "how can I reach your office",
                "I want to complain",
                "bot don't help, get me a human",
                "I need a real person",
            ),
        ),
    ),
    (
        FEARS,
        (
            *("is this a scam", "I'm scared", "hope this is not fraud", "I don't trust this", "na yahoo be this"),
            *("how do I know it's real", "prove you are from Kudi", "they have duped me before", "I fear una"),
            *("will they steal my money", "I think you want to steal from me", "somebody is using my name"),
        ),
    ),
    (
        (Topic.CODE_ASKED,),
        (
            *(
                "agent wants the code",
                "someone called for my otp",
                "should I give him the code",
                "I gave them the code",
            ),
            *("can I tell my wife the otp", "Tunde said forward the sms to him", "dem dey ask me for the code"),
            *("I mistakenly gave someone my code", "they want me to read the numbers in the sms"),
        ),
    ),
)


def is_heard(text: str, at: Situation, intents: tuple[Intent, ...]) -> bool:
    match heard_in(text, at, OFFERED.get(at, ()), OtpForm()):
        case Meant(intent):
            return intent in intents
        case AskBack(asked):
            return not set(asked).isdisjoint(intents)
        case _:
            return False


@for_every(("intents", "said"), SAID)
def test_it_is_heard_at_every_stage(intents: tuple[Intent, ...], said: tuple[str, ...]) -> None:
    assert [(text, at.value) for at in Situation for text in said if not is_heard(text, at, intents)] == []


@for_every("text", ["I said stop", "I want to stop", "please stop", "stop this now", "make una stop"])
def test_a_second_stop_at_the_question_whether_to_end_keeps_nothing(text: str) -> None:
    at = Situation.CONFIRMING
    assert not is_heard(text, at, (Choice.KEEP,))
    assert is_heard(text, at, (Choice.UNLINK, Choice.CONFIRM, Choice.CANCEL))
