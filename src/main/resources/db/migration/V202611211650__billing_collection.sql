-- Which process instance works on an invoice; of one that has ended, the last.
create table billing.invoice_run
(
    clinic_id           uuid not null,
    invoice_id          uuid not null,
    process_instance_id text not null,
    primary key (clinic_id, invoice_id),
    foreign key (clinic_id, invoice_id) references billing.invoice (clinic_id, id)
);
call shared.isolate('billing.invoice_run');

-- When what is done to collect an invoice; the process's timers point here.
create table billing.dunning
(
    clinic_id       uuid        not null,
    invoice_id      uuid        not null,
    due_day_over_at timestamptz not null,
    next_step_at    timestamptz not null,
    steps           integer     not null default 0,
    -- Nothing was left to pay then
    ended_at        timestamptz,
    primary key (clinic_id, invoice_id),
    foreign key (clinic_id, invoice_id) references billing.invoice (clinic_id, id)
);
call shared.isolate('billing.dunning');

-- What was done, and which rows of the policy said so.
create table billing.dunning_step
(
    clinic_id  uuid        not null,
    invoice_id uuid        not null,
    step       integer     not null check (step > 0),
    action     text        not null check (action ~ '^[a-z_]{2,20}$'),
    decision   text        not null,
    taken_at   timestamptz not null,
    primary key (clinic_id, invoice_id, step),
    foreign key (clinic_id, invoice_id) references billing.dunning (clinic_id, invoice_id)
);
call shared.isolate('billing.dunning_step');

-- A bank took a payment back, until it is decided who is right.
create table billing.dispute
(
    clinic_id       uuid        not null,
    id              uuid        not null,
    payment_id      uuid        not null,
    status          text        not null check (status in ('open', 'won', 'lost')),
    gateway         text        not null,
    provider_ref    text        not null,
    amount_minor    bigint      not null check (amount_minor > 0),
    currency        char(3)     not null,
    reason          text,
    evidence_due_at timestamptz not null,
    answered_by     uuid,
    answered_at     timestamptz,
    opened_at       timestamptz not null,
    closed_at       timestamptz,
    check ((status = 'open') = (closed_at is null)),
    primary key (clinic_id, id),
    unique (clinic_id, gateway, provider_ref),
    foreign key (clinic_id, payment_id) references billing.payment (clinic_id, id)
);
call shared.isolate('billing.dispute');
create index dispute_payment on billing.dispute (clinic_id, payment_id);
create index dispute_open on billing.dispute (clinic_id, evidence_due_at, id) where status = 'open';
