"""Whether a database is of this release's shape. Never brings it there."""

from bot.checks.finding import Finding, ok, warn, wrong


def judge_shape(subject: str, shape: int, known: int) -> Finding:
    """By the number of its last migration, and of the last one that this release knows."""
    if shape > known:
        said = f"a newer release has changed it (shape {shape}, this release knows {known})"
        return wrong(subject, said, "Start the newer release.")
    if shape < known:
        return warn(subject, f"of shape {shape}; `serve` will bring it to {known}", "Make a copy before that.")
    return ok(subject, f"opens, is sound, and has this release's shape ({known})")
