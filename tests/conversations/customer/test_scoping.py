"""What may be read of a line: agreed to one by one, hidden later, and neither asked for nor shown without that."""

from datetime import date, timedelta

from conversations.account import Identity, Summary
from conversations.changing import replace
from conversations.choice import HIDES, Choice
from conversations.consent import EVERY_SCOPE, EndReason, Scope, Scopes
from conversations.customer.events import LinkOpened, Restarted, SummaryFetched, TransactionsFetched
from conversations.customer.facts import LineNarrowed
from conversations.effects import FetchSummary, ForgetLine, KeepLine, NarrowForHolders, ReadLine, RecordConsent
from conversations.line_events import DataReady, NarrowedElsewhere
from conversations.linked_line import LinkedLine
from conversations.reading import Reading
from conversations.scope_steps import ChoosingScopes, NarrowingConsent
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    ChoosingLine,
    ConfirmingUnlink,
    FetchingSummary,
    Idle,
    ReadingLine,
)
from tests.for_every import for_every
from tests.happenings import PAGES, SUMMARIES
from tests.scenes import ACCOUNT, AGREEMENT, BALANCES_ALONE, CLAIM, LINKED, NOON, NUMBER, OTHER_LINKED, session_at
from tests.talk import Talk

YES, NO = Choice.ALLOW, Choice.LEAVE_OUT
ADULT = Summary(Identity("Adaeze Okafor", born=date(1994, 5, 14)), SUMMARIES[0].balances, NOON)
CHILD = Summary(Identity("Chidi Eze", born=date(2010, 1, 31)), SUMMARIES[0].balances, NOON)


def under(*reads: Scope) -> LinkedLine:
    return replace(LINKED, claim=replace(CLAIM, agreement=replace(AGREEMENT, reads=reads)))


def chosen(*answers: Choice) -> Talk:
    talk = Talk().hears(LinkOpened()).types("choose")
    for answer in answers:
        talk.taps(answer)
    return talk


# Before agreeing


def test_each_is_asked_by_itself_and_nothing_is_agreed_before_the_last_answer() -> None:
    talk = chosen(YES, NO)
    assert talk.step == ChoosingScopes((Scope.TRANSACTIONS,), (Scope.IDENTITY,))
    assert not talk.wishes(RecordConsent)
    (record,) = talk.taps(YES).wishes(RecordConsent)
    assert record.agreement.reads == (Scope.IDENTITY, Scope.TRANSACTIONS)
    assert record.asked
    assert record.asked.terms.reads == record.agreement.reads
    assert "May Kudi Loans see your airtime and data balances?" not in record.asked.words  # of another business
    assert "see your airtime and data balances?" in record.asked.words
    assert "your name, gender and date of birth, your transactions, and nothing else" in talk.text


def test_who_says_no_to_everything_has_agreed_to_nothing() -> None:
    talk = chosen(NO, NO, NO)
    assert (talk.step, talk.keys) == (Idle(), ["declined"])
    assert not talk.wishes(RecordConsent)


def test_agreeing_at_once_takes_no_message_more_and_choosing_keeps_within_eight() -> None:
    assert Talk().hears(LinkOpened()).taps(Choice.AGREE).step == AskingNumber(AGREEMENT)
    assert isinstance(chosen(YES, YES, YES).step, AskingNumber)  # 5 of 8: number, network and code follow


@for_every(("word", "yes"), [("yes", True), ("yes this too", True), ("no", False), ("no thanks", False)])
def test_words_answer_as_buttons_do(word: str, *, yes: bool) -> None:
    step = chosen().types(word).step
    assert step == ChoosingScopes(EVERY_SCOPE[1:], (Scope.IDENTITY,) if yes else ())


@for_every("text", ["i no want", "i don't want", "i no want am", "I don't want this one", "no thank you"])
def test_a_refusal_is_of_this_one_thing(text: str) -> None:
    assert chosen(YES).types(text).step == ChoosingScopes((Scope.TRANSACTIONS,), (Scope.IDENTITY,))


@for_every("text", ["decline", "I don't agree", "not interested", "stop", "cancel"])
def test_who_ends_it_all_ends_it_all(text: str) -> None:
    assert chosen(YES).types(text).step == Idle()


IDENTITY, BALANCES, TRANSACTIONS = EVERY_SCOPE


@for_every(
    ("text", "left", "yes"),
    [
        ("i dont want to share my name", (BALANCES, TRANSACTIONS), ()),
        ("leave out my name", (BALANCES, TRANSACTIONS), ()),
        ("ok but i no wan make dem see my name", (BALANCES, TRANSACTIONS), ()),
        ("hide my birthday", (BALANCES, TRANSACTIONS), ()),
        ("i dont want them see my transactions", (BALANCES,), (IDENTITY,)),
        ("show my name but not my transactions", (BALANCES,), (IDENTITY,)),
        ("everything except my balance", (TRANSACTIONS,), (IDENTITY,)),
        ("only my balance", (BALANCES,), ()),
        ("yes but only my balance", (BALANCES,), ()),
        ("I don't want them to see anything else, my balance only", (BALANCES,), ()),
    ],
)
def test_what_is_named_is_left_out_and_what_was_answered_stays(text: str, left: Scopes, yes: Scopes) -> None:
    talk = chosen(YES).types(text)
    assert (talk.step, talk.keys) == (ChoosingScopes(left, yes), ["scopes-left-out", "ask-scope"])


def test_nothing_is_agreed_by_leaving_all_out_and_the_rest_where_it_is_the_last() -> None:
    assert chosen().types("not my name, my balance or my transactions").keys == ["declined"]
    (record,) = chosen(YES, NO).types("no transactions").wishes(RecordConsent)
    assert record.agreement.reads == (IDENTITY,)


@for_every(
    "text",
    ["must i show my name", "why do you need my name", "what if I don't share my balance"],
)
def test_who_asks_about_it_leaves_nothing_out(text: str) -> None:
    assert chosen(YES).types(text).step == ChoosingScopes(EVERY_SCOPE[1:], (Scope.IDENTITY,))


def test_who_is_not_understood_again_and_again_is_asked_each_time_what_a_yes_would_allow() -> None:
    talk = chosen(YES)
    for text in ("rain is falling", "my goat ate it", "purple elephants"):
        assert "see your airtime and data balances?" in talk.types(text).text
    assert Choice.PERSON in talk.offered


def test_ok_is_too_little_and_a_number_that_comes_early_is_kept() -> None:
    assert chosen().types("ok").keys[0] == "ask-back-allow"
    talk = chosen().types("0803 123 4567 mtn")
    assert talk.keys[0] == "number-kept"
    assert isinstance(talk.step, ChoosingScopes)
    assert talk.step.found == (NUMBER,)


def test_back_leads_to_the_consent_and_choosing_again_begins_anew() -> None:
    assert chosen(YES).types("back").step == AskingConsent()
    assert chosen(YES).types("choose").step == ChoosingScopes(EVERY_SCOPE)


def test_it_can_be_chosen_after_agreeing_as_long_as_no_code_was_asked_for() -> None:
    assert Talk(session_at(AskingNumber(AGREEMENT))).types("choose").step == ChoosingScopes(EVERY_SCOPE)
    at = AskingNetwork(AGREEMENT, NUMBER, proven=False)
    assert Talk(session_at(at)).types("choose").step == ChoosingScopes(EVERY_SCOPE, found=(NUMBER,))


def test_a_text_that_changed_meanwhile_is_shown_before_anything_is_agreed_to() -> None:
    talk = chosen(YES, YES)
    talk.rules = replace(talk.rules, terms=replace(talk.rules.terms, months=24))
    talk.taps(YES)
    assert (talk.step, talk.keys[0]) == (AskingConsent(), "consent-changed")


def test_only_what_the_business_asks_for_is_asked_and_one_thing_leaves_no_choice() -> None:
    talk = Talk()
    talk.rules = replace(talk.rules, terms=replace(talk.rules.terms, reads=(Scope.IDENTITY, Scope.BALANCES)))
    assert talk.hears(LinkOpened()).types("choose").step == ChoosingScopes((Scope.IDENTITY, Scope.BALANCES))
    talk.rules = replace(talk.rules, terms=replace(talk.rules.terms, reads=(Scope.BALANCES,)))
    assert talk.types("back").types("choose").step == AskingConsent()
    (record,) = talk.taps(Choice.AGREE).wishes(RecordConsent)
    assert record.agreement.reads == (Scope.BALANCES,)


# Reading


@for_every(
    ("reads", "minimum_age", "asked"),
    [
        (EVERY_SCOPE, 18, EVERY_SCOPE),
        ((Scope.BALANCES,), 18, (Scope.IDENTITY, Scope.BALANCES)),
        ((Scope.BALANCES,), 0, (Scope.BALANCES,)),
        ((Scope.TRANSACTIONS,), 0, (Scope.TRANSACTIONS,)),
    ],
)
def test_the_first_reading_asks_for_what_was_agreed_and_for_the_age(
    reads: Scopes, minimum_age: int, asked: Scopes
) -> None:
    talk = Talk(session_at(FetchingSummary(1, ACCOUNT), lines=(under(*reads),)))
    talk.rules = replace(talk.rules, minimum_age=minimum_age)
    (wish,) = talk.hears(Restarted()).wishes(FetchSummary)
    assert wish.reads == asked


def test_the_identity_that_tells_the_age_is_not_shown() -> None:
    talk = Talk(session_at(FetchingSummary(1, ACCOUNT), lines=(BALANCES_ALONE,))).gets(SummaryFetched, ADULT)
    assert "Adaeze" not in talk.text
    assert "1994" not in talk.text
    assert "Main Balance: ₦1,234.50" in talk.text


def test_nor_is_a_child_handed_on_whose_identity_was_left_out() -> None:
    talk = Talk(session_at(FetchingSummary(1, ACCOUNT), lines=(BALANCES_ALONE,))).gets(SummaryFetched, CHILD)
    assert talk.keys == ["line-too-young"]


@for_every(
    ("reads", "shown", "hidden"),
    [
        ((Scope.IDENTITY,), "Adaeze O.", "₦"),
        ((Scope.BALANCES,), "₦1,234.50", "Adaeze"),
        ((Scope.TRANSACTIONS,), "is linked.", "₦"),
    ],
)
def test_the_summary_shows_what_was_agreed_and_no_gap(reads: Scopes, shown: str, hidden: str) -> None:
    talk = Talk(session_at(FetchingSummary(1, ACCOUNT), lines=(under(*reads),))).gets(SummaryFetched, ADULT)
    assert shown in talk.text
    assert hidden not in talk.text
    assert "gave no" not in talk.text


@for_every("reading", Reading)
def test_what_was_not_agreed_is_not_even_asked_for(reading: Reading) -> None:
    needed = {Reading.BALANCE: Scope.BALANCES, Reading.IDENTITY: Scope.IDENTITY}.get(reading, Scope.TRANSACTIONS)
    others = tuple(scope for scope in Scope if scope is not needed)
    step = ReadingLine(1, ACCOUNT, reading)
    answer = (TransactionsFetched, PAGES[0]) if needed is Scope.TRANSACTIONS else (SummaryFetched, ADULT)
    late = Talk(session_at(step, lines=(under(*others),))).gets(*answer)  # it was hidden in another chat meanwhile
    assert late.keys == ["not-agreed"]
    if reading is not Reading.IDENTITY:
        asked = Talk(session_at(Idle(), lines=(under(*others),))).types(reading.value)
        assert asked.keys == ["not-agreed"]
        assert not asked.wishes(ReadLine)


def test_nothing_is_offered_that_cannot_be_read() -> None:
    talk = Talk(session_at(Idle(), lines=(BALANCES_ALONE,))).types("hello")
    assert talk.offered == [Choice.BALANCE, Choice.UNLINK]
    assert Choice.TRANSACTIONS in Talk(session_at(Idle(), lines=(BALANCES_ALONE, OTHER_LINKED))).types("hello").offered


# Hiding it later


@for_every(("choice", "scope"), HIDES.items())
def test_what_is_hidden_is_on_record_at_once_and_gone(choice: Choice, scope: Scope) -> None:
    line = replace(LINKED, as_of=NOON)
    talk = Talk(session_at(Idle(), lines=(line,))).types("choose").taps(choice)
    (record,), (kept,) = talk.wishes(RecordConsent), talk.wishes(KeepLine)
    left = tuple(each for each in Scope if each is not scope)
    assert (record.agreement, record.narrowed) == (replace(AGREEMENT, reads=left), True)
    assert kept.line.claim.agreement == record.agreement
    assert (kept.line.as_of is None) == (scope is Scope.BALANCES)
    assert talk.wishes(NarrowForHolders) == [NarrowForHolders(line, scope)]
    assert talk.turn.fact == LineNarrowed(kept.line)
    assert talk.step == Idle()
    (later,) = talk.waits(hours=2).hears(DataReady(ACCOUNT, NOON + timedelta(hours=1))).session.lines
    assert (later.as_of is None) == (scope is Scope.BALANCES)


def test_without_the_last_of_it_nothing_is_shared_and_that_is_asked_first() -> None:
    talk = Talk(session_at(Idle(), lines=(BALANCES_ALONE,))).types("hide my balance").taps(Choice.HIDE_BALANCES)
    assert talk.step == ConfirmingUnlink(ACCOUNT)
    assert not talk.wishes(RecordConsent)


@for_every("word", ["balance", "My balance please", "transactions", "airtime"])
def test_a_word_that_shows_something_elsewhere_hides_nothing_before_it_is_asked_which(word: str) -> None:
    talk = Talk(session_at(NarrowingConsent(ACCOUNT))).types(word)
    assert (talk.keys, talk.turn.records, len(talk.offered)) == (["ask-back-hide"], (), 2)
    assert talk.types(word).readings
    assert not talk.wishes(RecordConsent)


@for_every("typed", ["don't hide my name", "I don't want to hide my balance", "abeg no hide my transactions"])
def test_what_is_not_to_be_hidden_is_not(typed: str) -> None:
    talk = Talk(session_at(NarrowingConsent(ACCOUNT), lines=(LINKED,))).types(typed)
    assert not talk.wishes(RecordConsent)
    assert not talk.wishes(KeepLine)


def test_a_yes_that_is_put_off_allows_nothing() -> None:
    talk = chosen().types("yes later")
    assert (talk.step, talk.keys, talk.wishes(RecordConsent)) == (Idle(), ["declined"], [])


@for_every("command", ["/balance", "/transactions"])
def test_a_command_of_the_menu_hides_nothing(command: str) -> None:
    talk = Talk(session_at(NarrowingConsent(ACCOUNT))).types(command)
    assert (bool(talk.readings), talk.wishes(RecordConsent)) == (True, [])


def test_of_several_lines_it_is_asked_which_and_back_changes_nothing() -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED, OTHER_LINKED))).types("choose")
    assert talk.step == ChoosingLine(None, narrows=True)
    assert talk.taps(Choice.LINE_2).step == NarrowingConsent(OTHER_LINKED.account)
    assert talk.types("no").keys[0] == "kept"
    assert isinstance(talk.session.step, Idle)


def test_another_chat_that_hides_it_hides_it_here_and_where_it_was_all_the_line_ends() -> None:
    heard = NarrowedElsewhere(ACCOUNT, Scope.BALANCES, "Telegram")
    talk = Talk(session_at(Idle(), lines=(LINKED,))).hears(heard)
    assert talk.keys[:2] == ["hidden", "hidden-elsewhere"]
    assert talk.session.lines[0].claim.agreement.reads == (Scope.IDENTITY, Scope.TRANSACTIONS)
    assert not talk.wishes(NarrowForHolders)
    assert Talk(talk.session).hears(heard).turn.effects == ()
    whole = Talk(session_at(Idle(), lines=(BALANCES_ALONE,))).hears(heard)
    assert whole.wishes(ForgetLine) == [ForgetLine(ACCOUNT, EndReason.OTHER_CHAT)]
    assert whole.keys[0] == "hidden-whole"


@for_every(
    "typed",
    [
        *("leave out my transactions", "I agree but leave out my transactions", "leave out transactions"),
        *("Please leave out my name", "minus transactions", "remove transactions", "exclude my balances"),
        *("I agree without transactions", "yes but leave my name out", "comot transactions", "no add my balance"),
    ],
)
def test_who_wants_something_left_out_agrees_to_nothing_and_is_asked_one_by_one(typed: str) -> None:
    talk = Talk().hears(LinkOpened()).types(typed)
    assert (talk.step, talk.wishes(RecordConsent)) == (ChoosingScopes(EVERY_SCOPE), [])


def test_but_who_wants_nothing_left_out_is_not() -> None:
    assert isinstance(Talk().hears(LinkOpened()).types("don't leave out my transactions").step, AskingConsent)


@for_every(
    ("typed", "choice"),
    [
        *((typed, Choice.HIDE_TRANSACTIONS) for typed in ("hide my transactions", "remove transactions")),
        *(("leave out my balance", Choice.HIDE_BALANCES), ("no show my name", Choice.HIDE_IDENTITY)),
    ],
)
def test_what_is_named_is_asked_about_alone_and_a_yes_is_one_to_that(typed: str, choice: Choice) -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED,))).types(typed)
    assert (talk.keys, talk.offered) == (["ask-hide"], [choice, Choice.KEEP])
    assert not talk.wishes(RecordConsent)
    (record,) = Talk(talk.session).types("yes").wishes(RecordConsent)
    assert HIDES[choice] not in record.agreement.reads
    assert Talk(talk.session).types("no").keys[0] == "kept"


def test_of_several_things_those_that_are_named_come_first() -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED,))).types("hide my balance and transactions")
    assert (talk.keys, talk.offered[:2]) == (["ask-narrow"], [Choice.HIDE_BALANCES, Choice.HIDE_TRANSACTIONS])


@for_every("typed", ["choose", "show only my balance", "hide everything but my name"])
def test_a_yes_hides_nothing_where_all_the_rest_may_be_meant(typed: str) -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED,))).types(typed).types("yes")
    assert not talk.wishes(RecordConsent)


def test_what_is_named_of_one_of_several_lines_is_still_known_when_it_is_chosen() -> None:
    talk = Talk(session_at(Idle(), lines=(LINKED, OTHER_LINKED))).types("hide my transactions").taps(Choice.LINE_2)
    assert (talk.keys, talk.offered) == (["ask-hide"], [Choice.HIDE_TRANSACTIONS, Choice.KEEP])
    named = Talk(session_at(Idle(), lines=(LINKED, OTHER_LINKED))).types("hide my airtel transactions")
    assert named.step == talk.step


def test_what_is_hidden_already_is_not_asked_about_once_more() -> None:
    talk = Talk(session_at(Idle(), lines=(BALANCES_ALONE,))).types("hide my transactions")
    assert (talk.keys, talk.offered) == (["ask-narrow"], [Choice.HIDE_BALANCES, Choice.KEEP])
