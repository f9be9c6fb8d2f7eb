"""What a message looks like on Telegram: its pieces, its rows of buttons, its keys."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram.messages import LONGEST, keyboard_of, split, with_table
from conversations.choice import Choice
from conversations.effects import Say, sentence
from conversations.wording import Button, Rendered, render
from tests.for_every import for_every
from tests.happenings import SUMMARIES
from tests.scenes import BUSINESS

WALLET = "\N{MONEY BAG}"  # two UTF-16 units


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def labels(message: Rendered) -> list[list[str]]:
    keyboard: Any = keyboard_of(message)
    return [[key["text"] for key in row] for row in keyboard.get("inline_keyboard") or keyboard["keyboard"]]


@for_every("text", ["", "hello", "a" * LONGEST, WALLET * (LONGEST // 2)])
def test_a_text_that_fits_stays_whole(text: str) -> None:
    assert split(text) == [text]


def test_a_text_that_is_too_long_breaks_between_lines() -> None:
    lines = ["a" * 3000 + "\n", "b" * 1000 + "\n", "c" * 1000]
    assert split("".join(lines)) == [lines[0] + lines[1], lines[2]]


@given(st.lists(st.sampled_from(["a", WALLET, "\n", "a" * 3000, WALLET * 1500, "\ud800" * 2100]), max_size=12))
def test_every_piece_fits_and_nothing_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    pieces = split(text)
    assert "".join(pieces) == text
    assert all(units(piece) <= LONGEST for piece in pieces)
    assert units(text) <= LONGEST or all(pieces)


def test_three_short_answers_stand_in_one_row() -> None:
    buttons = (Button("mtn", "MTN"), Button("airtel", "Airtel"), Button("back", "A" * 12))
    assert labels(Rendered("Which?", buttons)) == [["MTN", "Airtel", "A" * 12]]


def test_long_answers_have_a_row_each() -> None:
    buttons = (Button("new-code", "Send a new code"), Button("back", "Back"))
    assert labels(Rendered("The code?", buttons)) == [["Send a new code"], ["Back"]]


def test_many_answers_have_a_row_each() -> None:
    buttons = tuple(Button(f"line-{number}", str(number)) for number in range(1, 5))
    assert labels(Rendered("Which line?", buttons)) == [["1"], ["2"], ["3"], ["4"]]


def test_the_contacts_key_stands_alone_or_above_the_answers() -> None:
    own = Rendered("Your number?", (Button("own-number", "Use mine"),), contact_label="Share my number")
    assert labels(own) == [["Share my number"], ["Use mine"]]
    alone: Any = keyboard_of(Rendered("Your number?", contact_label="Share my number"))
    assert alone["keyboard"] == [[{"text": "Share my number", "request_contact": True}]]
    assert (alone["resize_keyboard"], alone["one_time_keyboard"]) == (True, True)


def test_a_message_without_answers_takes_the_keys_away() -> None:
    assert keyboard_of(Rendered("Thank you.")) == {"remove_keyboard": True}


@for_every("choice", Choice)
def test_every_answer_travels_within_64_bytes(choice: Choice) -> None:
    keyboard: Any = keyboard_of(Rendered("?", (Button(choice, "x"),), prompt=999_999_999))
    assert 1 <= len(keyboard["inline_keyboard"][0][0]["callback_data"].encode()) <= 64


# What only some buttons and texts are


def test_what_ends_something_is_shown_as_a_danger_and_consent_is_asked_with_equal_buttons() -> None:
    def styles(*choices: Choice) -> list[str | None]:
        rows: Any = keyboard_of(render(Say((sentence("kept"),), choices), "en", BUSINESS))["inline_keyboard"]
        return [button.get("style") for row in rows for button in row]

    assert styles(Choice.AGREE, Choice.DECLINE, Choice.PROOF) == [None, None, None]
    assert styles(Choice.BALANCE, Choice.TRANSACTIONS, Choice.UNLINK) == [None, None, "danger"]
    assert styles(Choice.CONFIRM, Choice.KEEP, Choice.DELETE) == ["danger", None, "danger"]


def test_the_number_of_a_receipt_is_copied_with_a_tap_above_the_answers() -> None:
    said = Say((sentence("kept"),), (Choice.BALANCE,), copies="C-U4VCFYSR")
    rows: Any = keyboard_of(render(said, "en", BUSINESS))["inline_keyboard"]
    assert rows[0] == [{"text": "Copy C-U4VCFYSR", "copy_text": {"text": "C-U4VCFYSR"}}]
    assert [button["text"] for button in rows[1]] == ["Balance"]
    alone: Any = keyboard_of(render(Say((sentence("kept"),), copies="C-U4VCFYSR"), "en", BUSINESS))
    assert len(alone["inline_keyboard"]) == 1


def test_balances_stand_in_letters_of_one_width_where_the_text_has_their_lines() -> None:
    said = sentence("balances", summary=SUMMARIES[0], network="MTN", number="0803 ••• 4567")
    rendered = render(Say((said, sentence("kept"))), "en", BUSINESS)
    text, (block,) = with_table(rendered)
    start, end = block["offset"], block["offset"] + block["length"]
    encoded = text.encode("utf-16-le")
    shown = encoded[2 * start : 2 * end].decode("utf-16-le").splitlines()
    assert shown[:2] == ["Airtime", " Main Balance        ₦1,234.50"]
    assert block["type"] == "pre"
    assert text.startswith("MTN 0803 ••• 4567\nAirtime")
    assert with_table(Rendered("no table")) == ("no table", [])
