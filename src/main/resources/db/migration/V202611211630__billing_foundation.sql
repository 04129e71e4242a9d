call shared.create_module_schema('billing');

-- How a clinic bills. A clinic without a row bills with these defaults.
create table billing.settings
(
    clinic_id     uuid     not null references clinics.clinic,
    -- Days from issue to due
    payment_days  integer  not null default 14 check (payment_days between 0 and 365),
    number_prefix text     not null default '' check (number_prefix ~ '^[A-Z0-9]{0,8}$'),
    -- Shown on papers: GSTIN, EIN
    tax_number    text,
    primary key (clinic_id)
);
call shared.isolate('billing.settings');

-- The next number of a series of documents; the row is locked only for the last statements of an issue.
create table billing.number_series
(
    clinic_id uuid    not null references clinics.clinic,
    series    text    not null check (series in ('invoice', 'credit_note', 'receipt')),
    year      integer not null,
    last      bigint  not null,
    primary key (clinic_id, series, year)
);
call shared.isolate('billing.number_series');

-- A tax as the clinic charges it. A change of rates is a new tax, so that old invoices stay what they were.
create table billing.tax
(
    clinic_id  uuid        not null references clinics.clinic,
    id         uuid        not null,
    name       text        not null,
    -- Whether prices contain it
    inclusive  boolean     not null,
    created_at timestamptz not null,
    retired_at timestamptz,
    primary key (clinic_id, id)
);
call shared.isolate('billing.tax');
create unique index tax_name on billing.tax (clinic_id, lower(name)) where retired_at is null;

-- Its parts, e.g. CGST 9 % and SGST 9 %.
create table billing.tax_part
(
    clinic_id uuid     not null,
    tax_id    uuid     not null,
    position  smallint not null,
    name      text     not null,
    -- Millionths: 8.875 % is 88750
    rate_ppm  integer  not null check (rate_ppm between 0 and 1000000),
    primary key (clinic_id, tax_id, position),
    foreign key (clinic_id, tax_id) references billing.tax (clinic_id, id)
);
call shared.isolate('billing.tax_part');

-- Which tax a service bears; a service without a row bears none.
create table billing.service_tax
(
    clinic_id  uuid not null,
    service_id uuid not null,
    tax_id     uuid not null,
    primary key (clinic_id, service_id),
    foreign key (clinic_id, service_id) references scheduling.service (clinic_id, id),
    foreign key (clinic_id, tax_id) references billing.tax (clinic_id, id)
);
call shared.isolate('billing.service_tax');

create table billing.coupon
(
    clinic_id    uuid        not null references clinics.clinic,
    id           uuid        not null,
    code         text        not null check (code ~ '^[A-Z0-9-]{3,30}$'),
    -- One of the two
    percent_ppm  integer check (percent_ppm between 1 and 1000000),
    amount_minor bigint check (amount_minor > 0),
    currency     char(3),
    valid_from   date        not null,
    valid_to     date,
    max_uses     integer check (max_uses > 0),
    uses         integer     not null default 0,
    created_at   timestamptz not null,
    retired_at   timestamptz,
    check ((percent_ppm is null) <> (amount_minor is null)),
    check ((amount_minor is null) = (currency is null)),
    check (max_uses is null or uses <= max_uses),
    primary key (clinic_id, id)
);
call shared.isolate('billing.coupon');
create unique index coupon_code on billing.coupon (clinic_id, code) where retired_at is null;

create table billing.invoice
(
    clinic_id            uuid        not null references clinics.clinic,
    id                   uuid        not null,
    patient_id           uuid        not null,
    status               text        not null check (status in ('draft', 'sent', 'paid', 'overdue', 'cancelled')),
    -- Given when it is issued, without gaps; a draft has none
    number               text,
    currency             char(3)     not null,
    -- What it is for, so that one thing is invoiced once
    source               text        not null check (source in ('manual', 'appointment', 'plan', 'package', 'fee', 'deposit')),
    source_id            uuid,
    period_start         date,
    period_end           date,
    issued_on            date,
    due_on               date,
    paid_on              date,
    coupon_id            uuid,
    subtotal_minor       bigint      not null check (subtotal_minor >= 0),
    discount_minor       bigint      not null check (discount_minor between 0 and subtotal_minor),
    tax_minor            bigint      not null check (tax_minor >= 0),
    total_minor          bigint      not null check (total_minor >= 0),
    note_sealed          bytea,
    created_at           timestamptz not null,
    version              integer     not null default 0,
    check ((status in ('draft')) = (number is null) or status = 'cancelled'),
    check (number is null or (issued_on is not null and due_on is not null)),
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id),
    foreign key (clinic_id, coupon_id) references billing.coupon (clinic_id, id)
);
call shared.isolate('billing.invoice');
call shared.allow_lookup('billing.invoice');
create unique index invoice_number on billing.invoice (clinic_id, number) where number is not null;
create unique index invoice_source on billing.invoice (clinic_id, source, source_id)
    where source_id is not null and status <> 'cancelled';
create index invoice_patient on billing.invoice (clinic_id, patient_id, created_at, id);
create index invoice_list on billing.invoice (clinic_id, created_at, id);
create index invoice_unsettled on billing.invoice (clinic_id, due_on, id) where status in ('sent', 'overdue');

create table billing.invoice_line
(
    clinic_id      uuid           not null,
    invoice_id     uuid           not null,
    position       smallint       not null,
    service_id     uuid,
    description    text           not null,
    quantity       numeric(12, 3) not null check (quantity > 0),
    unit_minor     bigint         not null check (unit_minor >= 0),
    tax_id         uuid,
    -- Before discount; the discount of the line and its share of the invoice's; without tax; tax; to pay
    gross_minor    bigint         not null check (gross_minor >= 0),
    discount_minor bigint         not null check (discount_minor between 0 and gross_minor),
    net_minor      bigint         not null check (net_minor >= 0),
    tax_minor      bigint         not null check (tax_minor >= 0),
    primary key (clinic_id, invoice_id, position),
    foreign key (clinic_id, invoice_id) references billing.invoice (clinic_id, id) on delete cascade,
    foreign key (clinic_id, service_id) references scheduling.service (clinic_id, id),
    foreign key (clinic_id, tax_id) references billing.tax (clinic_id, id)
);
call shared.isolate('billing.invoice_line');

create table billing.invoice_tax
(
    clinic_id    uuid     not null,
    invoice_id   uuid     not null,
    position     smallint not null,
    name         text     not null,
    rate_ppm     integer  not null,
    base_minor   bigint   not null,
    amount_minor bigint   not null,
    primary key (clinic_id, invoice_id, position),
    foreign key (clinic_id, invoice_id) references billing.invoice (clinic_id, id) on delete cascade
);
call shared.isolate('billing.invoice_tax');

-- Takes back an invoice or a part of it.
create table billing.credit_note
(
    clinic_id     uuid        not null,
    id            uuid        not null,
    invoice_id    uuid        not null,
    number        text        not null,
    issued_on     date        not null,
    net_minor     bigint      not null check (net_minor >= 0),
    tax_minor     bigint      not null check (tax_minor >= 0),
    total_minor   bigint      not null check (total_minor > 0 and total_minor = net_minor + tax_minor),
    reason_sealed bytea,
    created_at    timestamptz not null,
    primary key (clinic_id, id),
    unique (clinic_id, number),
    foreign key (clinic_id, invoice_id) references billing.invoice (clinic_id, id)
);
call shared.isolate('billing.credit_note');
create index credit_note_invoice on billing.credit_note (clinic_id, invoice_id);
revoke update, delete, truncate on billing.credit_note from carewright_app;

-- Money that came or is meant to come.
create table billing.payment
(
    clinic_id     uuid        not null references clinics.clinic,
    id            uuid        not null,
    patient_id    uuid        not null,
    -- What it is for; null for a payment on account
    invoice_id    uuid,
    gateway       text        not null check (gateway ~ '^[a-z_]{2,20}$'),
    method        text        not null check (method in ('card', 'upi', 'cash', 'bank_transfer', 'wallet', 'net_banking', 'other')),
    status        text        not null check (status in ('pending', 'processing', 'succeeded', 'failed', 'cancelled')),
    amount_minor  bigint      not null check (amount_minor > 0),
    currency      char(3)     not null,
    -- Whether real money moves
    live          boolean     not null,
    -- The provider's object of the attempt (intent, order), and of the payment where that is another
    object_ref    text,
    provider_ref  text,
    -- What a bank statement or a receipt names, e.g. the UTR
    reference     text,
    card_brand    text,
    card_last4    char(4),
    receipt       text,
    failure       text,
    taken_by      uuid,
    created_at    timestamptz not null,
    paid_at       timestamptz,
    check ((status = 'succeeded') = (paid_at is not null)),
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id),
    foreign key (clinic_id, invoice_id) references billing.invoice (clinic_id, id)
);
call shared.isolate('billing.payment');
call shared.allow_lookup('billing.payment');
create unique index payment_object on billing.payment (gateway, live, object_ref) where object_ref is not null;
create unique index payment_provider on billing.payment (gateway, live, provider_ref) where provider_ref is not null;
create unique index payment_receipt on billing.payment (clinic_id, receipt) where receipt is not null;
create index payment_patient on billing.payment (clinic_id, patient_id, created_at, id);
create index payment_invoice on billing.payment (clinic_id, invoice_id);
create index payment_open on billing.payment (clinic_id, created_at, id) where status in ('pending', 'processing');

-- Whose payment a provider's event is about: it names its own object and carries no clinic of ours.
create function billing.payment_by_object(of_gateway text, of_live boolean, ref text)
    returns table (clinic_id uuid, id uuid)
    language sql stable security definer set search_path = ''
    begin atomic
    select p.clinic_id, p.id
    from billing.payment p
    where p.gateway = of_gateway and p.live = of_live and (p.object_ref = ref or p.provider_ref = ref);
    end;
alter function billing.payment_by_object(text, boolean, text) owner to carewright_lookup;

-- Money that goes back. What is asked for counts against the payment until it is refused or has failed.
create table billing.refund
(
    clinic_id     uuid        not null,
    id            uuid        not null,
    payment_id    uuid        not null,
    status        text        not null check (status in ('requested', 'approved', 'issuing', 'issued', 'refused', 'failed')),
    amount_minor  bigint      not null check (amount_minor > 0),
    currency      char(3)     not null,
    reason        text        not null check (reason in ('requested_by_patient', 'duplicate', 'visit_cancelled', 'goodwill', 'overpaid')),
    note_sealed   bytea,
    credit_note_id uuid,
    requested_by  uuid,
    decided_by    uuid,
    provider_ref  text,
    failure       text,
    created_at    timestamptz not null,
    decided_at    timestamptz,
    issued_at     timestamptz,
    -- Four eyes: nobody decides on what they asked for, where a decision was needed
    check (decided_by is null or decided_by <> requested_by),
    primary key (clinic_id, id),
    foreign key (clinic_id, payment_id) references billing.payment (clinic_id, id),
    foreign key (clinic_id, credit_note_id) references billing.credit_note (clinic_id, id)
);
call shared.isolate('billing.refund');
create index refund_payment on billing.refund (clinic_id, payment_id);
create index refund_list on billing.refund (clinic_id, created_at, id);

-- The ledger: what happened, once and for ever. One posting per document; its entries balance to zero.
create table billing.posting
(
    clinic_id   uuid        not null references clinics.clinic,
    id          uuid        not null,
    kind        text        not null check (kind ~ '^[a-z_]{3,30}$'),
    document_id uuid        not null,
    currency    char(3)     not null,
    booked_on   date        not null,
    posted_at   timestamptz not null,
    posted_by   uuid,
    reverses_id uuid,
    primary key (clinic_id, id),
    unique (clinic_id, id, currency, booked_on),
    unique (clinic_id, kind, document_id),
    unique (clinic_id, reverses_id),
    foreign key (clinic_id, reverses_id) references billing.posting (clinic_id, id)
);
call shared.isolate('billing.posting');
revoke update, delete, truncate on billing.posting from carewright_app;

create table billing.entry
(
    clinic_id    uuid     not null,
    posting_id   uuid     not null,
    line         smallint not null,
    account      text     not null check (account in
                     ('receivable', 'revenue', 'tax', 'money', 'patient_credit', 'refund_due', 'deposit', 'package',
                      'write_off', 'provider_fee', 'disputed')),
    -- Minor units; debit above zero, credit below
    amount_minor bigint   not null check (amount_minor <> 0),
    currency     char(3)  not null,
    booked_on    date     not null,
    invoice_id   uuid,
    payment_id   uuid,
    service_id   uuid,
    -- Where the money is: card, upi, cash...
    method       text,
    check (account <> 'receivable' or invoice_id is not null),
    check (account <> 'money' or method is not null),
    primary key (clinic_id, posting_id, line),
    foreign key (clinic_id, posting_id, currency, booked_on)
        references billing.posting (clinic_id, id, currency, booked_on),
    foreign key (clinic_id, invoice_id) references billing.invoice (clinic_id, id),
    foreign key (clinic_id, payment_id) references billing.payment (clinic_id, id)
);
call shared.isolate('billing.entry');
revoke update, delete, truncate on billing.entry from carewright_app;
create index entry_invoice on billing.entry (clinic_id, invoice_id, account) include (amount_minor);
create index entry_payment on billing.entry (clinic_id, payment_id, account) include (amount_minor);
create index entry_figures on billing.entry (clinic_id, currency, account, booked_on)
    include (amount_minor, service_id, method);

-- Whoever writes entries, what is written must balance.
create function billing.refuse_unbalanced() returns trigger
    language plpgsql as
$$
begin
    if exists (select from written group by clinic_id, posting_id having sum(amount_minor) <> 0) then
        raise exception 'entries of a posting do not balance' using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create trigger entry_balances after insert on billing.entry
    referencing new table as written for each statement execute function billing.refuse_unbalanced();

-- Not even the owner changes what is posted, unless the trigger is taken away, which the audit of the schema shows.
create function billing.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'the ledger is append-only: reverse the posting' using errcode = 'insufficient_privilege';
end
$$;
create trigger posting_stays before update or delete on billing.posting
    for each statement execute function billing.refuse_change();
create trigger entry_stays before update or delete on billing.entry
    for each statement execute function billing.refuse_change();
