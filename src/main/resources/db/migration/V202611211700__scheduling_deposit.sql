-- What a patient pays ahead so that a visit is kept (BIL-7): the promise of the booking, whatever the service asks later.
alter table scheduling.appointment
    add deposit_minor  bigint not null default 0 check (deposit_minor >= 0),
    add deposit_due_at timestamptz;
comment on column scheduling.appointment.deposit_due_at is 'Until when it may be paid; null until it is asked for';
