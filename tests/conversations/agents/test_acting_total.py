"""Every agent, session, command and context together: always an answer, never an error, nothing that is another's."""

from datetime import timedelta
from functools import cache
from itertools import product
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from conversations.agents import commands
from conversations.agents.acting import act, refuse
from conversations.agents.commands import Command
from conversations.agents.reading import read
from conversations.agents.session import AgentSession, AgentStep
from conversations.agents.turn import AgentEffect, AgentTurn, DropAgent, KeepJoinCode, KeepLink, Tell
from conversations.agents.usage import USAGE
from conversations.allowance import Refused
from conversations.choice import Choice
from conversations.customer.events import ButtonTapped, ContactShared, TextReceived
from conversations.dialog import Dialog
from conversations.effects import Say
from conversations.minting import FRESH
from tests.conversations.agents.scenes import (
    AGENT_STEPS,
    AGENTS,
    BOSS,
    NAMELESS,
    RULES,
    context,
    do,
    every_command,
    says,
    turn_of,
)
from tests.for_every import for_every
from tests.happenings import HOSTILE, customer_events, house_events
from tests.scenes import NOON, classes_of
from tests.texts import flaws_in_any_language

ADMINS = commands.ShowAgents | commands.InviteAgent | commands.RemoveAgent
SILENT = commands.DoNothing
NAMING = commands.MakeLink | commands.NameOneself


@cache
def every_turn() -> list[tuple[Command, AgentTurn]]:
    """Every command with all context, and at every step with none. Who has no name meets what needs one: making."""
    found = tuple(context())
    at_rest = [(command, act(turn_of(), command, each)) for command in every_command() for each in found]
    at_rest += [
        (command, act(turn_of(NAMELESS), command, each))
        for command in every_command()
        for each in (found if isinstance(command, NAMING) else found[:2])
    ]
    in_dialogs = [
        (command, do(command, agent, step)) for command in every_command() for step in AGENT_STEPS for agent in AGENTS
    ]
    return at_rest + in_dialogs


def test_every_command_and_step_has_its_example() -> None:
    assert {type(command) for command in every_command()} == classes_of(Command)
    assert {type(step) for step in AGENT_STEPS} == classes_of(AgentStep)


def test_every_command_is_answered_and_in_at_most_two_messages() -> None:
    for command, turn in every_turn():
        told = [effect for effect in turn.effects if isinstance(effect, Tell) and effect.contact == turn.agent.contact]
        assert isinstance(command, SILENT) or 1 <= len(told) <= 2, command


def test_no_message_has_a_flaw_in_any_language() -> None:
    seen: dict[str, Say] = {}
    for _, turn in every_turn():
        seen |= {repr([(s.key, s.values) for s in say.sentences]): say for say in says(turn)}
    flaws = [flaw for say in seen.values() for flaw in flaws_in_any_language(say)]
    assert not flaws
    assert len(seen) > 150


def test_every_effect_is_wanted_by_some_command() -> None:
    found = {type(effect) for _, turn in every_turn() for effect in turn.effects}
    elsewhere = {"SpendJoinCode", "ShowMenu"}  # by `join`, which is no agent's command, and by `keep_menu`
    assert {kind.__name__ for kind in get_args(AgentEffect)} - elsewhere == {kind.__name__ for kind in found}


def test_what_is_offered_is_what_is_shown() -> None:
    for _, turn in every_turn():
        asked = [say for say in says(turn) if say.choices]
        assert len(asked) <= 1
        if asked:
            assert turn.session.dialog.offered == asked[0].choices
            assert turn.session.dialog.prompt == asked[0].prompt


def test_what_follows_a_refused_limit_asks_for_fewer_until_nothing_is_refused() -> None:
    asked = 0
    for command, each in product(every_command(), context()):
        turn = act(turn_of(), command, each)
        for allowance in turn.allowances:
            instead = refuse(turn_of(), command, each, Refused(allowance.limit, NOON + timedelta(minutes=17)))
            assert set(instead.allowances) < set(turn.allowances), (command, allowance.limit)
            asked += 1
    assert asked > 100


def test_who_enrolled_a_customer_never_changes() -> None:
    known = {found.link.reference: found.link for found in context() if found.link}
    for command, turn in every_turn():
        for effect in turn.effects:
            if isinstance(effect, KeepLink) and not isinstance(command, commands.MakeLink | commands.AnswerQuestion):
                before = known.get(effect.link.reference)
                assert before is None or effect.link.enrolled_by == before.enrolled_by


def test_no_token_stands_in_a_link_and_none_in_the_clear_but_in_its_message() -> None:
    for _, turn in every_turn():
        for effect in turn.effects:
            if isinstance(effect, KeepLink) and effect.token:
                assert effect.token.reveal() not in repr(turn)


@for_every("verb", USAGE)
def test_a_command_with_a_slip_in_it_is_answered_whichever_it_is(verb: str) -> None:
    """A slip may come down to the command's own example, which every one therefore has."""
    assert says(do(read(BOSS, AgentSession(), TextReceived(f"/{verb}{verb[-1]}")), BOSS))


# Whatever is typed

text = st.one_of(
    st.text(max_size=300),
    st.sampled_from(HOSTILE),
    st.builds(
        " ".join,
        st.lists(
            st.sampled_from(
                (
                    *("/link", "link", "links", "/status", "cancel", "hand", "invite", "K7M-4Q2", "k7m", "4q2", "Bisi"),
                    *("mtn", "glo", "0803", "123", "4567", "08031234567", "+234", "482913", "pidgin", "2", "O", "()"),
                )
            ),
            max_size=9,
        ),
    ),
)
event = st.one_of(
    st.builds(TextReceived, text, st.just("m1")),
    st.builds(ButtonTapped, st.sampled_from([*Choice, "", "junk"]), st.sampled_from([7, 6, None])),
    st.builds(ContactShared, text, st.booleans()),
    st.sampled_from([*customer_events(7), *house_events()]),
)
session = st.builds(
    AgentSession,
    language=st.sampled_from(["en", "pcm", "xx"]),
    step=st.sampled_from(AGENT_STEPS),
    dialog=st.builds(
        Dialog,
        prompt=st.sampled_from([0, 7, 1_000_000]),
        offered=st.lists(st.sampled_from(Choice), max_size=4).map(tuple),
    ),
)


@given(
    agent=st.sampled_from(AGENTS),
    at=session,
    happened=event,
    found=st.sampled_from([*context()]),
    fresh=st.binary(min_size=FRESH, max_size=FRESH),
    later=st.timedeltas(timedelta(0), timedelta(days=400)),
)
def test_any_event_at_any_step_is_answered(  # type: ignore[no-untyped-def]
    agent, at, happened, found, fresh, later
) -> None:
    command = read(agent, at, happened)
    assert agent.admin or not isinstance(command, ADMINS)
    turn = act(AgentTurn(agent, at, NOON + later, RULES, fresh), command, found)
    assert isinstance(command, SILENT) or any(isinstance(effect, Tell) for effect in turn.effects)
    for say in says(turn):
        assert not [flaw for flaw in flaws_in_any_language(say) if "junk" not in flaw]
    if not agent.admin:
        assert not any(isinstance(effect, KeepJoinCode | DropAgent) for effect in turn.effects)
