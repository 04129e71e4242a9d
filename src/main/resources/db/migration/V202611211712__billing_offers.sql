-- A package of sessions that is offered; what was sold of it keeps its own words and price (BIL-5).
create table billing.package_offer
(
    clinic_id   uuid        not null references clinics.clinic,
    id          uuid        not null,
    name        text        not null,
    -- Which visits it pays and whose tax it bears; null for any and none
    service_id  uuid,
    sessions    integer     not null check (sessions between 1 and 400),
    currency    char(3)     not null,
    price_minor bigint      not null check (price_minor > 0),
    valid_days  integer     not null check (valid_days between 1 and 3650),
    version     integer     not null default 1,
    created_at  timestamptz not null,
    retired_at  timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, service_id) references scheduling.service (clinic_id, id)
);
call shared.isolate('billing.package_offer');
create unique index package_offer_name on billing.package_offer (clinic_id, lower(name)) where retired_at is null;

-- What patients may do with their plans by themselves; both without a row.
create table billing.plan_rules
(
    clinic_id       uuid    not null references clinics.clinic,
    patients_pause  boolean not null,
    patients_cancel boolean not null,
    primary key (clinic_id)
);
call shared.isolate('billing.plan_rules');
