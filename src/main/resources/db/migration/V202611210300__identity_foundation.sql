call shared.create_module_schema('identity');

-- Staff and operators who sign in at /desk. An operator belongs to no clinic: clinic_id is null, and only the look-up
-- functions below find the row.
create table identity.account
(
    id            uuid primary key,
    clinic_id     uuid references clinics.clinic,
    email         text        not null,
    display_name  text        not null,
    password_hash text        not null,
    role          text        not null check (role in ('receptionist', 'practitioner', 'manager', 'operator')),
    demo          boolean     not null default false,
    active        boolean     not null default true,
    created_at    timestamptz not null default now(),
    check ((role = 'operator') = (clinic_id is null))
);
create unique index account_email on identity.account (lower(email));
create index account_clinic on identity.account (clinic_id, role);
call shared.isolate('identity.account');
call shared.allow_lookup('identity.account');

create function identity.account_by_email(wanted text)
    returns table (id uuid, clinic_id uuid, email text, display_name text, password_hash text, role text, active boolean)
    language sql stable security definer set search_path = ''
    begin atomic
    select a.id, a.clinic_id, a.email, a.display_name, a.password_hash, a.role, a.active
    from identity.account a where lower(a.email) = lower(wanted);
    end;
alter function identity.account_by_email(text) owner to carewright_lookup;

create function identity.account_by_id(wanted uuid)
    returns table (id uuid, clinic_id uuid, email text, display_name text, role text, active boolean)
    language sql stable security definer set search_path = ''
    begin atomic
    select a.id, a.clinic_id, a.email, a.display_name, a.role, a.active
    from identity.account a where a.id = wanted;
    end;
alter function identity.account_by_id(uuid) owner to carewright_lookup;

-- Accounts for the engine's identity look-ups: by clinic and role, either may be null.
create function identity.accounts(of_clinic uuid, with_role text)
    returns table (id uuid, clinic_id uuid, email text, display_name text, role text, active boolean)
    language sql stable security definer set search_path = ''
    begin atomic
    select a.id, a.clinic_id, a.email, a.display_name, a.role, a.active
    from identity.account a
    where a.active and (of_clinic is null or a.clinic_id = of_clinic) and (with_role is null or a.role = with_role)
    order by a.id;
    end;
alter function identity.accounts(uuid, text) owner to carewright_lookup;

-- Whether demo accounts exist: a production start asks.
create function identity.has_demo_accounts() returns boolean
    language sql stable security definer set search_path = ''
    return exists (select from identity.account a where a.demo);
alter function identity.has_demo_accounts() owner to carewright_lookup;

-- An operator's account has no clinic, so no scope may write it: this function does.
create function identity.create_operator(new_id uuid, new_email text, new_name text, new_hash text, is_demo boolean)
    returns void
    language sql security definer set search_path = ''
    begin atomic
    insert into identity.account (id, clinic_id, email, display_name, password_hash, role, demo)
    values (new_id, null, new_email, new_name, new_hash, 'operator', is_demo)
    on conflict do nothing;
    end;
create policy operators_by_function on identity.account for insert to carewright_lookup
    with check (role = 'operator' and clinic_id is null);
grant insert on identity.account to carewright_lookup;
alter function identity.create_operator(uuid, text, text, text, boolean) owner to carewright_lookup;

-- Spring Session's tables (its own layout, in our schema); a session is found by its id before any scope is known.
create table identity.http_session
(
    primary_id            char(36) not null primary key,
    session_id            char(36) not null unique,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create index http_session_expiry on identity.http_session (expiry_time);
create index http_session_principal on identity.http_session (principal_name);

create table identity.http_session_attributes
(
    session_primary_id char(36)     not null references identity.http_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
