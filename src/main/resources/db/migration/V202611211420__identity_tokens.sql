-- Keys that sign access tokens. The private half is sealed by the platform key, so a stolen database signs nothing.
create table identity.signing_key
(
    kid                uuid primary key,
    public_key         bytea       not null,
    sealed_private_key bytea       not null,
    created_at         timestamptz not null,
    signs_until        timestamptz not null,
    verifies_until     timestamptz not null,
    check (verifies_until > signs_until)
);

-- One sign-in of an app. Each refresh token is good once; all that followed from one sign-in end together.
create table identity.token_family
(
    id          uuid primary key,
    account_id  uuid        not null references identity.account on delete cascade,
    stamp       int         not null,
    device      text        check (length(device) <= 60),
    started_at  timestamptz not null,
    ends_at     timestamptz not null,
    ended_at    timestamptz,
    ended_by    text        check (ended_by in ('signed_out', 'reused')),
    check ((ended_at is null) = (ended_by is null))
);
create index token_family_account on identity.token_family (account_id);

-- Refresh tokens, by hash: what is stored opens nothing.
create table identity.refresh_token
(
    hash       bytea primary key check (length(hash) = 32),
    family_id  uuid        not null references identity.token_family on delete cascade,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index refresh_token_family on identity.refresh_token (family_id);
