"""Whatever is heard has its words, in every language."""

from conversations.choice import Choice
from conversations.effects import Say, Sentence
from conversations.intents.intent import Courtesy, Topic
from conversations.intents.meaning import GUARDED, AskBack, Why
from conversations.intents.replies import (
    IDENTITY_NOT_NEEDED,
    WHICH_CODE,
    WHICH_NUMBER,
    answer_to,
    asked_back,
    buttons_of,
    short_word,
)
from conversations.intents.stages import BOTH_NETWORKS
from tests.for_every import for_every
from tests.texts import flaws_in_any_language

SHORT = [word for reply in Courtesy if (word := short_word(reply))]
ASKED = [asked_back(AskBack((intent,), Why.IN_PASSING)) for intent in sorted(GUARDED)]
ANSWERED = [topic for topic in Topic if topic is not Topic.LANGUAGES]  # whose answer names what is spoken here
EVERY = [*map(answer_to, ANSWERED), *SHORT, *ASKED, asked_back(AskBack(BOTH_NETWORKS, Why.NOT_SAID)), WHICH_NUMBER]


@for_every("said", [*EVERY, WHICH_CODE, IDENTITY_NOT_NEEDED])
def test_it_is_said_without_a_flaw(said: Sentence) -> None:
    assert flaws_in_any_language(Say((said,))) == []


def test_two_wishes_are_two_buttons() -> None:
    asked = AskBack((Choice.NEW_CODE, Choice.CHANGE_NUMBER), Why.SEVERAL)
    assert (asked_back(asked).key, buttons_of(asked)) == ("ask-back-two", asked.intents)


def test_writing_no_more_is_an_event_and_no_sentence() -> None:
    assert short_word(Courtesy.OPT_OUT) is None
