-- Invites by which a clinic asks somebody to become its patient; the invite itself is identity's.
create table onboarding.patient_invite
(
    clinic_id   uuid        not null references clinics.clinic,
    invite_id   uuid        not null,
    account_id  uuid,
    created_at  timestamptz not null,
    accepted_at timestamptz,
    primary key (clinic_id, invite_id),
    foreign key (clinic_id, account_id) references identity.account (clinic_id, id)
);
call shared.isolate('onboarding.patient_invite');
create index patient_invite_account on onboarding.patient_invite (clinic_id, account_id);

-- The desk's list of those who are on their way.
create index enrolment_going_on on onboarding.enrolment (clinic_id, created_at, id)
    where status in ('open', 'abandoned');
