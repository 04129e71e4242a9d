-- Failed attempts to sign in, counted before anyone's clinic is known and right on all nodes (IAM-2). Keys are hashes: of
-- an account's address as typed, of a client's address, or of a known device together with the account.
create table identity.sign_in_pause
(
    key          bytea primary key,
    failures     int         not null,
    last_at      timestamptz not null,
    paused_until timestamptz
);
create index sign_in_pause_age on identity.sign_in_pause (last_at);

-- A browser from which an account's password was right before: somebody else's failures don't pause it.
create table identity.known_device
(
    device_hash bytea       not null,
    account_id  uuid        not null references identity.account (id) on delete cascade,
    last_at     timestamptz not null,
    primary key (device_hash, account_id)
);
create index known_device_of_account on identity.known_device (account_id);
