-- A patient's plan (BIL-5).
create table billing.subscription
(
    clinic_id           uuid        not null references clinics.clinic,
    id                  uuid        not null,
    patient_id          uuid        not null,
    plan_id             uuid        not null,
    status              text        not null check (status in ('trialing', 'active', 'past_due', 'paused', 'suspended', 'cancelled')),
    -- The day its periods are counted from
    anchor              date,
    -- The one that runs, or ran last, and its process
    period_id           uuid,
    process_instance_id text,
    ends_with_period    boolean     not null default false,
    paused_on           date,
    -- The newest version of the plan's price the patient knows of
    price_told          integer     not null,
    created_at          timestamptz not null,
    ended_on            date,
    ended_at            timestamptz,
    check ((status = 'paused') = (paused_on is not null)),
    check ((status = 'cancelled') = (ended_at is not null)),
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id),
    foreign key (clinic_id, plan_id) references billing.plan (clinic_id, id)
);
call shared.isolate('billing.subscription');
create index subscription_patient on billing.subscription (clinic_id, patient_id);
create index subscription_plan on billing.subscription (clinic_id, plan_id) where status <> 'cancelled';

-- Its periods, without gap and overlap; the last one may be cut, or stretched by a pause.
create table billing.subscription_period
(
    clinic_id       uuid        not null,
    id              uuid        not null,
    subscription_id uuid        not null,
    plan_id         uuid        not null,
    sequence        integer     not null check (sequence > 0),
    -- Which one after the anchor; -1 when the next one begins on the anchor
    cycle           integer     not null check (cycle >= -1),
    starts_on       date        not null,
    -- The first day that isn't in it
    ends_on         date        not null check (ends_on >= starts_on),
    -- What parts of the plan's price and of its own are counted from
    cycle_from      date        not null,
    charged_from    date        not null,
    trial           boolean     not null,
    price_version   integer     not null,
    price_minor     bigint      not null check (price_minor >= 0),
    invoice_id      uuid,
    begun_at        timestamptz not null,
    primary key (clinic_id, id),
    unique (clinic_id, subscription_id, sequence),
    foreign key (clinic_id, subscription_id) references billing.subscription (clinic_id, id),
    foreign key (clinic_id, plan_id, price_version) references billing.plan_price (clinic_id, plan_id, version),
    foreign key (clinic_id, invoice_id) references billing.invoice (clinic_id, id),
    exclude using gist (clinic_id with =, subscription_id with =, daterange(starts_on, ends_on) with &&)
);
call shared.isolate('billing.subscription_period');
create index subscription_period_invoice on billing.subscription_period (clinic_id, invoice_id);

alter table billing.subscription
    add foreign key (clinic_id, period_id) references billing.subscription_period (clinic_id, id);
