"""The menu of an agent's chat shows what that agent may type, and is written anew only when that changes."""

import re

from conversations.agents import commands
from conversations.agents.acting import act
from conversations.agents.administration import join
from conversations.agents.menu import doubt_menu, keep_menu
from conversations.agents.reading import read
from conversations.agents.session import Agent, AgentContext, JoinGrant, ShownMenu
from conversations.agents.turn import AgentTurn
from conversations.agents.usage import ADMINS_COMMANDS, COMMANDS
from conversations.changing import replace
from conversations.customer.events import TextReceived
from conversations.effects import MenuItem, ShowMenu
from conversations.languages import LANGUAGES
from conversations.minting import make_code
from tests.conversations.agents.scenes import AGENTS, BOSS, BYTES, DAY, TUNDE, turn_of
from tests.for_every import for_every
from tests.scenes import NOON

CODE = make_code(BYTES)


def begun(agent: Agent = TUNDE, *, has_menu: bool = True) -> AgentTurn:
    return turn_of(agent, has_menu=has_menu)


def shown(turn: AgentTurn) -> list[tuple[MenuItem, ...]]:
    return [effect.items for effect in turn.effects if isinstance(effect, ShowMenu)]


def names(turn: AgentTurn) -> list[str]:
    (items,) = shown(turn)
    return [item.command for item in items]


def next_turn(turn: AgentTurn) -> AgentTurn:
    """Another turn at the session that one left."""
    return replace(turn, effects=())


# What it shows


def test_an_agents_menu_has_what_agents_can_type_in_the_order_of_help() -> None:
    assert names(keep_menu(begun())) == list(COMMANDS)
    assert "language" in COMMANDS


def test_an_administrators_has_theirs_too() -> None:
    assert names(keep_menu(begun(BOSS))) == [*COMMANDS, *ADMINS_COMMANDS]


def test_who_has_a_line_of_their_own_in_the_chat_finds_its_end_there_as_long_as_they_have() -> None:
    held = keep_menu(replace(begun(BOSS), holds_line=True))
    assert names(held) == [*COMMANDS, *ADMINS_COMMANDS, "unlink"]
    assert names(keep_menu(replace(next_turn(held), holds_line=False))) == [*COMMANDS, *ADMINS_COMMANDS]


def test_it_speaks_the_agents_language() -> None:
    (english,), (pidgin,) = (shown(keep_menu(begun().speaking(language))) for language in ("en", "pcm"))
    assert english[0] == MenuItem("link", "make a link: number, network, note")
    assert pidgin[0] == MenuItem("link", "make link: number, network, note")


@for_every("language", LANGUAGES)
def test_every_menu_is_one_that_platforms_take(language: str) -> None:
    (items,) = shown(keep_menu(begun(BOSS).speaking(language)))
    assert len(items) <= 50
    assert all(re.fullmatch(r"[a-z0-9_]{1,32}", item.command) for item in items)
    assert all(1 <= len(item.does) <= 256 and "\n" not in item.does for item in items)


@for_every("agent", AGENTS)
def test_everything_in_it_is_understood_when_it_is_picked(agent: Agent) -> None:
    for command in names(keep_menu(begun(agent))):
        meant = read(agent, begun().session, TextReceived(f"/{command}"))
        assert not isinstance(meant, commands.Wonder | commands.Refuse), command


# When it is shown


def test_it_is_shown_once() -> None:
    first = keep_menu(begun())
    assert shown(keep_menu(next_turn(first))) == []
    assert first.session.menu == keep_menu(next_turn(first)).session.menu


def test_another_language_shows_it_anew() -> None:
    turn = keep_menu(begun())
    changed = keep_menu(act(next_turn(turn), commands.SpeakLanguage("pcm"), AgentContext()))
    ((first, *_),) = shown(changed)
    assert first.does == "make link: number, network, note"
    assert shown(keep_menu(next_turn(changed))) == []


def test_who_becomes_an_administrator_or_is_one_no_more_sees_it_change() -> None:
    plain = replace(BOSS, admin=False)
    turn = keep_menu(begun(plain))
    promoted = keep_menu(replace(next_turn(turn), agent=BOSS))
    assert "invite" in names(promoted)
    assert "invite" not in names(keep_menu(replace(next_turn(promoted), agent=plain)))


def test_what_another_release_showed_is_replaced() -> None:
    assert shown(keep_menu(begun().showing(ShownMenu(TUNDE.contact, "0123456789abcdef"))))


def test_a_chat_without_menus_is_left_alone_and_nothing_is_noted() -> None:
    turn = begun(has_menu=False)
    assert keep_menu(turn) == turn


def test_who_comes_back_after_a_block_sees_it_again() -> None:
    left = doubt_menu(next_turn(keep_menu(begun())))
    assert shown(left) == []
    assert names(keep_menu(left)) == list(COMMANDS)


def test_who_leaves_without_ever_having_had_one_leaves_nothing() -> None:
    assert doubt_menu(begun()) == begun()


# Who joins


def joining(invite: JoinGrant | None, *, has_menu: bool = True) -> AgentTurn:
    turn = replace(begun(TUNDE, has_menu=has_menu), now=NOON)
    return join(turn, CODE, invite, taken=False, has_lines=False)


def test_who_joins_sees_it_at_once() -> None:
    assert names(joining(JoinGrant("Tunde", BOSS.contact, NOON + DAY))) == list(COMMANDS)


@for_every("invite", [None, JoinGrant("Tunde", BOSS.contact, NOON)])
def test_who_is_not_let_in_sees_nothing_of_it(invite: JoinGrant | None) -> None:
    turn = joining(invite)
    assert (shown(turn), turn.session.menu) == ([], None)
