-- E-mail and phone are sealed from now on and found by their tokens (HIP-6). What was written before stays readable in
-- the old columns until it is sealed too.
alter table patients.patient
    add column date_of_birth date,
    add column email_sealed  bytea,
    add column phone_sealed  bytea;

-- Whose records a portal account opens, and how far (IAM-1).
create table patients.portal_access
(
    clinic_id  uuid        not null,
    id         uuid        not null,
    account_id uuid        not null,
    patient_id uuid        not null,
    level      text        not null check (level in ('view_only', 'messaging', 'full')),
    relation   text        not null check (relation in ('self', 'parent', 'guardian', 'partner', 'child', 'other')),
    starts_at  timestamptz not null,
    ends_at    timestamptz,
    revoked_at timestamptz,
    -- When the patient, of age, agreed
    agreed_at  timestamptz,
    created_at timestamptz not null,
    primary key (clinic_id, id),
    check (ends_at > starts_at),
    foreign key (clinic_id, account_id) references identity.account (clinic_id, id),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id)
);
call shared.isolate('patients.portal_access');
create unique index portal_access_once on patients.portal_access (clinic_id, account_id, patient_id)
    where revoked_at is null;
create index portal_access_patient on patients.portal_access (clinic_id, patient_id, created_at);
