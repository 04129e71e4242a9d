-- How a new clinic is opened by the platform's operator (PLT-4). The process holds ids; who shall lead the clinic is here.
create table onboarding.clinic_opening
(
    clinic_id           uuid        not null references clinics.clinic,
    manager_name        text        not null,
    manager_email       text        not null,
    -- The invite that counts; an earlier one is withdrawn
    invite_id           uuid,
    process_instance_id text,
    created_by          uuid        not null,
    created_at          timestamptz not null,
    -- What the decision table found missing when it was asked last, and in which version
    checked_at          timestamptz,
    check_version       integer,
    missing             text[]      not null default '{}',
    given_up_at         timestamptz,
    primary key (clinic_id)
);
call shared.isolate('onboarding.clinic_opening');
