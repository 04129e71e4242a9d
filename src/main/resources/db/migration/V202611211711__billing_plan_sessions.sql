-- From when on a plan begun ahead counts, null from its first day; and whether its card is charged or invoices are sent.
alter table billing.subscription
    add column starts_on date,
    add column by_card   boolean not null default true;

-- Parts of one period share its sessions: the first part, null for itself.
alter table billing.subscription_period
    add column counted_with uuid;

-- A visit that a period's sessions paid for; it gets no invoice.
create table billing.plan_use
(
    clinic_id      uuid        not null,
    id             uuid        not null,
    period_id      uuid        not null,
    appointment_id uuid        not null,
    used_at        timestamptz not null,
    primary key (clinic_id, id),
    unique (clinic_id, appointment_id),
    foreign key (clinic_id, period_id) references billing.subscription_period (clinic_id, id),
    foreign key (clinic_id, appointment_id) references scheduling.appointment (clinic_id, id)
);
call shared.isolate('billing.plan_use');
create index plan_use_period on billing.plan_use (clinic_id, period_id);

-- When the patient chose the card to be charged, null when it was saved.
alter table billing.saved_card
    add column chosen_at timestamptz;
