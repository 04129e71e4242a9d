-- What was sent to somebody about their account (IAM-2, IAM-7): links and codes that work once and for a short time,
-- invites bound to an address, and notices. The secret in a link isn't here: it is made from the id by the clinic's key,
-- so that neither the database nor the engine holds anything that opens an account.
create table identity.ticket
(
    clinic_id    uuid        not null references clinics.clinic,
    id           uuid        not null,
    purpose      text        not null check (purpose in ('verify_email', 'reset_password', 'verify_phone', 'invite',
                                                         'already_registered', 'password_changed')),
    account_id   uuid,
    door         text        not null check (door in ('desk', 'portal')),
    email        text,
    phone        text,
    display_name text        not null,
    language     text        not null,
    roles        text[]      not null default '{}',
    -- Of an invite for family; the patient's row belongs to a higher module, which checks it.
    patient_id   uuid,
    access_level text,
    created_by   uuid,
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz,
    withdrawn_at timestamptz,
    attempts     int         not null default 0,
    primary key (clinic_id, id),
    foreign key (clinic_id, account_id) references identity.account (clinic_id, id)
);
call shared.isolate('identity.ticket');
call shared.allow_lookup('identity.ticket');
create index ticket_of_account on identity.ticket (clinic_id, account_id, purpose) where used_at is null;
create index ticket_open_invites on identity.ticket (clinic_id, created_at) where purpose = 'invite' and used_at is null;

-- A link names its ticket; whose clinic it is must be known before its secret can be checked.
create function identity.clinic_id_of_ticket(wanted uuid) returns uuid
    language sql stable security definer set search_path = ''
    return (select t.clinic_id from identity.ticket t where t.id = wanted);
alter function identity.clinic_id_of_ticket(uuid) owner to carewright_lookup;
create unique index ticket_by_id on identity.ticket (id);
