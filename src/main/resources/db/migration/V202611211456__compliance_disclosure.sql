call shared.create_module_schema('compliance');

-- What of a record was given to whom outside treatment, payment and operations (45 CFR 164.528).
create table compliance.disclosure
(
    clinic_id         uuid        not null references clinics.clinic,
    id                uuid        not null,
    patient_id        uuid        not null,
    disclosed_on      date        not null,
    -- Sealed: who got what and why may tell about the patient's health.
    recipient         bytea       not null,
    recipient_address bytea       not null,
    description       bytea       not null,
    purpose           bytea       not null,
    recorded_by       uuid        not null,
    recorded_at       timestamptz not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id)
);
call shared.isolate('compliance.disclosure');
create index disclosure_by_patient on compliance.disclosure (clinic_id, patient_id, disclosed_on, id);
revoke update, delete, truncate on compliance.disclosure from carewright_app;
