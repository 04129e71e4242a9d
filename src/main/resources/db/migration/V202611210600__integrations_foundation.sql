call shared.create_module_schema('integrations');

-- One row per outside effect (design §5). The key is made of our own ids before the call.
--   attempted  the call was begun and its end is not known (yet)
--   retryable  the provider certainly did not take it; the next try may call at once
--   done       the provider took it; result kept
--   rejected   the provider refused it for good
create table integrations.effect
(
    clinic_id    uuid        not null references clinics.clinic,
    id           uuid        not null,
    effect_key   text        not null,
    provider     text        not null,
    state        text        not null check (state in ('attempted', 'retryable', 'done', 'rejected')),
    attempts     integer     not null default 1,
    provider_ref text,
    reason       text,
    attempted_at timestamptz not null,
    settled_at   timestamptz,
    primary key (clinic_id, id),
    unique (clinic_id, effect_key)
);
call shared.isolate('integrations.effect');
call shared.allow_lookup('integrations.effect');
create unique index effect_id on integrations.effect (id);

-- Which clinic a provider's callback belongs to: it carries the effect's id.
create function integrations.clinic_id_of_effect(effect uuid) returns uuid
    language sql stable security definer set search_path = ''
    return (select e.clinic_id from integrations.effect e where e.id = effect);
alter function integrations.clinic_id_of_effect(uuid) owner to carewright_lookup;

-- Verified provider events, each once. Codes and ids only: no address, no text.
create table integrations.inbox
(
    clinic_id    uuid        not null references clinics.clinic,
    id           uuid        not null,
    provider     text        not null,
    event_id     text        not null,
    kind         text        not null,
    batch_id     uuid        not null,
    effect_id    uuid,
    provider_ref text,
    detail       text,
    subject      text,
    occurred_at  timestamptz not null,
    received_at  timestamptz not null,
    handled_at   timestamptz,
    primary key (clinic_id, id),
    unique (clinic_id, provider, event_id)
);
comment on column integrations.inbox.subject is 'Blind index token of the address the event is about, e.g. the sender of STOP';
call shared.isolate('integrations.inbox');
create index inbox_batch on integrations.inbox (clinic_id, batch_id) where handled_at is null;

-- What the sandbox providers took, for /sandbox; development and tests only, therefore without clinic isolation and
-- without a clinic: a provider knows nothing of clinics. Not used when the sandbox is off.
create table integrations.sandbox_message
(
    id           uuid primary key,
    provider     text        not null,
    provider_ref text        not null unique,
    received_at  timestamptz not null,
    sender       text        not null,
    recipient    text        not null,
    subject      text,
    body         text        not null,
    html         text,
    attachments  jsonb       not null default '[]',
    headers      jsonb       not null default '{}',
    effect_id    text,
    callback_url text,
    status       text        not null,
    raw          jsonb       not null default '{}'
);
create index sandbox_message_time on integrations.sandbox_message (received_at desc, id);
create table integrations.sandbox_opt_out
(
    sender    text not null,
    recipient text not null,
    primary key (sender, recipient)
);
-- Faults asked for: taken one by one by the next matching calls.
create table integrations.sandbox_fault
(
    id         bigint generated always as identity primary key,
    provider   text    not null,
    kind       text    not null check (kind in ('status', 'stall', 'drop_callback', 'duplicate_callback', 'reorder_callback', 'bad_signature', 'bounce', 'fail_delivery')),
    value      integer not null default 0,
    remaining  integer not null default 1 check (remaining >= 0)
);
