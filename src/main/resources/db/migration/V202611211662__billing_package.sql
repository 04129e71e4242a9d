-- Sessions a patient bought ahead (BIL-5). What they cost stands in the ledger as owed until a session is used.
create table billing.session_package
(
    clinic_id    uuid        not null references clinics.clinic,
    id           uuid        not null,
    patient_id   uuid        not null,
    name         text        not null,
    -- Which visits it pays; null for any
    service_id   uuid,
    sessions     integer     not null check (sessions between 1 and 400),
    used         integer     not null default 0 check (used between 0 and sessions),
    valid_days   integer     not null check (valid_days between 1 and 3650),
    invoice_id   uuid        not null,
    status       text        not null check (status in ('ordered', 'active', 'expired', 'cancelled')),
    -- The last day on which a session can be used
    expires_on   date,
    created_at   timestamptz not null,
    ended_at     timestamptz,
    check (status not in ('active', 'expired') or expires_on is not null),
    check ((status in ('expired', 'cancelled')) = (ended_at is not null)),
    primary key (clinic_id, id),
    unique (clinic_id, invoice_id),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id),
    foreign key (clinic_id, service_id) references scheduling.service (clinic_id, id),
    foreign key (clinic_id, invoice_id) references billing.invoice (clinic_id, id)
);
call shared.isolate('billing.session_package');
create index session_package_patient on billing.session_package (clinic_id, patient_id);

-- A session used for a visit; a visit uses one at most.
create table billing.package_use
(
    clinic_id      uuid        not null,
    id             uuid        not null,
    package_id     uuid        not null,
    appointment_id uuid        not null,
    used_at        timestamptz not null,
    returned_at    timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, package_id) references billing.session_package (clinic_id, id),
    foreign key (clinic_id, appointment_id) references scheduling.appointment (clinic_id, id)
);
call shared.isolate('billing.package_use');
create unique index package_use_visit on billing.package_use (clinic_id, appointment_id) where returned_at is null;
create index package_use_package on billing.package_use (clinic_id, package_id);
