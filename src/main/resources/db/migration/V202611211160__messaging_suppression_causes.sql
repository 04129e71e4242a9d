-- An address may have opted out and bounce as well: each cause has its own row, and START lifts only the opt-out.
-- STOP and START may be reported in the wrong order, so a lifted opt-out stays as a row that knows when it was lifted.
alter table messaging.suppression
    add column lifted_at timestamptz,
    drop constraint suppression_pkey,
    add primary key (clinic_id, channel, address_token, cause);
