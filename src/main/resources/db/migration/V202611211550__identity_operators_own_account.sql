-- Operators belong to no clinic, so no scope lets them read or change their own account: these functions do, for
-- operators only.
create function identity.operator_account(wanted uuid)
    returns table (id uuid, email text, display_name text, language text, password_hash text)
    language sql stable security definer set search_path = ''
    begin atomic
    select a.id, a.email, a.display_name, a.language, a.password_hash
    from identity.account a
    where a.id = wanted and a.clinic_id is null and a.status = 'active';
    end;
alter function identity.operator_account(uuid) owner to carewright_lookup;

create function identity.change_operator_password(wanted uuid, new_hash text) returns void
    language sql security definer set search_path = ''
    begin atomic
    update identity.account
    set password_hash = new_hash, security_stamp = security_stamp + 1
    where id = wanted and clinic_id is null;
    end;

create function identity.change_operator_profile(wanted uuid, new_name text, new_language text) returns void
    language sql security definer set search_path = ''
    begin atomic
    update identity.account
    set display_name = new_name, language = new_language
    where id = wanted and clinic_id is null;
    end;

grant update (password_hash, display_name, language) on identity.account to carewright_lookup;
alter function identity.change_operator_password(uuid, text) owner to carewright_lookup;
alter function identity.change_operator_profile(uuid, text, text) owner to carewright_lookup;
