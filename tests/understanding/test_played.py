"""The corpus played through the machine: what was heard is done, and what was not said is not."""

import pytest

from conversations.effects import CheckOtp, RecordConsent
from conversations.scope_steps import ChoosingScopes
from conversations.session import AskingConsent, Idle
from tests.understanding.__main__ import AT_LEAST
from tests.understanding.playing import first_said, follows, play
from tests.understanding.scoring import LANGUAGES, all_cases

every_language = pytest.mark.parametrize("language", LANGUAGES)


@every_language
def test_what_was_meant_follows(language: str) -> None:
    played = [follows(case, play(case)) for case in all_cases(language)]
    assert sum(played) / len(played) >= AT_LEAST


@every_language
def test_nobody_agrees_ends_or_sends_a_code_who_did_not_say_so(language: str) -> None:
    for case in all_cases(language):
        talk = play(case)
        if case.step == "consent" and case.wanted.partition(":")[0] != "agree":
            assert isinstance(talk.step, AskingConsent | ChoosingScopes | Idle), case
            assert not talk.wishes(RecordConsent), case
        if case.step == "confirming" and case.wanted != "confirm":
            assert first_said(talk) not in {"unlinked", "deleted"}, case
        if not case.wanted.startswith("code:"):
            assert not talk.wishes(CheckOtp), case


def test_a_text_that_is_done_otherwise_would_be_seen() -> None:
    agreed = next(case for case in all_cases("en") if case.step == "consent" and case.wanted == "agree")
    assert not follows(agreed, play(next(case for case in all_cases("en") if case.wanted == "decline")))
