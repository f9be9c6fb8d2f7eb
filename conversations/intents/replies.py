"""What is said to what was heard, where nothing else follows from it. Never when it is said."""

from conversations.choice import Choice
from conversations.effects import Sentence, sentence
from conversations.intents.intent import Reply, Topic
from conversations.intents.meaning import AskBack, Why
from conversations.intents.stages import BOTH_NETWORKS

WHICH_NUMBER = sentence("which-number")
WHICH_CODE = sentence("which-code")
IDENTITY_NOT_NEEDED = sentence("identity-not-needed")

# A reply that means an answer of the step, where it means anything, is no matter of courtesy.
_SHORT = {
    Reply.THANKS: sentence("reply-thanks"),
    Reply.GREETING: sentence("reply-greeting"),
    Reply.OK: sentence("reply-ok"),
    Reply.YES: sentence("reply-ok"),
    Reply.NO: sentence("reply-ok"),
    Reply.LATER: sentence("reply-later"),
    Reply.WAIT: sentence("reply-wait"),
}


def answer_to(topic: Topic) -> Sentence:
    """The answer to a question that people ask."""
    return sentence(f"answer-{topic.value}")


def short_word(reply: Reply) -> Sentence | None:
    """A few words back, with no question behind them; None for the one reply that is an event: write no more."""
    return _SHORT.get(reply)


def asked_back(asked: AskBack) -> Sentence:
    """What to type for the one thing, or which of two."""
    if set(asked.intents) <= set(BOTH_NETWORKS):
        return sentence("ask-back-networks")
    if asked.why is Why.SEVERAL:
        return sentence("ask-back-two")
    return sentence(f"ask-back-{asked.intents[0].value}")


def buttons_of(asked: AskBack) -> tuple[Choice, ...]:
    """The buttons that answer it."""
    return tuple(intent for intent in asked.intents if isinstance(intent, Choice))
