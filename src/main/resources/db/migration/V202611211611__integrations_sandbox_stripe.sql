-- The sandbox that plays Stripe; development and tests only, therefore without a clinic: a provider knows nothing of
-- clinics. Not used when the sandbox is off.
create table integrations.sandbox_stripe_account
(
    api_key        text primary key,
    webhook_secret text not null,
    webhook_path   text not null unique
);
-- Everything with an id, as the API answers it.
create table integrations.sandbox_stripe_object
(
    id         text primary key,
    number     bigint generated always as identity unique,
    api_key    text        not null references integrations.sandbox_stripe_account,
    kind       text        not null,
    parent_id  text,
    body       jsonb       not null,
    created_at timestamptz not null
);
create index sandbox_stripe_object_list on integrations.sandbox_stripe_object (api_key, kind, number desc);
create index sandbox_stripe_object_parent on integrations.sandbox_stripe_object (parent_id, kind, number desc);
-- Idempotency keys: what was asked and what was answered.
create table integrations.sandbox_stripe_key
(
    api_key         text        not null references integrations.sandbox_stripe_account,
    idempotency_key text        not null,
    request         text        not null,
    status          integer,
    answer          text,
    created_at      timestamptz not null,
    primary key (api_key, idempotency_key)
);
-- Webhooks; delivered_at stays empty for one that was lost on purpose or is still on its way.
create table integrations.sandbox_stripe_event
(
    id           text primary key,
    number       bigint generated always as identity unique,
    api_key      text        not null references integrations.sandbox_stripe_account,
    name         text        not null,
    object_id    text        not null,
    body         text        not null,
    created_at   timestamptz not null,
    lost         boolean     not null default false,
    delivered_at timestamptz
);
create index sandbox_stripe_event_list on integrations.sandbox_stripe_event (api_key, number desc);
create index sandbox_stripe_event_open on integrations.sandbox_stripe_event (created_at) where delivered_at is null and not lost;
