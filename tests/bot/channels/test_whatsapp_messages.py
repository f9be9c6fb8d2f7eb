"""What goes out looks the same to everybody: plain words, a numbered list or buttons, never more than one message."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.whatsapp.contents import SHAPES, Kind, Shape, as_variables, body, fill, missing
from bot.channels.whatsapp.messages import LONGEST, numbered, plain
from bot.sandbox.emulators.twilio.contents import Contents, Unfit
from bot.sandbox.emulators.twilio.refusals import TwilioRefusal
from conversations.choice import Choice
from conversations.customer.questions import consent_of
from conversations.effects import Say, sentence
from conversations.wording import LANGUAGES, Button, Rendered, render
from tests.for_every import for_every
from tests.scenes import BUSINESS, INVITATION

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
AGREE, DECLINE, PROOF = Button("agree", "I agree"), Button("decline", "No, thanks"), Button("proof", "Is this real?")
LINES = tuple(Button(f"line-{number}", f"MTN 0803 ••• 000{number}") for number in range(1, 6))
ALL = {shape.name: f"HX{number:032d}" for number, shape in enumerate(SHAPES)}


def asking(text: str, *buttons: Button) -> Rendered:
    return Rendered(text, buttons, prompt=7, menu_hint="Reply with a number or the word:", list_label="Choose")


def test_answers_stand_under_the_text_with_their_numbers() -> None:
    assert numbered(asking("May we?", AGREE, DECLINE)) == (
        "May we?\n\nReply with a number or the word:\n1. I agree\n2. No, thanks"
    )
    assert numbered(Rendered("Hello.")) == "Hello."


def test_where_a_code_is_typed_they_stand_there_as_the_words_to_type() -> None:
    answers = (Button("new-code", "Send a new code"), Button("change-number", "Change number"))
    assert numbered(Rendered("The code?", answers, menu_hint="Type the words:")) == (
        'The code?\n\nType the words:\n"Send a new code"\n"Change number"'
    )


@for_every(
    ("text", "shown"),
    [
        ("*Ada* _Obi_ ~Eze~ ```x``` `y`", "Ada Obi Eze x y"),
        ("**Ada", "Ada"),
        ("1 * 2 ~ 3", "1  2  3"),
        (
            "support_team@kudi.example, https://kudi.example/a_b~c",
            "support_team@kudi.example, https://kudi.example/a_b~c",
        ),
        ("open https://kudi.example/l/_a-_b__c_ now", "open https://kudi.example/l/_a-_b__c_ now"),
        ("http://`x` http://\u202eevil", "http://x http://evil"),
        ("\u202eevil\u2066", "evil"),
        ("Balance: ₦1,234.50 · 2 GB − 1", "Balance: ₦1,234.50 · 2 GB − 1"),
    ],
)
def test_nobodys_name_can_restyle_a_message(text: str, shown: str) -> None:
    assert plain(text) == shown
    assert numbered(Rendered(text)) == shown


@given(st.text(max_size=3000), st.integers(0, 5))
def test_one_message_holds_it_whatever_it_says(text: str, answers: int) -> None:
    body = numbered(asking(text, *LINES[:answers]))
    assert len(body.encode("utf-16-le", "surrogatepass")) // 2 <= LONGEST
    assert all(button.label in body for button in LINES[:answers])


def test_what_is_cut_off_is_marked_and_the_answers_stay() -> None:
    body = numbered(asking("😀" * 2000, AGREE))
    assert body.endswith("😀…\n\nReply with a number or the word:\n1. I agree")


def test_up_to_three_answers_are_buttons_that_name_their_question() -> None:
    filled = fill(asking("One.\n\nTwo.", AGREE, DECLINE, PROOF), ALL)
    assert filled is not None
    assert filled.content == ALL[Shape(Kind.BUTTONS, 2, 3).name]
    assert list(json.loads(filled.variables).values()) == [
        *("One.", "Two."),
        *("I agree", "7:agree", "No, thanks", "7:decline", "Is this real?", "7:proof"),
    ]


def test_more_answers_are_a_list_with_a_word_that_opens_it() -> None:
    filled = fill(asking("Which line?", *LINES), ALL)
    assert filled is not None
    assert filled.content == ALL[Shape(Kind.LIST, 1, 5).name]
    assert list(json.loads(filled.variables).values())[:4] == ["Which line?", "Choose", LINES[0].label, "7:line-1"]


def test_a_straight_apostrophe_is_written_as_a_curly_one() -> None:
    filled = fill(asking("Ada's line", AGREE), ALL)
    assert filled is not None
    assert json.loads(filled.variables)["1"] == "Ada’s line"


@pytest.mark.parametrize(
    "message",
    [
        pytest.param(asking("No answers."), id="no answers"),
        pytest.param(asking("One line.\nTwo lines.", AGREE), id="a line break within a paragraph"),
        pytest.param(asking("Far      away.", AGREE), id="many spaces"),
        pytest.param(asking("\n\n".join("123456789"), AGREE), id="too many paragraphs"),
        pytest.param(asking("One.\n\n", AGREE), id="an empty paragraph"),
        pytest.param(asking("x" * 1025, AGREE), id="too long a text"),
        pytest.param(asking("Which?", Button("line-1", "x" * 21)), id="too long a label"),
        pytest.param(asking("Which?", AGREE, Button("confirm", "I agree")), id="labels that look the same"),
        pytest.param(asking("Which?", *LINES, *LINES), id="too many answers"),
        pytest.param(Rendered("Which?", LINES, 7), id="a list without a word that opens it"),
    ],
)
def test_what_fits_no_content_goes_as_a_numbered_list(message: Rendered) -> None:
    assert fill(message, ALL) is None


def test_without_contents_everything_goes_as_a_numbered_list() -> None:
    assert fill(asking("May we?", AGREE), {}) is None


@for_every("shape", SHAPES)
def test_every_content_is_taken_by_twilio_and_by_whatsapp(shape: Shape) -> None:
    contents = Contents()
    made = contents.create(json.dumps(shape.definition()).encode(), NOW)
    text = "\n\n".join(f"Paragraph {number}." for number in range(shape.paragraphs))
    message = asking(text, *(*LINES, AGREE)[: shape.answers])
    filled = fill(message, {shape.name: made.sid})
    assert filled is not None
    shown = made.fill(filled.variables)
    assert shown.text == text == body(message)
    assert [(choice.title, choice.id) for choice in shown.choices] == [
        (button.label, f"7:{button.choice}") for button in message.buttons
    ]
    assert shown.opener == ("Choose" if shape.kind is Kind.LIST else "")


def test_the_emulator_would_have_refused_a_line_break() -> None:
    shape = Shape(Kind.BUTTONS, 1, 1)
    made = Contents().create(json.dumps(shape.definition()).encode(), NOW)
    with pytest.raises((TwilioRefusal, Unfit)):
        made.fill(as_variables(["One.\nTwo.", "I agree", "7:agree"]))


def test_names_tell_the_contents_apart_and_change_with_what_they_are_made_of() -> None:
    assert len({shape.name for shape in SHAPES}) == len(SHAPES)
    assert list(missing(ALL)) == []
    assert list(missing({name: sid for name, sid in ALL.items() if name != SHAPES[3].name})) == [SHAPES[3]]


@for_every("language", LANGUAGES)
@for_every("beside", [(), (Choice("pcm"),)])
def test_the_consent_of_an_agents_link_shows_its_answers_to_tap(language: str, beside: tuple[Choice, ...]) -> None:
    began = sentence("offer-tongue", name="Pidgin") if beside else sentence("consent-changed")
    choices = (Choice.AGREE, Choice.DECLINE, Choice.PROOF, *beside)
    message = render(Say((began, *consent_of(INVITATION)), choices, 7), language, BUSINESS)
    assert fill(message, ALL) is not None
