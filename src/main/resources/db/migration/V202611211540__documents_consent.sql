call shared.create_module_schema('documents');

-- What patients are asked to agree to (ONB-3). Its words are in its versions.
create table documents.consent_definition
(
    clinic_id  uuid        not null references clinics.clinic,
    id         uuid        not null,
    name       text        not null,
    -- Asked of every patient; others may be signed or left
    required   boolean     not null,
    created_at timestamptz not null,
    retired_at timestamptz,
    primary key (clinic_id, id)
);
call shared.isolate('documents.consent_definition');
create unique index consent_definition_name on documents.consent_definition (clinic_id, lower(name))
    where retired_at is null;

-- Words once published never change: a new wording is a new version.
create table documents.consent_version
(
    clinic_id     uuid        not null,
    id            uuid        not null,
    definition_id uuid        not null,
    number        integer     not null check (number > 0),
    -- Whether signatures of earlier versions no longer count
    renews        boolean     not null,
    published_by  uuid,
    published_at  timestamptz not null,
    primary key (clinic_id, id),
    unique (clinic_id, definition_id, number),
    foreign key (clinic_id, definition_id) references documents.consent_definition (clinic_id, id)
);
call shared.isolate('documents.consent_version');
revoke update, delete, truncate on documents.consent_version from carewright_app;

create table documents.consent_text
(
    clinic_id  uuid not null,
    version_id uuid not null,
    language   text not null,
    title      text not null,
    body       text not null,
    primary key (clinic_id, version_id, language),
    foreign key (clinic_id, version_id) references documents.consent_version (clinic_id, id)
);
call shared.isolate('documents.consent_text');
revoke update, delete, truncate on documents.consent_text from carewright_app;

create table documents.consent_signature
(
    clinic_id                uuid        not null,
    id                       uuid        not null,
    patient_id               uuid        not null,
    version_id               uuid        not null,
    language                 text        not null,
    -- SHA-256 of the words that were signed
    text_hash                bytea       not null,
    method                   text        not null check (method in ('drawn', 'typed')),
    signer_sealed            bytea       not null,
    relation                 text        not null check (relation in ('self', 'parent', 'guardian', 'other')),
    -- The portal account that signed; null when it was signed at the clinic
    account_id               uuid,
    signed_at                timestamptz not null,
    pdf_sealed               bytea       not null,
    -- SHA-256 of the file; also in the audit log, which can't be changed unseen
    pdf_hash                 bytea       not null,
    withdrawn_at             timestamptz,
    withdrawal_reason_sealed bytea,
    primary key (clinic_id, id),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id),
    foreign key (clinic_id, version_id, language) references documents.consent_text (clinic_id, version_id, language),
    foreign key (clinic_id, account_id) references identity.account (clinic_id, id)
);
call shared.isolate('documents.consent_signature');
create index consent_signature_patient on documents.consent_signature (clinic_id, patient_id, signed_at);
create index consent_signature_version on documents.consent_signature (clinic_id, version_id);

-- A signed consent may be withdrawn, and follows its patient into another record; nothing else of it changes.
revoke update, delete, truncate on documents.consent_signature from carewright_app;
grant update (withdrawn_at, withdrawal_reason_sealed, patient_id) on documents.consent_signature to carewright_app;
