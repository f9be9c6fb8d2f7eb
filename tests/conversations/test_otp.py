"""Reading a code where one is awaited, and noticing one where none is."""

# ruff: noqa: RUF001 full-width digits and letters are what people paste

from hypothesis import given
from hypothesis import strategies as st

from conversations.otp import OtpForm, looks_like_otp, parse_otp
from conversations.phone import PhoneNumber, parse_number
from tests.for_every import for_every

SIX = OtpForm()


def read(text: str, form: OtpForm = SIX) -> str | None:
    code = parse_otp(text, form)
    return code.reveal() if code else None


@for_every(
    "text",
    [
        "482913",
        " 482 913 ",
        "482-913",
        "482.913.",
        "4 8 2 9 1 3",
        "4-8-2-9-1-3",
        "48 29 - 13",
        "482\n913",
        "４８２９１３",
        "٤٨٢٩١٣",
        "482\u200b913",
        "482\u2013913",
        "my code is 482913",
        "The code: 482 913, thank you",
        "G-482913",
        "482913 (482 913)",
        "482913 is your MTN code. Do not share it.",
        "482913 is your MTN code. It is valid for 10 minutes. Call 08031234567 for help.",
        "Your code is 482913. Sent 12-11-26 14:05",
    ],
)
def test_the_code_is_found(text: str) -> None:
    assert read(text) == "482913"


@for_every(
    "text",
    [
        "",
        "what code?",
        "48291",
        "4829131",
        "482913 or 123456",
        "482913 4829",
        "0803 123 4567",
        "0803 123456",
        "my number is 0803123456",
        "x482913",
        "482913abc",
        "4,82,913",
        "1 " * 5000,
    ],
)
def test_what_cannot_be_the_code_is_none(text: str) -> None:
    assert read(text) is None


def test_the_length_comes_from_the_form() -> None:
    four_to_eight = OtpForm(min_length=4, max_length=8)
    assert read("4829", four_to_eight) == "4829"
    assert read("4829 1345", four_to_eight) == "48291345"
    assert read("482", four_to_eight) is None
    assert read("482913", OtpForm(min_length=4, max_length=4)) is None


def test_a_code_begins_with_zeros_too() -> None:
    assert read("000 001") == "000001"


@given(
    st.text("0123456789", min_size=4, max_size=8),
    st.sampled_from(["", " ", "-", ".", " - ", "\u00a0", "\u2060", "\u2011"]),
)
def test_every_way_to_space_a_code_gives_the_same_code(code: str, space: str) -> None:
    assert read(space.join(code), OtpForm(len(code), len(code))) == code


@given(st.text() | st.text("0123456789 -.\nabo", max_size=200), st.integers(0, 9), st.integers(0, 12))
def test_a_code_has_a_length_that_the_form_allows(text: str, shortest: int, longest: int) -> None:
    code = read(text, OtpForm(shortest, longest))
    assert code is None or (code.isascii() and code.isdigit() and shortest <= len(code) <= longest)


@for_every(
    "text",
    [
        "482913",
        "4829",
        "482 913",
        "482-913",
        "48.29.13",
        "４８２９１３",
        "it is 482913",
        "482913 abeg",
        "482913 or 123456",
        "my code is 482913",
        "Your PIN is 2026",
        "OTP #482913 for 5000 naira airtime, valid till 12:30",
        "482913 is your MTN code. Do not share it with anybody, not even with our own people.",
        "the customer says that the password she got from the network is 482913",
        "customer 482913",
        "otp-482913",
        "G-482913",
        *(
            "482913 482913",
            "code 482913 482913",
            "4567 482913",
            "my code is 4567 482913",
            "otp482913",
            "otp 4567-482913",
        ),
        *("482,913", "482/913", "482:913", "4, 8, 2, 9, 1, 3", "48O913", "4O2913", "abeg 482,913", "otp4O2913"),
        *(
            "code 482,913",
            "the code is 482:913",
            "otp 482/913",
            "otp is 4O2913",
            "code 482 and 913",
            "her otp: 482.913",
        ),
        *("the code that came to her phone now is 482\n913", "code 250,000", "loan 250,000, her code na 482,913"),
        *(
            "customer just sent me 482913",
            "she sent 482913 to me",
            "pls use 482913 for her",
            "abeg put am for her, 482/913",
        ),
    ],
)
def test_a_code_is_noticed(text: str) -> None:
    assert looks_like_otp(text)


@for_every(
    "text",
    [
        "",
        "what is a code?",
        "0803 123 4567",
        "+234 803 123 4567",
        "0803123",
        "08031234",
        "call me 0803 123 4567",
        "5000 naira",
        "N5000",
        "₦5,000",
        "#5000",
        "NGN 5000.00",
        "5000k",
        "2048 MB",
        "12:30",
        "12/11/2026",
        "born 1994",
        "1 2 3",
        "please tell them that I paid 482913 at the shop yesterday",
        "/status K7F3QX",
        "school fees APP-004512",
        "customer 20260001",
        "ref 2026/0042",
        "application no. 004512",
        "school fees 45000",
        *("0803 123 4567", "+44 7700 900123", "no code for 080 3123 4567"),
        *(
            "50,000",
            "250,000",
            "\u20a6482,913",
            "N482,913",
            "rent 482,913",
            "1,250,000",
            "she sent me 250,000 for the rent",
        ),
        *("wants 250,000, and her code never came", "she will send 482,913 naira on 12/11/26", "12/11/26", "10/2026"),
        *("use it at 10:15, 11:30", "the code never came till 12:30", "O8O3 OOO 178O", "she sent it on 12/11/2026"),
        "482913 " * 1000,
    ],
)
def test_what_is_no_code_is_left_alone(text: str) -> None:
    assert not looks_like_otp(text)


@given(st.text("0123456789", min_size=4, max_size=6))
def test_a_bare_code_of_usual_length_is_always_noticed(code: str) -> None:
    assert looks_like_otp(code)


@given(st.text("0123456789 +-", max_size=20))
def test_a_phone_number_is_never_a_code(text: str) -> None:
    assert not (isinstance(parse_number(text), PhoneNumber) and looks_like_otp(text))


@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    assert looks_like_otp(text) in {True, False}


def test_a_code_hides_in_its_repr() -> None:
    assert "482913" not in repr(parse_otp("482913", SIX))
