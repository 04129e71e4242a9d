-- Cards that patients agreed may be charged. The numbers are the provider's; here are its ids and what may be shown.
create table billing.saved_card
(
    clinic_id    uuid        not null references clinics.clinic,
    id           uuid        not null,
    patient_id   uuid        not null,
    gateway      text        not null,
    customer_ref text        not null,
    method_ref   text        not null,
    brand        text,
    last4        char(4),
    -- The last day of the month printed on it
    expires_on   date,
    -- When the patient agreed that it is charged without asking again
    agreed_at    timestamptz not null,
    removed_at   timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id)
);
call shared.isolate('billing.saved_card');
create unique index saved_card_method on billing.saved_card (clinic_id, gateway, method_ref) where removed_at is null;
create index saved_card_patient on billing.saved_card (clinic_id, patient_id, agreed_at);

-- A patient is about to save a card on the provider's page.
create table billing.card_set_up
(
    clinic_id  uuid        not null references clinics.clinic,
    id         uuid        not null,
    patient_id uuid        not null,
    gateway    text        not null,
    object_ref text,
    agreed_at  timestamptz not null,
    ended_at   timestamptz,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id)
);
call shared.isolate('billing.card_set_up');
create index card_set_up_patient on billing.card_set_up (clinic_id, patient_id);

-- A payment whose patient agreed that the card is kept.
alter table billing.payment add keep_card boolean not null default false;
