"""`telcolink receipts verify`: genuine, not genuine, or nothing to check it with, as exit status and in words."""

from pathlib import Path

import pytest

from bot.__main__ import main
from bot.receipts.content import content_of
from bot.receipts.signing import ReceiptKeys
from conversations.consent import Receipt
from storage.sealing import Keyring
from tests.scenes import AGREEMENT, ASKED, NOON

KEYS = ReceiptKeys(Keyring.parse(Keyring.generate_key()))
PUBLIC = next(iter(KEYS.public.values()))
GIVEN = KEYS.sign(content_of(Receipt(AGREEMENT, ASKED), "https://bot.example/r/abc", NOON))


@pytest.mark.parametrize(
    ("content", "key", "status", "said"),
    [
        (GIVEN, PUBLIC, 0, "Genuine: signed, and no byte was changed."),
        (GIVEN.replace(b"balances", b"balance"), PUBLIC, 1, "NOT genuine"),
        (GIVEN, Keyring.generate_key(), 1, "NOT genuine"),
        (b"", PUBLIC, 1, "NOT genuine"),
    ],
    ids=["as given", "altered", "another's key", "empty"],
)
def test_a_file_is_checked_against_a_key(
    content: bytes, key: str, status: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "receipt.json"
    file.write_bytes(content)
    assert main(["receipts", "verify", str(file), "--key", key]) == status
    assert said in capsys.readouterr().out


def test_without_a_file_or_a_safe_address_nothing_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["receipts", "verify", str(tmp_path / "none.json"), "--key", PUBLIC]) == 2
    assert capsys.readouterr().out == f"cannot be checked: {tmp_path}/none.json: no such file or directory\n"
    file = tmp_path / "receipt.json"
    file.write_bytes(GIVEN)
    assert main(["receipts", "verify", str(file), "--from", "http://bot.example"]) == 2
    assert "must begin with https://" in capsys.readouterr().out


@pytest.mark.parametrize(
    "key", ["AAAA", PUBLIC[:-4], f"{PUBLIC}=", "not base64 at all"], ids=["short", "torn", "longer", "none"]
)
def test_with_what_is_no_key_a_genuine_receipt_is_not_called_false(key: str, tmp_path: Path) -> None:
    file = tmp_path / "receipt.json"
    file.write_bytes(GIVEN)
    with pytest.raises(SystemExit) as ended:
        main(["receipts", "verify", str(file), "--key", key])
    assert ended.value.code == 2
