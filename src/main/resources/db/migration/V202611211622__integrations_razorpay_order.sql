-- Orders at Razorpay that patients pay on its page: what our page that leads there shows, and where the patient comes
-- back to. The clinic is found by integrations.payment_object_ref.
create table integrations.razorpay_order
(
    clinic_id    uuid        not null references clinics.clinic,
    order_ref    text        not null,
    payment_id   uuid        not null,
    key_id       text        not null,
    amount_minor bigint      not null check (amount_minor > 0),
    currency     char(3)     not null,
    reference    text        not null,
    success      text        not null,
    cancel       text        not null,
    created_at   timestamptz not null,
    -- An order can't be cancelled at Razorpay; we only stop leading there.
    closed_at    timestamptz,
    primary key (clinic_id, order_ref),
    unique (clinic_id, payment_id)
);
call shared.isolate('integrations.razorpay_order');
