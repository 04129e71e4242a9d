-- What providers tell of disputes: until when evidence counts, and what the dispute has cost so far (BIL-9).
alter table integrations.inbox
    add column due_at       timestamptz,
    add column fee_minor    bigint,
    add column fee_currency char(3);
