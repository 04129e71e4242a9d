-- All that a search asks of a reservation or a counted visit is in the index, so the tables need not be read.
create index reservation_busy on scheduling.reservation (clinic_id, taken_id, blocked_from)
    include (blocked_to, appointment_id, hold_id, session_id);
drop index scheduling.reservation_taken_from;

-- In place of appointment_board, which began alike. The status is part of the table's indexes already (waiting
-- requests), so updates of it don't become dearer in kind.
create index appointment_times on scheduling.appointment (clinic_id, starts_at)
    include (practitioner_id, service_id, status, id);
drop index scheduling.appointment_board;
