-- Staff invite the patient too, and for a time (IAM-1).
alter table patients.family_invite
    drop constraint family_invite_relation_check,
    add constraint family_invite_relation_check
        check (relation in ('self', 'parent', 'guardian', 'partner', 'child', 'other')),
    add column starts_at timestamptz,
    add column ends_at   timestamptz,
    add check (ends_at > starts_at);
