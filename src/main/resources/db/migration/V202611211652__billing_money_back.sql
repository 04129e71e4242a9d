-- The process instances that work on refunds and disputes.
alter table billing.refund add process_instance_id text;
alter table billing.dispute add process_instance_id text;
alter table billing.dispute add answer text check (answer in ('contested', 'accepted'));

-- What doesn't agree: between a provider's word and what we asked for, or between its account, our inbox and the ledger.
create table billing.difference
(
    clinic_id           uuid        not null references clinics.clinic,
    id                  uuid        not null,
    kind                text        not null check (kind ~ '^[a-z_]{3,30}$'),
    gateway             text        not null,
    -- What it is about, by the provider's id, or by ours where the provider has none
    provider_ref        text        not null,
    document_id         uuid,
    expected_minor      bigint,
    expected_currency   char(3),
    told_minor          bigint,
    told_currency       char(3),
    moved_at            timestamptz not null,
    found_at            timestamptz not null,
    -- Found by the nightly comparison, and gone when it isn't found again
    compared            boolean     not null,
    outcome             text check (outcome in ('put_right', 'provider_error', 'not_ours', 'gone')),
    note_sealed         bytea,
    closed_by           uuid,
    closed_at           timestamptz,
    process_instance_id text,
    check ((outcome is null) = (closed_at is null)),
    primary key (clinic_id, id),
    unique (clinic_id, gateway, kind, provider_ref)
);
call shared.isolate('billing.difference');
create index difference_open on billing.difference (clinic_id, found_at, id) where closed_at is null;
