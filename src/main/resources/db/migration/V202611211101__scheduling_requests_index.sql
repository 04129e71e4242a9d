-- The desk lists what waits for approval; few rows, whatever the history holds.
create index appointment_requests on scheduling.appointment (clinic_id, starts_at) where status = 'requested';
