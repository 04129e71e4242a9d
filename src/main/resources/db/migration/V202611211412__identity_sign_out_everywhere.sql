-- Whoever signs out everywhere moves their security stamp: every session and token made under the old one ends with its
-- next request. A function, as operators belong to no clinic that a scope could be entered for.
create function identity.move_security_stamp(wanted uuid) returns void
    language sql security definer set search_path = ''
    begin atomic
    update identity.account set security_stamp = security_stamp + 1 where id = wanted;
    end;
create policy stamps_by_function on identity.account for update to carewright_lookup using (true) with check (true);
grant update (security_stamp) on identity.account to carewright_lookup;
alter function identity.move_security_stamp(uuid) owner to carewright_lookup;
