"""What people write beside a code who do not mean it to be used now. Never what the code is."""

from conversations.choice import Choice
from conversations.intents.codes import without_figures
from conversations.intents.intent import Courtesy, Intent, Topic
from conversations.intents.meaning import AskBack, Meant, meaning_of
from conversations.intents.stages import Situation
from conversations.intents.words import words_in

# What is said by somebody who does not go on; what by somebody who fears a fraud.
_HOLDING_BACK: frozenset[Intent] = frozenset(
    {
        *(Choice.CANCEL, Choice.DECLINE, Choice.UNLINK, Choice.DELETE, Choice.CHANGE_NUMBER),
        *(Topic.OTHERS_LINE, Topic.PHONE_LOST, Courtesy.WAIT, Courtesy.LATER, Courtesy.OPT_OUT),
    }
)
_FEARS: frozenset[Intent] = frozenset({Topic.CODE_ASKED, Topic.WORDS_DIFFER, Choice.PROOF})


def holds_back(text: str) -> bool:
    """Whether a text with a code also says to stop, to wait or to change something, or fears for the code.

    A network's SMS warns of frauds as well, and says "your".
    """
    beside = meaning_of(without_figures(text), Situation.CODE, (Choice.NEW_CODE, Choice.CHANGE_NUMBER))
    is_sms = "your" in words_in(text).words
    match beside:
        case Meant(intent):
            return intent in _HOLDING_BACK or (intent in _FEARS and not is_sms)
        case AskBack(intents):
            return not (_HOLDING_BACK.isdisjoint(intents) or is_sms)
        case _:
            return False
