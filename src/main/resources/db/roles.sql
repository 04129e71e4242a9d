-- The three roles of a Carewright database; run once by a superuser before the first migration. The embedded
-- PostgreSQL runs it by itself, docker-compose mounts it, and an operator runs it with psql.
--   carewright_owner   owns schemas, tables and migrations
--   carewright_app     what the application connects as: owns nothing, cannot bypass row level security
--   carewright_lookup  owns the few functions that look across clinics before a scope is known; nobody signs in as it
do $$
begin
    if not exists (select from pg_roles where rolname = 'carewright_owner') then
        create role carewright_owner login nosuperuser nobypassrls;
    end if;
    if not exists (select from pg_roles where rolname = 'carewright_app') then
        create role carewright_app login nosuperuser nobypassrls;
    end if;
    if not exists (select from pg_roles where rolname = 'carewright_lookup') then
        create role carewright_lookup nologin nosuperuser nobypassrls;
    end if;
end
$$;
grant carewright_lookup to carewright_owner;
