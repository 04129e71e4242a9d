-- Payments asked for by a UPI link (BIL-3): the link as it was made, so that it is the same each time it is shown.
create table integrations.upi_request
(
    clinic_id  uuid        not null references clinics.clinic,
    reference  text        not null,
    payment_id uuid        not null,
    link       text        not null,
    created_at timestamptz not null,
    closed_at  timestamptz,
    primary key (clinic_id, reference)
);
call shared.isolate('integrations.upi_request');
