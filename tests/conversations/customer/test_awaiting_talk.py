"""A whole conversation in each language that awaits a native reader: from the greeting to a line let go, no English."""

import re
from collections.abc import Iterator

from conversations.choice import Choice
from conversations.customer.events import AccountOpened, Chosen, OtpSent, OtpVerified, SummaryFetched
from conversations.effects import Say
from conversations.languages import AWAITING
from conversations.rules import Rules
from conversations.session import Idle
from conversations.wording import Business, render
from tests.for_every import for_every
from tests.happenings import SUMMARIES
from tests.scenes import ACCOUNT, CODE, FORM, REFERENCE
from tests.talk import Talk

BUSINESS = Business("Kudi", "KUDI", "Ngozi", "https://kudi.example")  # names alone, which no language changes
ENGLISH = re.compile(
    r"\b(the|you|your|this|that|is|are|was|of|and|with|what|which|line|number|now|here)\b", re.IGNORECASE
)


def shown(talk: Talk) -> Iterator[str]:
    for say in talk.wishes(Say):
        rendered = render(say, talk.session.language, BUSINESS)
        yield rendered.text
        yield from (button.label for button in rendered.buttons if button.choice not in AWAITING)
        yield from (rendered.menu_hint, rendered.list_label)


def conversation(language: str) -> Iterator[Talk]:
    """After each turn of it."""
    talk = Talk()
    talk.rules = Rules(languages=("en", language))
    yield talk.hears(Chosen(Choice(language)))
    yield talk.taps(Choice.AGREE)
    yield talk.types("0803 123 4567")
    yield talk.taps(Choice.MTN)
    yield talk.gets(OtpSent, REFERENCE, FORM)
    yield talk.types("nobody knows")
    yield talk.types("123456")
    yield talk.gets(OtpVerified, CODE)
    yield talk.gets(AccountOpened, ACCOUNT)
    yield talk.gets(SummaryFetched, SUMMARIES[0])
    for word in ("help", "accounts", "receipt", "mydata"):
        yield talk.types(word)
    yield talk.types("balance")
    yield talk.gets(SummaryFetched, SUMMARIES[0])
    yield talk.types("unlink")
    yield talk.taps(Choice.CONFIRM)


@for_every("language", AWAITING)
def test_from_the_greeting_to_a_line_let_go_there_is_no_english(language: str) -> None:
    steps = list[str]()
    for talk in conversation(language):
        assert [text for text in shown(talk) if ENGLISH.search(text)] == []
        steps += talk.keys
    assert {"consent", "ask-otp", "linked", "balances", "mydata-line", "unlinked"} <= set(steps)
    assert (talk.step, talk.session.lines) == (Idle(), ())
