-- Whether a row of an import has a record is asked by name with date of birth, address or phone, never by name alone.

create index patient_name_and_birth on patients.patient (clinic_id, name_token, date_of_birth);
drop index patients.patient_name_token;
