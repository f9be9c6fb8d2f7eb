"""Where each operation is found at Mono: the table of methods and paths, in two families; never what is sent there."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import quote

from msgspec import Struct, field

from bot.providers.mono.operations import Operation
from conversations.secret import AccountId


class Family(StrEnum):
    """Which generation of paths is used; `auto` logs in and exchanges on v2 and reads on v1, the best documented."""

    AUTO = "auto"
    V1 = "v1"
    V2 = "v2"


class MonoRoute(Struct, frozen=True):
    """A method, a path below the base URL, and headers that belong to the place."""

    method: str
    path: str
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def path_for(self, account: AccountId | None) -> str:
        return self.path.format(account=quote(account.reveal(), safe="") if account else "")


Routes = Mapping[Operation, MonoRoute]

# In v1 only log-in and OTP have the version in their path.
_V1: Routes = {
    Operation.REQUEST_OTP: MonoRoute("POST", "/v1/telecom/auth"),
    Operation.CHECK_OTP: MonoRoute("POST", "/v1/telecom/verify"),
    Operation.EXCHANGE: MonoRoute("POST", "/account/auth"),
    Operation.FETCH_DETAILS: MonoRoute("GET", "/accounts/{account}"),
    Operation.FETCH_IDENTITY: MonoRoute("GET", "/accounts/{account}/identity"),
    Operation.FETCH_BALANCES: MonoRoute("GET", "/accounts/{account}/balances"),
    Operation.FETCH_TRANSACTIONS: MonoRoute("GET", "/accounts/{account}/transactions"),
    Operation.UNLINK: MonoRoute("POST", "/accounts/{account}/unlink"),
}
_V2: Routes = {
    Operation.REQUEST_OTP: MonoRoute("POST", "/v2/telecom/auth"),
    Operation.CHECK_OTP: MonoRoute("POST", "/v2/telecom/verify"),
    Operation.EXCHANGE: MonoRoute("POST", "/v2/accounts/auth"),
    Operation.FETCH_DETAILS: MonoRoute("GET", "/v2/accounts/{account}"),
    Operation.FETCH_IDENTITY: MonoRoute("GET", "/v2/accounts/{account}/identity"),
    Operation.FETCH_BALANCES: MonoRoute("GET", "/v2/accounts/{account}/balance"),
    Operation.FETCH_TRANSACTIONS: MonoRoute("GET", "/v2/accounts/{account}/transactions"),
    Operation.UNLINK: MonoRoute("POST", "/v2/accounts/{account}/unlink"),
}
# Reading anew exists in v2 only: it took the place of v1's data sync. docs/financial-data/realtime-data
_REFRESH: Routes = {
    Operation.REFRESH: MonoRoute("GET", "/v2/accounts/{account}/balance", MappingProxyType({"x-realtime": "true"})),
}
# The cheapest read that names no account; seen in v2 only.
_OURS: Routes = {Operation.CHECK_KEY: MonoRoute("GET", "/v2/accounts")}
_LOG_IN = (Operation.REQUEST_OTP, Operation.CHECK_OTP, Operation.EXCHANGE)

ROUTES: Mapping[Family, Routes] = {
    Family.AUTO: {**_V1, **{operation: _V2[operation] for operation in _LOG_IN}, **_REFRESH, **_OURS},
    Family.V1: {**_V1, **_REFRESH, **_OURS},
    Family.V2: {**_V2, **_REFRESH, **_OURS},
}
