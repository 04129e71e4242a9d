-- Booking requests that came with an Idempotency-Key: the same key again gets the same appointment (PLT-5).
create table scheduling.booking_request
(
    clinic_id       uuid        not null references clinics.clinic,
    idempotency_key text        not null check (length(idempotency_key) <= 200),
    fingerprint     bytea       not null,
    appointment_id  uuid        not null,
    requested_at    timestamptz not null,
    primary key (clinic_id, idempotency_key)
);
call shared.isolate('scheduling.booking_request');
