"""How fast the processes of a service notice that one was lost. Never what is lost.

As it is where many failovers are looked at, and their figures kept; shorter where it is only to be seen what holds.
"""

import os
from dataclasses import dataclass
from datetime import timedelta

from bot.outbox import carrying
from bot.standby import leading
from storage.postgres import lease

ON_BOTH = bool({"EVERY_VENUE", "FAILOVERS"} & os.environ.keys())


@dataclass(frozen=True, slots=True)
class Pace:
    """In seconds."""

    lasts: float
    renewed_every: float
    tried_every: float

    def keep(self) -> None:
        """From now on, in this process."""
        lease.LASTS = timedelta(seconds=self.lasts)
        leading.RENEWED_EVERY, leading.TRIED_EVERY = self.renewed_every, self.tried_every

    @property
    def unrenewed(self) -> float:
        """What is left of a lease that should have been renewed half a second ago."""
        return self.lasts - self.renewed_every - 0.5

    @property
    def within(self) -> float:
        """Until customers are answered again."""
        return self.lasts + 6.0


AS_IT_IS = Pace(lease.LASTS.total_seconds(), leading.RENEWED_EVERY, leading.TRIED_EVERY)
SHORT = Pace(lasts=4.0, renewed_every=0.5, tried_every=0.25)
PACE = AS_IT_IS if ON_BOTH else SHORT


def try_again_soon() -> None:
    """What failed, from now on, in this process."""
    carrying.FIRST_WAIT = timedelta(milliseconds=200)
