-- Who registers a patient: the patient, or somebody who cares for a child (ONB-1).

alter table onboarding.enrolment
    add column relation text not null default 'self' check (relation in ('self', 'parent', 'guardian'));

comment on column onboarding.enrolment.relation is 'what the holder of the account is to the patient';
