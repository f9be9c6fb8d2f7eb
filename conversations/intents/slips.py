"""One slip of the finger: a letter wrong, missing, added or swapped. Never which words may be meant by one.

The library is loaded with the first text, for a start has customers waiting.
"""

from collections.abc import Sequence


def differs_by_a_slip(word: str, meant: str) -> bool:
    """Or by none."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    return OSA.distance(word, meant, score_cutoff=1) <= 1


def meant_by(word: str, known: Sequence[str]) -> str | None:
    """The nearest of the known words that is at most one slip away."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415
    from rapidfuzz.process import extractOne  # noqa: PLC0415

    nearest = extractOne(word, known, scorer=OSA.distance, score_cutoff=1)
    return str(nearest[0]) if nearest else None
