-- Codes by text message as a second factor, where a clinic allows it (IAM-4).
alter table identity.clinic_security
    add column sms_codes boolean not null default false;

alter table identity.ticket
    drop constraint ticket_purpose_check,
    add constraint ticket_purpose_check check (purpose in ('verify_email', 'reset_password', 'verify_phone', 'invite',
                                                           'already_registered', 'password_changed', 'second_factor'));

-- Who asked for it; the number is the account's, which was confirmed.
create table identity.sms_factor
(
    account_id uuid primary key references identity.account (id) on delete cascade,
    created_at timestamptz not null
);
