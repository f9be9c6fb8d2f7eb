"""What customers really wrote, and what must follow: each typed to the machine where it was typed then."""

from conversations.effects import CheckOtp, DeleteMessage
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    CheckingOtp,
    ConfirmingUnlink,
    Idle,
    ReadingLine,
    SendingOtp,
)
from tests.for_every import for_every
from tests.understanding.playing import play
from tests.understanding.scoring import Case

CODE = "482913"
# The step, what is typed, the first sentence that is said ("" for none yet), and the step that follows.
HANDED: tuple[tuple[str, str, str, type], ...] = (
    *(("consent", yes, "ask-number", AskingNumber) for yes in ("Yes please", "YES SIR", "agreed", "yes o", "yes 👍")),
    ("consent", "I agree to the terms", "ask-number", AskingNumber),
    *(("consent", ok, "ask-back-agree", AskingConsent) for ok in ("ok", "👍")),
    *(("consent", no, "declined", Idle) for no in ("not now", "abeg no")),
    ("consent", "is this 419?", "proof", AskingConsent),
    ("consent", "how do I know you are not a scammer?", "proof", AskingConsent),
    ("consent", "una wan thief my money?", "proof", AskingConsent),
    ("consent", "will you take money from my account", "answer-money", AskingConsent),
    ("consent", "is it free", "answer-free", AskingConsent),
    ("consent", "why do you need my number", "answer-why-number", AskingConsent),
    ("consent", "I don't understand", "help-consent", AskingConsent),
    ("consent", "please help me", "help-consent", AskingConsent),
    ("consent", "08031234567 mtn", "number-kept", AskingConsent),
    ("consent", "sannu", "answer-languages", AskingConsent),
    ("number", "08031234567 mtn", "", SendingOtp),
    ("number", "08031234567mtn", "", SendingOtp),
    ("number", "0803/123/4567", "ask-network", AskingNetwork),
    ("number", "1. 08031234567", "ask-network", AskingNetwork),
    ("number", "08031234567 or 08021234567", "which-number", AskingNumber),
    ("number", "Phone number 08031234567 BVN 22212345678", "identity-not-needed", AskingNetwork),
    ("number", "please help", "help-number", AskingNumber),
    ("network", "yes", "ask-back-networks", AskingNetwork),
    *(("network", name, "", SendingOtp) for name in ("mtnn", "airtell", "MTN 4G", "ok mtn", "I don port am go airtel")),
    ("network", "it used to be airtel now mtn", "ask-back-networks", AskingNetwork),
    ("code", f"{CODE} {CODE}", "", CheckingOtp),
    ("code", f"OTP{CODE}", "", CheckingOtp),
    ("code", "482_913", "", CheckingOtp),
    ("code", "O12345", "", CheckingOtp),
    ("code", f"Your OTP for transaction 100200 is {CODE}", "", CheckingOtp),
    *(("code", none, "", SendingOtp) for none in ("I did not get any SMS", "code never come", "new code please")),
    ("code", "change my number", "ask-number", AskingNumber),
    ("code", "somebody called me and asked for the code", "answer-code-asked", AskingOtp),
    ("code", "is this safe?", "proof-code", AskingOtp),
    *(("linked", end, "ask-unlink", ConfirmingUnlink) for end in ("unlink my line", "comot my line", "stop", "cancel")),
    ("linked", "i want to withdraw my consent", "ask-unlink", ConfirmingUnlink),
    ("linked", "stop sharing my data", "ask-unlink", ConfirmingUnlink),
    ("linked", "I no want again", "ask-unlink", ConfirmingUnlink),
    ("linked", "somebody tricked me", "ask-unlink", ConfirmingUnlink),
    ("linked", "stop it", "ask-unlink", ConfirmingUnlink),
    ("linked", "check my balance", "", ReadingLine),
    ("linked", "how much data do I have", "", ReadingLine),
    ("linked", "/transactions 2026-10", "", ReadingLine),
    ("linked", "can i talk to a person", "person", Idle),
    ("linked", "how much loan can I get?", "answer-loan", Idle),
    ("linked", "thank you", "reply-thanks", Idle),
    ("resume", "no", "declined", Idle),
    ("resume", "later", "reply-later", Idle),
    ("resume", "hello", "reply-greeting", Idle),
    ("ended", "ok", "reply-ok", Idle),
    ("ended", "hausa", "answer-languages", Idle),
    ("ended", "unsubscribe", "opted-out", Idle),
    ("ended", "stop it", "opted-out", Idle),
)


@for_every(("step", "typed", "said", "follows"), HANDED)
def test_it_is_done(step: str, typed: str, said: str, follows: type) -> None:
    talk = play(Case(step, "en", typed, ""))
    assert isinstance(talk.step, follows)
    assert talk.keys[:1] == [said] * bool(said)
    assert said or talk.turn.immediate


def test_the_month_of_the_transactions_is_no_code() -> None:
    assert play(Case("linked", "en", "/transactions 2026-10", "")).wishes(DeleteMessage) == []


@for_every("typed", [f"{CODE} {CODE}", f"OTP{CODE}", "482_913", f"Your OTP for transaction 100200 is {CODE}"])
def test_the_code_is_the_one_that_was_typed(typed: str) -> None:
    (check,) = play(Case("code", "en", typed, "")).wishes(CheckOtp)
    assert check.code.reveal() == CODE
