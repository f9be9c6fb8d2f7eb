"""A courtesy, a quote or a bracket beside a name or a reference is no part of it, whatever the command."""

from conversations.agents import commands
from conversations.agents.bare import bare, without_please, without_quotes
from conversations.agents.commands import Command
from conversations.agents.report_commands import ShowReport, WantReports
from conversations.agents.session import AskingNote, AskingOwnName, Draft
from conversations.agents.standing import Which
from conversations.network import Network
from tests.conversations.agents.test_reading import BOSS, REF, typed
from tests.for_every import for_every
from tests.scenes import NUMBER

COMMANDS = (
    ("/invite {}", commands.InviteAgent("Bisi Ade")),
    ("/remove {}", commands.RemoveAgent("Bisi Ade")),
    ("/name {}", commands.NameOneself("Bisi Ade")),
    (f"/hand {REF} {{}}", commands.HandLink(REF, "Bisi Ade")),
    (f"hand {REF} to {{}}", commands.HandLink(REF, "Bisi Ade")),
    ("/hand all {}", commands.HandAll("Bisi Ade")),
    ("/hand all Tunde to {}", commands.HandAll("Bisi Ade", "Tunde")),
    ("/report 30 {}", ShowReport(30, "Bisi Ade")),
    ("/links {}", commands.ShowBoard(Which.ALL, sought="Bisi Ade")),
    ("find {}", commands.ShowBoard(Which.ALL, sought="Bisi Ade")),
)


@for_every(("around", "command"), COMMANDS)
@for_every("name", ["{} please", "{}, pls", "{} abeg", "{} thanks", "{}, thank you.", "{} please thank you", "{}"])
def test_a_courtesy_is_no_part_of_a_name(name: str, around: str, command: Command) -> None:
    assert typed(around.format(name.format("Bisi Ade")), agent=BOSS) == command


@for_every("name", ("Otto Ade", "Kato Musa", "Alof Bisi", "Hanover Ade"))
def test_a_name_that_ends_like_a_word_before_one_stays_whole(name: str) -> None:
    assert typed(f"/hand {REF} over to {name}", agent=BOSS) == commands.HandLink(REF, name)
    assert typed(f"/report of {name}", agent=BOSS) == ShowReport(7, name)
    assert typed("/remove Kudi agent Ojo", agent=BOSS) == commands.RemoveAgent("Kudi Ojo")


@for_every(("around", "command"), COMMANDS)
@for_every("quoted", ["“{}”", '"{}"', "\u2018{}\u2019", "'{}'", "«{}»", "“{}” please", "„{}”."])
def test_quotes_are_no_part_of_a_name(quoted: str, around: str, command: Command) -> None:
    assert typed(around.format(quoted.format("Bisi Ade")), agent=BOSS) == command


@for_every("name", ["<Bisi Ade>", "[Bisi Ade]", "(Bisi Ade)", "{Bisi Ade}", "please <Bisi Ade>", "[“Bisi Ade”] pls"])
def test_brackets_as_a_manual_has_them_are_no_part_of_a_name(name: str) -> None:
    assert typed(f"/invite {name}", agent=BOSS) == commands.InviteAgent("Bisi Ade")


@for_every("name", ["Mama Boss", "Ma", "Bisi O’Neil", "Madam Kofo"])
def test_what_looks_like_one_is_kept_where_it_is_a_name(name: str) -> None:
    assert typed(f"/invite {name}", agent=BOSS) == commands.InviteAgent(name)
    assert typed(f"{name} please", AskingOwnName(Draft()), agent=BOSS) == commands.NameOneself(name)


@for_every("marked", ["“{}”", "\u2018{}\u2019", '"{}"', "({})", "[{}]", "<{}>", "“{}” please", "“{}”."])
@for_every(
    ("verb", "command"),
    [
        ("/status", commands.ShowLink(REF)),
        ("/cancel", commands.CancelLink(REF)),
        ("Remind", commands.RemindOfLink(REF)),
        ("", commands.ShowLink(REF)),
    ],
)
def test_a_reference_is_found_whatever_stands_around_it(marked: str, verb: str, command: Command) -> None:
    assert typed(f"{verb} {marked.format(REF)}".strip()) == command


def test_a_command_with_a_courtesy_is_that_command() -> None:
    assert typed("report off please", agent=BOSS) == WantReports(wanted=False)
    assert typed("today pls") == commands.ShowToday()
    assert typed("link thanks") == typed("/link please") == commands.BeginLink()
    assert typed("agents please", agent=BOSS) == commands.ShowAgents()
    assert typed(f"{REF} cancel please") == commands.CancelLink(REF)


def test_a_note_is_left_as_it_is_but_for_what_is_said_behind_it() -> None:
    described = Draft(NUMBER, Network.MTN)
    assert typed("rent (two months), thanks", AskingNote(described)) == commands.AnswerQuestion(
        Draft(NUMBER, Network.MTN, "rent (two months)")
    )
    for note in ("Thank You Jesus stores", "the girls' school"):
        assert typed(note, AskingNote(described)) == commands.AnswerQuestion(Draft(NUMBER, Network.MTN, note))
        assert typed(f"/link 0803 123 4567 mtn {note} please") == commands.MakeLink(Draft(NUMBER, Network.MTN, note))
    assert typed("/link “0803 123 4567” mtn “rent” send please") == commands.MakeLink(
        Draft(NUMBER, Network.MTN, "rent", send="send")
    )


@for_every(
    "all_links",
    [
        *("all my links to", "all links to", "over all my links to", "all of my links to", "everything to", "all to"),
        *("all my customers to", "all of them to", "all", "all my links"),
    ],
)
def test_all_that_is_ones_own_is_no_agents_name(all_links: str) -> None:
    assert typed(f"/hand {all_links} Bisi Ade") == commands.HandAll("Bisi Ade")


@for_every("whose", ["Tunde", "from Tunde", "Tunde's links", "the links of Tunde", "links from Tunde", "Tunde’s"])
def test_all_that_is_anothers_is_named_by_the_agent(whose: str) -> None:
    assert typed(f"/hand all {whose} to Bisi Ade", agent=BOSS) == commands.HandAll("Bisi Ade", "Tunde")


def test_nothing_but_courtesies_or_marks_leaves_nothing() -> None:
    assert without_please("please, thank you") == bare("“ ” abeg") == without_quotes("“” ''") == ""
    assert without_please("thank god") == "thank god"
