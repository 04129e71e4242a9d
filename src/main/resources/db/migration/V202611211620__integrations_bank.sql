-- What a clinic's bank reported (BIL-3, BIL-9). A line is a fact and never changed; what becomes of a credit is told by
-- its state. The bank's text may name the payer, therefore it is sealed.
create table integrations.bank_import
(
    clinic_id   uuid        not null references clinics.clinic,
    id          uuid        not null,
    account     text        not null,
    currency    char(3)     not null,
    lines       integer     not null,
    known       integer     not null,
    imported_by uuid,
    imported_at timestamptz not null,
    primary key (clinic_id, id)
);
call shared.isolate('integrations.bank_import');

create table integrations.bank_line
(
    clinic_id          uuid        not null references clinics.clinic,
    id                 uuid        not null,
    import_id          uuid        not null,
    account            text        not null,
    currency           char(3)     not null,
    booked_on          date        not null,
    amount_minor       bigint      not null check (amount_minor <> 0),
    reference          text,
    description_sealed bytea       not null,
    fingerprint        text        not null,
    state              text        not null default 'open' check (state in ('open', 'matched', 'ignored')),
    payment_id         uuid,
    decided_by         uuid,
    decided_at         timestamptz,
    created_at         timestamptz not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, import_id) references integrations.bank_import (clinic_id, id),
    unique (clinic_id, fingerprint),
    check ((state = 'matched') = (payment_id is not null)),
    check ((state = 'open') = (decided_at is null))
);
comment on column integrations.bank_line.amount_minor is 'Minor currency units; credits positive, debits negative';
comment on column integrations.bank_line.fingerprint is 'Blind index token by which a line of an overlapping file is known';
call shared.isolate('integrations.bank_line');
-- One movement pays one payment, and a payment is paid by one movement.
create unique index bank_line_payment on integrations.bank_line (clinic_id, payment_id) where payment_id is not null;
create index bank_line_open on integrations.bank_line (clinic_id, booked_on, id) where state = 'open' and amount_minor > 0;
create index bank_line_open_amount on integrations.bank_line (clinic_id, amount_minor) where state = 'open' and amount_minor > 0;
create index bank_line_import on integrations.bank_line (clinic_id, import_id);
