call shared.create_module_schema('patients');

create table patients.patient
(
    clinic_id         uuid        not null references clinics.clinic,
    id                uuid        not null,
    given_name        text        not null,
    family_name       text        not null,
    email             text,
    phone             text,
    -- Blind index tokens: found without reading, the same person found again (design §7).
    email_token       text,
    phone_token       text,
    name_token        text        not null,
    preferred_channel text        not null default 'both' check (preferred_channel in ('email', 'sms', 'both', 'none')),
    language          text        not null default 'en',
    created_at        timestamptz not null,
    primary key (clinic_id, id)
);
call shared.isolate('patients.patient');
create index patient_email_token on patients.patient (clinic_id, email_token);
create index patient_phone_token on patients.patient (clinic_id, phone_token);
