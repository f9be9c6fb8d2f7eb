"""What is said to what was heard, where nothing else follows from it. Never when it is said."""

from conversations.choice import HIDES, Choice
from conversations.effects import Sentence, sentence
from conversations.intents.intent import Courtesy, Intent, Topic
from conversations.intents.meaning import AskBack, Why
from conversations.intents.stages import BOTH_NETWORKS

WHICH_NUMBER = sentence("which-number")
WHICH_CODE = sentence("which-code")
IDENTITY_NOT_NEEDED = sentence("identity-not-needed")

# A reply that means an answer of the step, where it means anything, is no matter of courtesy.
_SHORT = {
    Courtesy.THANKS: sentence("reply-thanks"),
    Courtesy.GREETING: sentence("reply-greeting"),
    Courtesy.OK: sentence("reply-ok"),
    Courtesy.YES: sentence("reply-ok"),
    Courtesy.NO: sentence("reply-ok"),
    Courtesy.LATER: sentence("reply-later"),
    Courtesy.WAIT: sentence("reply-wait"),
}

_ANSWERS = {
    Topic.FREE: sentence("answer-free"),
    Topic.MONEY: sentence("answer-money"),
    Topic.CALLS: sentence("answer-calls"),
    Topic.WHY_DETAILS: sentence("answer-why-details"),
    Topic.WHY_BIRTH: sentence("answer-why-birth"),
    Topic.NAME: sentence("answer-name"),
    Topic.WHY_NUMBER: sentence("answer-why-number"),
    Topic.WHY_NETWORK: sentence("answer-why-network"),
    Topic.BEFORE: sentence("answer-before"),
    Topic.WHAT_SEEN: sentence("answer-what-seen"),
    Topic.WHO_SEES: sentence("answer-who-sees"),
    Topic.OWN_CHOICE: sentence("answer-own-choice"),
    Topic.LOAN: sentence("answer-loan"),
    Topic.LOAN_ENDING: sentence("answer-loan-ending"),
    Topic.HOW_LONG: sentence("answer-how-long"),
    Topic.NEXT: sentence("answer-next"),
    Topic.CODE_ASKED: sentence("answer-code-asked"),
    Topic.REFUSING: sentence("answer-refusing"),
    Topic.CODE_USE: sentence("answer-code-use"),
    Topic.NO_CODE: sentence("answer-no-code"),
    Topic.SMS_TO_COME: sentence("answer-sms-to-come"),
    Topic.PHONE_LOST: sentence("answer-phone-lost"),
    Topic.WHO_LINKED: sentence("answer-who-linked"),
    Topic.WORDS_DIFFER: sentence("answer-words-differ"),
    Topic.BVN: IDENTITY_NOT_NEEDED,
    Topic.PIN: sentence("answer-pin"),
    Topic.ROBOT: sentence("answer-robot"),
    Topic.LINE_UNCHANGED: sentence("answer-line-unchanged"),
    Topic.ENDINGS: sentence("answer-endings"),
    Topic.DELETE_MESSAGE: sentence("answer-delete-message"),
    Topic.WHAT_RECEIPT: sentence("answer-receipt"),
    Topic.CANNOT_READ: sentence("answer-cannot-read"),
    Topic.OTHERS_LINE: sentence("answer-others-line"),
    Topic.FORMER_OWNER: sentence("answer-former-owner"),
}
_ASKED_BACK: dict[Intent, Sentence] = {
    Choice.AGREE: sentence("ask-back-agree"),
    Choice.ALLOW: sentence("ask-back-allow"),
    Choice.LEAVE_OUT: sentence("ask-back-leave-out"),
    Choice.DECLINE: sentence("ask-back-decline"),
    Choice.CONFIRM: sentence("ask-back-confirm"),
    Choice.CANCEL: sentence("ask-back-cancel"),
    Choice.CHANGE_NUMBER: sentence("change-by-button"),
    Courtesy.OPT_OUT: sentence("ask-back-opt-out"),
}


def answer_to(topic: Topic) -> Sentence:
    """The answer to a question that people ask; which languages are spoken is not known here."""
    return _ANSWERS[topic]


def short_word(reply: Courtesy) -> Sentence | None:
    """A few words back, with no question behind them; None for the one reply that is an event: write no more."""
    return _SHORT.get(reply)


def asked_back(asked: AskBack) -> Sentence:
    """What to type for the one thing, or which of two."""
    if set(asked.intents) <= set(BOTH_NETWORKS):
        return sentence("ask-back-networks")
    if asked.intents[0] in HIDES:
        return sentence("ask-back-hide")
    if asked.why is Why.SEVERAL:
        return sentence("ask-back-two")
    return _ASKED_BACK[asked.intents[0]]


def buttons_of(asked: AskBack) -> tuple[Choice, ...]:
    """The buttons that answer it."""
    return tuple(intent for intent in asked.intents if isinstance(intent, Choice))
