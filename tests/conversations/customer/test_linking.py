"""From the greeting to the choice of a network: who asks, what is agreed, which line."""

from conversations.changing import replace
from conversations.choice import Choice
from conversations.customer.events import ContactShared, LinkOpened, TextReceived
from conversations.customer.terms import consent_asked
from conversations.effects import DeleteMessage, RecordConsent, RequestOtp, Say
from conversations.linked_line import Claim
from conversations.memory import Memory
from conversations.network import Line, Network
from conversations.session import (
    AskingConsent,
    AskingNetwork,
    AskingNumber,
    AskingOtp,
    Idle,
    SendingOtp,
    ShowingTransactions,
)
from tests.for_every import for_every
from tests.scenes import (
    ACCOUNT,
    AGREEMENT,
    ASKING_OTP,
    CLAIM,
    FOR_ONE_LINE,
    INVITATION,
    LINKED,
    MEMORY,
    NOON,
    NUMBER,
    OTHER_NUMBER,
    RULES,
    session_at,
)
from tests.talk import Talk

ASKING_NETWORK = AskingNetwork(AGREEMENT, NUMBER, proven=False)


def at_number(**fields: object) -> Talk:
    return Talk(session_at(AskingNumber(AGREEMENT), **fields))


# Greeting


@for_every("first", ["hello", "/start", "Start", "ok", "🙂", "MTN"])
def test_any_first_message_begins_with_who_asks_and_what_will_be_read(first: str) -> None:
    talk = Talk().types(first)
    assert talk.step == AskingConsent()
    assert "Kudi Loans asked me" in talk.text
    for read in ("name, gender and date of birth", "airtime and data balances", "airtime and data transactions"):
        assert f"\n- your {read}\n" in talk.text
    assert talk.text.endswith('To stop it at any time, type "unlink".')
    assert talk.offered == [Choice.AGREE, Choice.DECLINE, Choice.PROOF]


def test_an_agents_link_names_the_agent_and_shows_the_match_words() -> None:
    talk = Talk().hears(LinkOpened(INVITATION))
    assert "Tunde from Kudi Loans sent you this link" in talk.text
    assert "mango river" in talk.text


def test_a_link_that_cannot_be_used_is_said_and_the_way_goes_on() -> None:
    assert Talk().hears(LinkOpened(stale=True)).keys == ["stale-link", "consent"]
    assert at_number().hears(LinkOpened(stale=True)).keys == ["stale-link", "ask-number"]
    assert Talk(session_at(Idle(), lines=(LINKED,))).hears(LinkOpened(stale=True)).keys == ["stale-link", "menu"]


def test_starting_again_in_the_middle_loses_nothing() -> None:
    talk = at_number().hears(LinkOpened())
    assert (talk.step, talk.keys) == (AskingNumber(AGREEMENT), ["still-here", "ask-number"])
    assert at_number(offer=INVITATION).hears(LinkOpened(INVITATION)).keys[0] == "still-here"


def test_another_agents_link_in_the_middle_asks_anew() -> None:
    talk = at_number(offer=INVITATION).hears(LinkOpened(FOR_ONE_LINE))
    assert (talk.step, talk.session.offer) == (AskingConsent(), FOR_ONE_LINE)


def test_a_plain_start_shows_what_there_is_already_and_a_link_asks_anew() -> None:
    assert Talk(session_at(Idle(), lines=(LINKED,))).hears(LinkOpened()).keys == ["menu"]
    assert Talk(session_at(ShowingTransactions(ACCOUNT, 1))).hears(LinkOpened()).keys == ["menu"]
    assert Talk(session_at(Idle(), memory=MEMORY)).hears(LinkOpened()).keys == ["ask-resume-line"]
    assert Talk(session_at(Idle(), lines=(LINKED,))).hears(LinkOpened(INVITATION)).step == AskingConsent()


# Consent


def test_consent_is_recorded_with_its_moment_its_language_and_its_text() -> None:
    talk = Talk(session_at(AskingConsent(), language="pcm")).taps(Choice.AGREE)
    (recorded,) = talk.wishes(RecordConsent)
    assert (recorded.agreement.at, recorded.agreement.language, recorded.withdrawn) == (NOON, "pcm", False)
    assert recorded.asked == consent_asked(session_at(AskingConsent(), language="pcm"), RULES.terms)
    assert talk.step == AskingNumber(recorded.agreement)


def test_the_record_names_the_agent_and_the_link_that_they_came_by() -> None:
    (recorded,) = Talk(session_at(AskingConsent(), offer=INVITATION)).taps(Choice.AGREE).wishes(RecordConsent)
    assert recorded.asked
    assert (recorded.asked.agent, recorded.asked.link) == (INVITATION.agent, INVITATION.reference)
    assert "The two words that Tunde sees must be mango river" in recorded.asked.words


def test_a_links_number_is_masked_to_whoever_opens_it_until_they_type_it_or_it_is_proven() -> None:
    opened = Talk(session_at(AskingConsent(), offer=FOR_ONE_LINE))
    unproven = opened.taps(Choice.AGREE)
    assert "0803 ••• 4567: which network" in unproven.text
    assert "0803 ••• 4567" in unproven.types("what is this").text
    typed = unproven.taps(Choice.CHANGE_NUMBER).types("0803 123 4567")
    assert "0803 123 4567: which network" in typed.text
    assert typed.session.unshown is None
    proven = Talk(session_at(AskingConsent(), offer=FOR_ONE_LINE, own_number=NUMBER)).taps(Choice.AGREE)
    assert "0803 123 4567: which network" in proven.text


def test_declining_ends_politely_and_keeps_nothing() -> None:
    talk = Talk(session_at(AskingConsent(), offer=INVITATION, memory=MEMORY)).types("No, thanks")
    assert (talk.step, talk.keys) == (Idle(), ["declined"])
    assert (talk.session.offer, talk.session.memory, talk.wishes(RecordConsent)) == (None, None, [])


def test_neither_agree_nor_decline_is_asked_again_and_short() -> None:
    talk = Talk(session_at(AskingConsent())).types("the sky is blue")
    assert talk.keys == ["not-understood-consent"]
    assert talk.offered == [Choice.AGREE, Choice.DECLINE, Choice.PROOF]


@for_every("misunderstood", [1, 2, 3])
@for_every("answer", ["yes", "no"])
def test_a_word_answers_the_consent_that_was_asked_once_more(answer: str, misunderstood: int) -> None:
    talk = Talk(session_at(AskingConsent()))
    for text in ("the sky is blue", "my goat ate it", "purple elephants")[:misunderstood]:
        talk.types(text)
    assert "Do you agree?" in talk.text
    assert isinstance(talk.types(answer).step, AskingNumber if answer == "yes" else Idle)


@for_every("typed", ["Yes I agree. My number is 0803 123 4567", "0803 123 4567 I agree", "yes na 0803 123 4567"])
def test_who_agrees_and_gives_the_number_with_it_is_asked_neither_again(typed: str) -> None:
    talk = Talk(session_at(AskingConsent())).types(typed)
    assert len(talk.wishes(RecordConsent)) == 1
    assert isinstance(talk.step, AskingNetwork)
    assert (talk.step.number, talk.step.proven) == (NUMBER, False)
    assert "own-line" in talk.keys
    with_network = Talk(session_at(AskingConsent())).types(f"{typed} mtn")
    assert len(with_network.wishes(RequestOtp)) == 1


@for_every(
    "typed",
    [
        *("ok 0803 123 4567", "I agree? 0803 123 4567", "do you agree 0803 123 4567", "no I agree 0803 123 4567"),
        *("I agree if it is free 0803 123 4567", "I will agree 0803 123 4567", "I agree, not 0803 123 4567"),
        *("I agree 0803 123 4567 glo", "I agree BVN 22212345678 number 0803 123 4567", "wait, yes 0803 123 4567"),
        *("yes is it 0803 123 4567", "yes my old number 0803 123 4567"),
    ],
)
def test_who_says_more_than_that_beside_a_number_has_not_agreed(typed: str) -> None:
    talk = Talk(session_at(AskingConsent())).types(typed)
    assert (type(talk.step), talk.wishes(RecordConsent)) == (AskingConsent, [])


def test_who_agrees_beside_a_number_agrees_to_what_was_asked_last() -> None:
    away = Talk(session_at(AskingConsent())).types("wait").types("I agree 0803 123 4567")
    assert (away.keys, away.wishes(RecordConsent)) == (["number-kept", "consent-again"], [])
    earlier = Talk(session_at(AskingConsent())).types("is it free?")
    earlier.hears(TextReceived("I agree 0803 123 4567", "m1", quoted=0))
    assert earlier.wishes(RecordConsent) == []
    changed = Talk(replace(session_at(AskingConsent()), consent_shown="other words")).types("I agree 0803 123 4567")
    assert (changed.keys[0], changed.wishes(RecordConsent)) == ("consent-changed", [])
    assert isinstance(changed.types("yes").step, AskingNetwork)


def test_a_link_with_a_number_goes_straight_to_the_network() -> None:
    talk = Talk(session_at(AskingConsent(), offer=FOR_ONE_LINE)).taps(Choice.AGREE)
    assert isinstance(talk.step, AskingNetwork)
    assert (talk.step.number, talk.step.proven) == (NUMBER, False)


@for_every("typed", ["MTN before, airtel now", "it used to be airtel now mtn", "na mtn before", "mtn but I ported"])
def test_where_a_line_was_sends_no_code_and_it_is_asked_where_it_is(typed: str) -> None:
    talk = Talk(session_at(ASKING_NETWORK)).types(typed)
    assert (talk.step, talk.wishes(RequestOtp)) == (ASKING_NETWORK, [])
    assert "the network that the line is on now: MTN or Airtel. Where it was before does not count." in talk.text
    assert [choice for choice in talk.offered if choice in {Choice.MTN, Choice.AIRTEL}] == [Choice.MTN, Choice.AIRTEL]


# Number


@for_every("typed", ["0803 123 4567", "8031234567", "2348031234567", "+234 803 123 4567", "O8O31234567"])
def test_a_number_is_taken_in_any_usual_form(typed: str) -> None:
    assert at_number().types(typed).step == ASKING_NETWORK


@for_every(
    ("typed", "told"),
    [
        ("a phone", "number-not-a-number"),
        ("my line", "own-number-unseen"),
        ("0803 123", "number-too-short"),
        ("0803 123 4567 8", "number-too-long"),
        ("+44 7911 123456", "number-foreign"),
        ("01 234 5678", "number-not-mobile"),
        ("MTN", "number-first"),
        ("482913", "code-too-early"),
        ("my line is on airtel", "number-first"),
    ],
)
def test_a_text_that_is_no_number_is_told_what_is_wrong_with_it(typed: str, told: str) -> None:
    talk = at_number().types(typed)
    assert (talk.step, talk.keys) == (AskingNumber(AGREEMENT), [told])


@for_every("typed", ["I only have Glo", "na 9mobile I dey use"])
def test_a_network_that_is_not_served_is_told_before_the_number(typed: str) -> None:
    talk = at_number().types(typed)
    assert (talk.step, talk.keys) == (AskingNumber(AGREEMENT), ["network-not-served", "other-line-or-end"])
    talk = Talk(session_at(AskingConsent())).types(typed)
    assert (talk.step, talk.keys) == (AskingConsent(), ["network-not-served", "consent-again"])


def test_a_code_that_comes_too_early_is_taken_out_of_the_chat() -> None:
    assert at_number().types("482913", "m4").wishes(DeleteMessage) == [DeleteMessage("m4")]
    assert Talk(session_at(ASKING_NETWORK)).types("482913", "m5").wishes(DeleteMessage) == [DeleteMessage("m5")]


def test_the_own_contact_card_proves_the_number_and_somebody_elses_is_refused() -> None:
    assert at_number().hears(ContactShared("+2348031234567", proven=True)).step == replace(ASKING_NETWORK, proven=True)
    assert at_number().hears(ContactShared("+2348031234567", proven=False)).keys == ["contact-not-own"]
    assert at_number().hears(ContactShared("+4915112345678", proven=True)).keys == ["number-foreign"]


def test_a_channel_can_ask_for_the_contact_card_only_where_the_number_is_asked_for() -> None:
    assert [say.asks_contact for say in at_number().types("help").wishes(Say)] == [True]
    assert [say.asks_contact for say in Talk(session_at(ASKING_NETWORK)).types("help").wishes(Say)] == [False]


def test_the_senders_own_number_is_one_tap_and_proven() -> None:
    talk = Talk(session_at(AskingConsent(), own_number=NUMBER)).taps(Choice.AGREE)
    assert "Use 0803 123 4567" not in talk.text
    assert talk.offered == [Choice.OWN_NUMBER]
    talk.taps(Choice.OWN_NUMBER)
    assert isinstance(talk.step, AskingNetwork)
    assert talk.step.proven


def test_the_own_number_that_is_typed_is_proven_too_and_another_is_not() -> None:
    assert at_number(own_number=NUMBER).types("08031234567").step == replace(ASKING_NETWORK, proven=True)
    assert at_number(own_number=NUMBER).types("08021234567").step == AskingNetwork(AGREEMENT, OTHER_NUMBER, False)


def test_the_own_number_is_not_offered_where_the_link_is_for_another() -> None:
    talk = Talk(session_at(AskingConsent(), own_number=OTHER_NUMBER, offer=FOR_ONE_LINE))
    assert Choice.OWN_NUMBER not in talk.types("yes").taps(Choice.CHANGE_NUMBER).offered


def test_a_link_for_one_line_takes_no_other_number() -> None:
    for at in (AskingNumber(AGREEMENT), ASKING_NETWORK):
        talk = Talk(session_at(at, offer=FOR_ONE_LINE)).types("0802 123 4567")
        assert (talk.step, talk.keys[0]) == (at, "link-for-other-number")
        assert "0803 ••• 4567 only" in talk.text


def test_a_links_number_cannot_be_guessed_digit_by_digit() -> None:
    """After three that it is not for, the right one is answered as any other is."""
    for at in (AskingNumber(AGREEMENT), ASKING_NETWORK):
        for last in ("0803 123 4567", "0803 999 4567"):
            talk = Talk(session_at(at, offer=FOR_ONE_LINE, unshown=NUMBER))
            for wrong in ("0803 111 4567", "0803 222 4567", "0803 333 4567"):
                assert talk.types(wrong).keys[0] == "link-for-other-number"
            talk.types(last)
            assert (talk.step, talk.keys[0]) == (ASKING_NETWORK, "link-number-not-typed")
            assert talk.session.unshown == NUMBER
            assert "0803 123 4567" not in talk.text


def test_whoever_has_the_line_goes_on_after_wrong_numbers_too() -> None:
    at = session_at(ASKING_NETWORK, offer=FOR_ONE_LINE, strays=(NOON,) * 3)
    assert isinstance(Talk(at).types("0803 123 4567").taps(Choice.MTN).step, SendingOtp)
    shared = Talk(at).types("0803 123 4567").hears(ContactShared("+2348031234567", proven=True))
    assert (shared.step, shared.session.unshown) == (replace(ASKING_NETWORK, proven=True), None)
    on_it = Talk(replace(at, own_number=NUMBER)).types("0803 123 4567")
    assert (on_it.step, on_it.session.unshown) == (replace(ASKING_NETWORK, proven=True), None)
    next_day = Talk(replace(at, expires_at=None)).waits(hours=24).types("0803 123 4567")
    assert (next_day.step, next_day.session.unshown) == (ASKING_NETWORK, None)


def test_numbers_typed_before_the_consent_are_counted_as_well() -> None:
    """Each may be said after the link is opened anew, and what is asked next tells whether it was the right one."""
    for early, right in (("0803 111 4567 mtn", False), ("0803 123 4567 mtn", True)):
        talk = Talk(session_at(AskingConsent(), offer=FOR_ONE_LINE)).types(early).taps(Choice.AGREE)
        assert (len(talk.session.strays), talk.session.unshown) == ((0, None) if right else (1, NUMBER))
        used_up = Talk(session_at(AskingConsent(), offer=FOR_ONE_LINE, strays=(NOON,) * 3)).types(early)
        assert (used_up.taps(Choice.AGREE).step, used_up.session.unshown) == (ASKING_NETWORK, NUMBER)


def test_what_is_not_shown_is_not_told_by_what_is_asked_at_the_code_either() -> None:
    def asked(said: str) -> list[str]:
        talk = Talk(session_at(ASKING_OTP, offer=FOR_ONE_LINE, unshown=NUMBER))
        return talk.types(f"change the number to {said}").keys

    assert asked("0803 123 4567") == asked("0803 111 4567")


# Network


def test_the_prefix_suggests_and_the_customer_decides() -> None:
    talk = at_number().types("0803 123 4567")
    assert "It looks like MTN" in talk.text
    assert talk.offered == [Choice.MTN, Choice.AIRTEL, Choice.CHANGE_NUMBER]
    talk.taps(Choice.AIRTEL)
    assert isinstance(talk.step, SendingOtp)
    assert talk.step.claim.line == Line(NUMBER, Network.AIRTEL)


def test_the_suggested_network_stands_first_and_another_networks_prefix_suggests_none_of_ours() -> None:
    assert at_number().types("0802 123 4567").offered[:2] == [Choice.AIRTEL, Choice.MTN]
    assert "looks like" not in at_number().types("0805 123 4567").text


def test_the_agents_word_for_the_network_counts_more_than_the_prefix() -> None:
    ported = replace(FOR_ONE_LINE, network=Network.AIRTEL)
    talk = Talk(session_at(AskingConsent(), offer=ported)).taps(Choice.AGREE)
    assert "It looks like Airtel" in talk.text
    assert talk.offered[:2] == [Choice.AIRTEL, Choice.MTN]


def test_for_a_number_that_is_not_proven_the_customer_confirms_that_the_line_is_theirs() -> None:
    assert at_number().types("0803 123 4567").keys == ["ask-network", "own-line"]
    assert at_number(own_number=NUMBER).types("0803 123 4567").keys == ["ask-network"]


@for_every(
    ("typed", "told"),
    [("glo", "network-not-served"), ("9mobile", "network-not-served"), ("the red one", "network-unclear")],
)
def test_a_network_that_is_not_served_or_not_understood_is_said(typed: str, told: str) -> None:
    talk = Talk(session_at(ASKING_NETWORK)).types(typed)
    assert (talk.step, talk.keys[0]) == (ASKING_NETWORK, told)


@for_every("typed", ["glo", "9mobile", "na etisalat"])
def test_who_is_on_a_network_that_is_not_served_has_a_way_out(typed: str) -> None:
    talk = Talk(session_at(ASKING_NETWORK)).types(typed)
    assert "Do you have another line, on MTN or Airtel?" in talk.text
    assert talk.offered == [Choice.CHANGE_NUMBER, Choice.CANCEL]
    assert isinstance(talk.types("sorry, mtn").step, SendingOtp)
    assert at_number().types(f"0805 123 4567 {typed}").taps(Choice.CANCEL).keys[0] == "cancelled"


def test_a_code_that_came_and_was_given_up_does_not_come_later() -> None:
    talk = Talk(session_at(ASKING_OTP)).taps(Choice.CHANGE_NUMBER).types("482913")
    assert talk.keys[0] == "code-out-of-place"
    assert talk.types("0803 123 4567").types("482913").keys[0] == "code-out-of-place"


def test_another_number_may_be_typed_or_shared_instead_of_a_network() -> None:
    other = AskingNetwork(AGREEMENT, OTHER_NUMBER, proven=False)
    assert Talk(session_at(ASKING_NETWORK)).types("0802 123 4567").step == other
    shared = Talk(session_at(ASKING_NETWORK)).hears(ContactShared("08021234567", proven=True))
    assert shared.step == replace(other, proven=True)


@for_every("at", [ASKING_NETWORK, ASKING_OTP])
def test_the_number_can_be_changed(at: AskingNetwork | AskingOtp) -> None:
    talk = Talk(session_at(at)).taps(Choice.CHANGE_NUMBER)
    assert (talk.step, talk.keys) == (AskingNumber(AGREEMENT), ["ask-number"])


# Going on after the end


def test_one_tap_resumes_with_all_that_was_known() -> None:
    talk = Talk(session_at(Idle(), memory=MEMORY)).taps(Choice.RESUME)
    assert isinstance(talk.step, SendingOtp)
    assert talk.step.claim == CLAIM
    assert len(talk.wishes(RequestOtp)) == 1


def test_resuming_asks_for_what_is_not_known_yet() -> None:
    agreed = Memory(AGREEMENT, MEMORY.until)
    assert Talk(session_at(Idle(), memory=agreed)).taps(Choice.RESUME).step == AskingNumber(AGREEMENT)
    numbered = replace(agreed, number=NUMBER, proven=True)
    assert Talk(session_at(Idle(), memory=numbered)).taps(Choice.RESUME).step == replace(ASKING_NETWORK, proven=True)


def test_starting_over_asks_for_consent_again() -> None:
    talk = Talk(session_at(Idle(), memory=MEMORY)).taps(Choice.BEGIN)
    assert (talk.step, talk.session.memory) == (AskingConsent(), None)


def test_a_further_line_is_linked_without_the_agents_link_that_brought_the_first() -> None:
    claim = Claim(AGREEMENT, Line(NUMBER, Network.MTN), proven=False)
    talk = Talk(session_at(Idle(), lines=(replace(LINKED, claim=claim),))).types("link another line")
    assert (talk.step, talk.keys) == (AskingConsent(), ["consent"])
    assert at_number(lines=(LINKED,)).types("link another line").keys[0] == "finish-first"
    assert at_number().types("link another line").keys[0] == "finish-first"
