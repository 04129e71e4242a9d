-- Records that only few may open, and access to them in an emergency (break-glass, HIP-5).
create table audit.record_restriction
(
    clinic_id     uuid        not null references clinics.clinic,
    patient_id    uuid        not null,
    restricted_by uuid        not null,
    restricted_at timestamptz not null,
    primary key (clinic_id, patient_id),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id)
);
call shared.isolate('audit.record_restriction');

create table audit.emergency_access
(
    clinic_id     uuid        not null references clinics.clinic,
    id            uuid        not null,
    patient_id    uuid        not null,
    account_id    uuid        not null,
    -- Sealed: the staff member's words, which may tell about the patient's health.
    reason        bytea       not null,
    opened_at     timestamptz not null,
    -- Over from here on, whether any job runs or not.
    ends_at       timestamptz not null check (ends_at > opened_at),
    reviewed_by   uuid,
    reviewed_at   timestamptz,
    verdict       text check (verdict in ('justified', 'not_justified')),
    -- Sealed like the reason.
    review_note   bytea,
    check ((verdict is null) = (reviewed_at is null)),
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id)
);
call shared.isolate('audit.emergency_access');
create index emergency_access_by_person on audit.emergency_access (clinic_id, patient_id, account_id, ends_at);
revoke delete, truncate on audit.emergency_access from carewright_app;
