call shared.create_module_schema('messaging');

-- Every outgoing message with where it stands (MSG-5). No address and no text: those are the patient's row and the template.
create table messaging.message
(
    clinic_id           uuid        not null references clinics.clinic,
    id                  uuid        not null,
    effect_key          text        not null,
    effect_id           uuid,
    channel             text        not null check (channel in ('email', 'sms')),
    template            text        not null,
    patient_id          uuid        not null,
    subject_type        text        not null,
    subject_id          uuid        not null,
    process_instance_id text,
    status              text        not null check (status in
                            ('sending', 'sent', 'delivered', 'bounced', 'failed', 'suppressed', 'skipped')),
    reason              text,
    provider            text,
    provider_ref        text,
    created_at          timestamptz not null,
    updated_at          timestamptz not null,
    primary key (clinic_id, id),
    unique (clinic_id, effect_key),
    foreign key (clinic_id, patient_id) references patients.patient (clinic_id, id)
);
call shared.isolate('messaging.message');
create index message_by_subject on messaging.message (clinic_id, subject_type, subject_id, created_at);
create index message_by_effect on messaging.message (clinic_id, effect_id);

-- An address that must not be written to: opted out, or it bounces. Found by blind index token.
create table messaging.suppression
(
    clinic_id     uuid        not null references clinics.clinic,
    channel       text        not null check (channel in ('email', 'sms')),
    address_token text        not null,
    cause         text        not null check (cause in ('opt_out', 'bounce', 'complaint')),
    since         timestamptz not null,
    primary key (clinic_id, channel, address_token)
);
call shared.isolate('messaging.suppression');
