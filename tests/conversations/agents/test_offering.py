"""A link is offered, or made, for who says all of it without the command; what is told of a customer makes none."""

from conversations.agents import commands
from conversations.agents.session import AskingNote, AskingWhichNumber, Draft, Resting
from conversations.customer.problems import not_served
from conversations.effects import sentence
from conversations.network import Network, OtherNetwork
from tests.conversations.agents.scenes import do, keys, texts
from tests.conversations.agents.test_reading import typed
from tests.for_every import for_every
from tests.scenes import NUMBER

RICE = Draft(NUMBER, Network.MTN, "rice")


@for_every(
    ("text", "draft"),
    [
        ("0803 123 4567 mtn rice", RICE),
        ("mtn 08031234567 rice please", RICE),
        ("0803 123 4567, mtn, rice, thanks", RICE),
        ("0803 123 4567 rice", Draft(NUMBER, note="rice")),
        ("0803 123 4567 airtel rent for Ada send", Draft(NUMBER, Network.AIRTEL, "rent for Ada", send="send")),
        ("0803 123 4567 mtn rice ref:LN-7", Draft(NUMBER, Network.MTN, "rice", external_reference="LN-7")),
    ],
)
def test_a_line_without_its_command_is_offered_as_a_link(text: str, draft: Draft) -> None:
    assert typed(text) == commands.BeginLink(draft)


@for_every(
    ("text", "draft"),
    [
        ("I need a link for 0803 123 4567, mtn, rice, thanks", RICE),
        ("i want a new link for 0803 123 4567 mtn rice", RICE),
        ("need link 0803 123 4567 mtn rice", RICE),
        ("abeg I wan link for 0803 123 4567 mtn rice", RICE),
        ("create a link for 0803 123 4567 mtn rice please thank you", RICE),
        ("pidgin link 0803 123 4567 mtn rice", Draft(NUMBER, Network.MTN, "rice", "pcm")),
        ("please english /link 0803 123 4567 mtn rice", Draft(NUMBER, Network.MTN, "rice", "en")),
    ],
)
def test_a_link_that_is_wanted_in_a_sentence_is_made(text: str, draft: Draft) -> None:
    assert typed(text) == commands.MakeLink(draft)


@for_every(
    "text",
    [
        *("0803 123 4567 mtn did she agree", "0803 123 4567 mtn stuck", "0803 123 4567 mtn code did not come"),
        *("0803 123 4567 mtn rice?", "0803 123 4567 mtn she came", "0803 123 4567 mtn is the wrong network"),
        *("his brother 0803 123 4567 is on airtel", "I need to know if the link for 0803 123 4567 mtn opened"),
        "0803 123 4567 mtn complained about the bad service",
    ],
)
def test_what_is_asked_or_told_of_a_number_offers_none(text: str) -> None:
    assert typed(text) == commands.ExplainLink()


def test_a_line_that_cannot_be_one_is_refused_with_the_reason() -> None:
    assert typed("0803 123 4567 glo rice") == commands.Refuse(not_served(OtherNetwork.GLO))
    because = sentence("agent-which-network", word="mtm")
    assert typed("0803 123 4567 mtm rice") == commands.AskNetwork(Draft(NUMBER, note="rice"), because)


def test_what_leads_up_to_a_number_is_no_note() -> None:
    assert typed("it's 0803 123 4567", AskingWhichNumber(Draft())) == commands.AnswerQuestion(Draft(NUMBER))


def test_a_note_that_was_said_is_offered_with_the_link_and_kept() -> None:
    begun = do(commands.BeginLink(RICE), step=Resting())
    assert begun.session.step == AskingNote(RICE)
    assert keys(begun)[:2] == ["agent-offer-link", "agent-keep-note"]
    assert 'for 0803 123 4567 (MTN) is "rice"' in texts(begun)[0]
    for said in ("skip", "yes", "ok"):
        assert typed(said, AskingNote(RICE), offered=begun.session.dialog.offered) == commands.AnswerQuestion(RICE)
