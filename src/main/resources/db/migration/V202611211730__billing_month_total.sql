-- The same by months: five years are sixty of them, but thousands of days.
create table billing.month_total
(
    clinic_id    uuid    not null references clinics.clinic,
    -- Its first day
    month        date    not null check (extract(day from month) = 1),
    currency     char(3) not null,
    account      text    not null,
    kind         text    not null,
    service_id   uuid,
    method       text,
    debit_minor  bigint  not null check (debit_minor >= 0),
    credit_minor bigint  not null check (credit_minor <= 0),
    unique nulls not distinct (clinic_id, currency, month, account, kind, service_id, method)
);
call shared.isolate('billing.month_total');

-- The last day of the last month that is summed; never after the last summed day.
alter table billing.day_closed add column months_through date not null default '1969-12-31',
    add check (months_through <= through);

create or replace function billing.reopen_day() returns trigger
    language plpgsql as
$$
begin
    update billing.day_closed c
    set through = w.first_day - 1,
        months_through = least(c.months_through, date_trunc('month', w.first_day)::date - 1)
    from (select clinic_id, min(booked_on) as first_day from written group by clinic_id) w
    where c.clinic_id = w.clinic_id and c.through >= w.first_day;
    return null;
end
$$;
