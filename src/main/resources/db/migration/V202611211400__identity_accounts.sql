-- Accounts of both doors (IAM-1, IAM-2, IAM-3): staff and operators at the desk, patients and family at the portal. Roles
-- are a set; security_stamp moves when the password, roles or status change, and whoever signed in under an earlier one
-- is signed out with their next request.
drop policy operators_by_function on identity.account;
drop function identity.account_by_email(text);
drop function identity.account_by_id(uuid);
drop function identity.accounts(uuid, text);
drop function identity.create_operator(uuid, text, text, text, boolean);
drop index identity.account_email;
drop index identity.account_clinic;

alter table identity.account
    add column door              text        not null default 'desk' check (door in ('desk', 'portal')),
    add column roles             text[]      not null default '{}',
    add column security_stamp    integer     not null default 0,
    add column status            text        not null default 'active' check (status in ('unverified', 'active', 'closed')),
    add column phone             text,
    add column language          text        not null default 'en',
    add column email_verified_at timestamptz,
    add column phone_verified_at timestamptz;
alter table identity.account no force row level security;
update identity.account
set roles = array [role], status = case when active then 'active' else 'closed' end, email_verified_at = created_at;
alter table identity.account force row level security;
alter table identity.account
    drop column role,
    drop column active,
    alter column door drop default,
    add check (roles <@ array ['receptionist', 'practitioner', 'billing', 'manager', 'privacy_officer', 'clinic_admin',
        'operator']),
    add check ((door = 'portal') = (cardinality(roles) = 0)),
    add check ((roles = array ['operator']) = (clinic_id is null)),
    add check (not 'operator' = any (roles) or cardinality(roles) = 1);
create unique index account_email on identity.account (door, lower(email));
create index account_clinic on identity.account (clinic_id, door, id);
create unique index account_in_clinic on identity.account (clinic_id, id);

create function identity.account_by_email(at_door text, wanted text)
    returns table (id uuid, clinic_id uuid, door text, display_name text, password_hash text, roles text[],
                   security_stamp integer, status text)
    language sql stable security definer set search_path = ''
    begin atomic
    select a.id, a.clinic_id, a.door, a.display_name, a.password_hash, a.roles, a.security_stamp, a.status
    from identity.account a where a.door = at_door and lower(a.email) = lower(wanted);
    end;
alter function identity.account_by_email(text, text) owner to carewright_lookup;

create function identity.account_by_id(wanted uuid)
    returns table (id uuid, clinic_id uuid, door text, display_name text, roles text[], security_stamp integer,
                   status text)
    language sql stable security definer set search_path = ''
    begin atomic
    select a.id, a.clinic_id, a.door, a.display_name, a.roles, a.security_stamp, a.status
    from identity.account a where a.id = wanted;
    end;
alter function identity.account_by_id(uuid) owner to carewright_lookup;

-- Staff for the engine's identity look-ups: by clinic and role, either may be null.
create function identity.accounts(of_clinic uuid, with_role text)
    returns table (id uuid, clinic_id uuid, door text, display_name text, roles text[], security_stamp integer,
                   status text)
    language sql stable security definer set search_path = ''
    begin atomic
    select a.id, a.clinic_id, a.door, a.display_name, a.roles, a.security_stamp, a.status
    from identity.account a
    where a.status = 'active' and a.door = 'desk' and (of_clinic is null or a.clinic_id = of_clinic)
      and (with_role is null or with_role = any (a.roles))
    order by a.id;
    end;
alter function identity.accounts(uuid, text) owner to carewright_lookup;

create function identity.create_operator(new_id uuid, new_email text, new_name text, new_hash text, is_demo boolean)
    returns void
    language sql security definer set search_path = ''
    begin atomic
    insert into identity.account (id, clinic_id, door, email, display_name, password_hash, roles, demo, email_verified_at)
    values (new_id, null, 'desk', new_email, new_name, new_hash, array ['operator'], is_demo, now())
    on conflict do nothing;
    end;
create policy operators_by_function on identity.account for insert to carewright_lookup
    with check (roles = array ['operator'] and clinic_id is null);
alter function identity.create_operator(uuid, text, text, text, boolean) owner to carewright_lookup;

-- What sessions hold of a person has another shape now; everyone signs in again.
delete from identity.http_session;
