-- What a payer says of a payment by UPI (BIL-3); it proves nothing, and helps to find the money on the statement.
create table billing.upi_claim
(
    clinic_id  uuid        not null,
    payment_id uuid        not null,
    -- The reference that the payer's app shows, if they typed it
    utr        text,
    claimed_at timestamptz not null,
    primary key (clinic_id, payment_id),
    foreign key (clinic_id, payment_id) references billing.payment (clinic_id, id)
);
call shared.isolate('billing.upi_claim');
-- Payments that a line of a bank statement may be about
create index payment_by_amount on billing.payment (clinic_id, currency, amount_minor) where gateway in ('upi', 'manual');
