call shared.create_module_schema('clinics');

-- A clinic is a tenant. The row's own id is its clinic_id, so the same isolation holds for it.
create table clinics.clinic
(
    clinic_id       uuid primary key,
    slug            text        not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
    name            text        not null,
    kind            text        not null check (kind in ('physiotherapy', 'therapy', 'aesthetics', 'home_care')),
    time_zone       text        not null,
    currency        char(3)     not null check (currency ~ '^[A-Z]{3}$'),
    locale          text        not null default 'en',
    country         char(2)     not null check (country ~ '^[A-Z]{2}$'),
    accent_colour   char(7)     not null check (accent_colour ~ '^#[0-9a-f]{6}$'),
    email           text        not null,
    phone           text        not null,
    address         text        not null default '',
    sms_sender      text,
    grace_minutes   integer     not null default 15 check (grace_minutes between 0 and 240),
    approval_hours  integer     not null default 24 check (approval_hours between 1 and 336),
    active          boolean     not null default true,
    created_at      timestamptz not null default now()
);
call shared.isolate('clinics.clinic');
call shared.allow_lookup('clinics.clinic');

create table clinics.location
(
    clinic_id uuid    not null references clinics.clinic,
    id        uuid    not null,
    name      text    not null,
    address   text    not null default '',
    time_zone text    not null,
    active    boolean not null default true,
    primary key (clinic_id, id)
);
call shared.isolate('clinics.location');

-- The data key of each clinic, wrapped by the platform key: useless without it.
create table clinics.data_key
(
    clinic_id  uuid        not null references clinics.clinic,
    purpose    text        not null check (purpose in ('seal', 'index')),
    keyset     bytea       not null,
    created_at timestamptz not null default now(),
    primary key (clinic_id, purpose)
);
call shared.isolate('clinics.data_key');
call shared.allow_lookup('clinics.data_key');

create function clinics.clinic_id_by_slug(wanted text) returns uuid
    language sql stable security definer set search_path = ''
    return (select c.clinic_id from clinics.clinic c where c.slug = wanted and c.active);
alter function clinics.clinic_id_by_slug(text) owner to carewright_lookup;

create function clinics.all_clinic_ids() returns setof uuid
    language sql stable security definer set search_path = ''
    begin atomic
    select c.clinic_id from clinics.clinic c where c.active order by c.slug;
    end;
alter function clinics.all_clinic_ids() owner to carewright_lookup;

create function clinics.wrapped_data_key(of_clinic uuid, for_purpose text) returns bytea
    language sql stable security definer set search_path = ''
    return (select k.keyset from clinics.data_key k where k.clinic_id = of_clinic and k.purpose = for_purpose);
alter function clinics.wrapped_data_key(uuid, text) owner to carewright_lookup;

-- Which clinic an inbound text message belongs to: by the number it was sent to.
create function clinics.clinic_id_by_sms_sender(number text) returns uuid
    language sql stable security definer set search_path = ''
    return (select c.clinic_id from clinics.clinic c where c.sms_sender = number);
alter function clinics.clinic_id_by_sms_sender(text) owner to carewright_lookup;
create unique index clinic_sms_sender on clinics.clinic (sms_sender) where sms_sender is not null;
