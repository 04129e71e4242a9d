-- What the ledger says of days that are over, so that figures of years are read in milliseconds. Only a summary: it can
-- be thrown away and filled again at any time.
create table billing.day_total
(
    clinic_id    uuid    not null references clinics.clinic,
    booked_on    date    not null,
    currency     char(3) not null,
    account      text    not null,
    -- The posting's kind, e.g. payment
    kind         text    not null,
    service_id   uuid,
    method       text,
    -- Debits, above zero, and credits, below
    debit_minor  bigint  not null check (debit_minor >= 0),
    credit_minor bigint  not null check (credit_minor <= 0),
    unique nulls not distinct (clinic_id, currency, booked_on, account, kind, service_id, method)
);
call shared.isolate('billing.day_total');

-- Up to which day that is done.
create table billing.day_closed
(
    clinic_id uuid not null references clinics.clinic,
    through   date not null,
    primary key (clinic_id)
);
call shared.isolate('billing.day_closed');

create index entry_day on billing.entry (clinic_id, booked_on, posting_id, line);

-- Whatever is booked on a day that was thought to be over opens that day again.
create function billing.reopen_day() returns trigger
    language plpgsql as
$$
begin
    update billing.day_closed c
    set through = w.first_day - 1
    from (select clinic_id, min(booked_on) as first_day from written group by clinic_id) w
    where c.clinic_id = w.clinic_id and c.through >= w.first_day;
    return null;
end
$$;
create trigger entry_reopens_day after insert on billing.entry
    referencing new table as written for each statement execute function billing.reopen_day();
