"""What agents really wrote, and what must follow: each typed where it was typed then."""

from conversations.agents import commands
from conversations.agents.acting import act
from conversations.agents.reading import read
from conversations.agents.session import AgentContext, AgentSession, AskingNote, AskingWhichNetwork, Draft, Resting
from conversations.agents.verbs import read_join
from conversations.customer.events import ContactShared, Event, Oddity, OddityReceived, TextReceived
from conversations.effects import Say, sentence
from conversations.network import Network
from conversations.secret import JoinCode
from conversations.wording import LANGUAGES, render
from tests.conversations.agents.scenes import TUNDE, texts, turn_of
from tests.for_every import for_every
from tests.scenes import BUSINESS, NOON, NUMBER

AT_REST = AgentSession(step=Resting())
CODE = "9QMAC-TDHV6"


def means(text: str) -> commands.Command:
    return read(TUNDE, AT_REST, TextReceived(text, "m1"))


@for_every("event", [TextReceived("08031234567"), ContactShared("08031234567", proven=False)])
def test_a_bare_number_is_asked_back_as_a_link(event: Event) -> None:
    command = read(TUNDE, AT_REST, event)
    assert command == commands.BeginLink(Draft(NUMBER))
    turn = act(turn_of(), command, AgentContext())
    told = 'I make a link for 0803 123 4567. If you want none, type "cancel".\n\nWhich network is 0803 123 4567 on?'
    assert texts(turn)[0].startswith(told)
    assert turn.session.step == AskingWhichNetwork(Draft(NUMBER))


def test_with_its_network_only_the_note_is_asked_for() -> None:
    turn = act(turn_of(), means("0803 123 4567 mtn"), AgentContext())
    assert turn.session.step == AskingNote(Draft(NUMBER, Network.MTN))


@for_every("text", ["my customer 0803 123 4567 is at the gate", "0803 123 456", "12 bags"])
def test_a_sentence_with_a_number_is_no_wish_for_a_link(text: str) -> None:
    assert means(text) == commands.Wonder()


@for_every("language", LANGUAGES)
def test_the_invitation_pasted_or_sent_on_as_it_stands_joins(language: str) -> None:
    invite = sentence("agent-invite", name="Ada", until=NOON, code=CODE)
    text = render(Say((invite,)), language, BUSINESS, handle="@kudi_bot").text
    whole = read_join(TextReceived(f"/join {CODE}", "m1"))
    assert whole != JoinCode("")
    assert read_join(TextReceived(text, "m1")) == whole
    assert read_join(OddityReceived(Oddity.FORWARDED, text, "m1")) == whole


@for_every(
    "event",
    [
        OddityReceived(Oddity.PHOTO, f"write this to me:\n/join {CODE}"),
        OddityReceived(Oddity.FORWARDED, "how do I /join you"),
        TextReceived("what does /join mean"),
        TextReceived("please join me"),
    ],
)
def test_nothing_else_joins(event: Event) -> None:
    assert read_join(event) is None


@for_every(
    ("typed", "note"),
    [
        ("/link 08031234567mtn school fees", "school fees"),
        ("/link 08031234567 mtn APP-004512", "APP-004512"),
        ("/link 0803 123 4567mtn school fees", "school fees"),
        ("/link N08031234567 mtn", ""),
        ("/link phone:08031234567 mtn", ""),
        ("/link num0803 123 4567 mtn Ada", "Ada"),
        ("/link Ada08031234567 #mtn", "Ada"),
        ("/link *08031234567*_mtn", ""),
        ("/link 08031234567 m t n fees", "fees"),
        ("/link +2348031234567mtn", ""),
        ("/link 08031234567;mtn fees", "fees"),
    ],
)
def test_what_sticks_to_a_number_is_none_of_it_and_no_number_ends_in_the_note(typed: str, note: str) -> None:
    command = means(typed)
    assert isinstance(command, commands.MakeLink)
    assert (command.draft.number, command.draft.network) == (NUMBER, Network.MTN)
    assert command.draft.note == note


@for_every("typed", ["how do i make a link?", "how I go take make link", "how can I send a link"])
def test_how_a_link_is_made_is_shown_by_one_example(typed: str) -> None:
    (told,) = texts(act(turn_of(), means(typed), AgentContext()))
    assert "like this: /link 0803 123 4567 mtn school fees." in told
