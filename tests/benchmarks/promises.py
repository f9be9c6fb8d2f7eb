"""What is promised of a figure, and whether it was held. Never how the figure came about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promise:
    """`found` may be at most `bound`, or, where `at_least`, no less."""

    what: str
    found: float
    bound: float
    unit: str = ""
    at_least: bool = False

    @property
    def held(self) -> bool:
        return self.found >= self.bound if self.at_least else self.found <= self.bound

    def __str__(self) -> str:
        limit = f"{'at least' if self.at_least else 'at most'} {self.bound:g}{self.unit}"
        return (
            f"{'HELD' if self.held else 'NOT HELD':8}  {self.what}: {self.found:.3g}{self.unit} ({limit} is promised)"
        )
