-- The start page shows a part of the clinics at a time, in one statement: by a part of the name, from the one after a slug
-- on; null: all, from the first. Only what their public pages tell anyway.
drop function clinics.live_clinic_ids();
create function clinics.live_clinics(wanted text, after_slug text, most integer)
    returns table (slug text, name text, address text, time_zone text)
    language sql stable security definer set search_path = ''
    begin atomic
    select c.slug, c.name, c.address, c.time_zone
    from clinics.clinic c
    where c.active and c.live_at is not null
      and (after_slug is null or c.slug > after_slug)
      and (wanted is null or position(lower(wanted) in lower(c.name)) > 0)
    order by c.slug
    limit most;
    end;
alter function clinics.live_clinics(text, text, integer) owner to carewright_lookup;
