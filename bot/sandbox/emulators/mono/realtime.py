"""Real-time data: one job per account in five minutes (docs/financial-data/realtime-data)."""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.sandbox.emulators.mono.accounts import MonoAccount, RealtimeJob
from bot.sandbox.emulators.mono.lines import Refresh
from bot.sandbox.emulators.mono.webhooks import MonoWebhooks

EVERY = timedelta(minutes=5)  # documented: a repeat within it gets the last job
TAKES = timedelta(seconds=3)  # ours
TAKES_LONG = timedelta(seconds=45)  # ours; documented: more than 30 seconds are answered with `data: null`


class RealtimeJobs:
    """Starts jobs, and tells of them by webhook."""

    def __init__(self, webhooks: MonoWebhooks) -> None:
        self._webhooks = webhooks

    def read_anew(self, account: MonoAccount, name: str, now: datetime) -> RealtimeJob:
        """The job that this request starts, or the one that ran less than five minutes ago, whatever that read."""
        if account.jobs and now - account.jobs[-1].started_at < EVERY:
            return account.jobs[-1]
        comes_to = account.line.refresh
        takes = TAKES_LONG if comes_to is Refresh.SLOW else TAKES
        job = RealtimeJob(secrets.token_hex(12), name, comes_to, now, now + takes)
        account.jobs.append(job)
        self._webhooks.tell_refreshing(account, job)
        return job


def headers_of(job: RealtimeJob, now: datetime) -> Mapping[str, str]:
    """What tells of a job beside the data."""
    new = str(job.has_new_data(now)).lower()
    return {"x-has-new-data": new, "x-job-id": job.id, "x-job-status": job.status(now)}
