"""What follows from each command: links are made, shown, ended and handed on; agents come and go."""

from datetime import timedelta

from conversations.agents import commands
from conversations.agents.acting import act, refuse
from conversations.agents.administration import join
from conversations.agents.commands import Command
from conversations.agents.idling import lapse
from conversations.agents.making import limited
from conversations.agents.report_commands import ShowReport
from conversations.agents.session import (
    AgentContext,
    AgentStep,
    AskingNote,
    AskingOwnName,
    AskingWhichNetwork,
    AskingWhichNumber,
    Draft,
    JoinGrant,
    Resting,
    ShowingBoard,
)
from conversations.agents.standing import Which
from conversations.agents.turn import (
    Act,
    AgentTurn,
    DropAgent,
    EndForCustomer,
    KeepAgent,
    KeepJoinCode,
    KeepLink,
    NameForCustomers,
    RecordAct,
    SendTemplate,
    SpendJoinCode,
)
from conversations.allowance import TEMPLATE_LIMITS, Limit, Refused
from conversations.changing import replace
from conversations.choice import LINK_CHOICES, Choice
from conversations.contact import Contact
from conversations.effects import DeleteMessage, sentence
from conversations.link import Link, LinkRules, Milestone, Place, Reason
from conversations.network import Network
from conversations.pause import Pause
from conversations.secret import JoinCode
from tests.conversations.agents.scenes import (
    BISI,
    BOSS,
    BYTES,
    FOR_ONE_LINE,
    LINK,
    NAMELESS,
    NOT_DIRECT,
    RULES,
    TALLIES,
    TUNDE,
    do,
    keys,
    says,
    tells,
    texts,
    turn_of,
)
from tests.for_every import for_every
from tests.scenes import ADA, NOON, NUMBER

DRAFT = Draft(NUMBER, Network.MTN, "school fees", "pcm")


def kept(turn: AgentTurn) -> list[Link]:
    return [effect.link for effect in turn.effects if isinstance(effect, KeepLink)]


# Making


def test_a_link_holds_what_was_asked_and_who_asked() -> None:
    turn = do(commands.MakeLink(DRAFT))
    (link,) = kept(turn)
    assert (link.enrolled_by, link.served_by) == (TUNDE.contact, TUNDE.contact)
    assert (link.number, link.network, link.note, link.language) == (NUMBER, Network.MTN, "school fees", "pcm")
    assert (link.made_at, link.expires_at, link.milestone) == (NOON, NOON + timedelta(hours=24), Milestone.OPEN)
    assert RecordAct(Act.LINK_MADE, link.reference) in turn.effects


def test_the_agent_gets_what_is_theirs_first_and_then_alone_what_can_be_forwarded() -> None:
    turn = do(commands.MakeLink(DRAFT))
    (link,) = kept(turn)
    mine, forward = texts(turn)
    for part in (link.reference, *link.words, "https://link.kudi.example/l/", "0803 ••• 4567", "tomorrow at"):
        assert part in mine
    for part in ("https://chat.example/?start=", "https://talk.example/", "Tunde", *link.words, "na Tunde"):
        assert part in forward
    assert link.reference not in forward
    assert NUMBER.spaced not in forward
    assert tells(turn)[1].language == "pcm"


def test_what_can_be_forwarded_names_the_day_of_its_end_for_nobody_knows_when_it_is_read() -> None:
    mine, forward = texts(do(commands.MakeLink(DRAFT)))
    assert "tomorrow" in mine
    assert "tomorrow" not in forward
    assert "24 November 2026 at 13:00" in forward


def test_the_answer_repeats_what_was_understood() -> None:
    assert (
        "I understood: 0803 123 4567 · MTN · note: school fees · their text in Pidgin"
        in texts(do(commands.MakeLink(DRAFT)))[0]
    )
    assert "I understood: any line · no note · their text in English" in texts(do(commands.MakeLink(Draft())))[0]


def test_a_line_that_is_linked_or_being_linked_already_is_said() -> None:
    said = texts(do(commands.MakeLink(DRAFT), linked=True, elsewhere=True))[0]
    assert "That line is linked already." in said
    assert "Another agent has an open link for that number." in said


def test_after_the_question_about_the_network_alone_a_link_with_a_note_is_made() -> None:
    asked = do(commands.AskNetwork(Draft(NUMBER, note="fees"), sentence("agent-two-networks")))
    assert keys(asked) == ["agent-two-networks", "agent-ask-network"]
    assert kept(do(commands.AnswerQuestion(DRAFT), step=asked.session.step))


def test_the_picture_shows_the_page_and_without_one_the_first_chat() -> None:
    mine, forward = says(do(commands.MakeLink(Draft())))
    assert mine.qr.startswith("https://link.kudi.example/l/")
    assert not forward.qr
    pageless = replace(RULES, addresses=replace(RULES.addresses, page=""))
    turn = act(replace(turn_of(), rules=pageless), commands.MakeLink(Draft()), AgentContext())
    assert says(turn)[0].qr.startswith("https://chat.example/?start=")
    assert "Its page" not in texts(turn)[0]


def test_while_linking_is_paused_whoever_makes_a_link_reads_what_its_customer_will_be_told() -> None:
    paused = replace(turn_of(), rules=replace(RULES, pause=Pause("back at 15:00")))
    mine, forward = says(act(paused, commands.MakeLink(Draft()), AgentContext()))
    assert "agent-paused" in [each.key for each in mine.sentences]
    assert "agent-paused" not in [each.key for each in forward.sentences]


def test_a_link_without_a_language_speaks_the_agents() -> None:
    (link,) = kept(do(commands.MakeLink(Draft())))
    assert link.language == "en"


def test_a_second_link_for_a_number_is_not_made_while_the_first_is_open() -> None:
    turn = do(commands.MakeLink(DRAFT), twin=FOR_ONE_LINE)
    assert not kept(turn)
    assert not turn.allowances
    assert f"/remind {FOR_ONE_LINE.reference}" in texts(turn)[0]


def test_a_link_spends_one_of_the_agents_hour() -> None:
    (allowance,) = do(commands.MakeLink(DRAFT)).allowances
    assert (allowance.limit.most, allowance.limit.within) == (20, timedelta(hours=1))
    assert str(TUNDE.contact) in allowance.key


@for_every("name", ["links_per_agent_hour", "reminders_per_link_day", "joins_per_contact_hour"])
def test_a_limit_says_exactly_when_the_next_is_free(name: str) -> None:
    refused = Refused(Limit(name, 20, timedelta(hours=1)), NOON + timedelta(minutes=17))
    (text,) = texts(limited(turn_of(), refused))
    assert "13:17" in text  # in Lagos
    assert "17 minutes" in text


# Sending it straight to the number

SENT = Draft(NUMBER, Network.MTN, "school fees", send="send")


def test_a_link_that_is_to_be_sent_goes_to_its_number_and_its_agent_is_told_so() -> None:
    turn = do(commands.MakeLink(SENT))
    (link,) = kept(turn)
    assert SendTemplate(Contact("talk", "+2348031234567"), link, "Tunde") in turn.effects
    assert (link.template_chat, link.note) == ("Talk", "school fees")
    mine, forward = texts(turn)
    assert "I am sending it to their Talk as well, and tell you if it does not arrive." in mine
    assert "https://chat.example/?start=" in forward
    assert [effect.act for effect in turn.effects if isinstance(effect, RecordAct)] == [Act.LINK_MADE, Act.LINK_SENT]


def test_it_spends_one_link_of_the_agents_hour_and_one_invitation_of_the_numbers_day_and_week() -> None:
    turn = do(commands.MakeLink(SENT))
    assert [(each.limit.most, each.limit.within) for each in turn.allowances] == [
        (20, timedelta(hours=1)),
        (1, timedelta(days=1)),
        (3, timedelta(days=7)),
    ]
    other = do(commands.MakeLink(SENT), agent=BISI)
    assert turn.allowances[0] not in other.allowances
    assert turn.allowances[1:] == other.allowances[1:]


@for_every(
    ("rules", "draft", "key"),
    [
        (RULES, Draft(None, Network.MTN, "books", send="send"), "agent-not-sent-no-number"),
        (NOT_DIRECT, SENT, "agent-not-sent-off"),
        (NOT_DIRECT, Draft(note="books to", send="send"), "agent-not-sent-off"),
    ],
)
def test_one_that_cannot_be_sent_is_made_all_the_same_and_the_agent_is_told_why(
    rules: LinkRules, draft: Draft, key: str
) -> None:
    turn = act(replace(turn_of(), rules=rules), commands.MakeLink(draft), AgentContext())
    (link,) = kept(turn)
    assert not [effect for effect in turn.effects if isinstance(effect, SendTemplate)]
    assert (link.template_chat, link.note) == ("", f"{draft.note} send")  # the word may have been a part of the note
    assert len(turn.allowances) == 1
    assert key in keys(turn)
    assert '"send" stays in your note. ' in f"{texts(turn)[0]} ".replace("\n", " ")
    assert "Forward the next message" in texts(turn)[0]


@for_every("limit", TEMPLATE_LIMITS)
def test_a_number_that_was_sent_enough_gets_no_more_but_the_link_is_made(limit: Limit) -> None:
    refused = Refused(limit, NOON + timedelta(minutes=17))
    turn = refuse(turn_of(), commands.MakeLink(SENT), AgentContext(), refused)
    assert len(kept(turn)) == 1
    assert len(turn.allowances) == 1
    assert not [effect for effect in turn.effects if isinstance(effect, SendTemplate)]
    assert "I can send the next at 13:17, in 17 minutes." in texts(turn)[0]
    assert RecordAct(Act.LIMIT_REACHED, limit.name) in turn.effects


def test_any_other_limit_makes_nothing() -> None:
    refused = Refused(Limit("links_per_agent_hour", 20, timedelta(hours=1)), NOON + timedelta(minutes=17))
    turn = refuse(turn_of(), commands.MakeLink(SENT), AgentContext(), refused)
    assert not kept(turn)
    assert not turn.allowances


def test_a_reminder_sends_nothing_by_itself() -> None:
    turn = do(commands.RemindOfLink("P3X-9W4"), link=replace(FOR_ONE_LINE, template_chat="Talk"))
    assert not [effect for effect in turn.effects if isinstance(effect, SendTemplate)]


def test_a_reminder_goes_straight_to_the_number_where_that_is_said_and_the_link_is_nobodys() -> None:
    said = commands.RemindOfLink("P3X-9W4", "send")
    turn = do(said, link=FOR_ONE_LINE)
    assert [effect.link.template_chat for effect in turn.effects if isinstance(effect, SendTemplate)] == ["Talk"]
    assert keys(turn) == ["agent-sending", "agent-forward"]
    taken = do(said, link=replace(FOR_ONE_LINE, customer=ADA))
    assert keys(taken) == ["agent-not-sent-theirs", "agent-forward"]
    assert texts(do(said, link=LINK))[0] == "I did not send it to their Talk: the link has no number."


def test_an_administrator_without_a_name_gives_it_first_and_the_wish_is_not_forgotten() -> None:
    asked = do(commands.MakeLink(SENT), NAMELESS)
    assert asked.session.step == AskingOwnName(SENT)
    turn = do(commands.NameOneself("Ngozi"), NAMELESS, AskingOwnName(SENT))
    assert [effect.link.template_chat for effect in turn.effects if isinstance(effect, SendTemplate)] == ["Talk"]


def test_step_by_step_every_answer_leads_to_the_next_question_and_the_last_to_the_link() -> None:
    begun = do(commands.BeginLink())
    assert begun.session.step == AskingWhichNumber(Draft())
    numbered = do(commands.AnswerQuestion(Draft(NUMBER)), step=AskingWhichNumber(Draft()))
    assert numbered.session.step == AskingWhichNetwork(Draft(NUMBER))
    both = do(commands.AnswerQuestion(Draft(NUMBER, Network.MTN)), step=AskingWhichNumber(Draft()))
    assert both.session.step == AskingNote(Draft(NUMBER, Network.MTN))
    networked = do(commands.AnswerQuestion(Draft(NUMBER, Network.MTN)), step=AskingWhichNetwork(Draft(NUMBER)))
    assert networked.session.step == AskingNote(Draft(NUMBER, Network.MTN))
    done = do(commands.AnswerQuestion(DRAFT), step=AskingNote(Draft(NUMBER, Network.MTN)))
    assert done.session.step == Resting()
    assert kept(done)[0].note == "school fees"


@for_every(
    ("draft", "rules", "asked"),
    [
        (Draft(NUMBER), RULES, ["agent-ask-note", "agent-ask-send"]),
        (Draft(), RULES, ["agent-ask-note"]),
        (Draft(NUMBER), NOT_DIRECT, ["agent-ask-note"]),
    ],
)
def test_send_is_offered_with_the_note_where_it_can_be_sent(draft: Draft, rules: LinkRules, asked: list[str]) -> None:
    begun = replace(turn_of(step=AskingWhichNetwork(draft)), rules=rules)
    assert keys(act(begun, commands.AnswerQuestion(draft), AgentContext())) == asked


def test_every_question_offers_its_answers_under_a_new_number() -> None:
    turn = do(commands.BeginLink())
    (say,) = says(turn)
    assert (say.choices, say.prompt) == ((Choice.ANY_NUMBER, Choice.CANCEL), 8)
    assert (turn.session.dialog.offered, turn.session.dialog.prompt) == (say.choices, 8)


def test_what_is_not_understood_in_a_dialog_brings_its_question_again() -> None:
    turn = do(commands.Wonder(), step=AskingWhichNumber(Draft()))
    assert keys(turn) == ["agent-not-understood", "agent-ask-number"]
    assert turn.session.step == AskingWhichNumber(Draft())


@for_every("step", [AskingWhichNumber(Draft()), AskingWhichNetwork(DRAFT), AskingNote(DRAFT)])
def test_who_looks_at_their_links_meanwhile_goes_on_with_the_one_they_describe(step: AgentStep) -> None:
    for links in ((), (LINK,), (LINK, LINK)):
        sought = "Ada" if len(links) == 1 else ""
        turn = do(commands.ShowBoard(Which.ALL, sought=sought), step=step, links=links, total=len(links))
        assert (turn.session.step, turn.session.dialog) == (step, turn_of(TUNDE, step).session.dialog)
        assert [say.choices for say in says(turn)] == [()]


def test_cancel_alone_gives_up_a_link_that_is_being_described() -> None:
    turn = do(commands.LeaveDialog(), step=AskingNote(DRAFT))
    assert turn.session.step == Resting()
    assert not kept(turn)
    for step in (Resting(), ShowingBoard(Which.ALL, 0)):
        assert keys(do(commands.LeaveDialog(), step=step)) == ["agent-cancel-none"]
        assert keys(do(commands.LeaveDialog(), step=step, links=(LINK, LINK)))[-1] == "agent-rows-next"


def test_cancel_alone_offers_the_only_open_link_and_ends_nothing_by_itself() -> None:
    turn = do(commands.LeaveDialog(), links=(LINK, replace(LINK, reference="AAA-AAA", expires_at=NOON)))
    assert says(turn)[0].choices == LINK_CHOICES
    assert turn.session.link_under(None) == LINK.reference
    assert "K7M-4Q2" in texts(turn)[0]
    assert not kept(turn)


def test_an_administrator_is_asked_once_for_the_name_that_customers_see() -> None:
    asked = do(commands.MakeLink(DRAFT), agent=NAMELESS)
    assert asked.session.step == AskingOwnName(DRAFT)
    named = do(commands.NameOneself("Mama Boss"), agent=NAMELESS, step=AskingOwnName(DRAFT))
    assert KeepAgent(replace(NAMELESS, name="Mama Boss", since=NOON)) in named.effects
    assert kept(named)[0].number == NUMBER
    assert "Mama Boss" in texts(named)[1]


def test_a_name_may_be_given_again_by_who_has_it() -> None:
    turn = do(commands.NameOneself("Mama Boss"), agent=BOSS, named=BOSS)
    assert keys(turn) == ["agent-name-now"]
    assert KeepAgent(replace(BOSS, name="Mama Boss")) in turn.effects


def test_two_agents_have_two_names() -> None:
    turn = do(commands.NameOneself("Bisi Ade"), agent=NAMELESS, step=AskingOwnName(DRAFT), named=BISI)
    assert not kept(turn)
    assert keys(turn) == ["agent-name-taken", "agent-ask-name"]


def test_a_reminder_is_the_text_to_forward_with_a_token_of_its_own() -> None:
    turn = do(commands.RemindOfLink(LINK.reference), link=LINK)
    (effect,) = (effect for effect in turn.effects if isinstance(effect, KeepLink))
    assert effect.link == LINK
    assert effect.token
    (text,) = texts(turn)
    assert effect.token.reveal() in text
    assert tells(turn)[0].language == LINK.language
    assert turn.allowances


# The board


@for_every("command", [commands.CancelLink, commands.RemindOfLink, commands.ShowLink])
def test_a_link_that_is_not_there_for_the_agent_is_unknown(command: type) -> None:
    turn = do(command("K7M-4Q2"))
    assert keys(turn) == ["agent-no-such-link"]
    assert RecordAct(Act.NOT_ALLOWED) in turn.effects


def test_handing_on_an_unknown_link_tells_nothing_of_the_agents() -> None:
    assert keys(do(commands.HandLink("K7M-4Q2", "Bisi"), named=BISI)) == ["agent-no-such-link"]
    assert keys(do(commands.HandLink("K7M-4Q2", "Bisi"))) == ["agent-no-such-link"]


@for_every("milestone", [Milestone.LINKED, Milestone.DECLINED, Milestone.EXPIRED, Milestone.CANCELLED])
def test_what_is_over_can_only_be_looked_at(milestone: Milestone) -> None:
    over = replace(LINK, milestone=milestone)
    for command in (commands.CancelLink("x"), commands.RemindOfLink("x"), commands.HandLink("x", "Bisi")):
        handed = milestone is Milestone.LINKED and isinstance(command, commands.HandLink)
        assert (keys(do(command, link=over, named=BISI)) == ["agent-link-over"]) is not handed
    assert keys(do(commands.ShowLink("x"), link=over)) == ["agent-link"]


def test_a_link_past_its_end_is_over_before_anybody_swept_it() -> None:
    late = replace(LINK, expires_at=NOON)
    assert keys(do(commands.RemindOfLink("x"), link=late)) == ["agent-link-over"]


def test_a_cancelled_link_ends_for_its_customer_too() -> None:
    turn = do(commands.CancelLink(LINK.reference), link=replace(LINK, customer=ADA))
    assert kept(turn)[0].milestone is Milestone.CANCELLED
    assert EndForCustomer(ADA, LINK.reference) in turn.effects
    assert not any(isinstance(effect, EndForCustomer) for effect in do(commands.CancelLink("x"), link=LINK).effects)


def test_who_loses_a_link_to_somebody_else_hears_it_and_who_gives_it_away_does_not() -> None:
    told = do(commands.HandLink(LINK.reference, "Bisi Ade"), BOSS, link=LINK, named=BISI)
    assert texts(told, TUNDE.contact) == ["K7M-4Q2 is with Bisi Ade now. You hear no more of it."]
    told = do(commands.CancelLink(LINK.reference), BOSS, link=LINK)
    assert texts(told, TUNDE.contact) == ["Mama Boss has cancelled K7M-4Q2. It cannot be used any more."]
    assert len(tells(do(commands.HandLink(LINK.reference, "Bisi Ade"), link=LINK, named=BISI))) == 2
    assert len(tells(do(commands.CancelLink(LINK.reference), link=LINK))) == 1


def test_a_link_that_is_handed_on_keeps_who_enrolled_it() -> None:
    turn = do(commands.HandLink(LINK.reference, "bisi ade"), link=LINK, named=BISI)
    (link,) = kept(turn)
    assert (link.enrolled_by, link.served_by) == (TUNDE.contact, BISI.contact)
    assert "Tunde" in texts(turn, BISI.contact)[0]
    assert RecordAct(Act.LINK_HANDED, "K7M-4Q2 Bisi Ade") in turn.effects


def test_a_link_is_handed_to_nobody_unknown_nor_to_who_has_it() -> None:
    assert keys(do(commands.HandLink("x", "Nobody"), link=LINK)) == ["agent-no-such-agent"]
    assert keys(do(commands.HandLink("x", "Tunde"), link=LINK, named=TUNDE)) == ["agent-has-it"]


def test_the_board_shows_a_page_and_buttons_only_where_there_is_more() -> None:
    first = do(commands.ShowBoard(Which.ALL), links=(LINK, FOR_ONE_LINE), more=True)
    (text,) = texts(first)
    assert text.splitlines() == [
        "K7M-4Q2 · made, not opened yet · just now",
        "P3X-9W4 · 0803 ••• 4567 · made, not opened yet · just now",
    ]
    assert first.session.dialog.offered == (Choice.MORE,)
    assert do(commands.ShowBoard(Which.ALL, 1), links=(LINK,), more=True).session.dialog.offered == (
        Choice.BACK,
        Choice.MORE,
    )
    assert do(commands.ShowBoard(Which.ALL, 1), links=(LINK,)).session.dialog.offered == (Choice.BACK,)


@for_every(
    ("ago", "shown"),
    [
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=5, seconds=59), "5 minutes ago"),
        (timedelta(minutes=119), "119 minutes ago"),
        (timedelta(hours=2, minutes=59), "2 hours ago"),
        (timedelta(days=1), "on 22 November 2026"),
    ],
)
def test_the_board_says_when_as_finely_as_matters(ago: timedelta, shown: str) -> None:
    (text,) = texts(do(commands.ShowBoard(Which.ALL), links=(replace(LINK, moved_at=NOON - ago),)))
    assert text.endswith(f"· {shown}")


def test_a_stuck_link_says_where_and_why_on_the_board() -> None:
    stuck = replace(LINK, milestone=Milestone.STUCK, step=Place.CODE, reason=Reason.WRONG_CODE_LAST)
    (text,) = texts(do(commands.ShowBoard(Which.OPEN), links=(stuck,)))
    assert "stuck at the code: the code was wrong too often" in text


def test_the_funnel_counts_whoever_came_at_least_so_far() -> None:
    (text,) = texts(do(commands.ShowToday(), tallies=TALLIES))
    # Of each network and of none yet: 1 made, 2 opened, 3 agreed, 4 sent, 5 verified, 6 linked, and none farther.
    assert "Links made today: 63" in text
    assert "opened 60 · agreed 54 · code sent 45 · code right 33 · linked 18" in text
    assert "Airtel: 21 · code sent 15 · code right 11 · linked 6\nMTN: 21 ·" in text
    assert text.endswith("\nnot known: 21 · code sent 15 · code right 11 · linked 6")
    unknown = [tally for tally in TALLIES if not tally.network]
    (text,) = texts(do(commands.ShowToday(), tallies=unknown))
    assert "not known" not in text


def test_an_administrator_sees_whose_a_link_is() -> None:
    assert "Agent: Tunde" in texts(do(commands.ShowLink("x"), agent=BOSS, link=LINK, named=TUNDE))[0]


# The house


def test_an_invite_is_one_code_and_a_text_to_forward() -> None:
    turn = do(commands.InviteAgent("Ngozi Eze"), agent=BOSS)
    (effect,) = (effect for effect in turn.effects if isinstance(effect, KeepJoinCode))
    assert effect.invite == JoinGrant("Ngozi Eze", BOSS.contact, NOON + timedelta(hours=24))
    about, forward = texts(turn)
    assert "Ngozi Eze" in about
    assert "Before 13:00 on 24 November 2026, from your own phone" in forward
    assert forward.endswith(f"/join {effect.code.reveal()}")


def test_nobody_is_invited_under_an_administrators_name_and_an_agents_is_for_their_new_phone() -> None:
    turn = do(commands.InviteAgent("Mama Boss"), agent=BOSS, named=BOSS)
    assert not any(isinstance(effect, KeepJoinCode) for effect in turn.effects)
    turn = do(commands.InviteAgent("Bisi Ade"), agent=BOSS, named=BISI)
    assert [effect.invite.replaces for effect in turn.effects if isinstance(effect, KeepJoinCode)] == [BISI.contact]


def test_who_is_removed_hears_it_and_their_open_links_end() -> None:
    links = (LINK, replace(FOR_ONE_LINE, customer=ADA))
    turn = do(commands.RemoveAgent("Bisi Ade"), agent=BOSS, named=BISI, links=links)
    assert [link.milestone for link in kept(turn)] == [Milestone.CANCELLED] * 2
    assert EndForCustomer(ADA, FOR_ONE_LINE.reference) in turn.effects
    assert DropAgent(BISI) in turn.effects
    assert texts(turn, BISI.contact)
    assert "2 open links were ended" in texts(turn)[0]


@for_every(
    ("links", "told"),
    [((), ""), ((LINK,), " Your open link has ended."), ((LINK,) * 3, " Your 3 open links have ended.")],
)
def test_who_is_removed_or_lapses_hears_of_as_many_links_as_there_were(links: tuple[Link, ...], told: str) -> None:
    removed = do(commands.RemoveAgent("Bisi Ade"), agent=BOSS, named=BISI, links=links)
    assert texts(removed, BISI.contact)[0] == f"You are no longer an agent of Kudi Loans.{told}"
    assert f"an agent of Kudi Loans.{told} To come back" in texts(lapse(turn_of(BISI), links), BISI.contact)[0]


def test_the_customers_of_all_links_that_are_handed_on_and_have_not_ended_are_looked_for_at_once() -> None:
    """Who came by a link is found among all whose conversation is under way."""
    ended = replace(LINK, reference="R5T-6Y7", milestone=Milestone.CANCELLED)
    turn = do(commands.HandAll("Bisi Ade"), named=BISI, giver=TUNDE, links=(LINK, ended, FOR_ONE_LINE))
    named = [effect for effect in turn.effects if isinstance(effect, NameForCustomers)]
    assert named == [NameForCustomers((LINK, FOR_ONE_LINE), "Bisi Ade")]
    turn = do(commands.HandAll("Bisi Ade"), named=BISI, giver=TUNDE, links=(ended,))
    assert not any(isinstance(effect, NameForCustomers) for effect in turn.effects)


@for_every("command", [commands.RemoveAgent("Ngozi"), commands.HandAll("Ngozi"), ShowReport(7, "Ngozi")])
def test_nobody_is_sent_to_the_administrator_who_is_one(command: Command) -> None:
    assert "ask your administrator" in texts(do(command, giver=TUNDE))[0]
    assert "ask your administrator" not in texts(do(command, agent=BOSS, giver=BOSS))[0]
    asked = commands.SmallTalk("agent-answer-person")
    assert ["dministrator" in texts(do(asked, agent=agent))[0] for agent in (TUNDE, BOSS)] == [True, False]


def test_an_administrator_is_removed_in_the_settings_only() -> None:
    turn = do(commands.RemoveAgent("Mama Boss"), agent=BOSS, named=BOSS)
    assert not any(isinstance(effect, DropAgent) for effect in turn.effects)
    assert keys(turn) == ["agent-remove-admin"]
    assert keys(do(commands.RemoveAgent("Nobody"), agent=BOSS)) == ["agent-no-such-agent"]


NEW = Contact("console", "+2348031234567")
CODE = JoinCode("9QMAC-TDHV6")
INVITE = JoinGrant("Ngozi Eze", BOSS.contact, NOON + timedelta(hours=1))


def test_a_good_code_makes_an_agent_once_and_whoever_invited_hears_it() -> None:
    turn = join(turn_of(replace(TUNDE, contact=NEW, name="Ngozi Eze")), CODE, INVITE, taken=False, has_lines=False)
    assert SpendJoinCode(CODE) in turn.effects
    assert any(isinstance(effect, KeepAgent) and effect.agent.contact == NEW for effect in turn.effects)
    assert texts(turn, BOSS.contact) == ["Ngozi Eze is now an agent."]


@for_every(
    ("contact", "invite", "taken", "has_lines"),
    [
        (NEW, None, False, False),
        (NEW, replace(INVITE, expires_at=NOON), False, False),
        (Contact("console", "@ngozi"), INVITE, False, False),
        (Contact("console", "user:7"), INVITE, False, False),
        (Contact("console", ""), INVITE, False, False),
        (NEW, INVITE, True, False),
        (NEW, INVITE, False, True),
    ],
)
def test_nobody_else_becomes_an_agent(
    contact: Contact, invite: JoinGrant | None, *, taken: bool, has_lines: bool
) -> None:
    turn = join(turn_of(replace(TUNDE, contact=contact)), CODE, invite, taken=taken, has_lines=has_lines)
    assert not any(isinstance(effect, KeepAgent | SpendJoinCode) for effect in turn.effects)
    assert any(isinstance(effect, RecordAct) and effect.act is Act.JOIN_REFUSED for effect in turn.effects)
    assert texts(turn)


def test_a_wrong_an_old_and_a_used_code_are_answered_alike() -> None:
    turns = (
        join(turn_of(replace(TUNDE, contact=NEW)), CODE, invite, taken=False, has_lines=False)
        for invite in (None, replace(INVITE, expires_at=NOON), replace(INVITE, expires_at=NOON - timedelta(days=1)))
    )
    assert len({tuple(texts(turn)) for turn in turns}) == 1


# Codes and other oddities


def test_a_code_is_deleted_explained_and_counted_and_the_question_stays() -> None:
    turn = do(commands.TypeCode("m1"), step=AskingWhichNumber(Draft()))
    assert DeleteMessage("m1") in turn.effects
    assert RecordAct(Act.CODE_TYPED) in turn.effects
    assert keys(turn) == ["agent-code-typed", "agent-ask-number"]


def test_an_agent_is_told_that_they_cannot_be_a_links_customer() -> None:
    assert keys(do(commands.OpenLinkOneself())) == ["agent-own-link"]


def test_the_language_changes_for_the_agent_and_the_question_is_asked_in_it() -> None:
    turn = do(commands.SpeakLanguage("pcm"), step=AskingWhichNumber(Draft()))
    assert turn.session.language == "pcm"
    assert "Which phone number the link dey for?" in texts(turn)[0]


def test_the_same_bytes_make_the_same_link_and_others_another() -> None:
    other = act(replace(turn_of(), fresh=bytes(reversed(BYTES))), commands.MakeLink(DRAFT), AgentContext())
    assert kept(do(commands.MakeLink(DRAFT))) == kept(do(commands.MakeLink(DRAFT)))
    assert kept(other)[0].reference != kept(do(commands.MakeLink(DRAFT)))[0].reference


def test_a_question_in_the_middle_is_answered_and_the_dialog_goes_on() -> None:
    turn = do(commands.SmallTalk("agent-answer-free"), step=AskingWhichNetwork(DRAFT))
    assert keys(turn) == ["agent-answer-free", "agent-ask-network"]
    assert keys(do(commands.SmallTalk("agent-answer-free"))) == ["agent-answer-free"]


def test_an_agent_who_wants_silence_is_told_of_no_word_that_only_customers_have() -> None:
    (told,) = texts(do(commands.WantSilence()))
    assert "type START" in told
    assert "UNLINK" not in told
    assert "DELETE" not in told


def test_a_link_lives_as_long_as_the_rules_say() -> None:
    week = replace(turn_of(), rules=replace(RULES, life=timedelta(days=7)))
    (link,) = kept(act(week, commands.MakeLink(DRAFT), AgentContext()))
    assert link.expires_at == NOON + timedelta(days=7)
