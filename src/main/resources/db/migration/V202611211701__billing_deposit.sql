-- Money paid ahead for a visit (BIL-7); one for a visit. Its invoice tells whose and how much.
create table billing.deposit
(
    clinic_id           uuid        not null references clinics.clinic,
    -- The appointment's
    id                  uuid        not null,
    invoice_id          uuid        not null,
    status              text        not null check (status in ('due', 'held', 'waived', 'released', 'used', 'returned')),
    due_at              timestamptz,
    process_instance_id text,
    created_at          timestamptz not null,
    ended_at            timestamptz,
    check ((status in ('due', 'held')) = (ended_at is null)),
    primary key (clinic_id, id),
    unique (clinic_id, invoice_id),
    foreign key (clinic_id, id) references scheduling.appointment (clinic_id, id),
    foreign key (clinic_id, invoice_id) references billing.invoice (clinic_id, id)
);
call shared.isolate('billing.deposit');
