-- When a repeatable effect was first tried: a provider remembers idempotency keys for a day only. Null for effects
-- that are never repeated that way.
alter table integrations.effect add begun_at timestamptz;

-- A clinic's own account at a payment provider (PLT-3). Test and live never mix: the mode of an account never changes,
-- and neither does its provider.
create table integrations.provider_account
(
    clinic_id             uuid        not null references clinics.clinic,
    id                    uuid        not null,
    provider              text        not null check (provider ~ '^[a-z]+$'),
    mode                  text        not null check (mode in ('test', 'live')),
    -- The currencies for which it was chosen. Of card providers one account has a currency, see provider_account_lane.
    currencies            text[]      not null default '{}',
    -- JSON of all credentials but the webhook's secret, and that secret; sealed with the clinic's key.
    credentials_sealed    bytea       not null,
    webhook_secret_sealed bytea,
    -- What may be shown of the credentials: last four characters, or a UPI address.
    hint                  text        not null,
    active                boolean     not null,
    connected_at          timestamptz not null,
    checked_at            timestamptz,
    check_result          text check (check_result in ('works', 'refused', 'not_reached', 'not_checked')),
    primary key (clinic_id, id)
);
create unique index provider_account_id on integrations.provider_account (id);
call shared.isolate('integrations.provider_account');
call shared.allow_lookup('integrations.provider_account');

-- A payment, refund or saved card of ours at a provider, kept before the provider is called: by it an event finds its
-- clinic, and later calls find the account it was made with. account_id is null for the platform's (or sandbox's) own.
create table integrations.payment_object
(
    clinic_id  uuid        not null references clinics.clinic,
    id         uuid        not null,
    kind       text        not null check (kind in ('payment', 'refund', 'setup')),
    provider   text        not null,
    account_id uuid,
    live       boolean     not null,
    created_at timestamptz not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, account_id) references integrations.provider_account (clinic_id, id)
);
create unique index payment_object_id on integrations.payment_object (id);
call shared.isolate('integrations.payment_object');
call shared.allow_lookup('integrations.payment_object');

-- The provider's ids for it: one payment can be a checkout session, an intent and a charge.
create table integrations.payment_object_ref
(
    clinic_id  uuid not null references clinics.clinic,
    provider   text not null,
    object_ref text not null,
    object_id  uuid not null,
    primary key (provider, object_ref),
    foreign key (clinic_id, object_id) references integrations.payment_object (clinic_id, id)
);
create index payment_object_ref_object on integrations.payment_object_ref (clinic_id, object_id);
call shared.isolate('integrations.payment_object_ref');
call shared.allow_lookup('integrations.payment_object_ref');

-- Patients as customers of a provider, one for each account; saved cards hang on them.
create table integrations.payment_customer
(
    clinic_id    uuid        not null references clinics.clinic,
    provider     text        not null,
    -- The account's id, or 'test' or 'live' for the platform's own.
    account_key  text        not null,
    customer_ref text        not null,
    patient_id   uuid        not null,
    created_at   timestamptz not null,
    primary key (clinic_id, provider, account_key, customer_ref)
);
create index payment_customer_patient on integrations.payment_customer (clinic_id, patient_id, provider, account_key);
call shared.isolate('integrations.payment_customer');

-- Which clinic a provider's event belongs to; they return nothing else.
create function integrations.clinic_id_of_payment_object(object uuid) returns uuid
    language sql stable security definer set search_path = ''
    return (select o.clinic_id from integrations.payment_object o where o.id = object);
alter function integrations.clinic_id_of_payment_object(uuid) owner to carewright_lookup;

create function integrations.clinic_id_of_payment_ref(gateway text, ref text) returns uuid
    language sql stable security definer set search_path = ''
    return (select r.clinic_id from integrations.payment_object_ref r where r.provider = gateway and r.object_ref = ref);
alter function integrations.clinic_id_of_payment_ref(text, text) owner to carewright_lookup;

create function integrations.clinic_id_of_provider_account(account uuid) returns uuid
    language sql stable security definer set search_path = ''
    return (select a.clinic_id from integrations.provider_account a where a.id = account);
alter function integrations.clinic_id_of_provider_account(uuid) owner to carewright_lookup;

-- Events about money: which payment, refund or set-up of ours, the provider's object, how much, on which account.
-- refused tells why an event is kept as evidence only and never handled.
alter table integrations.inbox
    add object_id    uuid,
    add object_ref   text,
    add amount_minor bigint,
    add currency     text,
    add account_id   uuid,
    add live         boolean,
    add refused      text;
