-- A practitioner's secret calendar address (SCH-13). Only the token's hash is kept; deleting the row revokes it.
create table scheduling.calendar_feed
(
    clinic_id       uuid        not null references clinics.clinic,
    id              uuid        not null,
    practitioner_id uuid        not null,
    token_hash      bytea       not null unique,
    created_by      uuid        not null,
    created_at      timestamptz not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, practitioner_id) references scheduling.practitioner (clinic_id, id)
);
call shared.isolate('scheduling.calendar_feed');
call shared.allow_lookup('scheduling.calendar_feed');
create index calendar_feed_practitioner on scheduling.calendar_feed (clinic_id, practitioner_id);

create function scheduling.calendar_feed_by_token(wanted bytea) returns table (clinic_id uuid, practitioner_id uuid)
    language sql stable security definer set search_path = ''
    begin atomic
    select f.clinic_id, f.practitioner_id from scheduling.calendar_feed f where f.token_hash = wanted;
    end;
alter function scheduling.calendar_feed_by_token(bytea) owner to carewright_lookup;
