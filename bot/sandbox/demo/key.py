"""The demo's own key for what it seals. Never one of production."""

from pathlib import Path

from storage.sealing import Keyring


def demo_key(folder: Path) -> str:
    """The demo's key is kept beside its database, which is what production must never do."""
    path = folder / "telcolink.key"
    if not path.exists():
        path.touch(mode=0o600)
        path.write_text(Keyring.generate_key(), encoding="ascii")
    return path.read_text(encoding="ascii")
