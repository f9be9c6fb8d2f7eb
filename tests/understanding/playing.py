"""The corpus played: each text typed to the machine where its step stands, and what followed. Never what should.

What was heard is known from `scoring`; here it is seen to be done: one way leads from a text to what follows from it.
"""

from datetime import timedelta
from functools import cache
from typing import TypeVar

from conversations.choice import Choice
from conversations.customer.turn import Turn
from conversations.effects import CheckOtp, RecordConsent, RequestOtp
from conversations.scope_steps import ChoosingScopes, NarrowingConsent
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    ConfirmingUnlink,
    Idle,
    SendingOtp,
    Session,
)
from tests.scenes import ACCOUNT, AGREEMENT, ASKING_OTP, LINKED, MEMORY, NOON, NUMBER, session_at
from tests.talk import Talk
from tests.understanding.scoring import Case

W = TypeVar("W")
STANDING: dict[str, Session] = {
    "consent": session_at(AskingConsent()),
    "number": session_at(AskingNumber(AGREEMENT), own_number=NUMBER),
    "network": session_at(AskingNetwork(AGREEMENT, NUMBER, proven=False)),
    "code": session_at(ASKING_OTP),
    "confirming": session_at(ConfirmingUnlink(ACCOUNT)),
    "linked": session_at(Idle(), lines=(LINKED,)),
    "resume": session_at(Idle(), memory=MEMORY),
    "ended": session_at(Idle()),
}
# What is said first where a wish was heard, whatever the step.
SAYS: dict[str, tuple[str, ...]] = {
    "proof": ("proof", "proof-code"),
    "person": ("person",),
    "privacy": ("privacy",),
    "language": ("ask-language",),
    "free": ("answer-free",),
    "money": ("answer-money",),
    "calls": ("answer-calls",),
    "why-number": ("answer-why-number",),
    "what-seen": ("answer-what-seen", "answer-what-seen-none", "account-line"),
    "why-details": ("answer-why-details",),
    "name": ("answer-name",),
    "why-birth": ("answer-why-birth",),
    "own-choice": ("answer-own-choice", "answer-own-choice-linked"),
    "who-sees": ("answer-who-sees", "answer-who-sees-none"),
    "others-line": ("answer-others-line", "answer-others-line-link"),
    "former-owner": ("answer-former-owner",),
    "bvn": ("identity-not-needed",),
    "pin": ("answer-pin",),
    "before": ("answer-before", "who-linked-line"),
    "robot": ("answer-robot",),
    "line-unchanged": ("answer-line-unchanged",),
    "endings": ("answer-endings",),
    "delete-message": ("answer-delete-message",),
    "what-receipt": ("answer-receipt",),
    "cannot-read": ("answer-cannot-read",),
    "loan": ("answer-loan",),
    "loan-ending": ("answer-loan-ending",),
    "how-long": ("answer-how-long",),
    "next": ("answer-next", "answer-next-linked", "help-consent", "help-number", "help-network", "help-otp"),
    "code-use": ("answer-code-use",),
    "why-network": ("answer-why-network",),
    "sms-to-come": ("answer-sms-to-come", "answer-no-code-linked"),
    "no-code": ("answer-no-code", "answer-no-code-linked"),
    "code-asked": ("answer-code-asked", "answer-code-asked-early", "answer-code-asked-linked"),
    "refusing": ("answer-refusing", "ask-back-cancel", "declined"),
    "phone-lost": ("answer-phone-lost",),
    "who-linked": ("who-linked-line", "answer-who-linked"),
    "words-differ": ("answer-words-differ",),
    "languages": ("answer-languages",),
    "thanks": ("reply-thanks",),
    "greeting": ("reply-greeting",),
    "ok": ("reply-ok",),
    "no": ("reply-ok",),
    "later": ("reply-later",),
    "wait": ("reply-wait",),
    "opt-out": ("opted-out",),
    "receipt": ("receipt", "nothing-linked"),
    "accounts": ("account-line", "nothing-linked"),
    "mydata": ("mydata-line", "mydata-nobody"),
    "keep": ("kept",),
    "en": ("language-changed",),
    "pcm": ("language-changed",),
}


@cache
def play(case: Case) -> Talk:
    """The text typed where its step stands, two minutes after the last code; to be looked at only."""
    talk = Talk(STANDING[case.step])
    talk.now = NOON + timedelta(minutes=3)
    return talk.types(case.typed)


def first_said(talk: Talk) -> str:
    return talk.keys[0] if talk.keys else ""


def follows(case: Case, talk: Talk) -> bool:  # noqa: PLR0912 - a table
    """Whether what was wanted is what followed."""
    wanted, turn = case.wanted, talk.turn
    match wanted.partition(":")[0]:
        case "agree":
            return isinstance(talk.step, AskingNumber) or (":" in wanted and _takes_agreed_number(talk))
        case "decline" | "cancel" if case.step in {"consent", "resume"}:
            return first_said(talk) in {"declined", "cancelled"}
        case "cancel":
            return isinstance(talk.step, Idle)
        case "ask":
            return _stands(case, talk) and bool(talk.keys)
        case "nothing" | "bad-number" | "which-code" | "code-doubted":
            return _stands(case, talk)
        case "number" | "bvn":
            return _takes_number(case, talk)
        case "numbers":
            return Choice.NUMBER_1 in talk.offered or first_said(talk) == "number-kept"
        case "mtn" | "airtel":
            return any(wish.line.network.value == wanted for wish in _of(turn, RequestOtp))
        case "other":
            return first_said(talk) == "network-not-served"
        case "code":
            return [wish.code.reveal() for wish in _of(turn, CheckOtp)] == [wanted.partition(":")[2]]
        case "code-where":
            return talk.keys[:2] == ["no-code-yet", "code-sent"]
        case "new-code" | "code-late":
            return bool(_of(turn, RequestOtp))
        case "resume":
            return bool(_of(turn, RequestOtp)) or isinstance(talk.step, AskingNetwork | AskingNumber)
        case "begin" | "link-another":
            return isinstance(talk.step, AskingConsent) or first_said(talk) == "finish-first"
        case "change-number" | "own-number":
            return isinstance(talk.step, AskingNumber | AskingNetwork)
        case "choose":
            return isinstance(talk.step, ChoosingScopes | NarrowingConsent)
        case "confirm":
            return first_said(talk) == "unlinked"
        case "unlink" | "delete":
            return isinstance(talk.step, ConfirmingUnlink) or first_said(talk).startswith("nothing-")
        case "help":
            return first_said(talk).startswith("help-")
        case "balance" | "transactions" | "statement" | "usage":
            return bool(turn.immediate) or first_said(talk) in {"nothing-linked", "finish-first"}
        case "back":
            return talk.step != STANDING[case.step].step or bool(talk.keys)
        case said if said in SAYS:
            return first_said(talk) in SAYS[said]
        case other:
            raise KeyError(other)


def _stands(case: Case, talk: Talk) -> bool:
    """Nothing was taken: the same step, and no call."""
    return type(talk.step) is type(STANDING[case.step].step) and not talk.turn.immediate


def _takes_number(case: Case, talk: Talk) -> bool:
    if case.step == "consent":
        return isinstance(talk.step, AskingConsent) and "number-kept" in talk.keys
    if case.step == "ended":
        return isinstance(talk.step, AskingConsent)
    return isinstance(talk.step, AskingNetwork) or bool(_of(talk.turn, RequestOtp))


def _takes_agreed_number(talk: Talk) -> bool:
    return isinstance(talk.step, AskingNetwork | SendingOtp) and bool(talk.wishes(RecordConsent))


def _of(turn: Turn, kind: type[W]) -> list[W]:
    return [effect for effect in turn.effects if isinstance(effect, kind)]
