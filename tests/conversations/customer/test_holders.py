"""What a chat hears of a line that another chat holds too, and of one that nobody may hold."""

from datetime import date, timedelta

from conversations.account import Identity, Summary
from conversations.changing import replace
from conversations.choice import Choice
from conversations.consent import EndReason
from conversations.customer.events import (
    AccountOpened,
    ContactShared,
    OptedOut,
    ProviderRefused,
    ProviderUnreachable,
    SummaryFetched,
    SummaryPending,
    TransactionsFetched,
    UsageFetched,
)
from conversations.customer.facts import LineLinked, LineRefused, Stuck
from conversations.effects import (
    EndForHolders,
    ForgetLine,
    KeepLine,
    LookForAccount,
    ReadLine,
    RecordConsent,
    RequestOtp,
    Say,
    UnlinkAtProvider,
)
from conversations.line_events import (
    AccountFound,
    AccountMissing,
    DataReady,
    EndingMeant,
    LineEnded,
    LineShared,
    Withdrew,
)
from conversations.link import Reason
from conversations.linked_line import LinkedLine
from conversations.reading import Reading
from conversations.refusal import Refusal
from conversations.rules import Rules
from conversations.session import AskingNetwork, ConfirmingUnlink, ExchangingCode, FetchingSummary, Idle, ReadingLine
from tests.for_every import for_every
from tests.happenings import PAGES, SUMMARIES, USAGES
from tests.scenes import (
    ACCOUNT,
    AGREEMENT,
    ASKING_OTP,
    BALANCES_ALONE,
    CLAIM,
    CODE,
    INVITATION,
    JUST_LINKED,
    LINKED,
    MISSING,
    NOON,
    NUMBER,
    OTHER_ACCOUNT,
    OTHER_LINKED,
    PROVEN,
    session_at,
)
from tests.talk import Talk


def linked(*lines: LinkedLine, at: object = None) -> Talk:
    return Talk(session_at(at or Idle(), lines=lines or (LINKED,)))  # type: ignore[arg-type]


# Two chats, one line


def test_the_first_chat_hears_the_channel_and_how_to_end_it_and_its_question_stays() -> None:
    talk = linked(at=ASKING_OTP)
    offered = talk.offered
    talk.hears(LineShared(ACCOUNT, "WhatsApp"))
    assert "in another chat too, on WhatsApp" in talk.text
    assert 'Type "unlink"' in talk.text
    assert (talk.offered, talk.session.lines) == (offered, (LINKED,))


def test_an_end_in_another_chat_is_on_record_with_its_reason_and_is_said() -> None:
    talk = linked().hears(LineEnded(ACCOUNT, EndReason.CUSTOMER, "Telegram"))
    assert "it was ended in another chat, on Telegram" in talk.text
    assert talk.wishes(ForgetLine) == [ForgetLine(ACCOUNT, EndReason.OTHER_CHAT)]
    assert talk.wishes(RecordConsent) == [RecordConsent(AGREEMENT, withdrawn=True, why=EndReason.OTHER_CHAT)]
    assert talk.wishes(EndForHolders) == []


def test_the_same_number_by_two_accounts_in_one_chat_ends_whole() -> None:
    again = replace(LINKED, account=OTHER_ACCOUNT)
    talk = linked(LINKED, again, at=ConfirmingUnlink(ACCOUNT)).taps(Choice.CONFIRM)
    assert [wish.account for wish in talk.wishes(UnlinkAtProvider)] == [ACCOUNT, OTHER_ACCOUNT]
    assert talk.session.lines == ()


def test_a_line_linked_again_by_a_new_account_replaces_its_older_self() -> None:
    at = ExchangingCode(1, replace(CLAIM, agreement=replace(AGREEMENT, reference="C-NEWER")), CODE, NOON)
    talk = linked(LINKED, OTHER_LINKED, at=at).gets(AccountOpened, ACCOUNT)
    assert talk.wishes(RecordConsent) == [RecordConsent(AGREEMENT, withdrawn=True, why=EndReason.RENEWED)]
    assert [line.account for line in talk.session.lines] == [OTHER_ACCOUNT, ACCOUNT]


def test_a_line_of_this_chat_is_agreed_to_anew_without_a_code_and_its_link_is_done() -> None:
    anew = replace(AGREEMENT, reference="C-NEWER")
    at = AskingNetwork(anew, NUMBER, proven=False)
    talk = Talk(session_at(at, lines=(LINKED,), offer=INVITATION)).taps(Choice.MTN)
    assert (talk.keys, talk.wishes(RequestOtp)) == (["already-here"], [])
    (kept,) = talk.wishes(KeepLine)
    assert (kept.line.claim.agreement, kept.line.reference) == (anew, INVITATION.reference)
    assert talk.turn.fact == LineLinked(kept.line)


# Taking it back


@for_every("everything", [False, True])
def test_who_hears_nothing_more_takes_back_all_lines_at_once_and_hears_it_once(everything: bool) -> None:
    talk = linked(LINKED, OTHER_LINKED).hears(OptedOut()).hears(Withdrew(everything))
    assert len(talk.wishes(UnlinkAtProvider)) == 2
    (said,) = talk.wishes(Say)
    assert (said.last, said.choices, talk.session.lines) == (True, (), ())


@for_every(("lines", "told"), [((LINKED, OTHER_LINKED), "type UNLINK"), ((), "No line is linked here")])
def test_who_hears_nothing_more_and_means_an_ending_is_asked_by_its_word(
    lines: tuple[LinkedLine, ...], told: str
) -> None:
    talk = Talk(session_at(Idle(), lines=lines)).hears(OptedOut()).hears(EndingMeant())
    (said,) = talk.wishes(Say)
    assert (said.last, said.choices, talk.session.lines, told in talk.text) == (True, (), lines, True)


def test_the_proof_ends_in_how_to_unlink_for_who_is_linked_alone() -> None:
    assert talk_of_proof(linked())[-1] == "proof-unlink"
    assert "proof-unlink" not in talk_of_proof(Talk(session_at(ASKING_OTP)))


def talk_of_proof(talk: Talk) -> list[str]:
    return talk.types("is this real?").keys


# What is asked for while something is read


def test_wishes_while_a_line_is_read_are_answered_after_it_in_order() -> None:
    talk = linked().types("balance").types("transactions").types("usage").types("transactions")
    assert talk.keys == ["reading-next"]
    talk.gets(SummaryFetched, SUMMARIES[0])
    assert (talk.keys[0], [wish.reading for wish in talk.wishes(ReadLine)]) == ("balances", [Reading.TRANSACTIONS])
    talk.gets(TransactionsFetched, PAGES[0])
    assert (talk.keys[0], [wish.reading for wish in talk.wishes(ReadLine)]) == ("transactions", [Reading.USAGE])
    talk.gets(UsageFetched, USAGES[0])
    assert (talk.step, talk.keys[0], talk.wishes(ReadLine)) == (Idle(), "usage", [])


def test_wishes_go_on_after_a_reading_that_failed_and_end_with_unlinking() -> None:
    talk = linked().types("balance").types("transactions").gets(ProviderUnreachable)
    assert (talk.keys, len(talk.wishes(ReadLine))) == (["reading-failed"], 1)
    talk = linked().types("balance").types("transactions").types("unlink")
    assert talk.step == ConfirmingUnlink(ACCOUNT)


def test_a_wish_while_the_summary_is_fetched_follows_the_receipt() -> None:
    talk = linked(JUST_LINKED, at=FetchingSummary(1, ACCOUNT)).types("transactions").gets(SummaryFetched, SUMMARIES[0])
    assert "receipt" in talk.keys
    assert isinstance(talk.step, ReadingLine)


# What is shown is true


def test_a_refresh_that_failed_is_said_with_the_time_of_the_last_that_did_not() -> None:
    before = replace(LINKED, as_of=NOON - timedelta(hours=20))
    talk = linked(before).types("balance").gets(SummaryFetched, SUMMARIES[4])
    assert talk.text.endswith("As of 22 November 2026, 17:00; the network did not answer just now.")
    talk = linked().types("balance").gets(SummaryFetched, SUMMARIES[4])
    assert talk.keys[-1] == "as-of-unknown"


def test_the_networks_own_time_is_kept_and_shown_when_it_does_not_answer() -> None:
    talk = linked().hears(DataReady(ACCOUNT, NOON - timedelta(hours=2)))
    assert talk.hears(DataReady(ACCOUNT, NOON - timedelta(hours=3))).wishes(KeepLine) == []
    talk.types("balance").gets(SummaryFetched, SUMMARIES[4])
    assert talk.text.endswith("As of today, 11:00; the network did not answer just now.")


def test_not_ready_is_not_none() -> None:
    talk = linked().types("transactions").gets(SummaryPending)
    assert "It does not mean that there is none" in talk.text


def test_a_masked_name_says_why_and_is_shown_in_full_once_the_number_is_proven() -> None:
    talk = linked(JUST_LINKED, at=FetchingSummary(1, ACCOUNT)).gets(SummaryFetched, SUMMARIES[0])
    assert talk.wishes(Say)[0].asks_contact
    assert "summary-masked" in talk.keys
    talk.hears(ContactShared(NUMBER.e164, proven=True))
    assert talk.readings == [ReadLine(talk.session.attempt, ACCOUNT, Reading.IDENTITY)]
    assert talk.gets(SummaryFetched, SUMMARIES[0]).text.endswith("Adaeze Okafor · female · born 14 May 1994")


@for_every("text", ["why is my name not complete", "my name is spelt wrong", "change my name", "who get this name"])
def test_who_asks_of_the_name_reads_whose_record_it_is_and_how_it_is_corrected(text: str) -> None:
    talk = linked(replace(LINKED, claim=PROVEN)).types(text)
    assert (talk.keys, talk.turn.fact) == (["answer-name"], None)
    assert "on the record of your network" in talk.text
    assert "your network can, if you ask for it with your ID" in talk.text
    masked = linked().types(text)
    assert masked.keys == ["answer-name", "summary-masked"]
    assert masked.wishes(Say)[0].asks_contact
    without = linked(BALANCES_ALONE).types(text)
    assert (without.keys, without.wishes(Say)[0].asks_contact) == (["answer-name"], False)


@for_every("text", ["that is my name", "yes this is my name", "na my name be that"])
def test_a_name_that_is_right_calls_nobody(text: str) -> None:
    talk = linked().types(text)
    assert (talk.keys, talk.turn.fact) == (["reply-ok"], None)


@for_every("text", ["that is not my name", "Not my name!", "no be my name", "I am not female"])
def test_not_my_name_leads_to_a_person_and_to_unlinking(text: str) -> None:
    talk = linked().types(text)
    assert (talk.keys, talk.offered) == (["not-my-name"], [Choice.PERSON, Choice.UNLINK, Choice.RESUME])
    assert "I am quiet until then" in talk.text
    assert "That is the name on the network's record." in talk.text
    assert "only the network can correct it" in talk.text
    assert talk.turn.fact == Stuck(Reason.PERSON)
    for again in (talk.taps(Choice.PERSON), talk.types(text)):
        assert again.turn.fact is None  # whoever can help has heard of it
    assert talk.types("unlink").step == ConfirmingUnlink(ACCOUNT)


@for_every("text", ["unlink everything", "remove my consent", "stop", "I want to stop sharing my line"])
def test_a_withdrawal_is_heard_while_a_person_is_waited_for(text: str) -> None:
    talk = linked().types("not my name").types("it is the name of my uncle")
    assert talk.keys == ["person-awaited"]
    assert talk.types(text).step == ConfirmingUnlink(ACCOUNT)


# Age

YOUNG = Summary(Identity(born=date(2008, 11, 24)), None, NOON)  # eighteen tomorrow
OF_AGE = Summary(Identity(born=date(2008, 11, 23)), None, NOON)
UNSAID = FetchingSummary(1, ACCOUNT, unsaid=True)


def test_a_younger_owners_line_is_unlinked_before_anybody_was_told_of_it() -> None:
    talk = linked(JUST_LINKED, at=UNSAID).gets(SummaryFetched, YOUNG)
    assert (talk.keys, talk.session.lines) == (["line-too-young"], ())
    assert talk.turn.fact == LineRefused(JUST_LINKED)
    assert talk.wishes(ForgetLine) == [ForgetLine(ACCOUNT, EndReason.AGE)]
    assert talk.wishes(EndForHolders) == [EndForHolders(JUST_LINKED, EndReason.AGE)]
    assert "2008" not in talk.text


def test_whose_birthday_it_is_and_whose_birth_date_is_missing_are_linked() -> None:
    for summary in (OF_AGE, SUMMARIES[1]):
        talk = linked(JUST_LINKED, at=UNSAID).gets(SummaryFetched, summary)
        assert isinstance(talk.turn.fact, LineLinked)
        assert talk.session.lines


def test_an_identity_that_comes_later_ends_the_line_then() -> None:
    talk = linked(JUST_LINKED, at=UNSAID).gets(SummaryPending)
    assert talk.turn.fact == LineLinked(JUST_LINKED)
    assert talk.gets(SummaryFetched, YOUNG).wishes(ForgetLine) == [ForgetLine(ACCOUNT, EndReason.AGE)]
    assert not talk.session.lines


def test_an_identity_that_is_first_given_when_it_is_shown_in_full_ends_the_line_too() -> None:
    talk = linked().hears(ContactShared(NUMBER.e164, proven=True)).gets(SummaryFetched, YOUNG)
    assert (talk.keys, talk.session.lines) == (["line-too-young"], ())
    assert talk.wishes(ForgetLine) == [ForgetLine(ACCOUNT, EndReason.AGE)]


def test_no_age_is_asked_for_where_it_is_switched_off() -> None:
    talk = Talk(session_at(ExchangingCode(1, CLAIM, CODE, NOON)))
    talk.rules = Rules(minimum_age=0)
    assert isinstance(talk.gets(AccountOpened, ACCOUNT).turn.fact, LineLinked)
    assert "linked" in talk.gets(SummaryFetched, YOUNG).keys


# An account that the provider does not know


def test_an_account_is_asked_for_again_and_found() -> None:
    talk = linked(MISSING).hears(DataReady(ACCOUNT))
    assert talk.wishes(LookForAccount) == [LookForAccount(1, ACCOUNT)]
    assert talk.hears(AccountFound(ACCOUNT)).session.lines == (LINKED,)


def test_it_ends_only_after_it_stayed_away_for_a_day_and_several_answers() -> None:
    assert linked(MISSING).hears(AccountMissing(ACCOUNT)).keys[0] == "line-lost"
    assert linked(MISSING).hears(AccountMissing(ACCOUNT, among_many=True)).session.lines
    assert MISSING.missing
    for missing in (replace(MISSING.missing, asked=2), replace(MISSING.missing, since=NOON - timedelta(hours=23))):
        talk = linked(replace(MISSING, missing=missing)).hears(AccountMissing(ACCOUNT))
        assert (talk.keys, len(talk.session.lines)) == ([], 1)


def test_a_line_that_is_read_again_is_not_missing_any_more() -> None:
    talk = linked(MISSING).types("transactions").gets(TransactionsFetched, PAGES[1])
    assert talk.session.lines[0].missing is None
    talk = linked(MISSING).types("balance").gets(SummaryFetched, SUMMARIES[0])
    assert talk.session.lines[0].missing is None


def test_right_after_linking_too_one_such_answer_ends_nothing() -> None:
    talk = linked(JUST_LINKED, at=UNSAID).gets(ProviderRefused, Refusal.ACCOUNT_GONE)
    assert (talk.keys, len(talk.session.lines)) == (["summary-later"], 1)
    assert talk.session.lines[0].missing
