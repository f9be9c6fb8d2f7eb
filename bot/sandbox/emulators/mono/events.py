"""The webhook events of the emulated Mono, those of mono.md §5, as values; never how they are delivered."""

from datetime import datetime

from bot.sandbox.emulators.mono.accounts import APP, BUSINESS, MonoAccount, RealtimeJob
from bot.sandbox.emulators.mono.lines import MAIN_BALANCE, Refresh
from bot.sandbox.emulators.mono.networks import institution_name, international
from bot.sandbox.emulators.mono.responses import iso
from bot.sandbox.emulators.mono.statement import main_balance_of

MonoEvent = dict[str, object]


def connected(account: MonoAccount) -> MonoEvent:
    """docs/financial-data/auth-connection; that a telco link fires it is not confirmed."""
    return _event("events.account_connected", {"id": account.id, "customer": account.customer, "meta": {}})


def unlinked(account: MonoAccount) -> MonoEvent:
    """docs/financial-data/unlink: its sample says `id`, its table `_id`."""
    return _event("events.account_unlinked", {"account": {"id": account.id}})


def reauthorisation_required(account: MonoAccount) -> MonoEvent:
    """docs/financial-data/data-sync-tokenization."""
    return _event("events.reauthorisation_required", {"account": {"_id": account.id}})


def job_updated(account: MonoAccount, job: RealtimeJob, now: datetime) -> MonoEvent:
    """docs/financial-data/realtime-data."""
    return _event("accounts.jobs.update", describe_job(account, job, now))


def describe_job(account: MonoAccount, job: RealtimeJob, now: datetime) -> dict[str, object]:
    """A job as webhooks and the jobs endpoint show it."""
    return {
        "id": job.id,
        "status": job.status(now),
        "name": job.name,
        "account": account.id,
        "business": BUSINESS,
        "app": APP,
    }


def updated(account: MonoAccount, now: datetime, job: RealtimeJob | None = None) -> MonoEvent:
    """docs/financial-data/account-update, and realtime-data after a `job`. A telco link has no `ref` of ours."""
    meta = {
        "data_status": account.data_status(now),
        "auth_method": "mobile_banking",
        "ref": None,
        "retrieved_data": account.retrieved(now),
    }
    return _event("events.account_updated", {"account": _account(account, now), "meta": {**meta, **_sync(job, now)}})


def refreshed(account: MonoAccount, job: RealtimeJob, now: datetime) -> list[MonoEvent]:
    """All that is told when a real-time job ends."""
    told = [job_updated(account, job, now), updated(account, now, job)]
    return [*told, reauthorisation_required(account)] if job.comes_to is Refresh.NEEDS_LOG_IN else told


def _sync(job: RealtimeJob | None, now: datetime) -> dict[str, object]:
    """`has_new_data` is left out when there is nothing new."""
    if job is None:
        return {}
    if job.comes_to is Refresh.NEEDS_LOG_IN:
        return {"data_status": "UNAVAILABLE", "retrieved_data": [], "sync_status": "REAUTHORISATION_REQUIRED"}
    word = "FAILED" if job.status(now) == "failed" else "SUCCESSFUL"
    sync: dict[str, object] = {"sync_status": word, "job_id": job.id}
    return {**sync, "has_new_data": True} if job.has_new_data(now) else sync


def _account(account: MonoAccount, now: datetime) -> dict[str, object]:
    line = account.line
    return {
        "_id": account.id,
        "name": MAIN_BALANCE,
        "accountNumber": international(line.phone),
        "currency": "NGN",
        "balance": main_balance_of(account, now) or 0,
        "type": "CURRENCY",
        "bvn": line.bvn and line.bvn[-4:],
        "authMethod": "mobile_banking",
        "institution": {"name": institution_name(line.network), "bankCode": None, "type": "PERSONAL_BANKING"},
        "created_at": iso(account.opened_at),
        "updated_at": iso(account.updated_at(now)),
    }


def _event(name: str, data: dict[str, object]) -> MonoEvent:
    return {"event": f"mono.{name}", "data": data}
