"""Whether a database that was here is gone: an empty one in its place would know no customer. Never opens anything."""

from pathlib import Path

from storage.looking import is_there
from storage.place import DatabasePlace


def why_gone(place: DatabasePlace) -> tuple[str, str]:
    """What proves that this is no first start, and what to do; two empty texts where nothing does."""
    if not isinstance(place, Path) or is_there(place):
        return "", ""
    from storage.noted_heads import NotedHeads  # noqa: PLC0415 - hardly any start needs it so early

    noted = NotedHeads.beside(place)
    held = [f"{head.number:,} of {name}" for name, head in noted.read().items() if head.number]
    if not held:
        return "", ""
    said = f"{place.absolute()} is gone: {noted.path.name} beside it says that it held rows ({', '.join(held)})"
    return said, (
        "Put the file back, with its -wal where that was moved too, or bring a copy back. Only if it is lost for good:"
        f" remove {noted.path}, and the next start makes an empty one."
    )
