-- A person's second factors (IAM-4). They are asked for between the password and the sign-in, before any clinic's scope,
-- and operators have no clinic: so the tables carry none, and each statement names the one account it is about.

-- The secret is sealed with the platform's key; the row comes when the app's first code was right. last_step: the last 30-second step whose code was accepted; a code of
-- that step or an earlier one is refused.
create table identity.totp
(
    account_id    uuid primary key references identity.account (id) on delete cascade,
    sealed_secret bytea       not null,
    last_step     bigint      not null,
    created_at    timestamptz not null
);

create table identity.passkey
(
    credential_id      bytea primary key,
    account_id         uuid        not null references identity.account (id) on delete cascade,
    label              text        not null check (length(label) between 1 and 60),
    public_key         bytea       not null,
    signature_count    bigint      not null,
    uv_initialized     boolean     not null,
    backup_eligible    boolean     not null,
    backup_state       boolean     not null,
    transports         text        not null,
    attestation_object bytea       not null,
    client_data        bytea       not null,
    created_at         timestamptz not null,
    last_used_at       timestamptz not null
);
create index passkey_account on identity.passkey (account_id, created_at);

-- 80 random bits each, so a plain hash can't be turned back.
create table identity.recovery_code
(
    account_id uuid  not null references identity.account (id) on delete cascade,
    code_hash  bytea not null,
    used_at    timestamptz,
    primary key (account_id, code_hash)
);

-- Whose second factors they are: how devices name a passkey, and whether the password is public, as demo logins' are.
-- Those need no second factor; production refuses to start with one.
create function identity.factor_owner(wanted uuid)
    returns table (id uuid, clinic_id uuid, email text, display_name text, demo boolean)
    language sql stable security definer set search_path = ''
    begin atomic
    select a.id, a.clinic_id, a.email, a.display_name, a.demo from identity.account a where a.id = wanted;
    end;
alter function identity.factor_owner(uuid) owner to carewright_lookup;
