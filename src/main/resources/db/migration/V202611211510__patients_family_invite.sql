-- What an open invite of a family member says beyond the ticket: who they are to the patient (IAM-1).
create table patients.family_invite
(
    clinic_id  uuid        not null,
    -- The ticket's
    id         uuid        not null,
    patient_id uuid        not null,
    relation   text        not null check (relation in ('parent', 'guardian', 'partner', 'child', 'other')),
    -- Whether the patient, of age, has invited and so agreed
    agreed     boolean     not null,
    created_at timestamptz not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id)
);
call shared.isolate('patients.family_invite');
create index family_invite_patient on patients.family_invite (clinic_id, patient_id);
