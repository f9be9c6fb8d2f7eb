"""From the typed code to the summary: tries, unknown outcomes, the exchange, data that takes its time."""

from datetime import timedelta

from conversations.allowance import Limit, Refused
from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.events import (
    AccountOpened,
    LimitReached,
    OtpSent,
    OtpVerified,
    ProviderRefused,
    ProviderUnreachable,
    SummaryFetched,
    SummaryPending,
    TimeRanOut,
)
from conversations.effects import (
    CheckOtp,
    DeleteMessage,
    ExchangeForAccount,
    FetchSummary,
    KeepLine,
    ReturnAllowances,
    TellHolders,
)
from conversations.line_events import DataReady
from conversations.linked_line import Claim
from conversations.otp import OtpForm
from conversations.readings import Readings
from conversations.refusal import Refusal
from conversations.session import AskingNetwork, CheckingOtp, ExchangingCode, FetchingSummary, Idle
from tests.for_every import for_every
from tests.happenings import SUMMARIES
from tests.scenes import (
    ACCOUNT,
    AGREEMENT,
    ASKING_OTP,
    CLAIM,
    CODE,
    FOR_ONE_LINE,
    FORM,
    JUST_LINKED,
    LINKED,
    NOON,
    NUMBER,
    PROVEN,
    REFERENCE,
    USED_UP,
    session_at,
)
from tests.talk import Talk

EXCHANGING = ExchangingCode(1, CLAIM, CODE, NOON)


def fetching(claim: Claim = CLAIM) -> Talk:
    return Talk(session_at(FetchingSummary(1, ACCOUNT), lines=(replace(JUST_LINKED, claim=claim),)))


# The code that is typed


@for_every(
    "typed",
    [
        *("482913", "482 913", "482-913", "my code is 482913", "482913 is your MTN code."),
        *("my code is 482  913", "my code is 482\n913", "4, 8, 2, 9, 1, 3", "my code is 4 8 2  9 1 3", "482:913"),
        *("482 then 913", "482 and 913", "na 482 den 913", "482 (913)", "/start 482-913", "/start otp482913"),
    ],
)
def test_a_code_is_checked_and_taken_out_of_the_chat(typed: str) -> None:
    talk = Talk(session_at(ASKING_OTP)).types(typed, "m7")
    assert [wish.code.reveal() for wish in talk.wishes(CheckOtp)] == ["482913"]
    assert talk.wishes(DeleteMessage) == [DeleteMessage("m7")]
    assert isinstance(talk.step, CheckingOtp)


@for_every(
    ("typed", "told", "deleted"),
    [
        ("I waited 10 minutes for my code to come here", "no-code-yet", False),
        ("123", "code-wrong-length", False),
        ("12", "code-wrong-length", False),
        ("7", "code-wrong-length", False),
        ("the code is 123", "code-wrong-length", False),
        ("482 913 77 5", "code-wrong-length", True),
        ("the code they sent is 482:913", "code-doubtful", True),
        ("they sent 482 then 913", "code-doubtful", True),
        ("first 482, second 913", "code-doubtful", True),
        ("I wait 10, 20, 30 minutes", "no-code-yet", False),
        ("0803/123/4567", "code-not-understood", False),
        ("48291", "code-wrong-length", True),
        ("4829137", "code-wrong-length", True),
        ("0802 123 4567", "change-by-button", False),
        ("airtel", "change-by-button", False),
        ("sorry, it is airtel and not mtn", "change-by-button", False),
        ("I moved it to Glo", "change-by-button", False),
        ("airtel called me", "code-not-understood", False),
    ],
)
def test_a_text_that_cannot_be_the_code_costs_no_try(typed: str, told: str, deleted: bool) -> None:
    talk = Talk(session_at(ASKING_OTP)).types(typed)
    assert (talk.step, talk.keys, bool(talk.wishes(DeleteMessage))) == (ASKING_OTP, [told], deleted)


def test_the_wrong_length_is_told_with_the_right_one() -> None:
    at = replace(ASKING_OTP, form=OtpForm(4, 5))
    assert (
        "the code has 4 to 5 digits, all in one message. No try was used." in Talk(session_at(at)).types("482913").text
    )
    assert (
        "the code has 6 digits, all in one message. No try was used." in Talk(session_at(ASKING_OTP)).types("4829").text
    )


@for_every("typed", ["482913 cancel", "482913 is this safe?", "482913 no", "no 482913", "482913 nope"])
def test_a_code_beside_a_doubt_is_not_used_and_told_so(typed: str) -> None:
    talk = Talk(session_at(ASKING_OTP)).types(typed)
    assert (talk.step, talk.keys, bool(talk.wishes(DeleteMessage))) == (ASKING_OTP, ["code-beside"], True)
    assert [each for each in talk.offered if each in {Choice.PROOF, Choice.CANCEL}] == [Choice.PROOF, Choice.CANCEL]


@for_every("typed", ["dem say na 482913", "they told me 482913"])
def test_a_code_of_which_nobody_knows_who_said_it_is_asked_about_and_taken_out(typed: str) -> None:
    talk = Talk(session_at(ASKING_OTP)).types(typed)
    assert (talk.step, talk.keys, bool(talk.wishes(DeleteMessage))) == (ASKING_OTP, ["code-told"], True)
    assert "Did you read it yourself, in the SMS that came to 0803 ••• 4567? Then type the code alone." in talk.text
    assert Choice.PROOF in talk.offered
    assert [wish.code.reveal() for wish in talk.types("482913").wishes(CheckOtp)] == ["482913"]


# Tries


def test_three_wrong_codes_use_one_up_and_a_new_one_is_offered() -> None:
    talk = Talk(session_at(ASKING_OTP))
    for left in ("2 tries left", "1 try left", "it was the last try for it"):
        talk.types("482913").gets(ProviderRefused, Refusal.WRONG_CODE)
        assert left in talk.text
    assert talk.step == USED_UP
    assert talk.offered == [Choice.NEW_CODE, Choice.CHANGE_NUMBER]
    talk.types("482913", "m9")
    assert (talk.wishes(CheckOtp), talk.wishes(DeleteMessage)) == ([], [DeleteMessage("m9")])
    assert talk.keys == ["ask-new-code"]


@for_every("refusal", [Refusal.UNAVAILABLE, Refusal.TOO_MANY_REQUESTS])
def test_a_code_that_was_not_checked_costs_no_try(refusal: Refusal) -> None:
    talk = Talk(session_at(ASKING_OTP)).types("482913").gets(ProviderRefused, refusal)
    assert (talk.step, talk.keys) == (ASKING_OTP, ["check-unavailable"])


def test_what_was_reserved_for_a_check_that_was_not_made_is_given_back() -> None:
    talk = Talk(session_at(ASKING_OTP)).types("482913")
    reserved = talk.wishes(CheckOtp)[0].allowances
    assert talk.gets(ProviderRefused, Refusal.UNAVAILABLE).wishes(ReturnAllowances) == [ReturnAllowances(reserved)]


def test_an_unknown_outcome_keeps_the_try_spent_and_says_what_can_be_done() -> None:
    talk = Talk(session_at(ASKING_OTP)).types("482913").gets(ProviderUnreachable)
    assert talk.step == replace(ASKING_OTP, tries_left=2, unsure=True)
    assert "You can type it once more" in talk.text


def test_an_unknown_outcome_of_the_last_try_does_not_promise_another() -> None:
    talk = Talk(session_at(replace(ASKING_OTP, tries_left=1))).types("482913").gets(ProviderUnreachable)
    assert talk.step == replace(USED_UP, unsure=True)
    assert "once more" not in talk.text
    assert "Send a new code" in talk.text


def test_an_old_code_needs_a_new_one() -> None:
    talk = Talk(session_at(ASKING_OTP)).types("482913").gets(ProviderRefused, Refusal.REQUEST_EXPIRED)
    assert (talk.step, talk.keys) == (USED_UP, ["code-expired", "ask-new-code"])


def test_a_refused_key_is_our_fault() -> None:
    talk = Talk(session_at(ASKING_OTP)).types("482913").gets(ProviderRefused, Refusal.NOT_ALLOWED)
    assert talk.keys == ["our-fault"]


def test_too_many_checks_of_a_number_cost_no_try_and_say_until_when() -> None:
    limit = Limit("otp_checks_per_number_day", 15, timedelta(days=1))
    talk = Talk(session_at(ASKING_OTP)).types("482913")
    talk.gets(LimitReached, Refused(limit, NOON + timedelta(hours=3)))
    assert (talk.step, talk.wishes(CheckOtp)) == (ASKING_OTP, [])
    assert "at 16:00, in 3 hours" in talk.text


def test_after_a_check_the_end_is_again_the_providers() -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(minutes=9, seconds=50).types("482913")
    assert talk.session.expires_at == talk.now + timedelta(seconds=30)
    assert talk.gets(ProviderRefused, Refusal.WRONG_CODE).session.expires_at == NOON + timedelta(minutes=10)


@for_every(
    "answer", [(ProviderRefused, Refusal.WRONG_CODE), (ProviderRefused, Refusal.UNAVAILABLE), (ProviderUnreachable,)]
)
def test_where_the_answer_comes_past_the_end_nobody_is_told_to_type_once_more(answer: tuple[type, ...]) -> None:
    talk = Talk(session_at(ASKING_OTP)).waits(minutes=9, seconds=50).types("482913").waits(seconds=14).gets(*answer)
    assert (talk.keys, talk.step) == (["time-ran-out", "ask-resume-line"], Idle())
    assert talk.hears(TimeRanOut()).keys == []


# The exchange


def test_a_right_code_is_exchanged_at_once_and_the_account_is_kept_before_it_is_read() -> None:
    talk = Talk(session_at(CheckingOtp(1, ASKING_OTP))).gets(OtpVerified, CODE)
    assert talk.wishes(ExchangeForAccount) == [ExchangeForAccount(2, CODE)]
    talk.gets(AccountOpened, ACCOUNT)
    assert [type(effect) for effect in talk.turn.effects] == [KeepLine, TellHolders, FetchSummary]
    assert talk.session.line_of(ACCOUNT) is not None


@for_every("answer", [(ProviderUnreachable,), (ProviderRefused, Refusal.UNAVAILABLE)])
def test_the_same_code_is_exchanged_three_times_at_most_and_ever_later(answer: tuple[type, ...]) -> None:
    talk, waits = Talk(session_at(EXCHANGING)), []
    while isinstance(talk.step, ExchangingCode):
        talk.gets(*answer)
        waits += [wish.after.total_seconds() for wish in talk.wishes(ExchangeForAccount)]
    assert waits == [2, 4]
    assert (talk.step, talk.keys[0]) == (AskingNetwork(AGREEMENT, NUMBER, proven=False), "link-again")


def test_a_provider_that_is_too_busy_for_the_exchange_is_asked_when_it_says() -> None:
    talk = Talk(session_at(EXCHANGING)).gets(ProviderRefused, Refusal.TOO_MANY_REQUESTS, NOON + timedelta(seconds=30))
    assert [wish.after for wish in talk.wishes(ExchangeForAccount)] == [timedelta(seconds=30)]
    assert "keep trying for some minutes" in talk.text
    assert "keep trying for some minutes" in talk.types("hello?").text
    talk.waits(minutes=9, seconds=40)
    talk.gets(ProviderRefused, Refusal.TOO_MANY_REQUESTS, talk.now + timedelta(seconds=30))
    assert (talk.wishes(ExchangeForAccount), talk.keys[:1]) == ([], ["link-again"])


def test_who_asks_while_the_code_is_exchanged_hears_that_it_was_right() -> None:
    talk = Talk(session_at(EXCHANGING)).types("hello?")
    assert "Your code was right, and I am linking your line. This takes up to 15 seconds." in talk.text
    assert talk.gets(ProviderUnreachable).keys == []


@for_every("refusal", [Refusal.CODE_SPENT, Refusal.NOT_ALLOWED, Refusal.NOT_UNDERSTOOD])
def test_a_code_that_is_refused_is_not_tried_again(refusal: Refusal) -> None:
    talk = Talk(session_at(EXCHANGING)).gets(ProviderRefused, refusal)
    assert talk.turn.immediate == ()
    assert talk.keys[0] == ("our-fault" if refusal is Refusal.NOT_ALLOWED else "link-again")


def test_a_code_is_not_exchanged_past_its_life() -> None:
    talk = Talk(replace(session_at(EXCHANGING), expires_at=NOON + timedelta(minutes=20))).waits(minutes=10)
    assert talk.gets(ProviderUnreachable).keys[0] == "link-again"


def test_a_line_that_is_linked_again_replaces_its_older_self() -> None:
    talk = Talk(session_at(EXCHANGING, lines=(LINKED,))).gets(AccountOpened, ACCOUNT)
    assert [line.linked_at for line in talk.session.lines] == [NOON]


def test_an_agents_link_has_done_its_work_once_a_line_is_linked() -> None:
    talk = Talk(session_at(EXCHANGING, offer=FOR_ONE_LINE)).gets(AccountOpened, ACCOUNT)
    assert (talk.session.memory, talk.session.requests) == (None, ())
    assert talk.gets(SummaryFetched, SUMMARIES[0]).session.offer is None


# The summary


def test_the_summary_shows_identity_and_balances_in_one_message_and_then_the_receipt() -> None:
    talk = fetching(PROVEN).gets(SummaryFetched, SUMMARIES[0])
    assert talk.text.startswith(
        "Your Airtel line 0802 ••• 4567 is linked.\n\n"
        "Adaeze Okafor · female · born 14 May 1994\n"
        "Main Balance: ₦1,234.50\nData: 1.5 GB\nyou owe ₦50.00\nRoaming: 30 min\nNight: 2.25 Points\n\n"
        "As of today, 13:00.\n\n"
        f"Receipt {AGREEMENT.reference}: on 23 November 2026 at 13:00 you let Kudi Loans read"
    )
    assert talk.offered == [Choice.BALANCE, Choice.TRANSACTIONS, Choice.UNLINK]
    read = replace(JUST_LINKED, claim=PROVEN, summary_due=None, as_of=NOON, readings=Readings(1, NOON))
    assert talk.wishes(KeepLine) == [KeepLine(read, ready=True)]


def test_for_a_number_that_is_not_proven_the_identity_is_partly_masked() -> None:
    text = fetching().gets(SummaryFetched, SUMMARIES[0]).text
    assert "Adaeze O. · female · born 199•" in text
    assert "Okafor" not in text
    assert "1994" not in text


@for_every(
    ("summary", "words"),
    [(SUMMARIES[1], "gave no details for this line yet"), (SUMMARIES[2], "MTN gave no balances for this line")],
)
def test_what_the_network_does_not_give_is_said(summary: object, words: str) -> None:
    assert words in fetching().gets(SummaryFetched, summary).text


def test_a_summary_that_is_being_prepared_is_said_once_and_asked_for_ever_later() -> None:
    talk, waits = fetching(), []
    for turn in range(7):
        talk.gets(SummaryPending)
        assert (talk.keys == ["summary-processing"]) == (turn == 0)
        waits += [wish.after.total_seconds() for wish in talk.wishes(FetchSummary)]
    assert waits == [3, 5, 10, 20, 30, 30, 30]


def test_a_summary_that_does_not_come_in_the_session_follows_by_itself() -> None:
    talk = fetching().gets(SummaryPending).waits(minutes=10).hears(TimeRanOut())
    assert (talk.step, talk.keys) == (Idle(), ["summary-later"])
    assert talk.waits(minutes=10).hears(DataReady(ACCOUNT)).wishes(FetchSummary)
    assert "Adaeze O." in talk.gets(SummaryFetched, SUMMARIES[0]).text


def test_a_summary_is_asked_for_at_doubling_intervals_and_given_up_aloud_after_a_day() -> None:
    talk = fetching().waits(seconds=1).gets(ProviderUnreachable)
    keys, minutes = talk.keys, []
    while (due := talk.session.lines[0].summary_due) is not None:
        minutes.append(round((due - talk.now).total_seconds() / 60))
        talk.now = due
        keys += talk.hears(DataReady(ACCOUNT)).gets(ProviderUnreachable).keys
    assert minutes[:5] == [5, 5, 10, 20, 40]
    assert len(minutes) < 12
    assert keys == ["summary-later", "summary-given-up"]


def test_news_of_a_line_whose_summary_was_shown_says_nothing() -> None:
    assert Talk(session_at(Idle(), lines=(LINKED,))).hears(DataReady(ACCOUNT)).turn.effects == ()


def test_after_an_unknown_outcome_the_same_code_is_not_just_wrong() -> None:
    """The check that had no answer may have used it up."""
    talk = Talk(session_at(ASKING_OTP)).types("482913").gets(ProviderUnreachable)
    assert "may have used it up" in talk.text
    talk.types("482913").gets(ProviderRefused, Refusal.WRONG_CODE)
    assert talk.keys == ["wrong-code-unsure"]
    assert "that check, which had no answer, may have used it up: ask for a new code" in talk.text
    assert "you have 1 try left" in talk.text
    assert Choice.NEW_CODE in talk.offered
    last = talk.types("482914").gets(ProviderRefused, Refusal.WRONG_CODE)
    assert (last.keys, "left" in last.text) == (["wrong-code-unsure", "ask-new-code"], False)


def test_nothing_is_unsure_of_the_next_code() -> None:
    talk = Talk(session_at(replace(ASKING_OTP, unsure=True))).waits(minutes=2).taps(Choice.NEW_CODE)
    talk.gets(OtpSent, REFERENCE, FORM).types("482913").gets(ProviderRefused, Refusal.WRONG_CODE)
    assert talk.keys == ["wrong-code"]


def test_the_same_wrong_code_once_more_costs_no_try_and_what_was_reserved_is_given_back() -> None:
    talk = Talk(session_at(ASKING_OTP)).types("482913").gets(ProviderRefused, Refusal.SAME_CODE)
    assert (talk.step, talk.keys) == (ASKING_OTP, ["same-code"])
    assert "no try was used" in talk.text
    assert talk.wishes(ReturnAllowances)
