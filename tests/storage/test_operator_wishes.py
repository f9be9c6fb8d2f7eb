"""The folder of operators' wishes: what is wished for is taken once, answered once, and never stands in the open."""

import errno
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from conversations.agents.turn import Act
from conversations.changing import replace
from conversations.contact import Contact
from conversations.on_behalf import Because
from conversations.secret import AccountId
from storage.keys.reseal_wish import ResealWish
from storage.ledger_head import Head
from storage.noted_heads import NotedHeads
from storage.operator_wishes import KEPT, OperatorAnswer, OperatorWish, OperatorWishes, Target
from storage.sealing import Keyring

ADA, EZE = Contact("telegram", "748291599"), Contact("whatsapp", "+2348031234567")
TARGETS = (Target(ADA, (AccountId("65f0c1d2e3a4b5c6d7e8f901"),)), Target(EZE))
WISH = OperatorWish("Ngozi", Act.CUSTOMER_UNLINKED, "C-ABCDEFGH", Because.LOST, TARGETS)
ANSWER = OperatorAnswer(("C-ABCDEFGH",))


@pytest.fixture
def wishes(tmp_path: Path) -> OperatorWishes:
    database = tmp_path / "telcolink.db"
    database.touch()
    return OperatorWishes.beside(Keyring.parse(Keyring.generate_key()), database)


def test_a_wish_is_taken_and_answered(wishes: OperatorWishes) -> None:
    assert wishes.take() == []
    wishes.make(WISH)
    assert wishes.read_answer(WISH.id) is None
    assert wishes.take() == [WISH]
    wishes.answer(WISH.id, ANSWER)
    assert wishes.take() == []
    assert wishes.read_answer(WISH.id) == ANSWER
    assert list(wishes.folder.iterdir()) == []


def test_a_wish_that_was_taken_and_not_answered_is_taken_again(wishes: OperatorWishes) -> None:
    wishes.make(WISH)
    assert wishes.take() == wishes.take() == [WISH]


def test_a_wish_is_withdrawn_as_long_as_nobody_took_it(wishes: OperatorWishes) -> None:
    wishes.make(WISH)
    assert wishes.withdraw(WISH.id)
    assert wishes.take() == []
    wishes.make(other := replace(WISH, id="0" * 24))
    wishes.take()
    assert not wishes.withdraw(other.id)


def test_nothing_in_the_folder_can_be_read_or_listed_by_others(wishes: OperatorWishes) -> None:
    wishes.make(WISH)
    (file,) = wishes.folder.iterdir()
    assert (stat.S_IMODE(wishes.folder.stat().st_mode), stat.S_IMODE(file.stat().st_mode)) == (0o700, 0o600)
    content = file.read_bytes()
    assert not [each for each in (b"748291599", b"8031234567", b"65f0c1d2", b"Ngozi") if each in content]


def test_what_no_key_opens_stays_where_it_is(wishes: OperatorWishes) -> None:
    stranger = replace(wishes, keyring=Keyring.parse(Keyring.generate_key()))
    stranger.make(WISH)
    assert wishes.take() == []
    assert not stranger.withdraw(WISH.id)
    assert stranger.take() == [WISH]


def test_a_wish_is_not_taken_for_another_nor_for_an_answer(wishes: OperatorWishes) -> None:
    wishes.make(WISH)
    (file,) = wishes.folder.iterdir()
    file.rename(file.with_name(f"{'1' * 24}.wish"))
    assert wishes.take() == []


def test_an_answer_that_nobody_came_for_is_forgotten(wishes: OperatorWishes) -> None:
    wishes.make(WISH)
    wishes.answer(WISH.id, ANSWER)
    wishes.forget_old(datetime.now(UTC))
    wishes.forget_old(datetime.now(UTC) + KEPT + timedelta(minutes=1))
    assert wishes.read_answer(WISH.id) is None


def test_what_had_no_room_leaves_nothing_behind(wishes: OperatorWishes, monkeypatch: pytest.MonkeyPatch) -> None:
    wishes.make(WISH)
    wishes.take()

    def write(path: Path, content: bytes | str, _: str = "") -> int:
        with path.open("wb") as file:
            file.write(content[:10].encode() if isinstance(content, str) else content[:10])
        raise OSError(errno.ENOSPC, "no room")

    database = wishes.folder.with_suffix("")
    with monkeypatch.context() as full:
        full.setattr(Path, "write_bytes", write)
        full.setattr(Path, "write_text", write)
        with pytest.raises(OSError, match="no room"):
            ResealWish.beside(database).make(b"key")
        with pytest.raises(OSError, match="no room"):
            NotedHeads.beside(database).write({"consents": Head(12, 7)})
        with pytest.raises(OSError, match="no room"):
            wishes.make(replace(WISH, id="0" * 24))
        with pytest.raises(OSError, match="no room"):
            wishes.answer(WISH.id, ANSWER)
    assert [each.suffix for each in wishes.folder.iterdir()] == [".taken"]
    assert sorted(database.parent.iterdir()) == [database, wishes.folder]


def test_what_was_cut_off_while_it_was_written_goes_after_an_hour(wishes: OperatorWishes) -> None:
    wishes.make(WISH)
    (wishes.folder / f"{'0' * 24}.new").write_bytes(b"half of")
    wishes.forget_old(datetime.now(UTC))
    assert len(list(wishes.folder.iterdir())) == 2
    wishes.forget_old(datetime.now(UTC) + KEPT + timedelta(minutes=1))
    assert [each.suffix for each in wishes.folder.iterdir()] == [".wish"]


def test_an_answer_that_somebody_comes_for_meanwhile_is_no_error(wishes: OperatorWishes) -> None:
    wishes.make(WISH)
    wishes.answer(WISH.id, ANSWER)
    (wishes.folder / f"{'0' * 24}.answer").symlink_to("gone")  # listed, and not there when it is looked at
    wishes.forget_old(datetime.now(UTC) + KEPT + timedelta(minutes=1))
    assert wishes.read_answer(WISH.id) is None


def test_what_else_lies_in_the_folder_is_nobodys_wish(wishes: OperatorWishes) -> None:
    wishes.make(WISH)
    (wishes.folder / "notes.wish").write_text("buy bread")
    assert wishes.take() == [WISH]
