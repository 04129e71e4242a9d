-- The patient's record (ONB-3, CARE-1). What tells of health, insurance or others is sealed; name and date of birth are
-- in clear so that they can be searched (decision record 0007).
create function patients.new_barcode() returns text
    language sql volatile parallel safe
    return lpad((('x' || left(replace(gen_random_uuid()::text, '-', ''), 12))::bit(48)::bigint % 1000000000000)::text, 12, '0')
        || lpad((('x' || left(replace(gen_random_uuid()::text, '-', ''), 12))::bit(48)::bigint % 10000)::text, 4, '0');

-- How names are compared when searched: without accents, case and double spaces. Both the columns and what is searched
-- for go through it, so they can't differ. The collation is named: lower() follows it, not the server's settings.
create function patients.search_text(name text) returns text
    language sql immutable parallel safe strict
    return regexp_replace(
        regexp_replace(normalize(lower(name collate "und-x-icu"), NFKD), '[\u0300-\u036f]', '', 'g'), '\s+', ' ', 'g');

alter table patients.patient
    add column version                  integer not null default 0,
    add column status                   text    not null default 'active' check (status in ('active', 'inactive', 'merged')),
    add column barcode                  text    not null default patients.new_barcode() check (barcode ~ '^[0-9]{16}$'),
    add column referred_by              uuid,
    add column updated_at               timestamptz,
    add column address_sealed           bytea,
    add column emergency_contact_sealed bytea,
    add column medical_history_sealed   bytea,
    add column allergies_sealed         bytea,
    add column medications_sealed       bytea,
    add column insurance_sealed         bytea,
    add column search_given             text collate "C" generated always as
        (patients.search_text(given_name || ' ' || family_name)) stored,
    add column search_family            text collate "C" generated always as
        (patients.search_text(family_name || ' ' || given_name)) stored,
    add check (referred_by <> id),
    add foreign key (clinic_id, referred_by) references patients.patient (clinic_id, id);

create unique index patient_barcode on patients.patient (clinic_id, barcode);
create index patient_search_given on patients.patient (clinic_id, search_given, id);
create index patient_search_family on patients.patient (clinic_id, search_family, id);
create index patient_date_of_birth on patients.patient (clinic_id, date_of_birth, search_family, id);
create index patient_referred_by on patients.patient (clinic_id, referred_by) where referred_by is not null;
