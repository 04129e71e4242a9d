-- The sandbox that plays Razorpay; development and tests only, therefore without a clinic: a provider knows nothing of
-- clinics. Not used when the sandbox is off.
create table integrations.sandbox_razorpay_account
(
    key_id         text primary key,
    key_secret     text not null,
    webhook_secret text not null,
    account_id     text not null unique,
    webhook_path   text not null unique
);
-- Orders, payments, refunds and disputes as the API answers them.
create table integrations.sandbox_razorpay_object
(
    id              text primary key,
    number          bigint generated always as identity unique,
    key_id          text        not null references integrations.sandbox_razorpay_account,
    kind            text        not null check (kind in ('order', 'payment', 'refund', 'dispute')),
    parent_id       text references integrations.sandbox_razorpay_object,
    idempotency_key text,
    request         text,
    body            jsonb       not null,
    created_at      timestamptz not null,
    unique (key_id, kind, idempotency_key)
);
create index sandbox_razorpay_object_list on integrations.sandbox_razorpay_object (key_id, kind, created_at desc, number desc);
create index sandbox_razorpay_object_parent on integrations.sandbox_razorpay_object (parent_id, kind);
create index sandbox_razorpay_object_receipt on integrations.sandbox_razorpay_object (key_id, kind, (body ->> 'receipt'));
-- Webhooks; delivered_at stays empty for one that was lost on purpose or is still on its way.
create table integrations.sandbox_razorpay_event
(
    id           text primary key,
    number       bigint generated always as identity unique,
    key_id       text        not null references integrations.sandbox_razorpay_account,
    name         text        not null,
    object_id    text        not null,
    body         text        not null,
    created_at   timestamptz not null,
    lost         boolean     not null default false,
    delivered_at timestamptz
);
create index sandbox_razorpay_event_object on integrations.sandbox_razorpay_event (object_id, number);
create index sandbox_razorpay_event_open on integrations.sandbox_razorpay_event (created_at) where delivered_at is null and not lost;

alter table integrations.sandbox_fault drop constraint if exists sandbox_fault_kind_check;
alter table integrations.sandbox_fault add constraint sandbox_fault_kind_check check (kind in ('status', 'stall', 'drop_callback', 'duplicate_callback', 'reorder_callback', 'delay_callback', 'bad_signature', 'bounce', 'fail_delivery'));
