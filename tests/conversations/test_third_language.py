"""The recipe "add a language", followed: one more wording file, and customers and agents can choose it."""

import shutil
import subprocess
import sys
from pathlib import Path

CONVERSATIONS = Path(__file__).parents[2] / "conversations"
CODE, NAME = "xq", "Quaxish"

SPOKEN = """
from datetime import UTC, datetime
from conversations.agents import commands
from conversations.agents.acting import act
from conversations.agents.reading import read
from conversations.agents.session import Agent, AgentContext, AgentSession
from conversations.agents.turn import AgentTurn
from conversations.contact import Contact
from conversations.dialog import Dialog
from conversations.customer.events import ButtonTapped, TextReceived
from conversations.link import LinkRules
from conversations.rules import Rules
from conversations.session import Session
from conversations.customer.stepping import step
from conversations.wording import Business, render

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
SOMEBODY = Contact("console", "2001")
HOUSE = Business("Kudi", "your loan", "Ngozi")


def customer(event, session):
    turn = step(session, event, NOON, Rules())
    return turn.session, render(turn.durable[-1], turn.session.language, HOUSE)


def agent(event, session):
    who = Agent(SOMEBODY, "Tunde", NOON)
    turn = act(AgentTurn(who, session, NOON, LinkRules()), read(who, session, event), AgentContext())
    return turn.session, render(turn.effects[-1].say, turn.session.language, HOUSE)


for talk, begun in ((customer, Session(SOMEBODY)), (agent, AgentSession())):
    offered, menu = talk(TextReceived("language"), begun)
    labels = [button.label for button in menu.buttons]
    assert {"English", "Pidgin", "Quaxish"} <= set(labels), labels
    tapped, _ = talk(ButtonTapped("xq", offered.dialog.prompt), offered)
    by_place, _ = talk(TextReceived(str(labels.index("Quaxish") + 1)), offered)
    typed, said = talk(TextReceived("Quaxish, please".split(",")[0]), begun)
    assert [each.language for each in (tapped, by_place, typed)] == ["xq"] * 3
    print(said.text.splitlines()[0] if said.text else "")
"""


def test_a_language_that_has_a_file_is_chosen_by_customers_and_agents_and_no_code_is_touched(tmp_path: Path) -> None:
    shutil.copytree(CONVERSATIONS, tmp_path / "conversations")  # with what is compiled already
    wording = tmp_path / "conversations" / "wording"
    text = (wording / "en.ftl").read_text(encoding="utf-8")
    ours = text.replace(
        "language-name = English\n    .words = english, eng", f"language-name = {NAME}\n    .words = qx"
    )
    assert ours != text
    (wording / f"{CODE}.ftl").write_text(ours, encoding="utf-8")
    ran = subprocess.run([sys.executable, "-c", SPOKEN], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
