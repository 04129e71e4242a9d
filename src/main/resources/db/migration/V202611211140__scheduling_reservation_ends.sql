-- Range operators aren't leakproof, so under row level security they can't use an index. The ends as plain columns can:
-- what is taken of someone from a moment on is one short stretch of this index, however long the past.
alter table scheduling.reservation
    add column blocked_from timestamptz not null generated always as (lower(blocked)) stored,
    add column blocked_to   timestamptz not null generated always as (upper(blocked)) stored;
create index reservation_taken on scheduling.reservation (clinic_id, taken_id, blocked_to);

create index group_session_start on scheduling.group_session (clinic_id, service_id, starts_at);
create index hold_start on scheduling.hold (clinic_id, starts_at);
create index closure_days on scheduling.closure (clinic_id, last_day);
