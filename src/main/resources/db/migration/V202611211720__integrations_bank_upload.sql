-- A statement file that was uploaded and looked at, before anything of it is booked (BIL-3). It goes when it is booked or
-- given up. Sealed, as a bank's texts name payers.
create table integrations.bank_upload
(
    clinic_id   uuid        not null references clinics.clinic,
    id          uuid        not null,
    account     text        not null,
    currency    char(3)     not null,
    date_order  text        not null check (date_order in ('DAY_FIRST', 'MONTH_FIRST')),
    file_sealed bytea       not null,
    uploaded_by uuid,
    uploaded_at timestamptz not null,
    primary key (clinic_id, id)
);
call shared.isolate('integrations.bank_upload');
