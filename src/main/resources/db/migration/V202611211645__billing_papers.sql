-- The virtual payment address (VPA) that gets what is paid by UPI without a provider.
alter table billing.settings
    add column upi_address text check (upi_address ~ '^[A-Za-z0-9._-]{2,128}@[A-Za-z][A-Za-z0-9.-]{1,63}$');

-- What an app asked for under a key of its own, so that asking again makes nothing twice.
create table billing.api_request
(
    clinic_id   uuid        not null references clinics.clinic,
    -- Account or key that asked
    asked_by    uuid        not null,
    operation   text        not null check (operation in ('invoice', 'refund')),
    request_key text        not null check (length(request_key) between 1 and 200),
    -- SHA-256 of the body
    fingerprint bytea       not null check (length(fingerprint) = 32),
    -- What it made
    result_id   uuid        not null,
    created_at  timestamptz not null,
    primary key (clinic_id, asked_by, operation, request_key)
);
call shared.isolate('billing.api_request');
revoke update, truncate on billing.api_request from carewright_app;
