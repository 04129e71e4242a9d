-- Two records of one patient become one (ONB-4). The one that goes stays as a row, closed, pointing at the one that
-- stays, so that the merge can be undone within 30 days.
alter table patients.patient
    add column merged_into uuid,
    add check ((status = 'merged') = (merged_into is not null)),
    add check (merged_into <> id),
    add foreign key (clinic_id, merged_into) references patients.patient (clinic_id, id);
create index patient_merged_into on patients.patient (clinic_id, merged_into) where merged_into is not null;

create table patients.merge
(
    clinic_id     uuid        not null references clinics.clinic,
    id            uuid        not null,
    kept_id       uuid        not null,
    gone_id       uuid        not null,
    -- Which fields of the record that stays were taken from the other, and all it said before, sealed.
    taken         text[]      not null,
    before_sealed bytea       not null,
    gone_status   text        not null,
    merged_by     uuid        not null,
    merged_at     timestamptz not null,
    undone_by     uuid,
    undone_at     timestamptz,
    check ((undone_by is null) = (undone_at is null)),
    primary key (clinic_id, id),
    foreign key (clinic_id, kept_id) references patients.patient (clinic_id, id),
    foreign key (clinic_id, gone_id) references patients.patient (clinic_id, id)
);
call shared.isolate('patients.merge');
create index merge_kept on patients.merge (clinic_id, kept_id, merged_at);
create unique index merge_gone on patients.merge (clinic_id, gone_id) where undone_at is null;

-- Which rows of other tables a merge gave to the record that stays: an undo gives back exactly these.
create table patients.merge_row
(
    clinic_id uuid not null,
    merge_id  uuid not null,
    place     text not null,
    row_id    uuid not null,
    primary key (clinic_id, merge_id, place, row_id),
    foreign key (clinic_id, merge_id) references patients.merge (clinic_id, id)
);
call shared.isolate('patients.merge_row');
