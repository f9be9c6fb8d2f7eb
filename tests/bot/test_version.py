"""`telcolink --version` says which release answers, installed or not."""

from importlib import metadata
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.config.version import CHECKOUT, read_version


def test_a_checkout_tells_its_own_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"telcolink {read_version()}\n"
    assert f'version = "{read_version()}"' in CHECKOUT.read_text(encoding="utf-8")


def test_an_installed_one_tells_what_was_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    release = tmp_path / "telcolink-4.2.0.dist-info"
    release.mkdir()
    (release / "METADATA").write_text("Metadata-Version: 2.1\nName: telcolink\nVersion: 4.2.0\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert metadata.version("telcolink") == "4.2.0"
    assert read_version(tmp_path / "pyproject.toml") == "4.2.0"
