-- A patient's timeline reads the newest messages.
create index message_by_patient on messaging.message (clinic_id, patient_id, created_at desc, id desc);
