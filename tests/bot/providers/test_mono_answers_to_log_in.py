"""Mono's answers to log-in, OTP and exchange, in every shape in evidence, read into our words."""

from collections.abc import Mapping

import pytest

from bot.providers.mono.answers import read_account_id, read_challenge, read_code
from conversations.otp import OtpForm
from tests.bot.providers.mono_stage import enveloped, log_in, otp_field
from tests.for_every import for_every


def form_of(*fields: Mapping[str, object]) -> OtpForm:
    return read_challenge(log_in(*fields)).form


def test_a_log_in_names_its_session_and_says_what_to_type() -> None:
    challenge = read_challenge(log_in(otp_field(minLength=4, maxLength=8)))
    assert challenge.reference.reveal() == "S3ss10n"
    assert challenge.form == OtpForm(4, 8, "Your code")


@for_every(
    ("given", "lengths"),
    [
        ({"minLength": "5", "maxLength": "7"}, (5, 7)),
        ({"minLength": None, "maxLength": None}, (6, 6)),
        ({"minLength": 4, "maxLength": None}, (4, 6)),
        ({"minLength": None, "maxLength": 4}, (4, 4)),
        ({"minLength": 8, "maxLength": None}, (8, 8)),
        ({"minLength": 8, "maxLength": 4}, (6, 6)),
        ({"minLength": 0, "maxLength": 10**30}, (6, 6)),
        ({"minLength": "six", "maxLength": []}, (6, 6)),
    ],
)
def test_lengths_that_are_missing_or_senseless_are_six(given: dict[str, object], lengths: tuple[int, int]) -> None:
    form = form_of(otp_field(**given))
    assert (form.min_length, form.max_length) == lengths


def test_a_form_without_lengths_like_that_of_the_partners_is_read() -> None:
    field = {"type": "elements.input", "name": "otp", "hint": "One time code", "contentType": "string"}
    assert form_of(field) == OtpForm(6, 6, "One time code")


@for_every("result", [None, {"title": "Enter it"}, {"form": None}, {"form": []}])
def test_a_log_in_without_a_form_asks_for_six_digits(result: object) -> None:
    content = {"data": {"session_id": "S3ss10n", "result": result}}
    assert read_challenge(content).form == OtpForm()
    assert read_challenge(content, usual=4).form == OtpForm(4, 4)


def test_a_form_may_be_an_object_instead_of_a_list_and_names_in_snake_case() -> None:
    field = {"type": "elements.input", "name": "otp", "min_length": 4, "max_length": 5}
    content = {"data": {"sessionId": "S3ss10n", "result": {"form": field}}}
    assert read_challenge(content).form == OtpForm(4, 5)


def test_the_hint_is_cleaned() -> None:
    assert form_of(otp_field(hint="Code\u202e\x00 here")).hint == "Code here"


def test_a_hint_with_the_number_in_it_goes_no_further() -> None:
    assert form_of(otp_field(hint="Enter the OTP sent to 08031234567")).hint == ""
    assert form_of(otp_field(hint="Enter the 6-digit code, or dial *346#")).hint != ""


@for_every(
    "fields",
    [
        (otp_field(), otp_field(name="pin")),
        (otp_field(name="pin"),),
        (otp_field(type="elements.select"),),
        (otp_field(type=None),),
        ("otp",),
    ],
)
def test_a_form_that_asks_for_anything_but_a_code_is_not_understood(fields: tuple[dict[str, object], ...]) -> None:
    with pytest.raises(ValueError, match="validation error"):
        read_challenge(log_in(*fields))


@for_every("session", [None, "", 5, "line\nbreak", "ünicode", "x" * 600, ["S"]])
def test_a_session_that_no_header_could_carry_is_not_understood(session: object) -> None:
    with pytest.raises(ValueError, match="validation error"):
        read_challenge({"data": {"session_id": session}})


def test_the_code_of_a_right_otp_is_read() -> None:
    assert read_code(enveloped({"code": "code_k3"})).reveal() == "code_k3"


@for_every("content", [enveloped(None), enveloped({"code": ""}), enveloped({"form": []}), [], None])
def test_a_check_without_a_code_is_not_understood(content: object) -> None:
    with pytest.raises(ValueError, match="validation error"):
        read_code(content)


@for_every("content", [{"id": "acc1"}, {"_id": "acc1"}, enveloped({"id": "acc1"}), enveloped({"_id": "acc1"})])
def test_an_exchange_is_read_flat_and_enveloped(content: object) -> None:
    assert read_account_id(content).reveal() == "acc1"


@for_every("account", [None, 7, "", "a/b", "..", "a b", "é", "x" * 200])
def test_an_account_id_that_no_path_could_carry_is_not_understood(account: object) -> None:
    with pytest.raises(ValueError, match="validation error"):
        read_account_id({"id": account})
