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

AIRTEL_TOO = "wants airtel too"
NOTES = (f"note: {AIRTEL_TOO}", f"note:{AIRTEL_TOO}", f"note - {AIRTEL_TOO}", f"note {AIRTEL_TOO}")
NAMED = ("Ada Obi 0803 123 4567 mtn", "Ada Obi, mtn 08031234567")
ROWS = [f"2348031234567{sign}MTN{sign}Bayo{sign}ref:LN-9" for sign in (";", ",", "|", "\t", " | ")]
RICE = Draft(NUMBER, Network.MTN, "rice")


@for_every(
    ("text", "draft"),
    [
        ("0803 123 4567 mtn rice", RICE),
        ("mtn 08031234567 rice please", RICE),
        ("0803 123 4567, mtn, rice, thanks", RICE),
        ("0803 123 4567 rice", Draft(NUMBER, note="rice")),
        ("0803 123 4567 airtel rent for Ada send", Draft(NUMBER, Network.AIRTEL, "rent for Ada", send="send")),
        *(
            (text, Draft(NUMBER, Network.MTN, "Ada Obi"))
            for text in ("Ada Obi 0803 123 4567 mtn", "Ada Obi, mtn 08031234567")
        ),
        *(
            (text, Draft(NUMBER, note="Ada"))
            for text in ("Ada 0803 123 4567", "Ada - 0803 123 4567", "Ada, 08031234567")
        ),
        ("Mama Chidi 0803 123 4567 airtel rice", Draft(NUMBER, Network.AIRTEL, "Mama Chidi rice")),
        ("Oga Musa 0803 123 4567 mtn", Draft(NUMBER, Network.MTN, "Oga Musa")),
        *((f"0803 123 4567 mtn {note}", Draft(NUMBER, Network.MTN, AIRTEL_TOO)) for note in NOTES),
        ("Ada 0803 123 4567 mtn note: did she pay, or not?", Draft(NUMBER, Network.MTN, "Ada did she pay or not?")),
        ("0803 123 4567 mtn rice ref:LN-7", Draft(NUMBER, Network.MTN, "rice", external_reference="LN-7")),
        *((row, Draft(NUMBER, Network.MTN, "Bayo", external_reference="LN-9")) for row in ROWS),
        ("08031234567;MTN;Bayo Ade", Draft(NUMBER, Network.MTN, "Bayo Ade")),
        ("08031234567;rice;MTN", RICE),
        ("08031234567;mtn;rice; beans", Draft(NUMBER, Network.MTN, "rice; beans")),
        ("08031234567,MTN,ref:LN-9,", Draft(NUMBER, Network.MTN, external_reference="LN-9")),
        ("send a link to 0803 123 4567 mtn ref:LN-9", Draft(NUMBER, Network.MTN, external_reference="LN-9")),
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
    ("text", "draft"),
    [
        *((f"/link 0803 123 4567 mtn {note}", Draft(NUMBER, Network.MTN, AIRTEL_TOO)) for note in NOTES),
        *((f"link {note} 0803 123 4567 mtn", Draft(NUMBER, Network.MTN, AIRTEL_TOO)) for note in NOTES[:3]),
        *((f"send link to 0803 123 4567 mtn {note}", Draft(NUMBER, Network.MTN, AIRTEL_TOO)) for note in NOTES[:3]),
        (f"/link number: 0803 123 4567 {NOTES[0]} network: mtn", Draft(NUMBER, Network.MTN, AIRTEL_TOO)),
        ("/link 0803 123 4567 note: not mtn", Draft(NUMBER, note="not mtn")),
        ("/link 0803 123 4567 mtn note: not mtn", Draft(NUMBER, Network.MTN, "not mtn")),
        ("/link 0803 123 4567 note: mtm shop", Draft(NUMBER, note="mtm shop")),
        ("/link 0803 123 4567 mtn note: rent send", Draft(NUMBER, Network.MTN, "rent", send="send")),
        ("/link mtn note: 0803 123 4567", Draft(NUMBER, Network.MTN)),
        ("/link 0803 123 4567 note book", Draft(NUMBER, note="note book")),
        ("/link note book 0803 123 4567 mtn", Draft(NUMBER, Network.MTN, "note book")),
    ],
)
def test_a_network_within_the_note_is_none_of_the_line(text: str, draft: Draft) -> None:
    assert typed(text) == commands.MakeLink(draft)


def test_a_network_within_the_note_is_none_where_the_number_is_asked_for() -> None:
    answered = typed(f"0803 123 4567 {NOTES[0]}", AskingWhichNumber(Draft()))
    assert answered == commands.AnswerQuestion(Draft(NUMBER, note=AIRTEL_TOO))


def test_a_second_number_within_the_note_is_refused() -> None:
    several = sentence("agent-several-numbers")
    assert typed("/link 0803 123 4567 mtn note: call 0802 123 4567") == commands.RefuseLink(several)
    assert typed("0803 123 4567 mtn note: call 0802 123 4567") == commands.Refuse(several)


@for_every(
    "text",
    [
        *("0803 123 4567 mtn did she agree", "0803 123 4567 mtn stuck", "0803 123 4567 mtn code did not come"),
        *("did Ada open 0803 123 4567 mtn", "Ada has 0803 123 4567 mtn", "Ada don link 0803 123 4567 mtn"),
        *("oya link 0803 123 4567 mtn", "Ada link 0803 123 4567 mtn"),
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


@for_every("row", ROWS)
def test_a_row_of_a_spreadsheet_is_read_behind_the_command_too_and_where_a_number_is_asked_for(row: str) -> None:
    described = Draft(NUMBER, Network.MTN, "Bayo", external_reference="LN-9")
    assert typed(f"link {row}") == commands.MakeLink(described)
    assert typed(row, AskingWhichNumber(Draft())) == commands.AnswerQuestion(described)


def test_a_reference_that_holds_the_number_is_refused_where_a_number_is_asked_for_too() -> None:
    refused = commands.Refuse(sentence("agent-reference-number"))
    assert typed("ref:LN-9;08031234567;MTN") == refused
    assert typed("0803 123 4567;mtn;ref:08031234567", AskingWhichNumber(Draft())) == refused


@for_every("text", ["0803 123 4567 is the right one", "0803 123 4567 is correct", "it should be 0803 123 4567"])
def test_that_a_number_is_the_right_one_is_no_note(text: str) -> None:
    assert typed(text) == commands.BeginLink(Draft(NUMBER))


def test_what_is_right_may_stand_in_a_note() -> None:
    assert typed("0803 123 4567 Right Choice stores") == commands.BeginLink(Draft(NUMBER, note="Right Choice stores"))
