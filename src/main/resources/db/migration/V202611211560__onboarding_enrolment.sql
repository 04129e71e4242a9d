call shared.create_module_schema('onboarding');

-- A new patient's way into the clinic (ONB-1 to ONB-5). What a person typed is sealed; the process holds ids and codes.
create table onboarding.enrolment
(
    clinic_id           uuid        not null references clinics.clinic,
    id                  uuid        not null,
    source              text        not null check (source in ('qr_page', 'portal', 'invite', 'conversion')),
    status              text        not null check (status in ('open', 'abandoned', 'closed', 'completed')),
    -- Null for a conversion whose patient has no account yet
    account_id          uuid,
    -- Null until the duplicate check is through
    patient_id          uuid,
    -- What they come for, null when they don't know yet
    service_id          uuid,
    language            text        not null,
    -- Name, date of birth and contacts as given; gone once they are in the patient's record
    details_sealed      bytea,
    process_instance_id text,
    intake_form         text,
    intake_sealed       bytea,
    consents_at         timestamptz,
    intake_at           timestamptz,
    insurance_at        timestamptz,
    review_outcome      text,
    review_note_sealed  bytea,
    abandon_at          timestamptz not null,
    created_at          timestamptz not null,
    completed_at        timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, account_id) references identity.account (clinic_id, id),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id),
    foreign key (clinic_id, service_id) references scheduling.service (clinic_id, id)
);
call shared.isolate('onboarding.enrolment');

-- One at a time; the newest one counts.
create unique index enrolment_account_open on onboarding.enrolment (clinic_id, account_id)
    where status in ('open', 'abandoned');
create index enrolment_account on onboarding.enrolment (clinic_id, account_id, created_at);
create index enrolment_patient on onboarding.enrolment (clinic_id, patient_id);
