-- Keys with which other software works for a clinic. The key itself is shown once; its hash is kept.
create table identity.api_key
(
    clinic_id    uuid        not null references clinics.clinic,
    id           uuid        not null,
    name         text        not null check (length(name) between 1 and 80),
    -- The key's first characters, by which people recognise it.
    prefix       text        not null,
    hash         bytea       not null unique check (length(hash) = 32),
    scopes       text[]      not null check (cardinality(scopes) > 0),
    created_by   uuid        not null references identity.account,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    last_used_at timestamptz,
    primary key (clinic_id, id)
);
create index api_key_list on identity.api_key (clinic_id, created_at desc, id);
call shared.isolate('identity.api_key');
call shared.allow_lookup('identity.api_key');

-- Which clinic a key works for: the hash of a key is as good as the key only for whoever has the key.
create function identity.api_key_by_hash(wanted bytea)
    returns table (id uuid, clinic_id uuid, scopes text[], expires_at timestamptz, revoked_at timestamptz)
    language sql stable security definer set search_path = ''
    begin atomic
    select k.id, k.clinic_id, k.scopes, k.expires_at, k.revoked_at from identity.api_key k where k.hash = wanted;
    end;
alter function identity.api_key_by_hash(bytea) owner to carewright_lookup;
