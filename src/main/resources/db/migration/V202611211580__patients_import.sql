-- Patients from a file (ONB-6). The file's rows are kept sealed in pieces, worked on piece by piece, and gone when the
-- import is over; what is left then is counts.
create table patients.import
(
    clinic_id           uuid        not null references clinics.clinic,
    id                  uuid        not null,
    status              text        not null check (status in
                            ('receiving', 'checking', 'checked', 'importing', 'done', 'discarded')),
    -- Our field for each column of the file, '' for one that isn't known. The file's own headings are not kept: a file
    -- without headings has a patient there.
    columns             text[]      not null default '{}',
    encoding            text,
    date_format         text        not null,
    rows_total          integer     not null default 0,
    rows_checked        integer     not null default 0,
    rows_wrong          integer     not null default 0,
    rows_known          integer     not null default 0,
    rows_written        integer     not null default 0,
    process_instance_id text,
    created_by          uuid        not null,
    created_at          timestamptz not null,
    finished_at         timestamptz,
    primary key (clinic_id, id)
);
call shared.isolate('patients.import');
create index patient_name_token on patients.patient (clinic_id, name_token);
create index import_created on patients.import (clinic_id, created_at);

create table patients.import_piece
(
    clinic_id  uuid    not null,
    import_id  uuid    not null,
    number     integer not null,
    row_count  integer not null,
    -- Row number in the file of this piece's first row
    first_row  integer not null,
    rows_sealed bytea  not null,
    checked    boolean not null default false,
    written    boolean not null default false,
    primary key (clinic_id, import_id, number),
    foreign key (clinic_id, import_id) references patients.import (clinic_id, id)
);
call shared.isolate('patients.import_piece');

-- What is wrong with a row: field and code, never what stands there.
create table patients.import_error
(
    clinic_id  uuid    not null,
    import_id  uuid    not null,
    row_number integer not null,
    field      text    not null,
    code       text    not null,
    argument   text,
    primary key (clinic_id, import_id, row_number, field),
    foreign key (clinic_id, import_id) references patients.import (clinic_id, id)
);
call shared.isolate('patients.import_error');
