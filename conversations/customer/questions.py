"""What is asked at each step, and which answers are offered. Never what an answer leads to."""

from collections.abc import Mapping
from typing import Any, assert_never

from conversations.choice import HIDES, LINES, NUMBERS, Choice
from conversations.consent import Scope, Scopes, yes_or_no
from conversations.effects import Sentence, sentence
from conversations.intents.replies import WHICH_NUMBER
from conversations.link import LinkOffer
from conversations.memory import Memory
from conversations.network import Network, suggest_network
from conversations.otp import names_number
from conversations.phone import PhoneNumber
from conversations.scope_steps import ChoosingScopes, NarrowingConsent
from conversations.secret import AccountId
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    CheckingOtp,
    ChoosingLine,
    ConfirmingUnlink,
    ExchangingCode,
    FetchingSummary,
    Idle,
    ReadingLine,
    SendingOtp,
    Session,
    ShowingTransactions,
)

Question = tuple[tuple[Sentence, ...], tuple[Choice, ...]]

MOST_BUTTONS = 3  # that every channel shows at once
AFTER_TRANSACTIONS = (Choice.MORE, Choice.STATEMENT, Choice.BALANCE)
MENU = (Choice.BALANCE, Choice.TRANSACTIONS, Choice.UNLINK)
# Hints of the provider's form that add nothing to what our own sentence says.
PLAIN_HINTS = frozenset({"", "otp", "enter otp", "enter the otp", "one time code", "enter code"})


def question_of(session: Session) -> Question:  # noqa: C901, PLR0912 - a table
    """The sentences that ask, and the answers offered, where the session stands."""
    match session.step:
        case Idle():
            return _idle(session)
        case AskingConsent():
            return consent_of(session.offer), (Choice.AGREE, Choice.DECLINE, Choice.PROOF)
        case ChoosingScopes(left=left):
            return (scope_question(left[0]),), (Choice.ALLOW, Choice.LEAVE_OUT)
        case AskingNumber():
            return _number(session, session.step)
        case AskingNetwork():
            return _network(session.step, session)
        case AskingOtp():
            return _otp(session.step, session)
        case SendingOtp(claim=claim):
            line = claim.line
            asking = sentence("still-sending", network=line.network.label, number=line.number.masked)
            return (asking,), (Choice.CANCEL,)
        case CheckingOtp() | ExchangingCode() | FetchingSummary() | ReadingLine() as waiting:
            return (_under_way(waiting),), ()
        case ShowingTransactions(more=follows):
            return (sentence("ask-more" if follows else "ask-other"),), AFTER_TRANSACTIONS[not follows :]
        case ChoosingLine():
            more = "yes" if len(session.lines) > len(LINES) else "no"
            return (sentence("ask-which-line", more=more),), LINES[: len(session.lines)]
        case NarrowingConsent():
            return _narrowing(session, session.step)
        case ConfirmingUnlink(account):
            return (_ending(session, account),), (Choice.CONFIRM, Choice.KEEP)
        case _:
            assert_never(session.step)


def _under_way(step: CheckingOtp | ExchangingCode | FetchingSummary | ReadingLine) -> Sentence:
    match step:
        case CheckingOtp():
            return sentence("still-checking")
        case ExchangingCode(exchanges=exchanges):
            return sentence("still-linking", again="yes" if exchanges > 1 else "no")
        case _:
            return sentence("still-reading")


def number_shown(session: Session, number: PhoneNumber) -> str:
    """The number as this chat may read it: whoever opens a link that was sent on does not learn whose it is."""
    return number.masked if number == session.unshown else number.spaced


def reminder_of(session: Session) -> Question:
    """The question once more, for somebody who has just read it: as short as it can be said."""
    question, choices = question_of(session)
    match session.step:
        case AskingConsent():
            return (sentence("consent-again"),), choices
        case AskingNetwork(number=number, proven=proven):
            return (
                sentence("network-again", number=number_shown(session, number), proven="yes" if proven else "no"),
            ), choices
        case AskingNumber():
            return (), choices
        case AskingOtp(tries_left=tries) if tries:
            return (), choices
        case _:
            return question, choices


def labels_of(session: Session, choices: tuple[Choice, ...]) -> Mapping[Choice, Mapping[str, Any]]:
    """What the labels of some answers name: lines, and the customer's own number."""
    labels: dict[Choice, Mapping[str, Any]] = {
        choice: {"network": line.claim.line.network.label, "number": line.claim.line.number.masked}
        for choice, line in zip(LINES, session.lines, strict=False)
        if choice in choices
    }
    if isinstance(session.step, AskingNumber):
        labels |= {choice: {"number": each.spaced} for choice, each in zip(NUMBERS, session.step.found, strict=False)}
    labels[Choice.BEGIN] = {"again": "yes" if session.memory else "no"}
    if Choice.OWN_NUMBER in choices and session.own_number:
        labels[Choice.OWN_NUMBER] = {"number": session.own_number.spaced}
    return labels


def _idle(session: Session) -> Question:
    if session.lines:
        return (sentence("menu", lines=len(session.lines)),), MENU
    return whether_to_resume(session.memory) if session.memory else ((sentence("ask-begin"),), (Choice.BEGIN,))


def whether_to_resume(memory: Memory) -> Question:
    """With what was begun and not finished. Whoever has another line linked is asked it once, where that ended."""
    asks = sentence("ask-resume-line", number=memory.number.masked) if memory.number else sentence("ask-resume")
    return (asks,), (Choice.RESUME, Choice.BEGIN)


def consent_of(offer: LinkOffer | None) -> tuple[Sentence, ...]:
    """What one agrees to, as it is asked by a link or without one."""
    return consent_text(offer.agent, offer.words) if offer else consent_text()


def consent_text(agent: str = "", words: tuple[str, str] = ("", "")) -> tuple[Sentence, ...]:
    """With the words by which the link is known, where there is one: its agent's, or the business's own."""
    if not any(words):
        return (sentence("consent"),)
    first, second = words
    return sentence("consent"), sentence("consent-agent", agent=agent, first=first, second=second)


def reads_named(reads: Scopes) -> Sentence:
    """What may be read, in one line."""
    return sentence("reads", **yes_or_no(reads))


def scope_question(scope: Scope) -> Sentence:
    """Whether that may be read as well."""
    return sentence("ask-scope", scope=scope.value)


def _narrowing(session: Session, step: NarrowingConsent) -> Question:
    """What is read of the line, each with its button, first what they named; that alone, where it is one thing."""
    line = session.line_of(step.account)
    reads = line.claim.agreement.reads if line else ()
    named = line.named if line else {}
    hides = [choice for choice, scope in HIDES.items() if scope in reads]
    hides.sort(key=lambda choice: HIDES[choice] not in step.named)
    if len(step.named) == 1 and HIDES[hides[0]] in step.named:
        return (sentence("ask-hide", gone=reads_named(step.named), **named),), (hides[0], Choice.KEEP)
    return (sentence("ask-narrow", reads=reads_named(reads), **named),), (*hides, Choice.KEEP)[:MOST_BUTTONS]


def _number(session: Session, step: AskingNumber) -> Question:
    """The own number is no answer where the agent's link is for another one."""
    if len(step.found) == 1:
        return (sentence("is-this-the-line", number=step.found[0].spaced),), NUMBERS[:1]
    if step.found:
        return (WHICH_NUMBER,), NUMBERS[: len(step.found)]
    invited = session.offer.number if session.offer else None
    if session.own_number and invited in (None, session.own_number):
        return (sentence("ask-number-own", number=session.own_number.spaced),), (Choice.OWN_NUMBER,)
    return (sentence("ask-number"),), ()


def _network(step: AskingNetwork, session: Session) -> Question:
    """The agent or else the prefix only suggests: numbers are ported, so that is a word in the question, not a step
    less."""
    offer = session.offer
    suggested = offer.network if offer and offer.network else suggest_network(step.number)
    likely = suggested.label if isinstance(suggested, Network) and not step.tried else ""
    asks = sentence("ask-network", number=number_shown(session, step.number), likely=likely)
    first, second = Choice.MTN, Choice.AIRTEL
    if suggested is Network.AIRTEL:  # also after it said no: who has read "2" for a network types that
        first, second = second, first
    owns = () if step.proven else (sentence("own-line"),)
    return (asks, *owns), (first, second, Choice.CHANGE_NUMBER)


def _otp(step: AskingOtp, session: Session) -> Question:
    line, form = step.claim.line, step.form
    if not step.tries_left:
        return (sentence("ask-new-code", network=line.network.label),), (
            Choice.NEW_CODE,
            Choice.CHANGE_NUMBER,
        )
    asks = sentence(
        "ask-otp",
        network=line.network.label,
        number=line.number.masked,
        shortest=form.min_length,
        longest=form.max_length,
    )
    # Whoever only typed a number learns nothing of whose it is before the code proves that it is in their hands.
    elsewhere = (sentence("line-elsewhere"),) if session.held_elsewhere and step.claim.proven else ()
    hint = (sentence("otp-hint", hint=form.hint),) if _says_more(form.hint) else ()
    return (*elsewhere, asks, *hint), (Choice.NEW_CODE, Choice.CHANGE_NUMBER)


def _says_more(hint: str) -> bool:
    """Than our own sentence does. Where it names the number, that may not be theirs, and ours masks it."""
    return hint.casefold().strip(" .:") not in PLAIN_HINTS and not names_number(hint)


def _ending(session: Session, account: AccountId | None) -> Sentence:
    """Of one line by its name: who has two must see which it is. One that was ended meanwhile has none any more."""
    if account is None:
        return sentence("ask-delete", lines=len(session.lines))
    line = session.line_of(account)
    return sentence("ask-unlink", **(line.named if line else {"network": "", "number": ""}))
