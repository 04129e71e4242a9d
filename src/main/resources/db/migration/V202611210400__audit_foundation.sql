call shared.create_module_schema('audit');

-- What was done by whom; append-only for the application (design §12). Identifiers and codes only.
create table audit.event
(
    clinic_id     uuid        not null references clinics.clinic,
    id            uuid        not null,
    recorded_at   timestamptz not null,
    actor_id      uuid,
    actor_role    text        not null,
    action        text        not null,
    resource_type text        not null,
    resource_id   uuid,
    patient_id    uuid,
    outcome       text        not null check (outcome in ('success', 'refused', 'failure')),
    reason        text,
    correlation   text,
    primary key (clinic_id, id)
);
call shared.isolate('audit.event');
create index event_by_time on audit.event (clinic_id, recorded_at);
create index event_by_patient on audit.event (clinic_id, patient_id, recorded_at);
revoke update, delete, truncate on audit.event from carewright_app;

create function audit.refuse_change() returns trigger
    language plpgsql as
$$
begin
    raise exception 'audit.event is append-only';
end
$$;
create trigger append_only before update or delete on audit.event for each row execute function audit.refuse_change();
create trigger append_only_truncate before truncate on audit.event execute function audit.refuse_change();
