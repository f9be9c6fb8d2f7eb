"""`telcolink --version`: which release this is. Stated in `pyproject.toml` and nowhere else."""

from pathlib import Path

CHECKOUT = Path(__file__).parents[2] / "pyproject.toml"


def read_version(checkout: Path = CHECKOUT) -> str:
    """A checkout tells it itself: what is installed beside it may be of another day."""
    import tomllib  # noqa: PLC0415 - for who asks: no message waits for either
    from importlib import metadata  # noqa: PLC0415

    if checkout.is_file():
        return str(tomllib.loads(checkout.read_text(encoding="utf-8"))["project"]["version"])
    return metadata.version("telcolink")
