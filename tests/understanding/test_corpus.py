"""The corpus is large enough, and understood: what is promised of it, and what was handed over to be understood."""

from itertools import chain

import pytest

from conversations.choice import WORDLESS, Choice
from conversations.intents.given import CodeHeard, CodeMissed, Heard, NetworkHeard, SelectionHeard
from conversations.intents.hearing import heard_in
from conversations.intents.intent import Courtesy, Topic
from conversations.intents.meaning import PROMISES, AskBack, Meant, NotUnderstood, Why, meaning_of
from conversations.intents.stages import Situation
from conversations.network import Network
from conversations.otp import OtpForm
from conversations.wording import words_of
from tests.for_every import for_every
from tests.understanding.__main__ import AT_LEAST, main
from tests.understanding.scoring import HELD_OUT, LANGUAGES, OFFERED, Case, all_cases, cases, same

EVERY = [*chain.from_iterable(map(all_cases, LANGUAGES))]
every_language = pytest.mark.parametrize("language", LANGUAGES)


@every_language
def test_a_language_has_hundreds_of_texts_for_all_steps_and_a_fifth_that_must_not_count(language: str) -> None:
    every = all_cases(language)
    assert len(every) >= 600
    assert {case.step for case in every} == set(OFFERED)
    assert sum(case.negative for case in every) * 5 >= len(every)


@every_language
def test_no_text_stands_there_twice(language: str) -> None:
    texts = [(case.step, case.typed.casefold()) for case in all_cases(language)]
    assert len(texts) == len(set(texts))


@every_language
@pytest.mark.parametrize("part", ["", HELD_OUT])
def test_nearly_all_of_it_is_understood(language: str, part: str) -> None:
    judged = cases(language, part)
    assert sum(case.right for case in judged) / len(judged) >= AT_LEAST


def test_no_consent_no_ending_and_no_code_is_taken_that_was_not_given() -> None:
    assert [case for case in EVERY if case.wrongly_taken] == []


def test_the_command_says_that_it_holds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    assert "What is promised holds." in capsys.readouterr().out


def test_a_consent_that_is_made_of_a_bare_ok_would_be_seen() -> None:
    planted = Case("consent", "en", "I agree", "ask:agree")
    assert planted.got == "agree"
    assert planted.wrongly_taken


def test_two_things_to_ask_back_have_no_order() -> None:
    assert same("ask:balance+transactions", "ask:transactions+balance")
    assert not same("ask:balance", "balance")


# Rules that a share of a corpus does not show


@for_every("stage", list(Situation))
@for_every("text", ["ok", "OK sir", "👍", "👍🏾", "k", "alright", "no problem"])
def test_a_bare_ok_promises_and_ends_nothing_anywhere(text: str, stage: Situation) -> None:
    meaning = meaning_of(text, stage, OFFERED.get(stage, ()))
    assert meaning not in [Meant(each) for each in (Choice.AGREE, Choice.CONFIRM, Choice.DECLINE, Choice.CANCEL)]


def test_no_words_of_another_button_are_a_promise() -> None:
    """Whoever types "na true" wants to see that it is real, with a question mark or without."""
    typed = {(choice, word) for choice in Choice if choice not in WORDLESS for word in words_of(choice)}
    promised = [Meant(each) for each in PROMISES]
    for stage, offered in OFFERED.items():
        others = [word for choice, word in typed if choice in offered and choice not in PROMISES]
        assert [word for word in others if meaning_of(word, Situation(stage), offered) in promised] == [], stage


@for_every("stage", [Situation.CONSENT, Situation.RESUMING, Situation.CONFIRMING, Situation.NUMBER, Situation.ENDED])
@for_every("text", ["why", "Why", "y tho", "y is that"])
def test_a_why_is_never_a_yes(text: str, stage: Situation) -> None:
    """Nor the letter that is written for it among other words; alone that letter is one."""
    assert meaning_of(text, stage, OFFERED[stage]) in [Meant(Topic.WHY_NUMBER), NotUnderstood()]
    assert meaning_of("y", stage, OFFERED[stage]) == meaning_of("yes", stage, OFFERED[stage]) or stage == "number"


@for_every(
    "text", ["I agree?", "I agree but it must be quick", "my wife said I agree", "I agree to what", "yes, is it free?"]
)
def test_a_consent_that_says_more_or_asks_is_none(text: str) -> None:
    assert meaning_of(text, Situation.CONSENT, OFFERED[Situation.CONSENT]) != Meant(Choice.AGREE)


@for_every("text", ["Iagree", "YesIagree", "iaccept", "igree", "yes I agree to share my details"])
def test_an_agreement_with_no_blanks_is_one_and_its_denial_is_none(text: str) -> None:
    offered = OFFERED[Situation.CONSENT]
    assert meaning_of(text, Situation.CONSENT, offered) == Meant(Choice.AGREE)
    for denial in ("idontagree", "inogree", "idisagree"):
        assert meaning_of(denial, Situation.CONSENT, offered) == Meant(Choice.DECLINE)


@for_every("text", ["ok I will wait", "I go wait", "make I wait am"])
def test_who_waits_for_the_code_is_left_in_peace(text: str) -> None:
    assert heard_in(text, Situation.CODE, OFFERED[Situation.CODE], OtpForm()) == Meant(Courtesy.WAIT)


@for_every("text", ["don't stop", "I no say make you cancel", "please do not delete it", "no cancel am"])
@for_every("stage", [Situation.NUMBER, Situation.CODE, Situation.LINKED])
def test_what_is_denied_is_not_done(text: str, stage: Situation) -> None:
    assert isinstance(meaning_of(text, stage, OFFERED[stage]), NotUnderstood)


@for_every("text", ["482913", "482 913", "my code is 482913", "482913 is your OTP. Do not share it with anybody"])
def test_a_code_is_not_doubted_for_what_its_message_warns_of(text: str) -> None:
    assert isinstance(heard_in(text, Situation.CODE, OFFERED[Situation.CODE], OtpForm()), CodeHeard)


@for_every(
    "text",
    [
        *("don't send a new code", "please don't resend", "do not send it again I have seen it"),
        *("if it does not come will you send another one", "is the new code the same as the old one"),
        *("how many times can I ask for new code", "why do I need a code"),
    ],
)
def test_a_code_that_is_declined_or_asked_about_is_not_asked_for(text: str) -> None:
    heard = heard_in(text, Situation.CODE, OFFERED[Situation.CODE], OtpForm())
    assert heard != Meant(Choice.NEW_CODE)


@for_every(
    ("text", "heard"),
    [
        ("please can you send another code", Meant(Choice.NEW_CODE)),
        *((text, CodeMissed(told=True)) for text in ("you did not send it", "you did not send any code")),
        *((text, CodeMissed(told=False)) for text in ("why did you not send it", "did you send it", "una send am")),
    ],
)
def test_another_code_is_one_thing_and_a_word_that_none_came_another(text: str, heard: Heard) -> None:
    assert heard_in(text, Situation.CODE, OFFERED[Situation.CODE], OtpForm()) == heard


@for_every(
    "text",
    ["mtn but dont send the code yet", "mtn. send it when I say so", "mtn but make una wait small", "hold on, mtn"],
)
def test_a_network_beside_a_wait_sends_nothing(text: str) -> None:
    assert heard_in(text, Situation.NETWORK, OFFERED[Situation.NETWORK]) == Meant(Courtesy.WAIT)


@for_every("text", ["ok wait", "oya wait first", "ok hold on"])
@for_every("stage", [Situation.NUMBER, Situation.CODE, Situation.RESUMING])
def test_an_ok_that_leads_up_to_a_wait_is_a_wait(text: str, stage: Situation) -> None:
    assert meaning_of(text, stage, OFFERED[stage]) == Meant(Courtesy.WAIT)


@for_every("text", ["it is mtn send it now", "mtn, you can send it now", "mtn send the code"])
def test_a_network_beside_a_wish_for_the_code_is_the_network(text: str) -> None:
    assert heard_in(text, Situation.NETWORK, OFFERED[Situation.NETWORK]) == NetworkHeard(Network.MTN)


def test_the_no_of_an_ok_denies_nothing_and_every_other_does() -> None:
    offered = OFFERED[Situation.CONSENT]
    agreed = ["ok no wahala I agree", "no wahala, I gree"]
    assert [text for text in agreed if meaning_of(text, Situation.CONSENT, offered) != Meant(Choice.AGREE)] == []
    denied = ["no I agree", "no wahala I no gree", "I never said I agree", "not sure, no problem, I agree"]
    assert [text for text in denied if meaning_of(text, Situation.CONSENT, offered) == Meant(Choice.AGREE)] == []


@for_every("text", ["remove my number from your list", "take me off your list", "comot my number for una list"])
def test_who_wants_off_the_list_hears_no_more_and_a_linked_line_is_asked_about(text: str) -> None:
    assert meaning_of(text, Situation.ENDED, OFFERED[Situation.ENDED]) == Meant(Courtesy.OPT_OUT)
    assert meaning_of(text, Situation.LINKED, OFFERED[Situation.LINKED]) == Meant(Choice.UNLINK)


@for_every("text", ["I did not mean that", "I was only asking", "no no no I don't want to unlink", "I just dey ask"])
def test_an_ending_that_was_not_meant_keeps_the_line(text: str) -> None:
    assert meaning_of(text, Situation.CONFIRMING, OFFERED[Situation.CONFIRMING]) == Meant(Choice.KEEP)


@for_every(
    "text",
    [
        *(
            "I no mean make you stop, unlink am",
            "I no say make you stop. unlink am",
            "unlink am, I no say make you stop",
        ),
        "I no mean make you cancel, comot am",
        *("I did not mean to stop you, unlink it", "unlink it, I did not mean to stop you"),
    ],
)
def test_who_denies_a_stop_and_says_to_unlink_is_asked_which(text: str) -> None:
    meaning = heard_in(text, Situation.CONFIRMING, OFFERED[Situation.CONFIRMING])
    assert isinstance(meaning, AskBack)
    assert set(meaning.intents) == {Choice.KEEP, Choice.UNLINK}


@for_every(
    "text", ["no, leave am", "yes, unlink tomorrow", "no don't unlink it, I was only asking", "abeg, no comot am"]
)
def test_a_no_with_nothing_beside_it_that_ends_keeps(text: str) -> None:
    assert heard_in(text, Situation.CONFIRMING, OFFERED[Situation.CONFIRMING]) == Meant(Choice.KEEP)


@for_every("text", ["no code, cancel", "no light, stop it", "No. Please cancel it", "e no work, cancel am"])
def test_a_no_to_something_else_denies_no_stop(text: str) -> None:
    meaning = meaning_of(text, Situation.CODE, OFFERED[Situation.CODE])
    asked = meaning.intents if isinstance(meaning, AskBack) else (meaning.intent,) if isinstance(meaning, Meant) else ()
    assert Choice.CANCEL in asked


@for_every("text", ["no wahala unlink am", "no problem, unlink it", "no problem unlink it"])
def test_a_no_that_is_a_courtesy_keeps_no_line(text: str) -> None:
    assert meaning_of(text, Situation.CONFIRMING, OFFERED[Situation.CONFIRMING]) == Meant(Choice.CONFIRM)


@for_every("text", ["no wahala no unlink am", "no problem don't unlink it", "no wahala, leave am"])
def test_a_no_behind_such_a_courtesy_keeps_it(text: str) -> None:
    assert meaning_of(text, Situation.CONFIRMING, OFFERED[Situation.CONFIRMING]) == Meant(Choice.KEEP)


@for_every("text", ["show last month", "show me last month", "see october", "show me money wey enter this month"])
def test_a_time_that_is_to_be_shown_is_one_of_transactions(text: str) -> None:
    assert heard_in(text, Situation.LINKED, OFFERED[Situation.LINKED]) == SelectionHeard(Choice.TRANSACTIONS)


@for_every("stage", [Situation.CONSENT, Situation.NETWORK, Situation.CODE, Situation.LINKED, Situation.ENDED])
def test_who_gives_a_bvn_unasked_is_told_that_it_is_not_needed(stage: Situation) -> None:
    assert heard_in("22123456789", stage, OFFERED[stage], OtpForm()) == Meant(Topic.BVN)


@for_every("text", ["no, leave it", "no don't cancel it", "please, do not unlink it", "no comot my line"])
def test_a_no_to_the_ending_itself_keeps(text: str) -> None:
    assert meaning_of(text, Situation.CONFIRMING, OFFERED[Situation.CONFIRMING]) == Meant(Choice.KEEP)


@for_every(
    "text",
    [
        *(
            "hide my name and balance",
            "hide my name and my balance",
            "hide balance and transactions",
            "hide my balance or my name",
        ),
        *(
            "hide my name, balance and transactions",
            "don't share my balance and my transactions",
            "hide my balance transactions",
        ),
        *("abeg hide my name and my balance", "no show my balance and transactions", "no share my name and my balance"),
    ],
)
@for_every("stage", [Situation.CONSENT, Situation.NUMBER, Situation.LINKED])
def test_two_things_to_hide_are_one_wish_to_choose(text: str, stage: Situation) -> None:
    assert heard_in(text, stage, OFFERED[stage]) == Meant(Choice.CHOOSE)


@for_every(
    "text", ["balance and transactions", "show my balance and my transactions", "hide my name and show my balance"]
)
def test_what_is_wanted_shown_is_not_hidden(text: str) -> None:
    assert heard_in(text, Situation.LINKED, OFFERED[Situation.LINKED]) != Meant(Choice.CHOOSE)


def test_two_wishes_in_one_text_are_asked_back() -> None:
    meaning = meaning_of("new code or change number", Situation.CODE, OFFERED[Situation.CODE])
    assert meaning == AskBack((Choice.NEW_CODE, Choice.CHANGE_NUMBER), Why.SEVERAL)


@for_every("text", ["plese help", "balnace", "transactons", "custmer care please"])
def test_one_slip_of_a_finger_does_no_harm(text: str) -> None:
    assert isinstance(meaning_of(text, Situation.LINKED, OFFERED[Situation.LINKED]), Meant)


def test_an_answer_that_is_not_offered_does_not_count() -> None:
    assert isinstance(meaning_of("I agree", Situation.NUMBER, OFFERED[Situation.NUMBER]), NotUnderstood)
    assert isinstance(meaning_of("send it again", Situation.CONSENT, OFFERED[Situation.CONSENT]), NotUnderstood)
