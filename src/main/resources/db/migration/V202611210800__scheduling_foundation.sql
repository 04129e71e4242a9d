call shared.create_module_schema('scheduling');

create table scheduling.service
(
    clinic_id         uuid     not null references clinics.clinic,
    id                uuid     not null,
    name              text     not null,
    description       text     not null default '',
    speciality        text     not null check (speciality in ('slp', 'ot', 'pt', 'aesthetics', 'home_care')),
    mode              text     not null default 'in_person' check (mode in ('in_person', 'phone', 'video')),
    duration_minutes  integer  not null check (duration_minutes between 5 and 720),
    price_minor       bigint   not null check (price_minor >= 0),
    deposit_minor     bigint   not null default 0 check (deposit_minor >= 0),
    before_minutes    integer  not null default 0 check (before_minutes between 0 and 240),
    after_minutes     integer  not null default 0 check (after_minutes between 0 and 240),
    step_minutes      integer  not null default 15 check (step_minutes between 5 and 240),
    notice_minutes    integer  not null default 120 check (notice_minutes >= 0),
    horizon_days      integer  not null default 90 check (horizon_days between 1 and 730),
    per_day_limit     integer check (per_day_limit > 0),
    seats             integer  not null default 1 check (seats between 1 and 100),
    approval_required boolean  not null default false,
    needs_room        boolean  not null default false,
    form_id           text     not null default 'book-visit',
    position          integer  not null default 0,
    active            boolean  not null default true,
    primary key (clinic_id, id)
);
call shared.isolate('scheduling.service');

create table scheduling.practitioner
(
    clinic_id     uuid    not null references clinics.clinic,
    id            uuid    not null,
    account_id    uuid references identity.account,
    name          text    not null,
    title         text    not null default '',
    per_day_limit integer check (per_day_limit > 0),
    position      integer not null default 0,
    active        boolean not null default true,
    primary key (clinic_id, id)
);
call shared.isolate('scheduling.practitioner');

create table scheduling.practitioner_service
(
    clinic_id       uuid not null references clinics.clinic,
    practitioner_id uuid not null,
    service_id      uuid not null,
    primary key (clinic_id, practitioner_id, service_id),
    foreign key (clinic_id, practitioner_id) references scheduling.practitioner (clinic_id, id),
    foreign key (clinic_id, service_id) references scheduling.service (clinic_id, id)
);
call shared.isolate('scheduling.practitioner_service');

-- Rooms and equipment: what a visit may need besides a person.
create table scheduling.resource
(
    clinic_id   uuid    not null references clinics.clinic,
    id          uuid    not null,
    location_id uuid    not null,
    kind        text    not null check (kind in ('room', 'equipment')),
    name        text    not null,
    active      boolean not null default true,
    primary key (clinic_id, id),
    foreign key (clinic_id, location_id) references clinics.location (clinic_id, id)
);
call shared.isolate('scheduling.resource');

-- The rooms a service may use (any one of them) and the equipment it needs (each of them).
create table scheduling.service_resource
(
    clinic_id   uuid not null references clinics.clinic,
    service_id  uuid not null,
    resource_id uuid not null,
    primary key (clinic_id, service_id, resource_id),
    foreign key (clinic_id, service_id) references scheduling.service (clinic_id, id),
    foreign key (clinic_id, resource_id) references scheduling.resource (clinic_id, id)
);
call shared.isolate('scheduling.service_resource');

-- Weekly wall-clock hours in the location's zone. Closing 24:00 is written as '24:00'.
create table scheduling.working_hours
(
    clinic_id       uuid    not null references clinics.clinic,
    id              uuid    not null,
    practitioner_id uuid    not null,
    location_id     uuid    not null,
    weekday         integer not null check (weekday between 1 and 7),
    opens           time    not null,
    closes          time    not null,
    check (opens < closes),
    primary key (clinic_id, id),
    foreign key (clinic_id, practitioner_id) references scheduling.practitioner (clinic_id, id),
    foreign key (clinic_id, location_id) references clinics.location (clinic_id, id)
);
call shared.isolate('scheduling.working_hours');
create index working_hours_practitioner on scheduling.working_hours (clinic_id, practitioner_id);

-- A date on which other hours hold; opens and closes null: none at all. Several rows: several windows.
create table scheduling.hours_override
(
    clinic_id       uuid not null references clinics.clinic,
    id              uuid not null,
    practitioner_id uuid not null,
    location_id     uuid not null,
    on_date         date not null,
    opens           time,
    closes          time,
    check ((opens is null and closes is null) or opens < closes),
    primary key (clinic_id, id),
    foreign key (clinic_id, practitioner_id) references scheduling.practitioner (clinic_id, id),
    foreign key (clinic_id, location_id) references clinics.location (clinic_id, id)
);
call shared.isolate('scheduling.hours_override');
create index hours_override_date on scheduling.hours_override (clinic_id, practitioner_id, on_date);

-- Weekly breaks, wall clock, taken out of the hours.
create table scheduling.pause
(
    clinic_id       uuid    not null references clinics.clinic,
    id              uuid    not null,
    practitioner_id uuid    not null,
    weekday         integer not null check (weekday between 1 and 7),
    starts          time    not null,
    ends            time    not null,
    check (starts < ends),
    primary key (clinic_id, id),
    foreign key (clinic_id, practitioner_id) references scheduling.practitioner (clinic_id, id)
);
call shared.isolate('scheduling.pause');

create table scheduling.time_off
(
    clinic_id       uuid        not null references clinics.clinic,
    id              uuid        not null,
    practitioner_id uuid        not null,
    starts_at       timestamptz not null,
    ends_at         timestamptz not null,
    note            text        not null default '',
    check (starts_at < ends_at),
    primary key (clinic_id, id),
    foreign key (clinic_id, practitioner_id) references scheduling.practitioner (clinic_id, id)
);
call shared.isolate('scheduling.time_off');
create index time_off_time on scheduling.time_off (clinic_id, practitioner_id, ends_at);

-- Days on which a location, or with location_id null the whole clinic, is closed.
create table scheduling.closure
(
    clinic_id   uuid not null references clinics.clinic,
    id          uuid not null,
    location_id uuid,
    first_day   date not null,
    last_day    date not null,
    name        text not null,
    check (first_day <= last_day),
    primary key (clinic_id, id),
    foreign key (clinic_id, location_id) references clinics.location (clinic_id, id)
);
call shared.isolate('scheduling.closure');

create table scheduling.appointment
(
    clinic_id           uuid        not null references clinics.clinic,
    id                  uuid        not null,
    reservation_id      text        not null,
    patient_id          uuid        not null,
    service_id          uuid        not null,
    practitioner_id     uuid        not null,
    location_id         uuid        not null,
    room_id             uuid,
    starts_at           timestamptz not null,
    ends_at             timestamptz not null,
    status              text        not null check (status in
                            ('requested', 'confirmed', 'checked_in', 'in_progress', 'completed', 'no_show', 'cancelled', 'rejected')),
    price_minor         bigint      not null,
    currency            char(3)     not null,
    invite_sequence     integer     not null default 0,
    time_zone_shown     text        not null,
    answers             bytea       not null,
    manage_token_hash   bytea,
    process_instance_id text,
    booked_by           uuid,
    overbooked          boolean     not null default false,
    requested_at        timestamptz not null,
    confirmed_at        timestamptz,
    checked_in_at       timestamptz,
    started_at          timestamptz,
    ended_at            timestamptz,
    cancelled_by        text check (cancelled_by in ('patient', 'clinic', 'deadline')),
    cancel_reason       bytea,
    fee_minor           bigint,
    fee_decision        jsonb,
    visit_outcome       text,
    visit_note          bytea,
    version             integer     not null default 0,
    check (starts_at < ends_at),
    primary key (clinic_id, id),
    unique (clinic_id, reservation_id),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id),
    foreign key (clinic_id, service_id) references scheduling.service (clinic_id, id),
    foreign key (clinic_id, practitioner_id) references scheduling.practitioner (clinic_id, id),
    foreign key (clinic_id, location_id) references clinics.location (clinic_id, id),
    foreign key (clinic_id, room_id) references scheduling.resource (clinic_id, id)
);
comment on column scheduling.appointment.answers is 'Sealed: what the patient typed into the booking form';
call shared.isolate('scheduling.appointment');
call shared.allow_lookup('scheduling.appointment');
create index appointment_board on scheduling.appointment (clinic_id, starts_at);
create index appointment_practitioner on scheduling.appointment (clinic_id, practitioner_id, starts_at);
create index appointment_patient on scheduling.appointment (clinic_id, patient_id, starts_at);
create unique index appointment_token on scheduling.appointment (manage_token_hash) where manage_token_hash is not null;

create function scheduling.appointment_by_token(token_hash bytea) returns table (clinic_id uuid, id uuid)
    language sql stable security definer set search_path = ''
    begin atomic
    select a.clinic_id, a.id from scheduling.appointment a where a.manage_token_hash = token_hash;
    end;
alter function scheduling.appointment_by_token(bytea) owner to carewright_lookup;

create table scheduling.hold
(
    clinic_id       uuid        not null references clinics.clinic,
    id              uuid        not null,
    service_id      uuid        not null,
    practitioner_id uuid        not null,
    starts_at       timestamptz not null,
    expires_at      timestamptz not null,
    primary key (clinic_id, id),
    foreign key (clinic_id, service_id) references scheduling.service (clinic_id, id),
    foreign key (clinic_id, practitioner_id) references scheduling.practitioner (clinic_id, id)
);
call shared.isolate('scheduling.hold');
create index hold_expiry on scheduling.hold (clinic_id, expires_at);

-- A group visit: one practitioner, one time, several seats. The seats are rows, so two can't take the same one.
create table scheduling.group_session
(
    clinic_id       uuid        not null references clinics.clinic,
    id              uuid        not null,
    service_id      uuid        not null,
    practitioner_id uuid        not null,
    room_id         uuid,
    starts_at       timestamptz not null,
    seats           integer     not null check (seats > 1),
    primary key (clinic_id, id),
    unique (clinic_id, practitioner_id, service_id, starts_at),
    foreign key (clinic_id, service_id) references scheduling.service (clinic_id, id),
    foreign key (clinic_id, practitioner_id) references scheduling.practitioner (clinic_id, id)
);
call shared.isolate('scheduling.group_session');

create table scheduling.seat
(
    clinic_id      uuid    not null references clinics.clinic,
    session_id     uuid    not null,
    seat           integer not null check (seat > 0),
    appointment_id uuid,
    hold_id        uuid,
    check ((appointment_id is null) <> (hold_id is null)),
    primary key (clinic_id, session_id, seat),
    foreign key (clinic_id, session_id) references scheduling.group_session (clinic_id, id) on delete cascade,
    foreign key (clinic_id, appointment_id) references scheduling.appointment (clinic_id, id),
    foreign key (clinic_id, hold_id) references scheduling.hold (clinic_id, id) on delete cascade
);
call shared.isolate('scheduling.seat');
create unique index seat_appointment on scheduling.seat (clinic_id, appointment_id) where appointment_id is not null;
create unique index seat_hold on scheduling.seat (clinic_id, hold_id) where hold_id is not null;

-- The truth about who and what is taken (design §10): one row per taken practitioner, room, equipment or patient, for
-- a hold, an appointment or a group session that still lies ahead or is going on. Rows go when a visit ends or is
-- cancelled, so the table and its index stay as small as the future is. A booking that staff forced is marked
-- overbooked and stands outside the constraint.
create table scheduling.reservation
(
    clinic_id      uuid      not null references clinics.clinic,
    id             uuid      not null,
    kind           text      not null check (kind in ('practitioner', 'resource', 'patient')),
    taken_id       uuid      not null,
    blocked        tstzrange not null check (not isempty(blocked)),
    appointment_id uuid,
    hold_id        uuid,
    session_id     uuid,
    overbooked     boolean   not null default false,
    check (num_nonnulls(appointment_id, hold_id, session_id) = 1),
    primary key (clinic_id, id),
    foreign key (clinic_id, appointment_id) references scheduling.appointment (clinic_id, id),
    foreign key (clinic_id, hold_id) references scheduling.hold (clinic_id, id) on delete cascade,
    foreign key (clinic_id, session_id) references scheduling.group_session (clinic_id, id) on delete cascade,
    constraint reservation_no_overlap exclude using gist (clinic_id with =, taken_id with =, blocked with &&)
        where (not overbooked)
);
call shared.isolate('scheduling.reservation');
create index reservation_appointment on scheduling.reservation (clinic_id, appointment_id) where appointment_id is not null;
create index reservation_hold on scheduling.reservation (clinic_id, hold_id) where hold_id is not null;
create index reservation_session on scheduling.reservation (clinic_id, session_id) where session_id is not null;
