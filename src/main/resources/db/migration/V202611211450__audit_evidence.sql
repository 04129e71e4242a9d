-- What makes a change to the log visible (HIP-2, design §12).

-- The platform's own log (operators, sign-ins of nobody known) has the nil UUID, which is no clinic.
alter table audit.event drop constraint event_clinic_id_fkey;

create sequence audit.event_position;
grant usage on sequence audit.event_position to carewright_app;

alter table audit.event
    -- By which the rows of one checkpoint are ordered.
    add column position bigint not null default nextval('audit.event_position'),
    -- The transaction that wrote the row. A checkpoint covers all rows of transactions that are over, so that a late
    -- committer can't slip in behind it. A bigint, as xid8's operators aren't leakproof and so of no use to an index.
    add column transaction bigint not null default pg_current_xact_id()::text::bigint,
    -- The client's network address, null for what no client asked for.
    add column address text,
    -- The emergency access (break-glass) under which it was done.
    add column grant_id uuid;

-- A database's encoding never changes, so this is immutable, though PostgreSQL can't promise it of convert_to.
create function audit.utf8(content text) returns bytea
    language sql immutable strict parallel safe set search_path = ''
    return convert_to(content, 'UTF8');

-- The leaf of the row. Whoever verifies computes it anew from the row (AuditVerifier), not from here.
alter table audit.event
    add column leaf bytea generated always as (sha256(audit.utf8(
        position::text || ',' || id::text || ',' || clinic_id::text || ','
        || ((extract(epoch from recorded_at at time zone 'UTC') * 1000000)::bigint)::text || ','
        || quote_nullable(actor_id::text) || ',' || quote_nullable(actor_role) || ',' || quote_nullable(action) || ','
        || quote_nullable(resource_type) || ',' || quote_nullable(resource_id::text) || ','
        || quote_nullable(patient_id::text) || ',' || quote_nullable(outcome) || ',' || quote_nullable(reason) || ','
        || quote_nullable(correlation) || ',' || quote_nullable(address) || ',' || quote_nullable(grant_id::text)))) stored;

create index event_by_transaction on audit.event (clinic_id, transaction, position);
drop index audit.event_by_time;
create index event_by_time on audit.event (clinic_id, recorded_at, position);
drop index audit.event_by_patient;
create index event_by_patient on audit.event (clinic_id, patient_id, recorded_at, position) where patient_id is not null;
create index event_by_actor on audit.event (clinic_id, actor_id, recorded_at, position);

-- Keys that sign checkpoints; the private half is sealed by the platform key, so a stolen database signs nothing.
create table audit.signing_key
(
    id          uuid primary key,
    public_key  bytea       not null,
    sealed_pair bytea       not null,
    created_at  timestamptz not null
);
revoke update, delete, truncate on audit.signing_key from carewright_app;

-- One signed statement about a stretch of a log: these rows, in this order, and nothing else. Chained to the last one.
create table audit.checkpoint
(
    clinic_id uuid        not null,
    number    bigint      not null,
    -- Rows of transactions from the last horizon (included) to this one (excluded) belong to it.
    horizon   bigint      not null,
    entries   int         not null,
    previous  bytea       not null,
    root      bytea       not null,
    -- Position, id and leaf of every row, which the root proves: by them a damaged row can be named.
    evidence  bytea       not null,
    sealed_at timestamptz not null,
    key_id    uuid        not null references audit.signing_key,
    signature bytea       not null,
    primary key (clinic_id, number)
);
call shared.isolate('audit.checkpoint');
revoke update, delete, truncate on audit.checkpoint from carewright_app;
create trigger append_only before update or delete on audit.checkpoint
    for each row execute function audit.refuse_change();
create trigger append_only_truncate before truncate on audit.checkpoint execute function audit.refuse_change();

-- Logs with rows no checkpoint covers yet. Ids only.
call shared.allow_lookup('audit.event');
call shared.allow_lookup('audit.checkpoint');
create function audit.logs_to_seal() returns setof uuid
    language sql stable security definer set search_path = ''
    begin atomic
    select l.clinic_id
    from (select c.clinic_id from clinics.clinic c
          union all
          select '00000000-0000-0000-0000-000000000000'::uuid) l
    where exists (select
                  from audit.event e
                  where e.clinic_id = l.clinic_id
                    and e.transaction >= coalesce((select max(p.horizon)
                                                   from audit.checkpoint p
                                                   where p.clinic_id = l.clinic_id), 0));
    end;
alter function audit.logs_to_seal() owner to carewright_lookup;
