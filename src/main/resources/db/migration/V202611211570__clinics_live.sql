-- A clinic that the platform's operator is still setting up isn't live: it has no public pages and no portal, and can't
-- be booked (PLT-4). Null until it goes live.
alter table clinics.clinic add column live_at timestamptz default now();

-- Public addresses lead to clinics that are live.
drop function clinics.clinic_id_by_slug(text);
create function clinics.clinic_id_by_slug(wanted text) returns uuid
    language sql stable security definer set search_path = ''
    return (select c.clinic_id from clinics.clinic c where c.slug = wanted and c.active and c.live_at is not null);
alter function clinics.clinic_id_by_slug(text) owner to carewright_lookup;

-- The staff's own pages need the clinic's colour before that.
create function clinics.clinic_id_by_slug_before_live(wanted text) returns uuid
    language sql stable security definer set search_path = ''
    return (select c.clinic_id from clinics.clinic c where c.slug = wanted and c.active);
alter function clinics.clinic_id_by_slug_before_live(text) owner to carewright_lookup;

create function clinics.live_clinic_ids() returns setof uuid
    language sql stable security definer set search_path = ''
    begin atomic
    select c.clinic_id from clinics.clinic c where c.active and c.live_at is not null order by c.slug;
    end;
alter function clinics.live_clinic_ids() owner to carewright_lookup;

-- Operators' list, newest first, from the one after (before, before_id) on; null: from the newest.
create function clinics.clinics_for_operators(before timestamptz, before_id uuid, most integer)
    returns table (clinic_id uuid, slug text, name text, kind text, created_at timestamptz, live_at timestamptz,
                   active boolean)
    language sql stable security definer set search_path = ''
    begin atomic
    select c.clinic_id, c.slug, c.name, c.kind, c.created_at, c.live_at, c.active
    from clinics.clinic c
    where before is null or (c.created_at, c.clinic_id) < (before, before_id)
    order by c.created_at desc, c.clinic_id desc
    limit most;
    end;
alter function clinics.clinics_for_operators(timestamptz, uuid, integer) owner to carewright_lookup;
create index clinic_created on clinics.clinic (created_at, clinic_id);
