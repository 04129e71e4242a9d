create extension if not exists btree_gist;

create schema shared;
grant usage on schema shared to carewright_app, carewright_lookup;

-- The clinic whose scope the running transaction is in; null outside any scope, so that nothing is visible.
create function shared.current_clinic() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('app.clinic_id', true), '')::uuid;

-- Puts a table under the clinics' isolation (design §6). Called for every table that has a clinic_id.
create procedure shared.isolate(tbl regclass)
    language plpgsql as
$$
begin
    execute format('alter table %s enable row level security', tbl);
    execute format('alter table %s force row level security', tbl);
    execute format(
        'create policy clinic_isolation on %s using (clinic_id = nullif(current_setting(''app.clinic_id'', true), '''')::uuid)'
            ' with check (clinic_id = nullif(current_setting(''app.clinic_id'', true), '''')::uuid)',
        tbl);
end
$$;

-- Lets the look-up role read a table across clinics; only its functions do, and they return no personal data.
create procedure shared.allow_lookup(tbl regclass)
    language plpgsql as
$$
begin
    execute format('create policy lookup_across_clinics on %s for select to carewright_lookup using (true)', tbl);
    execute format('grant select on %s to carewright_lookup', tbl);
end
$$;

-- Creates a module's schema with the rights the application has on all its tables.
create procedure shared.create_module_schema(module text)
    language plpgsql as
$$
begin
    execute format('create schema %I', module);
    execute format('grant usage on schema %I to carewright_app, carewright_lookup', module);
    execute format('grant create on schema %I to carewright_lookup', module);
    execute format(
        'alter default privileges in schema %I grant select, insert, update, delete on tables to carewright_app', module);
    execute format('alter default privileges in schema %I grant usage on sequences to carewright_app', module);
end
$$;
