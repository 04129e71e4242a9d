-- What is sold by the period (BIL-5).
create table billing.plan
(
    clinic_id      uuid        not null references clinics.clinic,
    id             uuid        not null,
    name           text        not null,
    -- Whose tax its invoices bear and whose visits it covers
    service_id     uuid,
    currency       char(3)     not null,
    interval_unit  text        not null check (interval_unit in ('week', 'month', 'year')),
    interval_count integer     not null check (interval_count between 1 and 52),
    sessions       integer     not null check (sessions between 0 and 400),
    trial_days     integer     not null check (trial_days between 0 and 365),
    created_at     timestamptz not null,
    -- Sold no more; whoever has it keeps it
    retired_at     timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, service_id) references scheduling.service (clinic_id, id)
);
call shared.isolate('billing.plan');
create unique index plan_name on billing.plan (clinic_id, lower(name)) where retired_at is null;

-- What it costs from when; a change is a new version, so that what was sold stays what it was.
create table billing.plan_price
(
    clinic_id   uuid        not null,
    plan_id     uuid        not null,
    version     integer     not null check (version > 0),
    price_minor bigint      not null check (price_minor > 0),
    -- Periods that begin on this day or later
    valid_from  date        not null,
    notice_days integer     not null check (notice_days between 0 and 365),
    created_by  uuid,
    created_at  timestamptz not null,
    primary key (clinic_id, plan_id, version),
    foreign key (clinic_id, plan_id) references billing.plan (clinic_id, id)
);
call shared.isolate('billing.plan_price');
revoke update, delete, truncate on billing.plan_price from carewright_app;
