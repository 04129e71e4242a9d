-- What a patient owes for a visit that was cancelled late or missed (SCH-9, BIL-7); one for a visit.
create table billing.visit_fee
(
    clinic_id      uuid        not null references clinics.clinic,
    -- The appointment's
    id             uuid        not null,
    patient_id     uuid        not null,
    service_id     uuid        not null,
    cause          text        not null check (cause in ('late_cancellation', 'no_show')),
    amount_minor   bigint      not null check (amount_minor > 0),
    currency       char(3)     not null,
    status         text        not null check (status in ('decided', 'waived', 'invoiced')),
    -- Why it was waived, in words
    reason_sealed  bytea,
    decided_by     uuid,
    invoice_id     uuid,
    created_at     timestamptz not null,
    ended_at       timestamptz,
    check ((status = 'invoiced') = (invoice_id is not null)),
    check (status <> 'waived' or reason_sealed is not null),
    primary key (clinic_id, id),
    foreign key (clinic_id, id) references scheduling.appointment (clinic_id, id),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id),
    foreign key (clinic_id, service_id) references scheduling.service (clinic_id, id),
    foreign key (clinic_id, invoice_id) references billing.invoice (clinic_id, id)
);
call shared.isolate('billing.visit_fee');
create index visit_fee_patient on billing.visit_fee (clinic_id, patient_id);
